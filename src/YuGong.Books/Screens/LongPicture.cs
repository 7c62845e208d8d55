using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;

namespace YuGong.Books.Screens;

/// <summary>长图: poster, text, sources and a code below one another; cut between lines where one file would be too high.</summary>
internal sealed class LongPicture
{
    /// <summary>Below the text, mm: a blank, and the code with what it leads to.</summary>
    private const double Gap = 6, Foot = 46, CodeSide = 32;

    private readonly ScreenRequest request;
    private readonly PageDesign page;
    private readonly ScreenDraw draw;
    private readonly SortedSet<string> missing;

    /// <param name="page">Of the highest file.</param>
    public LongPicture(ScreenRequest request, PageDesign page, SortedSet<string> missing)
    {
        (this.request, this.page, this.missing) = (request, page, missing);
        draw = new(request, page, missing);
    }

    public IReadOnlyList<(double Height, IReadOnlyList<Mark> Marks)> Files()
    {
        var text = new ScreenText(request, page, withNotes: true);
        var body = text.Body(request.Article.Text.Blocks, floats: false, page.Width * 2);
        var flow = Even([.. text.Head(withTitle: request.Poster is not null), .. body, .. text.Foot()]);
        return [.. flow.Select((part, i) => File(part, i, flow.Count))];
    }

    /// <summary>Of the head, mm: a poster is 3:4, a title needs less.</summary>
    private double HeadHeight => request.Poster is null ? page.Width * 3 / 4 : page.Width * 4 / 3;

    /// <summary>As few files as hold the text, and none of them much shorter than the others.</summary>
    private IReadOnlyList<FlowPage> Even(IReadOnlyList<FlowBlock> blocks)
    {
        var full = FlowSetter.Set(blocks, page, missing);
        if (full.Count == 1)
        {
            return full;
        }

        var lines = (int)Math.Ceiling(full.Sum(p => page.Lines - p.Blank) / full.Count);
        for (; lines < page.Lines; lines++)
        {
            var parts = FlowSetter.Set(blocks, page with { Lines = lines }, missing);
            if (parts.Count == full.Count)
            {
                return parts;
            }
        }

        return full;
    }

    private (double Height, IReadOnlyList<Mark> Marks) File(FlowPage part, int number, int count)
    {
        var (isFirst, isLast) = (number == 0, number == count - 1);
        var top = (isFirst ? HeadHeight : 0) + page.Head;
        var bottom = top + part.Filled;
        var height = bottom + Gap + (isLast ? Foot : 2 * page.Grid);
        List<Mark> marks =
        [
            draw.Paper(height), .. isFirst ? draw.Head(HeadHeight) : [],
            .. part.In(new(page.Inner, top, page.Measure, part.Filled)).Select(m => m.Mark),
            .. isLast ? End(bottom + Gap) : [],
            .. count > 1 && !isLast ? draw.Furniture(height + (0.4 * page.Grid), request.Article.Title, $"{number + 1} / {count}") : [],
        ];
        return (height, marks);
    }

    private IEnumerable<Mark> End(double top)
    {
        var inks = request.Design.Inks;
        var words = new Rect(page.Inner + CodeSide + 6, top + 7, page.Measure - CodeSide - 6, page.Grid);
        return
        [
            draw.Rule(top), .. draw.Code(new(page.Inner, top + 5, CodeSide, CodeSide)),
            .. draw.Title(request.Name, 1, words, inks.Text),
            .. draw.Line(Labels.ScanForPage, 0.74, words with { Y = words.Y + (page.Grid * 1.25) }, inks.Text),
            .. draw.Line(string.Join("　", request.Organizers), 0.62, words with { Y = top + CodeSide - 1 }, inks.Quiet),
        ];
    }
}
