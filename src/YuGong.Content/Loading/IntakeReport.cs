using System.Globalization;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content;

/// <summary>What was found while a text was taken in: one finding for each kind of it, at the first place, naming the others.</summary>
internal static class IntakeReport
{
    /// <summary>Lines that a finding lists.</summary>
    private const int Listed = 6;

    private const string Ours = "<<<<<<<", Theirs = ">>>>>>>";

    public static void Report(SourceFile file, TakenText taken, Diagnostics diagnostics)
    {
        Report(file, taken.Finds, diagnostics);
        var carriage = file.Original.IndexOf('\r', StringComparison.Ordinal);
        if (carriage >= 0)
        {
            diagnostics.Report(ContentRules.CarriageReturns, new SourceFile(file.Path, file.Original).Span(carriage, 0));
        }
    }

    /// <summary>Without a word on how lines end, where any way will do.</summary>
    public static void Report(SourceFile file, IReadOnlyList<IntakeFind> finds, Diagnostics diagnostics)
    {
        var original = new SourceFile(file.Path, file.Original);
        foreach (var find in finds)
        {
            var span = original.Span(find.Places[0].Start, find.Places[0].Length);
            var fix = new Fix(find.Places);
            var (name, elsewhere) = (CharacterName.Of(find.Code), Elsewhere(original, find.Places));
            switch (find.Fate)
            {
                case CharacterFate.Refuse:
                    diagnostics.Report(ContentRules.BadCharacter, span, name, elsewhere);
                    break;
                case CharacterFate.Drop:
                    diagnostics.Report(ContentRules.InvisibleCharacter, span, fix, name, elsewhere);
                    break;
                case CharacterFate.Fold:
                    diagnostics.Report(ContentRules.LookAlike, span, fix, name, find.Places[0].Replacement, elsewhere);
                    break;
                case CharacterFate.Break:
                    diagnostics.Report(ContentRules.BreakWithin, span, fix, name, elsewhere);
                    break;
                default:
                    diagnostics.Report(ContentRules.LostCharacter, span, name, elsewhere);
                    break;
            }
        }
    }

    /// <summary>
    /// A merge that nobody finished. An entry or a table is not read then; of a ledger both sides are, so that no address seems to vanish.
    /// </summary>
    public static SourceFile? Merged(SourceFile file, IntakeForm form, Diagnostics diagnostics)
    {
        var first = AtLine(file.Text, Ours, 0);
        first = first < 0 ? AtLine(file.Text, Theirs, 0) : first;
        if (first < 0)
        {
            return file;
        }

        diagnostics.Report(ContentRules.MergeConflict, file.Span(first, Ours.Length));
        return form != IntakeForm.Lines ? null : new(file.Path, string.Join('\n', file.Text.Split('\n').Select(Comment)));

        static string Comment(string line) => line.Length >= 7 && line[0] is '<' or '=' or '>' or '|'
            && line.AsSpan(0, 7).IndexOfAnyExcept(line[0]) < 0 ? "#" + line[1..] : line;
    }

    private static int AtLine(string text, string marker, int from)
    {
        for (var at = text.IndexOf(marker, from, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(marker, at + 1, StringComparison.Ordinal))
        {
            var end = at + marker.Length;
            if ((at == 0 || text[at - 1] == '\n') && (end == text.Length || text[end] is ' ' or '\n'))
            {
                return at;
            }
        }

        return -1;
    }

    private static Phrase Elsewhere(SourceFile file, IReadOnlyList<TextEdit> places)
    {
        if (places.Count == 1)
        {
            return Phrase.Empty;
        }

        var lines = places.Select(p => file.At(p.Start).Line).Distinct().Take(Listed + 1).ToList();
        var shown = lines.Take(Listed).Select(l => l.ToString(CultureInfo.InvariantCulture)).ToList();
        var more = lines.Count > Listed ? " …" : "";
        return new($"(一共 {places.Count} 处:第 {string.Join('、', shown)}{more} 行)",
            $" ({places.Count} in all: line {string.Join(", ", shown)}{more})");
    }
}
