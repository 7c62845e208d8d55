using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// A Markdown body. Parsed on first need and at most once: rules need its parts, pages its HTML,
/// and a build that finds it unchanged needs neither.
/// </summary>
public sealed class Body
{
    private readonly Lazy<Markdown.Parsed> parsed;
    private BodyDigest? glance;

    /// <param name="start">Where the body begins in the file.</param>
    /// <param name="glance">What is known of it without its text.</param>
    public Body(SourceFile file, int start, BodyContext context, BodyDigest? glance = null)
    {
        File = file;
        Start = start;
        this.glance = glance;
        parsed = new(() => Markdown.MarkdownText.Parse(file, start, context));
    }

    public SourceFile File { get; }

    public int Start { get; }

    public BodyDigest BodyDigest => glance ??= BodyDigest.At(File.Text, Start);

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

/// <summary>What a body tells without being parsed.</summary>
/// <param name="Words">The fingerprint of the body as written.</param>
/// <param name="WholeFile">Of the whole file, front matter and body.</param>
/// <param name="MayLink">Whether a slash is in it: without one it names no address of this site.</param>
/// <param name="Headings">What may be a heading (<see cref="HeadingLines"/>): it holds every character of every heading.</param>
public sealed record BodyDigest(Fingerprint Words, Fingerprint WholeFile, bool MayLink, string Headings)
{
    public static BodyDigest At(string file, int start)
    {
        var body = file.AsSpan(start);
        return new(Fingerprint.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(body)), Fingerprint.Of(file), body.Contains('/'),
            HeadingLines.In(body));
    }
}

/// <param name="Anchor">The id that a link can name.</param>
public sealed record Heading(int Level, string Anchor, string Text, SourceSpan Span);

/// <param name="Target">As written.</param>
public sealed record Link(string Target, SourceSpan Span);
