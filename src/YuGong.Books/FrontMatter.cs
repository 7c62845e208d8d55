using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Books;

/// <summary>What stands before the body: half-title, preface, contents. Its place in the reading order is taken first.</summary>
internal sealed class FrontMatter
{
    private const int Line = PageDesign.Line;

    private readonly BookRequest request;
    private readonly Structure structure;
    private readonly BlockMaker make;
    private readonly FixedPages still;
    private readonly ICollection<string> missing;
    private readonly int title;
    private readonly int preface;
    private readonly int contents;

    public FrontMatter(BookRequest request, Structure structure, BlockMaker make, FixedPages still, ICollection<string> missing)
    {
        (this.request, this.structure, this.make, this.still, this.missing) = (request, structure, make, still, missing);
        (title, preface, contents) = (structure.Add("Sect"), structure.Add("Sect"), structure.Add("TOC"));
    }

    /// <summary>An even number of pages, so that the body begins on a right one.</summary>
    public IReadOnlyList<Sheet> Sheets(IReadOnlyDictionary<string, int> halls, IReadOnlyDictionary<string, (int First, int Last)> chapters)
    {
        List<Sheet> sheets = [still.HalfTitle(title), Sheet.Blank];
        if (request.Book.Preface is { } words)
        {
            sheets.AddRange(Flow([Head(Labels.Preface, preface),
                .. make.Of(HtmlReader.Read(words.Html).Blocks, preface, (_, _) => null)], Labels.Preface));
            Even(sheets);
        }

        sheets.AddRange(Contents(halls, chapters));
        Even(sheets);
        return sheets;
    }

    private static void Even(List<Sheet> sheets)
    {
        if (sheets.Count % 2 == 1)
        {
            sheets.Add(Sheet.Blank);
        }
    }

    private TextBlock Head(string words, int section) => make.Heading(words, section, "H1") with
    {
        Size = 1.9, SpaceAfter = 2 * Line,
    };

    private IEnumerable<Sheet> Flow(IReadOnlyList<FlowBlock> blocks, string name) => FlowSetter.Set(blocks, request.Page, missing)
        .Select((page, i) => Sheet.Of(page, request.Page, name) with
        {
            Kind = name, Marks = i == 0 ? [(1, name, request.Page.Head)] : [],
        });

    private IEnumerable<Sheet> Contents(
        IReadOnlyDictionary<string, int> halls, IReadOnlyDictionary<string, (int First, int Last)> chapters)
    {
        var (page, design, inks) = (request.Page, request.Design, request.Design.Inks);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        List<FlowBlock> blocks = [Head(Labels.Contents, contents)];
        foreach (var (hall, people) in request.Halls)
        {
            numbers["hall " + hall.Id] = halls[hall.Id];
            blocks.Add(Row("hall " + hall.Id, [(hall.Hall, design.Bold, 0, 8), (hall.Name, design.Kai, 8, page.Characters - 12)],
                halls[hall.Id]) with { SpaceBefore = Line, KeepsWithNext = true, Fill = inks.Accent });
            foreach (var story in people.Where(p => chapters.ContainsKey(p.Id)))
            {
                numbers[story.Id] = chapters[story.Id].First;
                blocks.Add(Row(story.Id, [(story.Name, design.Text, 2, 6), (story.Headline, design.Text, 8, page.Characters - 12)],
                    chapters[story.Id].First));
            }
        }

        return FlowSetter.Set(blocks, page, missing).Select((flow, i) => Sheet.Of(flow, page, Labels.Contents) with
        {
            Kind = Labels.Contents, Marks = i == 0 ? [(1, Labels.Contents, page.Head)] : [],
            Links = recto => [.. flow.Marks.Select(m => (
                page.Place(page.Past(page.Begin(page.Area(recto)), m.Down), 0, page.Measure, page.Grid), numbers[m.Mark]))],
        });

        RowBlock Row(string mark, IReadOnlyList<(string Words, Posters.Fonts.FontStack Stack, double Left, double Width)> cells, int number)
        {
            var item = structure.Add("TOCI", contents);
            return new()
            {
                Element = item, Fill = inks.Text, Mark = mark, Leading = Line + 1,
                Cells =
                [
                    .. cells.Select(c => new FlowCell(make.Words.Plain(c.Words, c.Stack), c.Left, c.Width, item, Align.Start)),
                    new(make.Words.Plain(page.IsVertical ? Labels.InColumn(number) : $"{number}"), page.Characters - 4, 4, item, Align.End),
                ],
            };
        }
    }
}
