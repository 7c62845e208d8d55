using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content.Markdown;

internal sealed record Parsed(
    string Html, int Han, IReadOnlyList<Heading> Headings, IReadOnlyList<Link> Links, IReadOnlyList<Ref> Pictures,
    IReadOnlyList<Ref> Cites, IReadOnlyList<Diagnostic> Findings);

/// <summary>CommonMark with pipe tables, footnotes, heading ids and citations; no HTML.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePreciseSourceLocation()
        .Use<CitationExtension>()
        .Build();

    [ThreadStatic]
    private static RendererPool? thisThreads;

    public static Parsed Parse(SourceFile file, int start, IReadOnlyList<Source> sources, Func<string, string> addressOf)
    {
        var body = file.Text[start..];
        if (BodyBounds.Exceeded(body) is var (at, what))
        {
            return Unread(file, start + at, what);
        }

        try
        {
            return Read(file, start, body, sources, addressOf);
        }
        catch (Exception e) when (IsLost(e))
        {
            thisThreads = null; // what it wrote with may stand anywhere
            return Unread(file, start + UnreadablePlace(body), new("嵌套太深", "nested too deep"));
        }
    }

    private static Parsed Read(SourceFile file, int start, string body, IReadOnlyList<Source> sources, Func<string, string> addressOf)
    {
        var document = Markdig.Markdown.Parse(body, Pipeline);
        var reader = new Walk(file, start);
        reader.Read(document);
        foreach (var link in reader.Inlines)
        {
            link.Url = addressOf(link.Url ?? "");
        }

        // Characters can be written by their numbers (&#1;), also where no node of the document shows them.
        var html = Render(document, sources);
        var bad = BadCharacters.In(html);
        if (bad >= 0)
        {
            reader.FindBadCharacter(html[bad]);
        }

        return new(BadCharacters.Replace(html), reader.Han, reader.Headings, reader.Links, reader.Pictures, reader.Cites, reader.Findings);
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
            Render(Markdig.Markdown.Parse(beginning, Pipeline), []);
            return false;
        }
        catch (Exception e) when (IsLost(e))
        {
            thisThreads = null;
            return true;
        }
    }

    private static string Render(MarkdownDocument document, IReadOnlyList<Source> sources)
    {
        var press = thisThreads ??= new RendererPool();
        return press.Print(document, id => NumberOf(sources, id));
    }

    private static int? NumberOf(IReadOnlyList<Source> sources, string id)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i].Id.Id == id)
            {
                return i + 1;
            }
        }

        return null;
    }

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
            renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new OutwardLinkRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new FigureRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new Nothing<HtmlInline>());
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new Nothing<HtmlBlock>());
        }

        public string Print(MarkdownDocument document, Func<string, int?> numberOf)
        {
            text.Clear();
            citations.NumberOf = numberOf;
            renderer.Render(document);
            return text.ToString();
        }
    }

    /// <summary>Links to other hosts say so and give nothing away.</summary>
    private sealed class OutwardLinkRenderer : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (!link.IsImage && link.Url is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                var attributes = link.GetAttributes();
                attributes.AddProperty("rel", "noopener");
                attributes.AddClass("outward");
            }

            base.Write(renderer, link);
        }
    }

    /// <summary>A paragraph that is one picture becomes a figure with its credit below.</summary>
    private sealed class FigureRenderer : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
        {
            if (paragraph.Inline is { } inline && inline.FirstChild == inline.LastChild
                && inline.FirstChild is LinkInline { IsImage: true } picture)
            {
                renderer.Write("<figure><img loading=\"lazy\" src=\"").WriteEscapeUrl(picture.Url).Write("\" alt=\"");
                renderer.EnableHtmlForInline = false;
                renderer.WriteChildren(picture);
                renderer.EnableHtmlForInline = true;
                renderer.Write("\"><figcaption>").WriteEscape(picture.Title ?? "").WriteLine("</figcaption></figure>");
                return;
            }

            base.Write(renderer, paragraph);
        }
    }

    /// <summary>HTML is refused by a rule; where a preview shows the page all the same, it is left out.</summary>
    private sealed class Nothing<T> : HtmlObjectRenderer<T>
        where T : MarkdownObject
    {
        protected override void Write(HtmlRenderer renderer, T obj)
        {
        }
    }

    /// <summary>Collects what rules and indexes want to know, in one pass.</summary>
    private sealed class Walk(SourceFile file, int start)
    {
        public List<Heading> Headings { get; } = [];

        public List<Link> Links { get; } = [];

        public List<Ref> Pictures { get; } = [];

        public List<Ref> Cites { get; } = [];

        public List<Diagnostic> Findings { get; } = [];

        /// <summary>Links and pictures whose address must be made the page's.</summary>
        public List<LinkInline> Inlines { get; } = [];

        public int Han { get; private set; }

        public void Read(MarkdownDocument document)
        {
            var level = 1;
            Inline? withHtml = null; // what was pasted is one mistake, not one for each of its tags
            foreach (var node in document.Descendants())
            {
                switch (node)
                {
                    case HeadingBlock heading:
                        if (heading.Level == 1 || heading.Level > level + 1)
                        {
                            Find(ContentRules.HeadingLevel, heading.Span, heading.Level.ToString(), (level + 1).ToString());
                        }

                        level = Math.Max(heading.Level, 1);
                        Headings.Add(new(heading.Level, heading.GetAttributes().Id ?? "", TextOf(heading.Inline), Place(heading.Span)));
                        break;
                    case HtmlBlock html:
                        Find(ContentRules.RawHtml, html.Span, FirstLine(html.Span));
                        break;
                    case HtmlInline html when RootOf(html) is var paragraph && paragraph != withHtml:
                        withHtml = paragraph;
                        Find(ContentRules.RawHtml, html.Span, html.Tag);
                        break;
                    case LinkInline { IsImage: true } picture:
                        ReadPicture(picture);
                        break;
                    case LinkInline link:
                        Links.Add(new(link.Url ?? "", Place(link.UrlSpan.Length > 0 ? link.UrlSpan : link.Span)));
                        Inlines.Add(link);
                        break;
                    case AutolinkInline { IsEmail: false } auto:
                        Links.Add(new(auto.Url, Place(auto.Span)));
                        break;
                    case Citation citation:
                        Cites.AddRange(citation.Sources.Select(s => new Ref(s.Id, file.Span(start + s.Offset, s.Id.Length))));
                        break;
                    case LiteralInline literal:
                        Han += Count(literal.Content.AsSpan());
                        break;
                }
            }
        }

        private static Inline RootOf(Inline inline) => inline.Parent is { } parent ? RootOf(parent) : inline;

        /// <summary>At the first number of a character in the body, which is most likely the one.</summary>
        public void FindBadCharacter(char bad)
        {
            var at = file.Text.IndexOf("&#", start, StringComparison.Ordinal);
            Findings.Add(new(ContentRules.BadCharacter, at < 0 ? file.Span(start, 0) : file.Span(at, 2), CharacterName.Of(bad),
                Phrase.Empty));
        }

        private void ReadPicture(LinkInline picture)
        {
            var span = picture.UrlSpan.Length > 0 ? picture.UrlSpan : picture.Span;
            var name = picture.Url ?? "";
            Pictures.Add(new(name, Place(span)));
            Inlines.Add(picture);
            if (TextOf(picture).Length == 0)
            {
                Find(ContentRules.BodyPicture, picture.Span, name);
            }

            if (string.IsNullOrWhiteSpace(picture.Title))
            {
                Find(ContentRules.BodyPictureCredit, picture.Span, name);
            }
        }

        private void Find(Rule rule, Markdig.Syntax.SourceSpan span, params IReadOnlyList<Detail> details) =>
            Findings.Add(new(rule, Place(span), details));

        private YuGong.Text.SourceSpan Place(Markdig.Syntax.SourceSpan span) => file.Span(start + span.Start, Math.Max(0, span.Length));

        private string FirstLine(Markdig.Syntax.SourceSpan span)
        {
            var place = Place(span);
            var text = file.Text.AsSpan(place.Start, place.Length);
            var end = text.IndexOf('\n');
            text = end < 0 ? text : text[..end];
            return text.Length > 40 ? string.Concat(text[..40], "…") : text.ToString();
        }

        private static int Count(ReadOnlySpan<char> text)
        {
            var count = 0;
            foreach (var c in text)
            {
                // Planes 2 and 3 are Han altogether; their first surrogates are D840 to D8BF.
                count += c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uD840' and <= '\uD8BF') ? 1 : 0;
            }

            return count;
        }

        private static string TextOf(ContainerInline? inline) =>
            inline is null ? "" : string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
    }
}
