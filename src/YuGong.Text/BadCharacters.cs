using System.Buffers;
using System.Globalization;

namespace YuGong.Text;

/// <summary>
/// Characters that no text of ours may hold, because no XML may (XML 1.0, 2.2) and a terminal would obey them: the C0 and C1 controls but
/// tab and line break, halves of surrogate pairs, U+FFFE and U+FFFF.
/// </summary>
public static class BadCharacters
{
    /// <summary>What stands in their place (U+FFFD), of the same length, so that places in the text stay true.</summary>
    public const char Instead = '\uFFFD';

    private static readonly SearchValues<char> Never = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')),
        '\uFFFE', '\uFFFF',
    ]);

    /// <summary>Where the first one is; -1 when there is none.</summary>
    public static int In(ReadOnlySpan<char> text)
    {
        var never = text.IndexOfAny(Never);
        var half = HalfPair(never < 0 ? text : text[..never]);
        return half < 0 ? never : half;
    }

    /// <summary>The text with every one of them replaced; the same string when there is none.</summary>
    public static string Replace(string text)
    {
        var at = In(text);
        if (at < 0)
        {
            return text;
        }

        var clean = text.ToCharArray();
        while (at < clean.Length)
        {
            clean[at] = Instead;
            var next = In(clean.AsSpan(at + 1));
            at = next < 0 ? clean.Length : at + 1 + next;
        }

        return new(clean);
    }

    /// <summary>As people look one up: <c>U+001B</c>.</summary>
    public static string NameOf(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static int HalfPair(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return at;
            }

            at++;
        }

        return -1;
    }
}
