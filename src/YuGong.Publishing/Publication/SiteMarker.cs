using System.Globalization;
using System.Text;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// The marker of an output (<c>.yugong</c>): how many entries it shows, and for each of our files a fingerprint of its path and one of
/// its bytes. So the output itself proves what in it is ours when the record beside it is gone. It is the same for the same
/// site, names nobody, and is written in letters only, so that no number is found in it.
/// </summary>
/// <param name="Entries">0 when the site shows none.</param>
internal sealed record SiteMarker(int Entries, IReadOnlyDictionary<Fingerprint, Fingerprint> Files)
{
    private const int LineLength = 33;

    public static byte[] Bytes(int entries, Dictionary<string, ManifestEntry> files)
    {
        var head = Encoding.UTF8.GetBytes(FolderKind.Site.Head + FolderKind.Words
            + $"entries {entries.ToString(CultureInfo.InvariantCulture)}\n");
        var bytes = new byte[head.Length + (LineLength * files.Count)];
        head.CopyTo(bytes, 0);
        var pairs = new (ulong Path, ulong Content)[files.Count];
        var count = 0;
        foreach (var (path, entry) in files)
        {
            pairs[count++] = (Fingerprint.Of(path).Value, entry.Content.Value);
        }

        Array.Sort(pairs);
        var at = head.Length;
        foreach (var (path, content) in pairs)
        {
            Letters(path, bytes.AsSpan(at));
            Letters(content, bytes.AsSpan(at + 16));
            bytes[at + 32] = (byte)'\n';
            at += LineLength;
        }

        return bytes;
    }

    /// <summary>Null when there is none, or none that can be read.</summary>
    public static SiteMarker? Read(string output)
    {
        var path = Path.Combine(output, FolderKind.Marker);
        if (!File.Exists(path))
        {
            return null;
        }

        var lines = File.ReadAllLines(path);
        if (lines.Length < 3 || lines[0] + "\n" != FolderKind.Site.Head || lines[2].Split(' ') is not ["entries", var number]
            || !int.TryParse(number, CultureInfo.InvariantCulture, out var entries))
        {
            return null;
        }

        var files = new Dictionary<Fingerprint, Fingerprint>(lines.Length);
        foreach (var line in lines.Skip(3).Where(line => line.Length == LineLength - 1))
        {
            files[new(Number(line.AsSpan(0, 16)))] = new(Number(line.AsSpan(16)));
        }

        return new(entries, files);
    }

    private static void Letters(ulong value, Span<byte> to)
    {
        for (var i = 15; i >= 0; i--, value >>= 4)
        {
            to[i] = (byte)('a' + (value & 15));
        }
    }

    private static ulong Number(ReadOnlySpan<char> letters)
    {
        var value = 0UL;
        foreach (var letter in letters)
        {
            value = (value << 4) | (uint)((letter - 'a') & 15);
        }

        return value;
    }
}
