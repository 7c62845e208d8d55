using System.Text.Json.Nodes;
using Markdig.Syntax;

namespace YuGong.Content.Markdown.Editing;

/// <summary>
/// A body as the desk's editor shows it: a document in the JSON of ProseMirror, read by the parser that reads it for the page.
/// </summary>
/// <remarks>
/// The document stands for the text character by character: <c>lead</c>, then of each block the text between it and the one before
/// (<c>gap</c>) and its own (<c>source</c>), then <c>tail</c>. What the editor has no form for is a block <c>raw</c>, within a line
/// <c>kept</c>: both are their text.
/// </remarks>
public static class EditableBody
{
    /// <returns>Null when the body is too much for a parser (YG189 says where).</returns>
    public static JsonObject? Read(string body)
    {
        if (MarkdownText.ParseAsWritten(body) is not { } document)
        {
            return null;
        }

        var blocks = new JsonArray();
        var (at, lead) = (0, (string?)null);
        foreach (var (start, end, block) in Pieces(body, document))
        {
            var node = (block is null ? null : EditableBlocks.Of(block, body, isTop: true)) ?? Raw(body[start..end]);
            var attributes = node["attrs"] as JsonObject;
            if (attributes is null)
            {
                node["attrs"] = attributes = [];
            }

            var gap = body[at..start];
            attributes["source"] = body[start..end];
            attributes["gap"] = lead is null ? null : gap;
            lead ??= gap;
            blocks.Add(node);
            at = end;
        }

        var tail = lead is null ? "" : body[at..];
        if (blocks.Count == 0)
        {
            blocks.Add(new JsonObject { ["type"] = "paragraph" });
        }

        return new()
        {
            ["type"] = "doc", ["attrs"] = new JsonObject { ["lead"] = lead ?? body, ["tail"] = tail }, ["content"] = blocks,
        };
    }

    /// <summary>Whole lines in order, which hold all of the text but blanks; without a block where the parser names none.</summary>
    private static List<(int Start, int End, Block? Block)> Pieces(string body, MarkdownDocument document)
    {
        var pieces = new List<(int Start, int End, Block? Block)>();
        var at = 0;
        foreach (var block in document.Where(b => b is not (LinkReferenceDefinitionGroup or Markdig.Extensions.Footnotes.FootnoteGroup))
            .OrderBy(b => b.Span.Start))
        {
            var (start, end) = WholeLines(body, block.Span.Start, block.Span.End + 1);
            if (start < at)
            {
                // Two blocks on one line: one text.
                pieces[^1] = (pieces[^1].Start, Math.Max(at, end), null);
                at = pieces[^1].End;
                continue;
            }

            AddUnnamed(pieces, body, at, start);
            if (start < end)
            {
                pieces.Add((start, end, block));
                at = end;
            }
        }

        AddUnnamed(pieces, body, at, body.Length);
        return pieces;
    }

    /// <summary>Definitions of links, notes: the parser lists them elsewhere.</summary>
    private static void AddUnnamed(List<(int Start, int End, Block? Block)> pieces, string body, int from, int to)
    {
        var text = body.AsSpan(from, to - from);
        var trimmed = text.TrimEnd();
        if (trimmed.TrimStart().IsEmpty)
        {
            return;
        }

        var (start, end) = WholeLines(body, from + text.Length - text.TrimStart().Length, from + trimmed.Length);
        pieces.Add((Math.Max(start, from), Math.Min(end, to), null));
    }

    private static (int Start, int End) WholeLines(string body, int start, int end)
    {
        start = Math.Clamp(start, 0, body.Length);
        end = Math.Clamp(end, start, body.Length);
        while (end > start && char.IsWhiteSpace(body[end - 1]))
        {
            end--;
        }

        start = start == 0 ? 0 : body.LastIndexOf('\n', start - 1) + 1;
        var next = body.IndexOf('\n', end);
        return (start, next < 0 ? body.Length : next);
    }

    private static JsonObject Raw(string text) => new()
    {
        ["type"] = "raw", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
    };
}
