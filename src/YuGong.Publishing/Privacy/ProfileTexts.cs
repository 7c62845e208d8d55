using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// The words of a colour profile (ICC.1:2022): descriptions, rights, names. Curves and tables are samples; and a profile of a press
/// may carry the thousands of measured numbers it was made of (CGATS.17), among which any telephone number turns up.
/// </summary>
internal static class ProfileTexts
{
    private const int Head = 128;

    /// <summary>Bytes of one entry of the tag table: signature, place, length.</summary>
    private const int Entry = 12;

    private static readonly string[] Kinds = ["text", "desc", "mluc", "dict"];

    /// <summary>The words in it, each as bytes of the encoding it was written in; nothing of what is no profile.</summary>
    public static IEnumerable<byte[]> In(byte[] profile)
    {
        var tags = profile.Length < Head + 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(Head));
        var seen = new HashSet<uint>();
        for (var at = Head + 4; tags > 0 && at + Entry <= profile.Length; at += Entry, tags--)
        {
            var from = BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(at + 4));
            var to = Math.Min(profile.Length, from + (long)BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(at + 8)));
            if (from + 8L <= to && seen.Add(from) && Kinds.Contains(Encoding.Latin1.GetString(profile, (int)from, 4)))
            {
                yield return WithoutChart(profile[((int)from + 8)..(int)to]);
            }
        }
    }

    /// <summary>CGATS.17: rows of measured patches are left out; whatever else somebody wrote among them is read.</summary>
    private static byte[] WithoutChart(byte[] words)
    {
        if (words.AsSpan().IndexOf("BEGIN_DATA"u8) < 0)
        {
            return words;
        }

        var lines = Encoding.Latin1.GetString(words).Split('\n');
        return Encoding.Latin1.GetBytes(string.Join('\n', lines.Where(line => !IsMeasured(line))));
    }

    private static bool IsMeasured(string line) =>
        line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Count(field => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) >= 3;
}
