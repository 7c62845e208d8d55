namespace YuGong.Manuscripts;

/// <summary>
/// A published entry on its way to somebody else: the text, its pictures by number, and what must be shown with them. Made by whoever
/// knows the entry; everything in it may be read by everybody.
/// </summary>
public sealed record Article
{
    public required string Title { get; init; }

    /// <summary>Without line breaks.</summary>
    public required string Summary { get; init; }

    /// <summary>As it is to be shown.</summary>
    public required string? Byline { get; init; }

    public required string? Rights { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Of the content it was made from.</summary>
    public required string Revision { get; init; }

    /// <summary>Of the page that it was made from.</summary>
    public required Uri Page { get; init; }

    /// <summary>Its notes are the sources; its figures name <see cref="Pictures"/>.</summary>
    public required Manuscript Text { get; init; }

    /// <summary>In the order of the text.</summary>
    public required IReadOnlyList<ArticlePicture> Pictures { get; init; }

    /// <summary>What is added for those who read it before it is published; null for everybody else.</summary>
    public ReviewSheet? Review { get; init; }

    /// <summary>What stands below the text: who checked it and how, what publication rests on, what was mended. A sentence each.</summary>
    public required IReadOnlyList<string> Statements { get; init; }
}

/// <summary>A picture that goes with an article.</summary>
public sealed record ArticlePicture
{
    /// <summary>Of the file: <c>01.jpg</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    public required string Alt { get; init; }

    /// <summary>What it shows; the alternative text where no caption was written.</summary>
    public required string Caption { get; init; }

    public required string Credit { get; init; }

    public required string? Rights { get; init; }

    /// <summary>What the law asks to be said of a picture that a machine made or changed; null where none did.</summary>
    public required string? Label { get; init; }

    /// <summary>A JPEG.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Pixels.</summary>
    public required (int Width, int Height) Size { get; init; }

    /// <summary>The line below it: number, what it shows, whose it is.</summary>
    public string Line => string.Join('　', new[] { $"图 {Number}", Caption, Credit, Label }.Where(part => !string.IsNullOrEmpty(part)));
}
