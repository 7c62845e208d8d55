using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Typesetting;

namespace YuGong.Books.Screens;

/// <summary>An article as running text for a screen.</summary>
internal sealed class ScreenText
{
    private const int Line = PageDesign.Line;

    /// <summary>The highest figure, against the page's type area.</summary>
    private const double Highest = 0.62;

    private readonly ScreenRequest request;
    private readonly PageDesign page;
    private readonly Structure structure = new();
    private readonly BlockMaker make;
    private readonly int section;

    /// <param name="withNotes">Whether marks of notes are shown: where their sources are.</param>
    public ScreenText(ScreenRequest request, PageDesign page, bool withNotes)
    {
        (this.request, this.page) = (request, page);
        make = new(request.Design, page, structure, new(request.Design, withNotes));
        section = structure.Add("Sect");
    }

    private Article Article => request.Article;

    /// <summary>Title, who wrote it, and the summary in 楷体.</summary>
    /// <param name="withTitle">False where it stands above already.</param>
    public IEnumerable<FlowBlock> Head(bool withTitle)
    {
        var (name, rest) = Title;
        if (withTitle)
        {
            yield return make.Heading(name, section, "H1") with { Size = rest.Length > 0 ? 1.8 : 1.5, SpaceBefore = 0 };
        }

        if (withTitle && rest.Length > 0)
        {
            yield return make.Heading(rest, section) with
            {
                Text = make.Words.Plain(rest, request.Design.Kai), Size = 1.3, Leading = 6, SpaceBefore = 0,
            };
        }

        if (Article.Byline is { } byline)
        {
            yield return make.Aside(byline, section, keeps: true);
        }

        yield return make.Paragraph(make.Words.Plain(Article.Summary, request.Design.Kai), section) with
        {
            SpaceBefore = Line, SpaceAfter = Line, IsWhole = true, Fill = request.Design.Inks.Accent,
        };
    }

    /// <param name="floats">Whether figures may go where there is room.</param>
    /// <param name="depth">What they must fit into, mm.</param>
    public IReadOnlyList<FlowBlock> Body(IReadOnlyList<Block> blocks, bool floats, double depth) =>
        [.. make.Of(blocks, section, (name, _) => Figure(name, floats, depth))];

    /// <summary>Sources by number, and what must be said below a text.</summary>
    public IEnumerable<FlowBlock> Foot()
    {
        if (Article.Text.Notes.Count > 0)
        {
            yield return make.Heading(Labels.Sources, section);
            foreach (var note in make.Notes(Article.Text.Notes, section))
            {
                yield return note;
            }
        }

        foreach (var (statement, i) in Statements().Select((s, i) => (s, i)))
        {
            yield return make.Aside(statement, section) with { Size = 0.76, Leading = 3, SpaceBefore = i == 0 ? Line : 0 };
        }
    }

    /// <summary>A name and what follows it; a title of one piece alone.</summary>
    private (string Name, string Headline) Title => Article.Title.StartsWith(request.Name + "：", StringComparison.Ordinal)
        ? (request.Name, Article.Title[(request.Name.Length + 1)..]) : (Article.Title, "");

    public IEnumerable<string> Statements() => Article.Rights is { } rights ? Article.Statements.Append(rights) : Article.Statements;

    private FlowBlock? Figure(string name, bool floats, double depth)
    {
        if (Article.Pictures.FirstOrDefault(p => p.Name == name) is not { } picture)
        {
            return null;
        }

        var figure = ArticleFigures.Of(picture);
        var width = Math.Min(page.Measure, depth * Highest / figure.Ratio);
        var made = (Posters.Flow.FigureBlock)make.Figure(figure, picture.Line, picture.Alt, section);
        return made with { Width = width, Height = width * figure.Ratio, Floats = floats, Size = 0.74 };
    }
}
