using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// A Markdown body. Parsed on first need and at most once: rules need its parts, pages its HTML,
/// and a build that finds it unchanged needs neither.
/// </summary>
public sealed class Body
{
    private readonly Lazy<Markdown.Parsed> parsed;
    private Fingerprint? wholeFile;

    /// <param name="start">Where the body begins in the file.</param>
    /// <param name="sources">The entry's sources in order: the first is [1].</param>
    /// <param name="addressOf">Turns an address as written (<c>/people/x/</c>, <c>plan.png</c>) into one for the page.</param>
    public Body(SourceFile file, int start, IReadOnlyList<Source> sources, Func<string, string> addressOf)
    {
        File = file;
        Start = start;
        Fingerprint = Fingerprint.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(file.Text.AsSpan(start)));
        parsed = new(() => Markdown.MarkdownText.Parse(file, start, sources, addressOf));
    }

    public SourceFile File { get; }

    public int Start { get; }

    /// <summary>Of the text as written.</summary>
    public Fingerprint Fingerprint { get; }

    /// <summary>Of the whole file, front matter and body.</summary>
    public Fingerprint WholeFile => wholeFile ??= Fingerprint.Of(File.Text);

    public string Html => parsed.Value.Html;

    /// <summary>How many Han characters its words have, marks not counted.</summary>
    public int Han => parsed.Value.Han;

    public IReadOnlyList<Heading> Headings => parsed.Value.Headings;

    public IReadOnlyList<Link> Links => parsed.Value.Links;

    public IReadOnlyList<Ref> Cites => parsed.Value.Cites;

    public IReadOnlyList<Ref> Pictures => parsed.Value.Pictures;

    internal IReadOnlyList<Diagnostic> Findings => parsed.Value.Findings;

    /// <summary>Nothing but white space follows the front matter.</summary>
    public bool IsEmpty => File.Text.AsSpan(Start).IsWhiteSpace();
}

/// <param name="Anchor">The id that a link can name.</param>
public sealed record Heading(int Level, string Anchor, string Text, SourceSpan Span);

/// <param name="Target">As written.</param>
public sealed record Link(string Target, SourceSpan Span);
