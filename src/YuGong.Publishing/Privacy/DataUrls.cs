using System.Buffers;
using System.Text;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// Files that stand within a text as <c>data:</c> URLs (RFC 2397). Their base64 is no words: among a million of its letters a
/// shape of something private turns up by chance. What it encodes is a file like any other.
/// </summary>
internal static class DataUrls
{
    private const string Mark = ";base64,";
    private const string Scheme = "data:";

    /// <summary>A media type is not longer.</summary>
    private const int LongestType = 100;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    /// <summary>The text with blanks where the base64 was, so that places stay, and the files by their media types.</summary>
    public static (string Words, IReadOnlyList<(string Type, byte[] Bytes)> Files) TakeOut(string text)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal))
        {
            return (text, []);
        }

        var words = new StringBuilder(text.Length);
        var files = new List<(string, byte[])>();
        var copied = 0;
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            var start = at + Mark.Length;
            var length = text.AsSpan(start).IndexOfAnyExcept(Alphabet) is >= 0 and var end ? end : text.Length - start;
            var head = text.AsSpan(Math.Max(copied, at - LongestType), at - Math.Max(copied, at - LongestType));
            if (head.LastIndexOf(Scheme) is < 0 || Decoded(text.AsSpan(start, length)) is not { } bytes)
            {
                continue;
            }

            files.Add((head[(head.LastIndexOf(Scheme) + Scheme.Length)..].ToString(), bytes));
            words.Append(text, copied, start - copied).Append(' ', length);
            copied = start + length;
            at = Math.Max(at, copied - 1);
        }

        return (words.Append(text, copied, text.Length - copied).ToString(), files);
    }

    /// <summary>The name whose extension says what a file of this type holds, where its bytes do not.</summary>
    public static string NameOf(string type) => type.StartsWith("image/svg", StringComparison.Ordinal) ? ".svg" : "";

    private static byte[]? Decoded(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, bytes, out var written) ? bytes[..written] : null;
    }
}
