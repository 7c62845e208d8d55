using System.Globalization;
using ADRaffy.ENSNormalize;

namespace YuGong.Text.Intake;

/// <summary>
/// Canonical composition (Unicode Standard Annex 15, NFC). The program runs without ICU, and there
/// <see cref="string.Normalize()"/> gives back what it was given: the tables come with a package.
/// </summary>
public static class Composed
{
    /// <summary>The composed form; the same string when it is composed.</summary>
    public static string Of(string text)
    {
        foreach (var c in text)
        {
            if (MayChange(c))
            {
                var composed = ENSNormalize.NF.NFC(text);
                return composed == text ? text : composed;
            }
        }

        return text;
    }

    /// <summary>Whether a text that has it may not be composed: it is a mark, or it alone has another form.</summary>
    internal static bool MayChange(char c) => c >= '\u0300' && !IsPlain(c) && (IsMark(c) || c
        is '\u0374' or '\u037E' or '\u0387' or (>= '\u0958' and <= '\u0FFF') or (>= '\u1F71' and <= '\u1FFD') or '\u2000' or '\u2001'
        or '\u2126' or '\u212A' or '\u212B' or '\u2329' or '\u232A' or '\u2ADC' or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFB1D' and <= '\uFB4E') or '\uD87E');

    /// <summary>Follows a letter: marks, and the vowels and tails of Hangul.</summary>
    internal static bool IsMark(char c) => c >= '\u0300' && (c is (>= '\u1161' and <= '\u11FF') or '\u3099' or '\u309A'
        || (!IsPlain(c) && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark));

    private static bool IsPlain(char c) => c is (>= '\u2010' and <= '\u2027') or (>= '\u3000' and <= '\u3029')
        or (>= '\u3030' and <= '\u3098') or (>= '\u309B' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF');
}
