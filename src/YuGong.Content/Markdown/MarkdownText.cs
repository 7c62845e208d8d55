using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using YuGong.Content.Markdown.Chinese;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content.Markdown;

internal sealed record Parsed(
    string Html, int Han, IReadOnlyList<Heading> Headings, IReadOnlyList<Link> Links, IReadOnlyList<Ref> Pictures,
    IReadOnlyList<Ref> Cites, IReadOnlyList<Diagnostic> Findings);

/// <summary>CommonMark as Chinese types it, with pipe tables, footnotes, heading ids and citations; no HTML.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = Common(new ChineseExtension())
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Use<SicExtension>()
        .Build();

    /// <summary>Line breaks and marks for the copy desk stay where they are typed.</summary>
    private static readonly MarkdownPipeline AsWritten = Common(new ChineseExtension(settlesBreaks: false)).Build();

    private static readonly BodyContext Nothing = new([], [], address => address);

    [ThreadStatic]
    private static RendererPool? thisThreads;

    private static MarkdownPipelineBuilder Common(ChineseExtension chinese) => new MarkdownPipelineBuilder()
        .Use(chinese) // first: the others listen to the parsers that it puts in
        .UsePipeTables()
        .UseFootnotes()
        .UsePreciseSourceLocation();

    /// <summary>The parser's own tree of a body, for those who write it back; null when it is too much for it.</summary>
    public static MarkdownDocument? ParseAsWritten(string body)
    {
        try
        {
            return BodyBounds.Exceeded(body) is null ? Markdig.Markdown.Parse(body, AsWritten, Nothing.ForParser()) : null;
        }
        catch (Exception e) when (IsLost(e))
        {
            return null;
        }
    }

    public static Parsed Parse(SourceFile file, int start, BodyContext context)
    {
        var body = file.Text[start..];
        if (BodyBounds.Exceeded(body) is var (at, what))
        {
            return Unread(file, start + at, what);
        }

        try
        {
            return Read(file, start, body, context);
        }
        catch (Exception e) when (IsLost(e))
        {
            thisThreads = null; // what it wrote with may stand anywhere
            return Unread(file, start + UnreadablePlace(body), new("嵌套太深", "nested too deep"));
        }
    }

    private static Parsed Read(SourceFile file, int start, string body, BodyContext context)
    {
        var document = Markdig.Markdown.Parse(body, Pipeline, context.ForParser());
        var reader = new BodyWalk(file, start, context);
        reader.Read(document);

        // Characters can be written by their numbers (&#1;), also where no node of the document shows them.
        var html = Render(document, context);
        var bad = BadCharacters.In(html);
        if (bad >= 0)
        {
            reader.FindBadCharacter(html[bad]);
        }

        return new(TextIntake.Clean(BadCharacters.Replace(html)).Replace(" />", ">", StringComparison.Ordinal), reader.Han, reader.Headings,
            reader.Links, reader.Pictures, reader.Cites,
            reader.Findings);
    }

    private static Parsed Unread(SourceFile file, int at, Phrase what) =>
        new("", 0, [], [], [], [], [new(ContentRules.BodyBounds, file.Span(at, 1), what)]);

    /// <summary>The parser refuses what is nested more than 128 deep; with anything else of these it has lost its own way.</summary>
    private static bool IsLost(Exception e) =>
        e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException;

    /// <summary>
    /// The parser does not say where. The shortest beginning that it refuses ends at the place, in whole lines and then within the line.
    /// </summary>
    private static int UnreadablePlace(string body)
    {
        var ends = new List<int>();
        for (var end = body.IndexOf('\n'); end >= 0; end = body.IndexOf('\n', end + 1))
        {
            ends.Add(end + 1);
        }

        ends.Add(body.Length);
        var line = First(ends.Count, i => IsRefused(body[..ends[i]]));
        var (from, to) = (line == 0 ? 0 : ends[line - 1], ends[Math.Min(line, ends.Count - 1)]);
        return from + First(to - from, i => IsRefused(body[..(from + i + 1)]));
    }

    /// <summary>The first of so many for which it holds, by halving; the last when it holds for none.</summary>
    private static int First(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, Math.Max(0, count - 1));
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static bool IsRefused(string beginning)
    {
        try
        {
            Render(Markdig.Markdown.Parse(beginning, Pipeline, Nothing.ForParser()), Nothing);
            return false;
        }
        catch (Exception e) when (IsLost(e))
        {
            thisThreads = null;
            return true;
        }
    }

    private static string Render(MarkdownDocument document, BodyContext context) =>
        (thisThreads ??= new RendererPool()).Print(document, context.NumberOf);

    /// <summary>A renderer is dear to make and cheap to use again, one on each thread.</summary>
    private sealed class RendererPool
    {
        private readonly StringBuilder text = new();
        private readonly CitationRenderer citations = new();
        private readonly HtmlRenderer renderer;

        public RendererPool()
        {
            renderer = new(new StringWriter(text));
            Pipeline.Setup(renderer);
            renderer.ObjectRenderers.Insert(0, citations);
            renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AddressRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new FigureRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new LeftOut<HtmlInline>());
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new LeftOut<HtmlBlock>());
        }

        public string Print(MarkdownDocument document, Func<string, int?> numberOf)
        {
            text.Clear();
            citations.NumberOf = numberOf;
            renderer.Render(document);
            return text.ToString();
        }
    }
}
