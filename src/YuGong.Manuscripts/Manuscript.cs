namespace YuGong.Manuscripts;

/// <summary>
/// A text as newsrooms pass it on, whatever it came in: what <see cref="WordReader"/> and <see cref="HtmlReader"/> read and
/// <see cref="WordWriter"/>, <see cref="ChannelHtml"/> and <see cref="MarkdownWriter"/> write.
/// </summary>
public sealed record Manuscript
{
    /// <summary>Null where the manuscript marks none as its title.</summary>
    public string? Title { get; init; }

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>What <see cref="NoteInline"/> refers to: the note of number 1 first.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The files that <see cref="FigureBlock"/> names.</summary>
    public IReadOnlyList<ManuscriptPicture> Pictures { get; init; } = [];

    /// <summary>Pieces that have no place in the text, in the order they were met: listed, never dropped.</summary>
    public IReadOnlyList<UnreadPiece> Unread { get; init; } = [];
}

/// <param name="Name">A plain file name with a suffix that fits the bytes.</param>
public sealed record ManuscriptPicture(string Name, byte[] Bytes);

/// <summary>Something that was not understood, or understood and put elsewhere.</summary>
/// <param name="What">What kind of thing it is.</param>
/// <param name="Text">What it says; empty for a thing without words.</param>
public sealed record UnreadPiece(YuGong.Text.Phrase What, string Text);

public abstract record Block;

/// <param name="Level">1 is the highest of the text itself; its title is none of these.</param>
public sealed record HeadingBlock(int Level, IReadOnlyList<Inline> Inlines) : Block;

public sealed record ParagraphBlock(IReadOnlyList<Inline> Inlines) : Block;

public sealed record QuoteBlock(IReadOnlyList<Block> Blocks) : Block;

public sealed record ListBlock(bool IsNumbered, IReadOnlyList<ListItem> Items) : Block;

public sealed record ListItem(IReadOnlyList<Block> Blocks);

public sealed record TableBlock(IReadOnlyList<TableLine> Lines) : Block;

/// <param name="IsHead">Its cells name their columns.</param>
public sealed record TableLine(bool IsHead, IReadOnlyList<IReadOnlyList<Inline>> Cells);

/// <param name="Picture">A name of <see cref="Manuscript.Pictures"/>, or of a file beside the text.</param>
/// <param name="Alt">What is to be seen on it, for who cannot see it.</param>
public sealed record FigureBlock(string Picture, string Alt, IReadOnlyList<Inline> Caption) : Block;

public sealed record DividerBlock : Block;

public abstract record Inline;

public sealed record TextInline(string Text, bool IsStrong = false, bool IsEmphasised = false) : Inline;

/// <param name="Address">As it was written.</param>
public sealed record LinkInline(string Address, IReadOnlyList<Inline> Inlines) : Inline;

/// <param name="Number">Counted from 1.</param>
public sealed record NoteInline(int Number) : Inline;

public sealed record BreakInline : Inline;
