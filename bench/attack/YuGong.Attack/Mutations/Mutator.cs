using System.Text;

namespace YuGong.Attack.Mutations;

/// <summary>
/// Spoils a text or bytes in one of the ways that keyboards, editors, mailers, disks and malice know. Everything comes from the dice, so a
/// number names an attack.
/// </summary>
internal static class Mutator
{
    private static readonly string[] Odd =
    [
        "\u0001", "\u0007", "\u001b[31m", "\u0085", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff", "\ufdd0",
        "\u3000", "\u00a0", "\u00ad", "\U000e0001", "\U0001F469\u200d\U0001F52C",
        "\U0002A6D6", "e\u0301\u0301\u0301", "\u0627\u0628", "\u0e01\u0e33", "A", "０", "，", "\t", "\r", "\r\n", "\n", "\u2028", "\u000c",
        "\0",
    ];

    private static readonly string[] Values =
    [
        "", "''", "\"\"", "~", "null", "true", "[]", "{}", "[[]]", "{a: b}", "- a", "0", "-1", "2147483647", "2147483648", "-2147483649",
        "99999999999999999999", "1e999", "-1e999", "0x7fffffff", "NaN", ".inf",
        "0.0000000000000000000001", "0000-00-00", "9999-12-31", "0001-01-01", "10000-01-01", "2026-02-30", "-0044-03-15",
        "2026-12-01T00:00:00", "19XX", "1950?", "1950~/1960", "../1950", "[..1950]", "Y170000002",
        "/", "//", "/../", "/people/../", "http://", "https://[::1", "http://a b", "javascript:alert(1)", "data:,", "mailto:",
        "file:///etc/passwd", "../../../etc/passwd", "C:\\con", "a/b", ".", "..", "*a", "&a b",
        "!!binary x", "%YAML 1.1", "@x", "`x`", "| \n x", ">-\n  x", "\"\\ud800\"", "\"\\u0000\"", "\"\\x1b[2J\"", "\"\\U0010FFFF\"", "{0}",
        "{{x}}", "{{{x}}}", "{{> x}}", "{{#each x}}", "<script>", "<!--", "]]>", "&#0;", "&#xD800;", "%s%n",
        "50%,0,10,10", "pct:0,0,0,0", "999999999,1,1,1", "url(#a)", "calc(1", "#GGGGGG", "1e9", "-5", "NaN,NaN",
        "M0 0L1e308 1e308A1 1 0 0 0 9 9Z",
    ];

    private static readonly string[] Repeated =
        ["[", "(", "{", "<", ">", "*", "_", "`", "#", "> ", "- ", "1. ", "![", "[a](", "**", "|", "~", "\\", "&", "字", "\u0301", "a b ",
            "\n", "\t", " ", "{{", "{{#if a}}", "[^1]", "[@s1]", "<b>", "a:\n  ", "[[", "- - ", "\"", "'", "%", "&amp;", "<g>", "</g>",
            "0,", "-->", "=?utf-8?B?"];

    /// <summary>No UTF-8: overlong, half a pair, beyond Unicode, UTF-16's mark, a tail without a head, a head without a tail.</summary>
    private static readonly byte[][] Broken =
        [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE], [0x80], [0xE5, 0x86]];

    public static byte[] Spoil(byte[] seed, bool isText, Random dice)
    {
        var bytes = seed;
        for (var times = 1 + (dice.Next(4) == 0 ? dice.Next(4) : 0); times > 0; times--)
        {
            bytes = isText && dice.Next(8) > 0 ? Encoding.UTF8.GetBytes(Text(Encoding.UTF8.GetString(bytes), dice)) : Bytes(bytes, dice);
        }

        return bytes;
    }

    private static byte[] Bytes(byte[] bytes, Random dice)
    {
        var copy = bytes.ToList();
        var at = dice.Next(copy.Count + 1);
        switch (dice.Next(8))
        {
            case 0:
                return [.. copy[..at]];
            case 1:
                for (var i = dice.Next(1, 20); i > 0 && copy.Count > 0; i--)
                {
                    copy[dice.Next(copy.Count)] ^= (byte)(1 << dice.Next(8));
                }

                return [.. copy];
            case 2:
                copy.InsertRange(at, Enumerable.Range(0, dice.Next(1, 40)).Select(_ => (byte)dice.Next(256)));
                return [.. copy];
            case 3:
                copy.InsertRange(at, Broken[dice.Next(Broken.Length)]);
                return [.. copy];
            case 4:
                return [.. copy[at..], .. copy[..at]];
            case 5:
                var length = dice.Next(Math.Min(4096, copy.Count - Math.Min(at, copy.Count)) + 1);
                copy.InsertRange(at, copy.GetRange(Math.Min(at, copy.Count - length), length));
                return [.. copy];
            case 6:
                for (var i = at; i < Math.Min(copy.Count, at + 8); i++)
                {
                    copy[i] = dice.Next(2) == 0 ? (byte)0xFF : (byte)0;
                }

                return [.. copy];
            default:
                return [0xEF, 0xBB, 0xBF, .. copy];
        }
    }

    private static string Text(string text, Random dice)
    {
        var lines = text.Split('\n').ToList();
        var line = dice.Next(lines.Count);
        var at = dice.Next(text.Length + 1);
        string Pick(string[] of) => of[dice.Next(of.Length)];
        switch (dice.Next(20))
        {
            case 0:
                return text[..at];
            case 1:
                return text.Insert(at, Pick(Odd));
            case 2:
                lines.Insert(line, lines[dice.Next(lines.Count)]);
                break;
            case 3:
                lines.RemoveAt(line);
                break;
            case 4:
                lines[line] = new string(' ', dice.Next(1, 8)) + lines[line];
                break;
            case 5:
                lines[line] = lines[line].TrimStart();
                break;
            case 6:
                return text.Insert(at, Many(Pick(Repeated), dice));
            case 7:
                lines[line] = WithValue(lines[line], Pick(Values));
                break;
            case 8:
                return Swapped(lines, dice);
            case 9:
                lines[line] = WithValue(lines[line], Many("字", dice));
                break;
            case 10:
                return dice.Next(2) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text.Replace('\n', '\r');
            case 11:
                lines.InsertRange(line, ["<<<<<<< HEAD", lines[line], "=======", Pick(Values), ">>>>>>> other"]);
                break;
            case 12:
                lines.InsertRange(line, Enumerable.Repeat(lines[line], dice.Next(2, 2000)));
                break;
            case 13:
                lines[line] = WithValue(lines[line], string.Concat(Enumerable.Repeat("[", dice.Next(1, 3000))) + "x");
                break;
            case 14:
                return text.Replace(Word(text, dice), Pick(Values), StringComparison.Ordinal);
            case 15:
                lines[line] = WithValue(lines[line], $"\"{Pick(Odd).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
                break;
            case 16:
                return string.Concat(Enumerable.Range(0, dice.Next(2, 300))
                    .Select(i => new string(' ', i * 2) + (dice.Next(2) == 0 ? "- a:\n" : "a:\n"))) + text;
            case 17:
                return text + "\n" + string.Concat(Enumerable.Range(0, dice.Next(2, 200))
                    .Select(i => new string(' ', i * 2) + "- " + Pick(Values).ReplaceLineEndings(" ") + "\n"));
            case 18:
                var digits = text.Select((c, i) => (c, i)).Where(c => char.IsAsciiDigit(c.c)).Select(c => c.i).ToList();
                return digits.Count == 0
                    ? text : text.Insert(digits[dice.Next(digits.Count)], new string((char)('0' + dice.Next(10)), dice.Next(1, 400)));
            default:
                lines[line] = lines[line].Replace(": ", ":", StringComparison.Ordinal)
                    .Replace("\"", dice.Next(2) == 0 ? "" : "'", StringComparison.Ordinal);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string Many(string what, Random dice) =>
        string.Concat(Enumerable.Repeat(what,
        dice.Next(4) switch { 0 => 100_000 / what.Length, 1 => dice.Next(60, 400), 2 => dice.Next(400, 5000), _ => dice.Next(2, 60) }));

    private static string WithValue(string line, string value)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return colon >= 0 ? line[..(colon + 1)] + " " + value : equals >= 0 ? $"{line[..(equals + 1)]}\"{value}\"" : value;
    }

    private static string Swapped(List<string> lines, Random dice)
    {
        var keyed = Enumerable.Range(0, lines.Count).Where(i => lines[i].Contains(':', StringComparison.Ordinal)).ToList();
        if (keyed.Count > 1)
        {
            var (a, b) = (keyed[dice.Next(keyed.Count)], keyed[dice.Next(keyed.Count)]);
            string Value(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            (lines[a], lines[b]) = (WithValue(lines[a], Value(lines[b])), WithValue(lines[b], Value(lines[a])));
        }

        return string.Join('\n', lines);
    }

    private static string Word(string text, Random dice)
    {
        var words = text.Split([' ', '\n', ':', ',', '"', '=', '<', '>', '{', '}', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "字" : words[dice.Next(words.Length)];
    }
}
