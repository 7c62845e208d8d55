using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Books;

/// <summary>The kinds of blocks that a book is made of, in its type and with their place in its structure.</summary>
internal sealed class BlockMaker(BookDesign design, PageDesign page, Structure structure, Words words)
{
    /// <summary>Of the small type of lists and tables, and of sources.</summary>
    private const double Table = 0.94, SmallSize = 0.8;

    /// <summary>Where the second column of tables begins, ems.</summary>
    private const double Column = 9.5;

    private const int Line = PageDesign.Line, SmallLine = 3;

    private readonly BookInks inks = design.Inks;

    public Stroke Hairline { get; } = new(design.Inks.Line, 0.12, []);

    public Words Words => words;

    /// <summary>A heading within a chapter: three lines with the blank above it.</summary>
    public TextBlock Heading(string text, int section, string role = "H3") => new()
    {
        Element = structure.Add(role, section), Text = words.Plain(text, design.Bold), Fill = inks.Text, Size = 1.22, Leading = 2 * Line,
        SpaceBefore = Line, Align = Align.Start, IsBalanced = true, KeepsWithNext = true,
    };

    /// <summary>A lesser one, of one line.</summary>
    public TextBlock Subheading(string text, int section) => new()
    {
        Element = structure.Add("H4", section), Text = words.Plain(text, design.Bold), Fill = inks.Text, Size = 1.06, SpaceBefore = Line,
        Align = Align.Start, KeepsWithNext = true,
    };

    /// <summary>A line of small type that stands back.</summary>
    public TextBlock Aside(string text, int section, bool keeps = false) => new()
    {
        Element = structure.Add("P", section), Text = words.Plain(text), Fill = inks.Quiet, Size = 0.86, Align = Align.Start,
        KeepsWithNext = keeps,
    };

    public TextBlock Paragraph(RichText text, int section) => new()
    {
        Element = structure.Add("P", section), Text = text, Fill = inks.Text, Indent = 2,
    };

    /// <summary>The blocks of a manuscript.</summary>
    /// <param name="figureOf">A figure by the name of its file; null where it is not to be had.</param>
    public IEnumerable<FlowBlock> Of(IReadOnlyList<Block> blocks, int section, Func<string, string, FlowBlock?> figureOf)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    yield return Heading(PlainText.Of(heading.Inlines), section);
                    break;
                case ParagraphBlock paragraph:
                    yield return Paragraph(words.Of(paragraph.Inlines, design.Text), section);
                    break;
                case QuoteBlock quote:
                    foreach (var part in Quoted(quote, section))
                    {
                        yield return part;
                    }

                    break;
                case ListBlock list:
                    foreach (var item in Items(list, section))
                    {
                        yield return item;
                    }

                    break;
                case TableBlock table:
                    foreach (var row in Rows(table, section))
                    {
                        yield return row;
                    }

                    break;
                case Manuscripts.FigureBlock figure when figureOf(figure.Picture, PlainText.Of(figure.Caption)) is { } drawn:
                    yield return drawn;
                    break;
            }
        }
    }

    /// <summary>引文: 楷体, two ems in from both sides, a line of blank above and below.</summary>
    public IEnumerable<FlowBlock> Quoted(QuoteBlock quote, int section)
    {
        var element = structure.Add("BlockQuote", section);
        var paragraphs = quote.Blocks.OfType<ParagraphBlock>().ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            yield return new TextBlock
            {
                Element = structure.Add("P", element), Text = words.Of(paragraphs[i].Inlines, design.Kai), Fill = inks.Text, Indent = 2,
                Left = 2, Right = 2, SpaceBefore = i == 0 ? Line : 0, SpaceAfter = i == paragraphs.Count - 1 ? Line : 0,
            };
        }
    }

    /// <summary>A list with its numbers or dots in the margin of its own.</summary>
    public IEnumerable<FlowBlock> Items(ListBlock list, int section)
    {
        var element = structure.Add("L", section);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var paragraphs = list.Items[i].Blocks.OfType<ParagraphBlock>().ToList();
            for (var p = 0; p < paragraphs.Count; p++)
            {
                var marker = p > 0 ? null : list.IsNumbered ? $"{i + 1}." : "·";
                yield return Item(element, marker, words.Of(paragraphs[p].Inlines, design.Text));
            }
        }
    }

    /// <summary>Sentences as a list.</summary>
    public IEnumerable<FlowBlock> Items(IReadOnlyList<string> sentences, int section)
    {
        var element = structure.Add("L", section);
        return sentences.Select(sentence => Item(element, "·", words.Plain(sentence))).ToList();
    }

    /// <summary>Sources by number, in small type.</summary>
    public IEnumerable<FlowBlock> Notes(IReadOnlyList<NumberedNote> notes, int section)
    {
        var element = structure.Add("L", section);
        return notes.Select(n => Note(n.Number, n.Text, element, "LI", "LBody")).ToList();
    }

    public IEnumerable<FlowBlock> Notes(IReadOnlyList<string> sources, int section) =>
        Notes([.. sources.Select((s, i) => new NumberedNote(i + 1, s))], section);

    /// <summary>The same for the foot of pages, by number; screen readers hear a source once.</summary>
    public FlowNotes Footnotes(IReadOnlyList<NumberedNote> notes, int section) => new(
        notes.ToDictionary(n => n.Number, n => Note(n.Number, n.Text, section, "Note", "P")), Hairline)
    {
        Again = notes.Where(n => n.Again is not null).ToDictionary(n => n.Number, n => Small(new TextBlock
        {
            Element = Structure.None, MarkerElement = Structure.None, Text = words.Plain(n.Again!), Fill = inks.Text,
            Marker = words.Plain($"[{n.Number}]"),
        })),
    };

    private TextBlock Note(int number, string source, int parent, string role, string body) =>
        Small(Item(parent, $"[{number}]", words.Address(source), role, body));

    private static TextBlock Small(TextBlock note) => note with { Size = SmallSize, Leading = SmallLine, Left = 2.4 };

    /// <summary>Lines of two columns: a date, or a number, and what it is about.</summary>
    public IEnumerable<FlowBlock> Pairs(IReadOnlyList<(string Name, RichText Text)> pairs, int section, FontStack names)
    {
        var element = structure.Add("Table", section);
        return pairs.Select((pair, i) =>
        {
            var row = structure.Add("TR", element);
            return new RowBlock
            {
                // Neither its first line nor its last stands alone on a page.
                Element = row, Fill = inks.Text, Size = Table, Rule = Hairline,
                KeepsWithNext = pairs.Count > 1 && (i == 0 || i == pairs.Count - 2),
                Cells =
                [
                    new(words.Plain(pair.Name, names), 0, Column - 0.6, structure.Add("TH", row), Align.Start),
                    new(pair.Text, Column, page.Characters - Column, structure.Add("TD", row), Align.Start),
                ],
            };
        }).ToList();
    }

    /// <summary>A figure that goes where there is room.</summary>
    public FlowBlock Figure(EntryFigure figure, string caption, string alternative, int section)
    {
        var width = page.IsVertical ? Math.Min(page.Depth * 0.5, page.Measure * 0.8 / figure.Ratio)
            : Math.Min(page.Measure * 0.9, page.Depth * 0.46 / figure.Ratio);
        var element = structure.Add("Figure", section, alternative);
        return new Posters.Flow.FigureBlock
        {
            Element = element, Width = width, Height = width * figure.Ratio, Draw = figure.Draw, Caption = words.Plain(caption, design.Kai),
            CaptionElement = structure.Add("Caption", element), Fill = inks.Quiet, Floats = true,
        };
    }

    private TextBlock Item(int list, string? marker, RichText text, string role = "LI", string body = "LBody")
    {
        var item = structure.Add(role, list);
        var label = marker is null ? (int?)null : structure.Add("Lbl", item);
        return new()
        {
            Element = structure.Add(body, item), MarkerElement = label, Text = text, Fill = inks.Text, Left = 2,
            Marker = marker is null ? null : words.Plain(marker),
        };
    }

    private IEnumerable<FlowBlock> Rows(TableBlock table, int section)
    {
        var element = structure.Add("Table", section);
        foreach (var line in table.Lines)
        {
            var row = structure.Add("TR", element);
            var width = (double)page.Characters / Math.Max(1, line.Cells.Count);
            yield return new RowBlock
            {
                Element = row, Fill = inks.Text, Size = Table, Rule = Hairline, KeepsWithNext = line.IsHead,
                Cells =
                [
                    .. line.Cells.Select((cell, i) => new FlowCell(words.Of(cell, line.IsHead ? design.Bold : design.Text), i * width,
                        width - 0.6, structure.Add(line.IsHead ? "TH" : "TD", row), Align.Start)),
                ],
            };
        }
    }
}
