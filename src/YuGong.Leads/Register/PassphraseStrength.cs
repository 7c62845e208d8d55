using System.Text.RegularExpressions;

namespace YuGong.Leads;

/// <summary>
/// How many guesses a passphrase stands, as bits, told low: a character counts by its kind, and what people think of first (words,
/// slogans, runs, rows of keys, dates, telephone numbers, repetitions, pinyin) counts once however long it is.
/// </summary>
public static partial class PassphraseStrength
{
    /// <summary>With 600,000 rounds a guess costs a tenth of a second; 2⁴⁸ of them are out of reach of whoever took the file.</summary>
    public const int Enough = 48;

    private const double PerWord = 8, PerRun = 5, PerDate = 10, PerPhone = 12, PerSyllable = 5, PerRepetition = 1, PerSign = 2;

    /// <summary>A word of the list, in the place of what is as easily guessed.</summary>
    private const string Guessed = "口令";

    /// <summary>A password longer than this is not looked at further.</summary>
    private const int Longest = 200;

    /// <summary>Neighbours on keyboards, in alphabets and in counting.</summary>
    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "0123456789", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()",
        "零一二三四五六七八九十", "〇一二三四五六七八九", "一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥",
    ];

    /// <summary>What is tried first: words of passwords, names of provinces, and sayings that everybody knows.</summary>
    private static readonly HashSet<string> Common = Read("common-words.txt");

    private static readonly int LongestCommon = Common.Max(w => w.Length);

    /// <summary>Bits; blanks at the ends do not count, and full-width letters are letters.</summary>
    /// <param name="known">Names that whoever guesses knows: of the site, of who runs it.</param>
    public static double Of(string words, IEnumerable<string> known)
    {
        var typed = Words.Narrow(words).Trim();
        typed = typed.Length > Longest ? typed[..Longest] : typed;
        foreach (var name in known.Select(n => Words.Narrow(n)).Where(n => n.Length > 1).OrderByDescending(n => n.Length))
        {
            typed = typed.Replace(name, Guessed, StringComparison.OrdinalIgnoreCase);
        }

        var text = typed.ToLowerInvariant();
        var plain = string.Concat(text.Where(char.IsLetterOrDigit));
        var bits = Math.Min(
            Math.Min(Count(text), Count(plain) + PerRun + ((text.Length - plain.Length) * PerSign)),
            Math.Min(Count(Reversed(text)) + 2, Count(Letters(plain)) + 4));
        return bits + Math.Min(4, typed.Skip(1).Count(char.IsAsciiLetterUpper));
    }

    /// <summary>One pass from the left: at each place the longest thing that is easily guessed, or the character itself.</summary>
    private static double Count(string text)
    {
        var bits = 0.0;
        for (var at = 0; at < text.Length;)
        {
            var (length, cost) = Easiest(text, at);
            bits += cost;
            at += length;
        }

        return bits;
    }

    private static (int Length, double Bits) Easiest(string text, int at)
    {
        (int Length, double Bits)[] found =
        [
            (Repeated(text, at), PerRepetition), (Word(text, at), PerWord), (Run(text, at), PerRun), (Length(Phone(), text, at), PerPhone),
            (Length(Date(), text, at), PerDate), Pinyin(text, at),
        ];
        var best = found.Where(f => f.Length > 0).OrderByDescending(f => f.Length).ThenBy(f => f.Bits).FirstOrDefault();
        var single = (1, Of(text[at]));
        return best.Length == 0 || best.Bits > Enumerable.Range(at, best.Length).Sum(i => Of(text[i])) ? single : best;
    }

    private static double Of(char c) =>
        char.IsAsciiDigit(c)
            ? 3.3 : char.IsAsciiLetter(c) ? 4.7 : c == ' ' ? 1 : c < 0x80 ? 5 : Words.IsHan(c) ? 5 : char.IsLetterOrDigit(c) ? 5 : 3;

    /// <summary>What stood right before, or four characters that stood anywhere before.</summary>
    private static int Repeated(string text, int at)
    {
        for (var length = Math.Min(at, text.Length - at); length > 0; length--)
        {
            var piece = text.AsSpan(at, length);
            if (length >= 4 ? text.AsSpan(0, at).IndexOf(piece) >= 0 : text.AsSpan(at - length, length).SequenceEqual(piece))
            {
                return length;
            }
        }

        return 0;
    }

    private static int Word(string text, int at)
    {
        for (var length = Math.Min(LongestCommon, text.Length - at); length >= 2; length--)
        {
            if (Common.Contains(text.Substring(at, length)))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>At least three neighbours of a row, either way, or the same step from one to the next.</summary>
    private static int Run(string text, int at)
    {
        var longest = 0;
        foreach (var row in Rows.Concat(Rows.Select(Reversed)))
        {
            var (from, length) = (row.IndexOf(text[at]), 0);
            while (from >= 0 && from + length < row.Length && at + length < text.Length && row[from + length] == text[at + length])
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return longest >= 3 ? longest : 0;
    }

    private static int Length(Regex kind, string text, int at) =>
        kind.Match(text, at) is { Success: true } match && match.Index == at ? match.Length : 0;

    private static (int Length, double Bits) Pinyin(string text, int at) =>
        Syllables().Match(text, at) is { Success: true } match && match.Index == at && match.Length >= 8
            ? (match.Length, match.Groups[1].Captures.Count * PerSyllable)
            : (0, 0);

    private static HashSet<string> Read(string resource)
    {
        using var reader = new StreamReader(typeof(PassphraseStrength).Assembly.GetManifestResourceStream(resource)!);
        return new(reader.ReadToEnd().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }

    private static string Reversed(string text) => string.Concat(text.Reverse());

    /// <summary>Letters for the digits and signs that look like them.</summary>
    private static string Letters(string text) =>
        string.Concat(text.Select(c =>
        c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', '!' => 'i', _ => c }));

    [GeneratedRegex(@"\G1[3-9]\d{9}", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\G(19|20)\d\d([-./年]?(0?[1-9]|1[0-2])([-./月]?(0?[1-9]|[12]\d|3[01]))?)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\G((?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
            + "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ue|ui|er|a|o|e|i|u|v)){3,}",
        RegexOptions.None, 1000)]
    private static partial Regex Syllables();
}
