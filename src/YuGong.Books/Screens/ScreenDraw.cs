using YuGong.Posters.Designs;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Books.Screens;

/// <summary>What is on pictures beside the running text, mm: a picture of 1080 px is 108 mm wide.</summary>
internal sealed class ScreenDraw(ScreenRequest request, PageDesign page, ICollection<string> missing)
{
    /// <summary>Mountains by night.</summary>
    private const double Faint = 0.24;

    private readonly PageDrawings draw = new(request.Design, page, missing);
    private readonly BookInks inks = request.Design.Inks;
    private readonly BookDesign design = request.Design;

    /// <param name="height">Of the whole picture.</param>
    public Mark Paper(double height) => new PathMark(Outline.Of(new(0, 0, page.Width, height)), inks.Paper);

    /// <summary>The poster, or, where there is none, the title on the night.</summary>
    /// <param name="height">Of the head: the poster's own at this width.</param>
    public IEnumerable<Mark> Head(double height)
    {
        if (request.Poster is { } poster)
        {
            var source = ArticleFigures.Source("poster", poster);
            return [new PictureMark("poster", source, new(0, 0, page.Width, height), new(0, 0, source.Width, source.Height), request.Name)];
        }

        var margin = page.Inner;
        var title = new Rect(margin, height * 0.14, page.Measure, height * 0.34);
        var foot = new Rect(margin, height - (1.7 * page.Grid), page.Measure, page.Grid);
        return
        [
            new PathMark(Outline.Of(new(0, 0, page.Width, height)), inks.Night),
            new Group([.. new PageDrawings(design, page with { Height = height }, missing).Mountain(request.Name, height * 0.42)], Faint),
            .. draw.Line(request.Article.Title, design.Bold, page.Em * 2.4, title, inks.Moon, most: 4),
            .. draw.Line(string.Join("　", request.Organizers), design.Text, page.Em * 0.72, foot, inks.Moon),
        ];
    }

    /// <summary>Whose page it is, and which of how many.</summary>
    public IEnumerable<Mark> Furniture(double bottom, string left, string right)
    {
        var line = new Rect(page.Inner, bottom - (page.Grid * 1.9), page.Measure, page.Grid);
        return draw.Line(left, design.Kai, page.Em * 0.62, line with { Width = page.Measure * 0.78 }, inks.Quiet)
            .Concat(draw.Line(right, design.Text, page.Em * 0.62, line, inks.Quiet, Align.End));
    }

    public IEnumerable<Mark> Line(string words, double size, Rect place, Solid fill, Align align = Align.Start, int most = 1) =>
        draw.Line(words, design.Text, page.Em * size, place, fill, align, most);

    public IEnumerable<Mark> Title(string words, double size, Rect place, Solid fill, Align align = Align.Start, int most = 1) =>
        draw.Line(words, design.Bold, page.Em * size, place, fill, align, most);

    public PathMark Rule(double y) => new(
        new([new(OutlineStep.Move, new(page.Inner, y)), new(OutlineStep.Line, new(page.Inner + page.Measure, y))]), null,
        new(inks.Line, 0.2, []));

    /// <summary>The page's own address as a code on white.</summary>
    public IEnumerable<Mark> Code(Rect place) =>
        CodeMarks.Of("code", request.Article.Page.AbsoluteUri, place, new(new(255, 255, 255)), inks.Text);
}
