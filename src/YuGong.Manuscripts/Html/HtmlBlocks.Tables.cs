using AngleSharp.Dom;

namespace YuGong.Manuscripts;

/// <summary>Its tables.</summary>
internal sealed partial class HtmlBlocks
{
    private void ReadTable(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table).ToList();
        if (rows is [var only] && only.Children.Length == 1)
        {
            ReadChildren(only.Children[0], new(false, false, false));
            return;
        }

        var lines = new List<TableLine>();
        var below = new List<Block>();
        foreach (var row in rows)
        {
            var cells = new List<IReadOnlyList<Inline>>();
            foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
            {
                cells.Add(CellOf(cell, below));
                var span = int.TryParse(cell.GetAttribute("colspan"), out var columns) ? Math.Clamp(columns, 1, 63) : 1;
                cells.AddRange(Enumerable.Repeat<IReadOnlyList<Inline>>([], span - 1));
                if (span > 1 || cell.GetAttribute("rowspan") is not null and not "1")
                {
                    gathered.ListOnce(Merged, "");
                }
            }

            lines.Add(new(lines.Count == 0, cells));
        }

        foreach (var caption in table.Children.Where(c => c.LocalName == "caption"))
        {
            blocks.Add(new ParagraphBlock(Caption(caption)));
        }

        if (lines.Any(line => line.Cells.Any(c => c.Count > 0)))
        {
            blocks.Add(new TableBlock(lines));
        }

        foreach (var block in below)
        {
            blocks.Add(block);
        }
    }

    private IReadOnlyList<Inline> CellOf(IElement cell, List<Block> below)
    {
        var inlines = new List<Inline>();
        foreach (var block in Inside(cell))
        {
            if (block is FigureBlock)
            {
                below.Add(block);
                continue;
            }

            if (inlines.Count > 0)
            {
                inlines.Add(new BreakInline());
            }

            inlines.AddRange(block is ParagraphBlock paragraph ? paragraph.Inlines
                : [new TextInline(string.Join(' ', PlainText.Lines([block])).Replace('\t', ' '))]);
        }

        return inlines;
    }
}
