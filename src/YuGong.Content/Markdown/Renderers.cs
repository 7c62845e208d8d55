using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown;

/// <summary>Links to other hosts say so and give nothing away; a picture among words has its credit behind it.</summary>
internal sealed class LinkRenderer : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            if (!renderer.EnableHtmlForInline)
            {
                renderer.WriteChildren(link);
                return;
            }

            renderer.Write("<span class=\"figure\">");
            WritePicture(renderer, link);
            renderer.Write("<small>").WriteEscape(link.Title ?? "").Write("</small></span>");
            return;
        }

        Outward.Mark(link, link.Url);
        base.Write(renderer, link);
    }

    /// <summary>The form that pages look for when they put the picture's sizes in.</summary>
    public static void WritePicture(HtmlRenderer renderer, LinkInline picture)
    {
        renderer.Write("<img loading=\"lazy\" src=\"").WriteEscapeUrl(picture.Url).Write("\" alt=\"");
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(picture);
        renderer.EnableHtmlForInline = true;
        renderer.Write("\">");
    }
}

/// <summary>An address in angle brackets is a link as any other.</summary>
internal sealed class AddressRenderer : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        Outward.Mark(link, link.IsEmail ? null : link.Url);
        base.Write(renderer, link);
    }
}

file static class Outward
{
    public static void Mark(Inline link, string? url)
    {
        if (url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true)
        {
            var attributes = link.GetAttributes();
            attributes.AddProperty("rel", "noopener");
            attributes.AddClass("outward");
        }
    }
}

/// <summary>A paragraph of nothing but pictures is a figure for each, with its credit below.</summary>
internal sealed class FigureRenderer : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (paragraph.Inline is not { FirstChild: not null } inline
            || inline.Any(i => i is not LinkInline { IsImage: true } and not LineBreakInline))
        {
            base.Write(renderer, paragraph);
            return;
        }

        foreach (var picture in inline.OfType<LinkInline>())
        {
            renderer.Write("<figure>");
            LinkRenderer.WritePicture(renderer, picture);
            renderer.Write("<figcaption>").WriteEscape(picture.Title ?? "").WriteLine("</figcaption></figure>");
        }
    }
}

/// <summary>HTML is refused by a rule; where a preview shows the page all the same, it is left out.</summary>
internal sealed class LeftOut<T> : HtmlObjectRenderer<T>
    where T : MarkdownObject
{
    protected override void Write(HtmlRenderer renderer, T obj)
    {
    }
}
