using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using YuGong.Content.Markdown.Chinese;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content.Markdown;

/// <summary>Collects what rules and indexes want to know, in one pass, and makes addresses and tables the page's.</summary>
internal sealed class BodyWalk(SourceFile file, int start, BodyContext context)
{
    public List<Heading> Headings { get; } = [];

    public List<Link> Links { get; } = [];

    public List<Ref> Pictures { get; } = [];

    public List<Ref> Cites { get; } = [];

    public List<Diagnostic> Findings { get; } = [];

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
                case Table table:
                    AlignByClass(table);
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
                    link.Url = context.AddressOf(link.Url ?? "");
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

        new Misreadings(file.Text.AsMemory(start), Find).Read(document);
        foreach (var empty in document.OfType<FootnoteGroup>().Where(g => g.Count == 0).ToList())
        {
            document.Remove(empty);
        }
    }

    /// <summary>At the first number of a character in the body, which is most likely the one.</summary>
    public void FindBadCharacter(char bad)
    {
        var at = file.Text.IndexOf("&#", start, StringComparison.Ordinal);
        Findings.Add(new(ContentRules.BadCharacter, at < 0 ? file.Span(start, 0) : file.Span(at, 2), CharacterName.Of(bad),
            Phrase.Empty));
    }

    private static Inline RootOf(Inline inline) => inline.Parent is { } parent ? RootOf(parent) : inline;

    private void ReadPicture(LinkInline picture)
    {
        var span = picture.UrlSpan.Length > 0 ? picture.UrlSpan : picture.Span;
        var written = picture.Url ?? "";
        var name = PictureNames.Find(written, context.Files);
        Pictures.Add(new(name ?? written, Place(span)));
        picture.Url = context.AddressOf(name is null ? written : Uri.EscapeDataString(name));
        if (TextOf(picture).Length == 0)
        {
            Find(ContentRules.BodyPicture, picture.Span, written);
        }

        if (string.IsNullOrWhiteSpace(picture.Title))
        {
            Find(ContentRules.BodyPictureCredit, picture.Span, written);
        }
    }

    /// <summary>A style in an element is against the policy that our pages are sent with; a class is not.</summary>
    private static void AlignByClass(Table table)
    {
        foreach (var cell in table.OfType<TableRow>().SelectMany(row => row.OfType<TableCell>().Select((c, i) => (Cell: c, Index: i))))
        {
            var column = cell.Cell.ColumnIndex >= 0 ? cell.Cell.ColumnIndex : cell.Index;
            if (column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment is { } side)
            {
                cell.Cell.GetAttributes().AddClass(side switch
                {
                    TableColumnAlign.Left => "align-left",
                    TableColumnAlign.Center => "align-center",
                    _ => "align-right",
                });
            }
        }

        foreach (var column in table.ColumnDefinitions)
        {
            column.Alignment = null;
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

    private static string TextOf(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(PartOf));

    private static string PartOf(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => TextIntake.Clean(entity.Transcoded.ToString()),
        LineBreakInline => " ",
        _ => "",
    };
}
