using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// Looks through every byte that is published or kept to be published: no name in any spelling that our writers use, no id
/// as a word of its own, no file that was theirs. Compressed streams of PDF and PNG are opened.
/// </summary>
internal static class WithdrawalProof
{
    /// <summary>Bytes; what a stream unfolds to beyond this is not text.</summary>
    private const int LongestStream = 32 * 1024 * 1024;

    /// <param name="allowed">Paths that bear an id because a neutral page stands there.</param>
    public static int Look(string folder, string called, WithdrawalTraces traces, IReadOnlyList<string> allowed, Diagnostics findings)
    {
        var count = 0;
        foreach (var (name, bytes) in Files(folder))
        {
            count++;
            var place = new SourceFile($"{called}/{name}", "").Whole;
            if (Names(traces, name) && !allowed.Contains(name))
            {
                findings.Report(LeadsRules.StillThere, place, "文件名里的 id ");
            }

            if (traces.Hashes.ContainsKey(WithdrawalPlan.HashOf(bytes)))
            {
                findings.Report(LeadsRules.StillThere, place, "原来的文件一字节不差地");
            }
            else if (Speaks(IsRecord(bytes) ? traces with { Ids = [] } : traces, bytes) is { } what)
            {
                // The record names the files of the output, and those are looked at themselves.
                findings.Report(LeadsRules.StillThere, place, what);
            }
            else if (traces.Pictures.Count > 0 && PictureLikeness.IsPicture(name) && PictureLikeness.Of(Path.Combine(folder, name), traces.Pictures) is { } likeness && traces.Pictures.Any(likeness.Is))
            {
                findings.Report(LeadsRules.StillThere, place, "同一张照片(缩小或换了格式)");
            }
        }

        return count;
    }

    public static IEnumerable<(string Name, byte[] Bytes)> Files(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes(f)));

    /// <summary>The publication's own record of the tree that stands: its name stands behind the name's length.</summary>
    private static bool IsRecord(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, 20)).IndexOf("YuGong manifest "u8) == 1;

    public static bool Names(WithdrawalTraces traces, string path) => traces.Ids.Any(id => IsWord(path, id));

    /// <summary>What of the traces is in the bytes, in words; null when nothing is.</summary>
    public static string? Speaks(WithdrawalTraces traces, byte[] bytes)
    {
        foreach (var name in traces.Names)
        {
            if (Spellings(name).Any(s => bytes.AsSpan().IndexOf(s) >= 0))
            {
                return "名字";
            }
        }

        if (traces.Ids.Any(id => HasWord(bytes, id)))
        {
            return "id ";
        }

        return Streams(bytes).Any(inner => traces.Names.Any(n => Spellings(n).Any(s => inner.AsSpan().IndexOf(s) >= 0)) || traces.Ids.Any(id => HasWord(inner, id))) ? "压缩流里的名字或 id " : null;
    }

    /// <summary>As UTF-8, as JSON and HTML escapes, as an address, and as PDF writes text (UTF-16 big endian, also in hexadecimal).</summary>
    private static IEnumerable<byte[]> Spellings(string name)
    {
        yield return Encoding.UTF8.GetBytes(name);
        var wide = Encoding.BigEndianUnicode.GetBytes(name);
        if (name.Any(c => c > 127))
        {
            yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(name));
            yield return Encoding.ASCII.GetBytes(JavaScriptEncoder.Default.Encode(name));
            yield return Encoding.ASCII.GetBytes(JavaScriptEncoder.Default.Encode(name).ToLowerInvariant());
            yield return Encoding.ASCII.GetBytes(string.Concat(name.EnumerateRunes().Select(r => $"&#x{r.Value:X};")));
            yield return wide;
            yield return Encoding.ASCII.GetBytes(Convert.ToHexString(wide));
        }
    }

    private static bool HasWord(byte[] bytes, string id)
    {
        var word = Encoding.ASCII.GetBytes(id);
        for (var from = 0; bytes.AsSpan(from).IndexOf(word) is >= 0 and var at; from += at + 1)
        {
            var (start, end) = (from + at, from + at + word.Length);
            if (!(start > 0 && IsPart((char)bytes[start - 1])) && !(end < bytes.Length && IsPart((char)bytes[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(string text, string id) => HasWord(Encoding.UTF8.GetBytes(text), id);

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';

    /// <summary>Deflated pieces: streams of a PDF, text chunks of a PNG, gzip. What does not unfold is no text.</summary>
    private static IEnumerable<byte[]> Streams(byte[] bytes)
    {
        var isPdf = bytes.AsSpan().StartsWith("%PDF"u8);
        if (bytes.AsSpan().StartsWith("\x1F\x8B"u8) || (bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B))
        {
            if (Unfold(s => new GZipStream(s, CompressionMode.Decompress), bytes, 0) is { } whole)
            {
                yield return whole;
            }
        }

        for (var from = 0; isPdf && bytes.AsSpan(from).IndexOf("stream"u8) is >= 0 and var at; from += at + 6)
        {
            var start = from + at + 6;
            start += start < bytes.Length && bytes[start] == '\r' ? 1 : 0;
            start += start < bytes.Length && bytes[start] == '\n' ? 1 : 0;
            if (Unfold(s => new ZLibStream(s, CompressionMode.Decompress), bytes, start) is { } inner)
            {
                yield return inner;
            }
        }
    }

    private static byte[]? Unfold(Func<Stream, Stream> open, byte[] bytes, int start)
    {
        try
        {
            using var stream = open(new MemoryStream(bytes, start, bytes.Length - start, writable: false));
            using var inner = new MemoryStream();
            var buffer = new byte[81920];
            for (var read = stream.Read(buffer); read > 0 && inner.Length < LongestStream; read = stream.Read(buffer))
            {
                inner.Write(buffer, 0, read);
            }

            return inner.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
