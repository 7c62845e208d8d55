using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown;

/// <summary><c>[@s1,s3]</c> in a body: the sentence before it rests on these sources of the entry.</summary>
internal sealed class Citation : LeafInline
{
    public required IReadOnlyList<Cited> Sources { get; init; }
}

internal sealed record Cited(string Id, int Offset);

/// <summary>Superscript numbers that lead to the list of sources on the same page.</summary>
internal sealed class CitationRenderer : HtmlObjectRenderer<Citation>
{
    /// <summary>The number of a source in the entry that is being rendered.</summary>
    public Func<string, int?> NumberOf { get; set; } = _ => null;

    protected override void Write(HtmlRenderer renderer, Citation citation)
    {
        renderer.Write("<sup class=\"cite\">");
        foreach (var (id, _) in citation.Sources)
        {
            if (NumberOf(id) is { } number)
            {
                renderer.Write("<a href=\"#source-").Write(id).Write("\">[").Write(number.ToString()).Write("]</a>");
            }
        }

        renderer.Write("</sup>");
    }
}
