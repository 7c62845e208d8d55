using YuGong.Text;

namespace YuGong.Content;

/// <summary>What the book of a hall is made with, from <c>books/ID.md</c>. Everything else of it is the site's.</summary>
public sealed record Book
{
    public required string Id { get; init; }

    /// <summary>Where the file says so.</summary>
    public required SourceSpan Place { get; init; }

    /// <summary>Null for the site's own.</summary>
    public required string? Title { get; init; }

    /// <summary>Below the title.</summary>
    public required string? Subtitle { get; init; }

    /// <summary>The format of the page, as the theme's design names it; null for the design's first.</summary>
    public required string? Format { get; init; }

    /// <summary>In the order of the book; empty for everybody who is published, in the order of the hall.</summary>
    public required IReadOnlyList<Ref> People { get; init; }

    /// <summary>Sentences of the last page: printer, number of copies, an ISBN – what only who has it printed knows.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Words of the index that are read otherwise than their characters usually are: <c>长乐 chang le</c>.</summary>
    public required IReadOnlyList<string> Readings { get; init; }

    /// <summary>Whether sources stand behind each story.</summary>
    public required bool WithSources { get; init; }

    /// <summary>Sources stand at the foot of the pages that cite them, not behind the story.</summary>
    public bool WithFootnotes { get; init; }

    /// <summary>竖排.</summary>
    public bool IsVertical { get; init; }

    /// <summary>The preface; null for a book without.</summary>
    public required Body? Preface { get; init; }
}
