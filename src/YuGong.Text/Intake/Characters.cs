using System.Globalization;

namespace YuGong.Text.Intake;

/// <summary>What becomes of each character of a text that came by an input method, from Word, a PDF or WeChat.</summary>
internal static class Characters
{
    /// <summary>Where the first character is that needs a second look; the length when there is none.</summary>
    public static int FirstStrange(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        while (at < text.Length && IsOrdinary(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <param name="at">Of the character; a pair is judged at its first half.</param>
    /// <param name="before">What was kept before it; NUL at the beginning.</param>
    public static CharacterFate FateOf(ReadOnlySpan<char> text, int at, char before)
    {
        var c = text[at];
        if (IsOrdinary(c) || c == '\r')
        {
            return CharacterFate.Keep;
        }

        if (char.IsSurrogate(c))
        {
            return at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1])
                ? OfPair(char.ConvertToUtf32(c, text[at + 1]), before) : CharacterFate.Refuse;
        }

        var after = at + 1 < text.Length ? text[at + 1] : '\0';
        return c switch
        {
            '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => CharacterFate.Break,
            < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => CharacterFate.Refuse,
            '\u200C' or '\u200D' => Joins(before, after) ? CharacterFate.Keep : CharacterFate.Drop,
            >= '\uFE00' and <= '\uFE0F' => HasVariant(before, c) ? CharacterFate.Keep : CharacterFate.Drop,
            _ when IsWithoutWidth(c) => CharacterFate.Drop,
            '\uFFFC' or '\uFFFD' or (>= '\uE000' and <= '\uF8FF') => CharacterFate.Doubt,
            _ when Radicals.Contains(c) => Radicals.CharacterOf(c) is null ? CharacterFate.Doubt : CharacterFate.Fold,
            _ when Composed.MayChange(c) => CharacterFate.Fold,
            _ => CharacterFate.Keep,
        };
    }

    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '\u3007';

    private static CharacterFate OfPair(int code, char before) => code switch
    {
        >= 0xE0100 and <= 0xE01EF => IsHan(before) || char.IsLowSurrogate(before) ? CharacterFate.Keep : CharacterFate.Drop,
        >= 0xE0000 and <= 0xE007F => char.IsLowSurrogate(before) ? CharacterFate.Keep : CharacterFate.Drop, // flags of regions
        >= 0x2F800 and <= 0x2FA1F => CharacterFate.Fold,
        >= 0xF0000 => CharacterFate.Doubt,
        _ when (code & 0xFFFE) == 0xFFFE => CharacterFate.Refuse,
        _ => CharacterFate.Keep,
    };

    /// <summary>Of Unicode's Default_Ignorable_Code_Point and Bidi_Control, and what annotates between lines.</summary>
    private static bool IsWithoutWidth(char c) => c is '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5'
        or (>= '\u180B' and <= '\u180F') or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        or (>= '\u2060' and <= '\u206F') or '\u3164' or '\uFEFF' or '\uFFA0' or (>= '\uFFF0' and <= '\uFFFB');

    /// <summary>Joiners mean something within emoji and in the scripts that are written with them, never beside Han or ASCII.</summary>
    private static bool Joins(char before, char after) => IsJoined(before) && IsJoined(after);

    private static bool IsJoined(char c) => char.IsSurrogate(c) || c is '\uFE0F' or (>= '\u0600' and <= '\u0FFF')
        or (>= '\u2190' and <= '\u2BFF');

    /// <summary>Signs come as pictures or as text (emoji variation sequences); Han, letters and Chinese marks do not.</summary>
    private static bool HasVariant(char before, char selector) => selector is '\uFE0E' or '\uFE0F'
        && (char.IsLowSurrogate(before) || before is '#' or '*' or '\u3030' or '\u303D' or '\u3297' or '\u3299' or '\u00A9' or '\u00AE'
            || char.IsAsciiDigit(before) || (before is (>= '\u203C' and <= '\u2BFF') && !char.IsLetter(before)));

    private static bool IsOrdinary(char c) => c is (>= ' ' and <= '~') or (>= '\u3200' and <= '\u9FFF') or (>= '\u3000' and <= '\u3098')
        or (>= '\uFF01' and <= '\uFF9F') or (>= '\u2010' and <= '\u2027') or '\n' or '\t' or (>= '\u00A1' and <= '\u00AC')
        or (>= '\u00AE' and <= '\u02FF') or (>= '\u309B' and <= '\u312F');
}
