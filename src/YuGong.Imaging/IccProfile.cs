using System.Buffers.Binary;
using System.Text;

namespace YuGong.Imaging;

/// <summary>What an ICC profile says of itself (ISO 15076-1): colour space and description.</summary>
public sealed record IccProfile(string Space, string Name)
{
    /// <summary>Null for what is no ICC profile.</summary>
    public static IccProfile? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 132 || !bytes.Slice(36, 4).SequenceEqual("acsp"u8))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(bytes[128..]);
        for (var tag = 0; tag < count && 132 + (tag * 12) + 12 <= bytes.Length; tag++)
        {
            var entry = bytes.Slice(132 + (tag * 12), 12);
            var (start, length) = (BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), BinaryPrimitives.ReadUInt32BigEndian(entry[8..]));
            if (entry[..4].SequenceEqual("desc"u8) && start + length <= bytes.Length)
            {
                return new(Encoding.ASCII.GetString(bytes.Slice(16, 4)).Trim(), Words(bytes.Slice((int)start, (int)length)));
            }
        }

        return new(Encoding.ASCII.GetString(bytes.Slice(16, 4)).Trim(), "");
    }

    private static string Words(ReadOnlySpan<byte> tag)
    {
        if (tag[..4].SequenceEqual("desc"u8))
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(tag[8..]);
            return Encoding.ASCII.GetString(tag.Slice(12, Math.Max(0, length - 1)));
        }

        // multiLocalizedUnicodeType: the first record.
        var (size, at) = ((int)BinaryPrimitives.ReadUInt32BigEndian(tag[20..]), (int)BinaryPrimitives.ReadUInt32BigEndian(tag[24..]));
        return Encoding.BigEndianUnicode.GetString(tag.Slice(at, size)).TrimEnd('\0');
    }
}
