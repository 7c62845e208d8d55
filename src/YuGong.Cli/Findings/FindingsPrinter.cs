using System.Text;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Prints findings so that one can go there: file:line:column, the line, and the place underlined.</summary>
internal static class FindingsPrinter
{
    private static readonly Phrase HintWord = new("提示:", "hint: ");

    public static string Text(IReadOnlyList<Diagnostic> findings, Language language, bool color = false)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            Print(text, finding, language, color);
        }

        return text.ToString();
    }

    public static Phrase Both(IReadOnlyList<Diagnostic> findings) =>
        new(Text(findings, Language.Chinese), Text(findings, Language.English));

    /// <summary>3 个错误,1 个警告,2 个说明: 3 errors, 1 warning, 2 notes.</summary>
    public static Phrase Summary(IReadOnlyList<Diagnostic> findings)
    {
        var (errors, warnings, notes) = (Count(Severity.Error), Count(Severity.Warning), Count(Severity.Note));
        return new($"{errors} 个错误,{warnings} 个警告,{notes} 个说明",
            $"{Phrase.Count(errors, "error")}, {Phrase.Count(warnings, "warning")}, {Phrase.Count(notes, "note")}");

        int Count(Severity severity) => findings.Count(f => f.Severity == severity);
    }

    public static string Word(Severity severity) =>
        severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private static void Print(StringBuilder text, Diagnostic finding, Language language, bool color)
    {
        var file = finding.Span.File;
        var at = file.At(finding.Span.Start);
        var severity = Word(finding.Severity);
        var paint = color ? finding.Severity switch { Severity.Error => "\e[31m", Severity.Warning => "\e[33m", _ => "\e[36m" } : "";
        var plain = color ? "\e[0m" : "";
        text.Append(VisibleText.Line(file.Path)).Append(':').Append(at.Line).Append(':').Append(at.Column).Append(": ")
            .Append(paint).Append(severity).Append(plain).Append(' ').Append(finding.Rule.Code).Append(": ")
                .Append(VisibleText.Lines(finding.Message(language))).Append('\n');
        if (file.Text.Length > 0)
        {
            Underline(text, file.Line(at.Line), at, finding.Span.Length, paint, plain);
        }

        text.Append("  ").Append(HintWord.In(language)).Append(VisibleText.Lines(finding.Hint(language))).Append("\n\n");
    }

    private static void Underline(StringBuilder text, ReadOnlySpan<char> line, LinePosition at, int length, string paint, string plain)
    {
        var (start, end) = (Math.Min(at.Column - 1, line.Length), Math.Min(at.Column - 1 + Math.Max(1, length), line.Length));
        // A long line is shown around the place: 30 columns before it and 50 after.
        var from = Math.Max(0, Math.Min(start - 30, line.Length));
        var to = Math.Min(line.Length, Math.Max(end, start + 50));
        to = Math.Min(to, from + 120);
        from += SplitsPair(line, from) ? 1 : 0;
        to -= SplitsPair(line, to) ? 1 : 0;
        end = Math.Min(Math.Max(end, start), to);
        // Tabs would shift the underline, and a terminal would obey other controls.
        var shown = VisibleText.Line(string.Concat(line[from..to].ToString().Select(c => char.IsControl(c) ? ' ' : c)));
        var number = at.Line.ToString();
        text.Append("  ").Append(number).Append(" | ").Append(from > 0 ? "…" : "").Append(shown).Append(to < line.Length ? "…" : "")
            .Append('\n')
            .Append(' ', number.Length + 2).Append(" | ").Append(' ', Width(line[from..start]) + (from > 0 ? 1 : 0))
            .Append(paint).Append('^').Append('~', Math.Max(0, Width(line[start..end]) - 1)).Append(plain).Append('\n');
    }

    private static bool SplitsPair(ReadOnlySpan<char> line, int at) =>
        at > 0 && at < line.Length && char.IsSurrogatePair(line[at - 1], line[at]);

    /// <summary>Columns on a terminal: East Asian wide characters take two (UAX #11).</summary>
    internal static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
                    or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
        }

        return width;
    }
}
