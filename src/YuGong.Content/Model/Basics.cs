using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>A reference as written, with its place: an id, a file name or an address.</summary>
public sealed record Ref(string Id, SourceSpan Span);

/// <summary>A point of a picture that must stay visible when it is cropped: 0 to 1 from the left and from the top.</summary>
public sealed record FocalPoint(double X, double Y);

/// <summary>Whether a machine made or changed a picture; shown to the public (《人工智能生成合成内容标识办法》).</summary>
public enum AiUse
{
    None,
    Assisted,
    Generated,
}

/// <param name="File">The file beside the entry.</param>
public sealed record Picture(
    Ref File, string Alt, string Credit, string? Rights, string? Caption, FocalPoint? Focal, AiUse Ai);

/// <summary>
/// A: official, academies, universities, main media at their own site; B: reprints, local history, excerpts; C: encyclopedias, aggregators.
/// </summary>
public enum Grade
{
    A,
    B,
    C,
}

public sealed record Source
{
    public required Ref Id { get; init; }

    public required string Title { get; init; }

    public required string? Author { get; init; }

    public required string Publisher { get; init; }

    public required HistoricalDate? Date { get; init; }

    public required string? Url { get; init; }

    public required string? Archive { get; init; }

    public required Grade Grade { get; init; }

    /// <summary>Sources of one group depend on one another and count once.</summary>
    public required string? Group { get; init; }

    /// <summary>False: only an excerpt was read.</summary>
    public required bool ReadInFull { get; init; }
}

/// <summary>A statement that must be established: it cites sources.</summary>
public abstract record Claim(SourceSpan Span, IReadOnlyList<Ref> Cites)
{
    /// <summary>The statement in a few words, for findings.</summary>
    public abstract string What { get; }

    public bool IsCiting(Source source)
    {
        for (var i = 0; i < Cites.Count; i++)
        {
            if (Cites[i].Id == source.Id.Id)
            {
                return true;
            }
        }

        return false;
    }
}

public sealed record VitalDate(string Kind, HistoricalDate Date, string? Place, SourceSpan Span, IReadOnlyList<Ref> Cites)
    : Claim(Span, Cites)
{
    public override string What => $"{Kind} {Date.Chinese}";
}

public sealed record LifeEvent(HistoricalDate Date, string Text, string? Place, SourceSpan Span, IReadOnlyList<Ref> Cites)
    : Claim(Span, Cites)
{
    /// <summary>Said of an event that is later than the death of whose story it stands in.</summary>
    public bool Posthumous { get; init; }

    public override string What => $"{Date.Chinese} {Text}";
}

public sealed record Figure(string Label, string Value, string? Unit, SourceSpan Span, IReadOnlyList<Ref> Cites) : Claim(Span, Cites)
{
    public override string What => $"{Label} {Value}{Unit}";
}

public sealed record Honour(string Name, HistoricalDate? Date, SourceSpan Span, IReadOnlyList<Ref> Cites) : Claim(Span, Cites)
{
    public override string What => Name;
}

/// <param name="Direct">The words themselves; false: reported speech.</param>
public sealed record Quotation(string Text, string? Speaker, bool Direct, string? Occasion, SourceSpan Span, IReadOnlyList<Ref> Cites)
    : Claim(Span, Cites)
{
    public override string What => Text;
}

public sealed record Project(string Name, string? Role, HistoricalDate? Date, string? Place, SourceSpan Span, IReadOnlyList<Ref> Cites)
    : Claim(Span, Cites)
{
    public override string What => Name;
}

/// <summary>That something happened on a day, as news tells it.</summary>
public sealed record Report(HistoricalDate Date, string Text, SourceSpan Span, IReadOnlyList<Ref> Cites) : Claim(Span, Cites)
{
    public override string What => $"{Date.Chinese} {Text}";
}

public sealed record Relation(Ref Person, string Text, SourceSpan Span, IReadOnlyList<Ref> Cites) : Claim(Span, Cites)
{
    public override string What => $"{Person.Id} {Text}";
}

/// <summary>Who checked (a post, not a name), how, and when.</summary>
public sealed record Verification(string Checker, string Method, DateOnly Date);

public enum ConsentBasis
{
    Person,
    Family,
    PublicRecord,
}

public enum ConsentScope
{
    Web,
    Poster,
    Print,
    Video,
}

public sealed record Consent(ConsentBasis Basis, string? By, IReadOnlyList<ConsentScope> Scope, DateOnly? Until, string? Note,
    SourceSpan Span);

public enum Status
{
    Draft,
    Review,

    /// <summary>Published as soon as the gate lets it pass.</summary>
    Ready,

    /// <summary>Promised to the public: failing the gate is an error.</summary>
    Published,
}

/// <summary>What was mended after publication, and when; readers are told.</summary>
public sealed record Correction(DateOnly Date, string Text);

/// <summary>What every entry has.</summary>
public sealed record EntryHeader
{
    public required string Id { get; init; }

    /// <summary>Its folder, with the names of the files in it.</summary>
    public required EntryFolder Folder { get; init; }

    public required SourceSpan Place { get; init; }

    public required Status Status { get; init; }

    public required SourceSpan StatusSpan { get; init; }

    public required bool Sample { get; init; }

    public required DateOnly? PublishAt { get; init; }

    public required DateOnly? ExpireAt { get; init; }

    public required DateOnly? Updated { get; init; }

    public required IReadOnlyList<Ref> Aliases { get; init; }

    public required string? Author { get; init; }

    public required string? Byline { get; init; }

    public required string? Rights { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required Verification? Verification { get; init; }

    public required Body Body { get; init; }

    public required Node? Extra { get; init; }

    /// <summary>Words of the site's own vocabularies, in the order of these.</summary>
    public IReadOnlyList<VocabularyTerms> Terms { get; init; } = [];

    /// <summary>In the order they were made.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The day of the last change that readers were told of: an update or a correction.</summary>
    public DateOnly? Changed => Corrections.Count == 0
        ? Updated : Corrections.Max(c => c.Date) is var last && Updated > last ? Updated : Corrections.Max(c => c.Date);

    /// <summary>The source that a citation means, or null.</summary>
    public Source? SourceOf(Ref cite)
    {
        for (var i = 0; i < Sources.Count; i++)
        {
            if (Sources[i].Id.Id == cite.Id)
            {
                return Sources[i];
            }
        }

        return null;
    }
}

/// <summary>
/// An entry's folder: its path as people know it (<c>input/stories/x</c>), where it is, and the files beside <c>index.md</c>.
/// </summary>
public sealed record EntryFolder(string Path, string FullPath, IReadOnlyList<string> Files)
{
    /// <summary>Files that do not lie in it yet, by name, and where they lie meanwhile (<see cref="FileOverlay"/>).</summary>
    public IReadOnlyDictionary<string, string>? Elsewhere { get; init; }

    /// <summary>Where the file of this name is to be read.</summary>
    public string At(string name) => Elsewhere?.GetValueOrDefault(name) ?? System.IO.Path.Combine(FullPath, name);
}
