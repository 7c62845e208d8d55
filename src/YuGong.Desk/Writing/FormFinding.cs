using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>A finding as a form tells it: in which field, at which words, what to do, and what would mend it.</summary>
public sealed record FormFinding
{
    /// <summary>Words that a form can look for in its field; longer ones are a passage.</summary>
    private const int MostWords = 80;

    /// <summary>error, warning, note.</summary>
    public required string Severity { get; init; }

    public required string Code { get; init; }

    /// <summary>From the outermost key inwards; nothing for the whole entry.</summary>
    public required IReadOnlyList<string> Field { get; init; }

    /// <summary>In the form's own words; where it is another file's, that file.</summary>
    public required string Place { get; init; }

    public required string Message { get; init; }

    public required string Hint { get; init; }

    /// <summary>In the body: the line, counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>In the body: UTF-16 units from its beginning.</summary>
    public int? Start { get; init; }

    public int Length { get; init; }

    /// <summary>In a field: the words themselves.</summary>
    public string? Words { get; init; }

    public FormFix? Mend { get; init; }

    /// <param name="path">The entry's own file; what is found elsewhere has no field.</param>
    public static FormFinding Of(Diagnostic finding, DeskCollection collection, string path)
    {
        if (finding.Span.File.Path != path)
        {
            return Of(finding, collection, matter: null);
        }

        var found = collection.Site is { } site ? Dressed(finding, site) : finding;
        return Of(found, collection, FrontMatterBlock.Read(found.Span.File, new()));
    }

    /// <summary>The same finding in the form's dress of the file.</summary>
    private static Diagnostic Dressed(Diagnostic finding, SiteForm site)
    {
        var (file, at) = (finding.Span.File, finding.Span);
        return finding with
        {
            Fix = null,
            Span = new SourceFile(file.Path, site.Dress(file.Text)).Span(file.OffsetIn(at) + site.Shift, at.Length),
        };
    }

    /// <param name="matter">The entry's text as the form has it; null where it cannot be read, or the finding is another file's.</param>
    public static FormFinding Of(Diagnostic finding, DeskCollection collection, FrontMatterBlock? matter)
    {
        var field = matter is null ? [] : FormPlace.Of(matter, finding);
        var place = matter is null && finding.Span.File.Text.Length > 0 ? finding.Span.File.Path
            : FormPlace.Words(collection.Schema, field);
        var told = new FormFinding
        {
            Severity = EntryPage.SeverityWord(finding.Severity), Code = finding.Rule.Code, Field = field, Place = place,
            Message = finding.Message(Language.Chinese), Hint = finding.Hint(Language.Chinese),
            Mend = matter is null || finding.Span.File.Text != matter.File.Text ? null : FormFix.Of(matter, finding, field),
        };
        if (matter is null)
        {
            return told;
        }

        var text = matter.File.Text;
        var (at, length) = (matter.File.OffsetIn(finding.Span), finding.Span.Length);
        if (field is not ["body"])
        {
            return length is 0 or > MostWords || at + length > text.Length ? told
                : told with { Words = text.Substring(at, length).Trim('"', '\'') };
        }

        var body = matter.BodyStart;
        while (body < text.Length && text[body] == '\n')
        {
            body++;
        }

        var start = Math.Max(0, at - body);
        return told with
        {
            Line = text.AsSpan(body, Math.Min(start, text.Length - body)).Count('\n') + 1, Start = start, Length = length,
        };
    }

    /// <summary>Whether the step is where it is mended; what has no place of its own belongs to the last one.</summary>
    public bool IsIn(FormStep step, IReadOnlyList<FormStep> all) =>
        (all.FirstOrDefault(s => Field.Count > 0 && (s.Keys.Contains(Field[0]) || s.Folded.Contains(Field[0]))) ?? all[^1]) == step;
}
