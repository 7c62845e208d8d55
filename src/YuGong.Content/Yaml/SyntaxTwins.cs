using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content.Yaml;

/// <summary>A sign that looks like one of YAML's and is none, as a Chinese input method writes it.</summary>
/// <param name="Line">Where the words of its line begin.</param>
/// <param name="Write">What to put in its place.</param>
internal readonly record struct SyntaxTwin(SourceSpan Span, int Line, string Write)
{
    public void Report(Diagnostics diagnostics)
    {
        var code = Span.File.Text[Span.Start];
        var what = code == ':' ? new("后面没有空格的冒号", "a colon without a blank behind it")
            : code is '：' or '﹕' or '︓' or '－' or '–' or '—' or '•' or '·' or '●' or '＃'
                ? new Phrase($"“{code}”(U+{(int)code:X4})", $"'{code}' (U+{(int)code:X4})") : CharacterName.Of(code);
        // How deep a line was meant to stand, nobody can tell from blanks of another width.
        var fix = Fix.Replace(Span, Write) with { IsSafe = Write != " " || (Span.Start > 0 && Span.File.Text[Span.Start - 1] == ':') };
        diagnostics.Report(ContentRules.SyntaxTwin, Span, fix, what, Write switch
        {
            ": " => new("半角冒号加一个空格(: )", "an ASCII colon and a blank (: )"),
            " " => new("半角空格", "an ASCII blank"),
            "- " => new("半角减号加一个空格(- )", "an ASCII hyphen and a blank (- )"),
            "#" => new("半角 #", "an ASCII #"),
            _ => new Phrase(Write, Write),
        });
    }
}

/// <summary>Looks for such signs where they would count: behind a key, and at the beginning of a line.</summary>
internal static class SyntaxTwins
{
    public static IReadOnlyList<SyntaxTwin> In(SourceFile file, int start, int length)
    {
        var found = new List<SyntaxTwin>();
        for (var line = start; line < start + length;)
        {
            var end = file.Text.IndexOf('\n', line, start + length - line);
            end = end < 0 ? start + length : end;
            if (OfLine(file, line, end) is { } twin)
            {
                found.Add(twin);
            }

            line = end + 1;
        }

        return found;
    }

    private static SyntaxTwin? OfLine(SourceFile file, int start, int end)
    {
        var text = file.Text;
        var at = SkipBlanks(text, start, end);
        if (at == end)
        {
            return null;
        }

        var isFollowed = at + 1 < end && (text[at + 1] == ' ' || IsBlank(text[at + 1]));
        switch (text[at])
        {
            case var blank when IsBlank(blank):
                var words = at;
                while (words < end && (text[words] == ' ' || IsBlank(text[words])))
                {
                    words++;
                }

                return words < end ? new(file.Span(at, words - at), at, " ") : null;
            case '－' or '–' or '—' or '•' or '·' or '●' when isFollowed:
                return new(file.Span(at, 2), at, "- ");
            case '＃':
                return new(file.Span(at, 1), at, "#");
        }

        while (at + 1 < end && text[at] == '-' && text[at + 1] == ' ')
        {
            at = SkipBlanks(text, at + 1, end);
        }

        return at < end && (char.IsAsciiLetter(text[at]) || text[at] == '_') ? OfKey(file, at, end) : null;
    }

    private static SyntaxTwin? OfKey(SourceFile file, int key, int end)
    {
        var text = file.Text;
        var at = key;
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-'))
        {
            at++;
        }

        var sign = SkipBlanks(text, at, end);
        if (sign < end && text[sign] is '：' or '﹕' or '︓')
        {
            var after = sign + 1;
            while (after < end && (text[after] == ' ' || IsBlank(text[after])))
            {
                after++;
            }

            return new(file.Span(sign, after - sign), key, ": ");
        }

        if (at + 1 >= end || text[at] != ':')
        {
            return null;
        }

        return IsBlank(text[at + 1]) ? new(file.Span(at + 1, 1), key, " ")
            : text[at + 1] is '"' or '\'' or '[' or > '\u007F' ? new(file.Span(at, 1), key, ": ") : null;
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(char c) => c is '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';
}
