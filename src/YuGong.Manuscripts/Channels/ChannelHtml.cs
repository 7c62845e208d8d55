using System.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// An article as the HTML that a channel takes: a fragment without class, id, script, form or anything fetched from elsewhere.
/// </summary>
public sealed class ChannelHtml
{
    private readonly ChannelProfile profile;
    private readonly Article article;
    private readonly StringBuilder html = new();

    private ChannelHtml(Article article, ChannelProfile profile) => (this.article, this.profile) = (article, profile);

    /// <summary>The body alone, as an editor or an interface takes it.</summary>
    public static string Body(Article article, ChannelProfile profile) => new ChannelHtml(article, profile).Write();

    /// <summary>A page around it, to be opened in a browser, looked at and copied from.</summary>
    public static string Page(Article article, ChannelProfile profile) =>
        $"""
        <!DOCTYPE html>
        <html lang="{Escape(article.Language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="revision" content="{Escape(article.Revision)}">
        <title>{Escape(article.Title)}</title>
        </head>
        <body>
        {Body(article, profile)}
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private string Write()
    {
        Open("all");
        if (article.Byline is { } byline)
        {
            Element("byline", byline);
        }

        Element("lead", article.Summary);
        Blocks(article.Text.Blocks);
        Foot();
        Close("all");
        return html.ToString();
    }

    private void Foot()
    {
        if (article.Text.Notes.Count + article.Statements.Count == 0 && article.Rights is null)
        {
            return;
        }

        Open("foot");
        if (article.Text.Notes.Count > 0)
        {
            Element("foot-head", "来源");
            foreach (var (note, i) in article.Text.Notes.Select((n, i) => (n, i)))
            {
                Element("foot-line", $"[{i + 1}] {note}");
            }
        }

        foreach (var statement in article.Rights is { } rights ? article.Statements.Append(rights) : article.Statements)
        {
            Element("foot-line", statement);
        }

        Close("foot");
    }

    private void Blocks(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Inlines(heading.Level <= 2 ? "h2" : "h3", heading.Inlines);
                break;
            case ParagraphBlock paragraph:
                Inlines("p", paragraph.Inlines);
                break;
            case QuoteBlock quote:
                Open("quote");
                Blocks(quote.Blocks);
                Close("quote");
                break;
            case ListBlock list:
                Open(list.IsNumbered ? "ol" : "ul");
                foreach (var item in list.Items)
                {
                    Open("li");
                    Item(item);
                    Close("li");
                }

                Close(list.IsNumbered ? "ol" : "ul");
                break;
            case TableBlock table:
                Table(table);
                break;
            case FigureBlock figure when article.Pictures.FirstOrDefault(p => p.Name == figure.Picture) is { } picture:
                Open("figure");
                Picture(picture);
                Element("caption", picture.Line);
                Close("figure");
                break;
            case DividerBlock:
                Open("hr");
                break;
        }
    }

    /// <summary>The one paragraph of an item needs no element of its own.</summary>
    private void Item(ListItem item)
    {
        if (item.Blocks is [ParagraphBlock only, ..])
        {
            Write(only.Inlines);
            Blocks([.. item.Blocks.Skip(1)]);
        }
        else
        {
            Blocks(item.Blocks);
        }
    }

    private void Table(TableBlock table)
    {
        Open("table");
        html.Append("<tbody>");
        foreach (var line in table.Lines)
        {
            html.Append("<tr>");
            foreach (var cell in line.Cells)
            {
                Inlines(line.IsHead ? "th" : "td", cell);
            }

            html.Append("</tr>");
        }

        html.Append("</tbody>");
        Close("table");
    }

    private void Picture(ArticlePicture picture)
    {
        var (tag, style) = profile.Elements["img"];
        html.Append('<').Append(tag).Append(" src=\"").Append(Escape(picture.Name)).Append("\" alt=\"").Append(Escape(picture.Alt))
            .Append('"');
        Style(style);
        html.Append('>');
    }

    private void Inlines(string element, IReadOnlyList<Inline> inlines)
    {
        Open(element);
        Write(inlines);
        Close(element);
    }

    private void Write(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline text:
                    Write(text);
                    break;
                case BreakInline:
                    html.Append("<br>");
                    break;
                case NoteInline note:
                    Element("sup", $"[{note.Number}]");
                    break;
                case LinkInline link when profile.KeepsLinks:
                    html.Append("<a href=\"").Append(Escape(link.Address)).Append("\">");
                    Write(link.Inlines);
                    html.Append("</a>");
                    break;
                case LinkInline link:
                    Write(link.Inlines);
                    break;
            }
        }
    }

    private void Write(TextInline text)
    {
        if (text.IsStrong)
        {
            Open("strong");
        }

        if (text.IsEmphasised)
        {
            Open("em");
        }

        html.Append(Escape(text.Text));
        if (text.IsEmphasised)
        {
            Close("em");
        }

        if (text.IsStrong)
        {
            Close("strong");
        }
    }

    private void Element(string element, string text)
    {
        Open(element);
        html.Append(Escape(text));
        Close(element);
    }

    private void Open(string element)
    {
        var (tag, style) = profile.Elements[element];
        html.Append('<').Append(tag);
        Style(style);
        html.Append('>');
    }

    private void Close(string element) => html.Append("</").Append(profile.Elements[element].Tag).Append('>');

    private void Style(string style)
    {
        if (style.Length > 0)
        {
            html.Append(" style=\"").Append(style).Append('"');
        }
    }

    /// <summary>As browsers write it out again (HTML, 13.3), so that what is read and written there stays the same.</summary>
    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\u00A0", "&nbsp;", StringComparison.Ordinal);
}
