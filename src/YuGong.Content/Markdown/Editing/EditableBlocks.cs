using System.Globalization;
using System.Text.Json.Nodes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown.Editing;

/// <summary>A block of a body as the editor's node; null where it has no form for it, at whatever depth.</summary>
internal static class EditableBlocks
{
    /// <param name="isTop">Pictures and tables stand at the top of a text only.</param>
    public static JsonObject? Of(Block block, string body, bool isTop = false) => block switch
    {
        HeadingBlock heading => new()
        {
            ["type"] = "heading", ["attrs"] = new JsonObject { ["level"] = heading.Level }, ["content"] = Inlines(heading, body),
        },
        ParagraphBlock paragraph when isTop && PictureOf(paragraph) is { } picture => Figure(picture),
        ParagraphBlock paragraph => new() { ["type"] = "paragraph", ["content"] = Inlines(paragraph, body) },
        QuoteBlock quote when Children(quote, body) is { Count: > 0 } content =>
            new() { ["type"] = "blockquote", ["content"] = content },
        ListBlock list => List(list, body),
        FencedCodeBlock code => Code(code),
        ThematicBreakBlock => new() { ["type"] = "horizontal_rule" },
        Table table when isTop => Table(table, body),
        _ => null,
    };

    private static JsonArray Inlines(LeafBlock block, string body) => EditableInlines.Of(block.Inline, body);

    private static LinkInline? PictureOf(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: LinkInline { IsImage: true, Reference: null } picture } inline && inline.LastChild == picture
        && picture.All(i => i is LiteralInline) ? picture : null;

    private static JsonObject Figure(LinkInline picture) => new()
    {
        ["type"] = "figure",
        ["attrs"] = new JsonObject
        {
            ["src"] = picture.Url ?? "", ["title"] = picture.Title ?? "",
            ["alt"] = string.Concat(picture.OfType<LiteralInline>().Select(i => i.Content.ToString())),
        },
    };

    private static JsonObject? List(ListBlock list, string body)
    {
        var items = new JsonArray();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var content = item.Count == 0 ? [new JsonObject { ["type"] = "paragraph" }] : Children(item, body);
            if (content is null || (string?)content[0]!["type"] != "paragraph")
            {
                return null;
            }

            items.Add(new JsonObject { ["type"] = "list_item", ["content"] = content });
        }

        var attributes = new JsonObject { ["tight"] = !list.IsLoose };
        if (list.IsOrdered)
        {
            var isNumber = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first);
            attributes["order"] = isNumber ? first : 1;
            attributes["mark"] = list.OrderedDelimiter == ')' ? ")" : ".";
        }
        else
        {
            attributes["bullet"] = list.BulletType is '*' or '+' ? list.BulletType.ToString() : "-";
        }

        return items.Count == 0 ? null
            : new() { ["type"] = list.IsOrdered ? "ordered_list" : "bullet_list", ["attrs"] = attributes, ["content"] = items };
    }

    private static JsonArray? Children(ContainerBlock container, string body)
    {
        var content = new JsonArray();
        foreach (var child in container)
        {
            if (Of(child, body) is not { } node)
            {
                return null;
            }

            content.Add(node);
        }

        return content;
    }

    private static JsonObject? Code(FencedCodeBlock code)
    {
        if (code.FencedChar != '`' || code.Arguments is { Length: > 0 })
        {
            return null;
        }

        var text = code.Lines.ToString();
        var node = new JsonObject { ["type"] = "code_block", ["attrs"] = new JsonObject { ["params"] = code.Info ?? "" } };
        if (text.Length > 0)
        {
            node["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text });
        }

        return node;
    }

    private static JsonObject? Table(Table table, string body)
    {
        var rows = new JsonArray();
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = new JsonArray();
            foreach (var cell in row.OfType<TableCell>())
            {
                if (cell.ColumnSpan != 1 || cell.RowSpan != 1 || cell.Count > 1 || (cell.Count == 1 && cell[0] is not ParagraphBlock))
                {
                    return null;
                }

                var node = new JsonObject { ["type"] = row.IsHeader ? "table_header" : "table_cell" };
                if (AlignmentOf(table, cells.Count) is { } align)
                {
                    node["attrs"] = new JsonObject { ["align"] = align };
                }

                node["content"] = cell.Count == 0 ? [] : Inlines((ParagraphBlock)cell[0], body);
                cells.Add(node);
            }

            rows.Add(new JsonObject { ["type"] = "table_row", ["content"] = cells });
        }

        var widths = rows.Select(r => ((JsonArray)r!["content"]!).Count).Distinct().ToList();
        return widths is [> 0] ? new() { ["type"] = "table", ["content"] = rows } : null;
    }

    private static string? AlignmentOf(Table table, int column) =>
        column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment is { } side
            ? side switch { TableColumnAlign.Left => "left", TableColumnAlign.Center => "center", _ => "right" } : null;
}
