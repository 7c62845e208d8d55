using System.Text.Json.Nodes;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown.Editing;

/// <summary>What stands in a line, as text with marks and a few small nodes.</summary>
internal sealed class EditableInlines
{
    private readonly string body;
    private readonly JsonArray content = [];

    private EditableInlines(string body) => this.body = body;

    public static JsonArray Of(ContainerInline? inline, string body)
    {
        var read = new EditableInlines(body);
        if (inline is not null)
        {
            read.AddAll(inline, []);
        }

        return read.content;
    }

    private void AddAll(ContainerInline container, JsonArray marks)
    {
        foreach (var inline in container)
        {
            Add(inline, marks);
        }
    }

    private void Add(Inline inline, JsonArray marks)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddText(literal.Content.ToString(), marks);
                break;
            case DelimiterInline lone: // a mark that found no partner
                AddText(lone.ToLiteral(), marks);
                AddAll(lone, marks);
                break;
            case LineBreakInline { IsHard: false }:
                AddText("\n", marks);
                break;
            case LineBreakInline:
                AddNode(new() { ["type"] = "hard_break" }, marks);
                break;
            case EmphasisInline { DelimiterChar: '*' or '_' } emphasis:
                AddAll(emphasis, With(marks, new() { ["type"] = emphasis.DelimiterCount == 1 ? "em" : "strong" }));
                break;
            case CodeInline code:
                AddText(code.Content, With(marks, new() { ["type"] = "code" }));
                break;
            case Citation citation:
                var ids = string.Join(',', citation.Sources.Select(s => s.Id));
                AddNode(new()
                {
                    ["type"] = "cite", ["attrs"] = new JsonObject { ["ids"] = ids, ["source"] = SourceOf(inline) },
                }, marks);
                break;
            case LinkInline { IsImage: false, Reference: null, IsAutoLink: false } link when link.FirstChild is not null:
                AddAll(link, With(marks, new()
                {
                    ["type"] = "link", ["attrs"] = new JsonObject { ["href"] = link.Url ?? "", ["title"] = NullIfEmpty(link.Title) },
                }));
                break;
            default:
                AddNode(new() { ["type"] = "kept", ["attrs"] = new JsonObject { ["source"] = SourceOf(inline) } }, marks);
                break;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private string SourceOf(Inline inline) =>
        body[Math.Clamp(inline.Span.Start, 0, body.Length)..Math.Clamp(inline.Span.End + 1, 0, body.Length)];

    private static JsonArray With(JsonArray marks, JsonObject mark)
    {
        var all = (JsonArray)marks.DeepClone();
        if (!all.Any(m => JsonNode.DeepEquals(m!["type"], mark["type"])))
        {
            all.Add(mark);
        }

        return all;
    }

    private void AddText(string text, JsonArray marks)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (content is [.., JsonObject last] && last["text"] is { } before && JsonNode.DeepEquals(last["marks"] ?? new JsonArray(), marks))
        {
            last["text"] = (string)before! + text;
            return;
        }

        AddNode(new() { ["type"] = "text", ["text"] = text }, marks);
    }

    private void AddNode(JsonObject node, JsonArray marks)
    {
        if (marks.Count > 0)
        {
            node["marks"] = marks.DeepClone();
        }

        content.Add(node);
    }
}
