using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Text;

namespace YuGong.Books.Review;

/// <summary>
/// A 审稿单 as a paper: the text with a number at every line, its sources and their grades, each claim beside what it rests on, what is
/// missing before publication, and room to sign. The same as the .docx of <see cref="WordWriter"/>, for who only prints.
/// </summary>
public sealed class ReviewPress
{
    private const string Format = "a4";

    /// <summary>Of line numbers, ems; and how far left of the text, mm.</summary>
    private const double NumberSize = 0.66, NumberWidth = 10, NumberGap = 3;

    /// <summary>Smaller runs are marks of notes, which stand on lines of others.</summary>
    private const double LeastOfLine = 0.72;

    private readonly Article article;
    private readonly ReviewSheet review;
    private readonly BookDesign design;
    private readonly PageDesign page;
    private readonly Structure structure = new();
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly PageDrawings draw;
    private readonly ReviewText text;
    private int lines;

    private ReviewPress(Article article, ReviewSheet review, BookDesign design)
    {
        (this.article, this.review, this.design) = (article, review, design);

        // It comes out of an office printer, which cuts nothing.
        page = (design.Formats.FirstOrDefault(f => f.Name == Format) ?? design.Formats[0]) with { Bleed = 0 };
        draw = new(design, page, missing);
        text = new(article, review, design, page, structure);
    }

    /// <summary>Null, with a finding, when a font lacks characters.</summary>
    /// <param name="article">With its review.</param>
    /// <param name="place">Of the entry.</param>
    public static BookScene? Set(Article article, BookDesign design, SourceSpan place, Diagnostics findings) =>
        article.Review is { } review ? new ReviewPress(article, review, design).Set(place, findings) : null;

    private BookScene? Set(SourceSpan place, Diagnostics findings)
    {
        List<FlowBlock> blocks = [.. text.Article()];
        var numbered = blocks.Count;
        blocks.AddRange(text.Review());
        var flow = FlowSetter.Set(blocks, page, missing);
        List<BookPage> pages = [.. flow.Select((part, i) => PageOf(part, i + 1, flow.Count, numbered))];
        if (missing.Count > 0)
        {
            findings.Report(BookRules.MissingGlyph, place, string.Join(' ', missing));
            return null;
        }

        return new()
        {
            Title = article.Title, Author = article.Byline ?? "", Language = article.Language, Pages = pages, Elements = structure.Elements,
            Bookmarks = [new(1, article.Title, 0, page.Head)], Links = [],
        };
    }

    private BookPage PageOf(FlowPage part, int number, int count, int numbered)
    {
        var area = page.Area(recto: true);
        var marks = part.In(area);
        var head = new Rect(area.X, area.Y - (1.9 * page.Grid), area.Width, page.Grid);
        var said = $"审稿单　{review.Status}　供审核，请勿外传　{review.Day:yyyy-MM-dd}　内容修订号 {article.Revision}　第 {number} / {count} 页";
        List<Layer> layers =
        [
            .. Sheet.Layers(marks),
            Sheet.Layer(-1, [.. draw.Line(said, design.Kai, page.Em * 0.82, head, design.Inks.Quiet), .. Numbers(part, marks, numbered)]),
        ];
        var fonts = layers.SelectMany(l => l.Marks).OfType<GlyphRun>().Select(r => r.Font).Distinct().ToList();
        return new(new(new("review", "review", page.Name), article.Title, "", false, page.Box, fonts, layers), new("", number));
    }

    /// <summary>A number at every line of the article itself, over all pages, so that people can speak of it.</summary>
    /// <param name="numbered">Blocks that are the article's.</param>
    private IEnumerable<Mark> Numbers(FlowPage part, IReadOnlyList<FlowMark> marks, int numbered)
    {
        var wanted = part.TextLines.Count(l => l.Block < numbered);
        var at = marks.Select(m => m.Mark).OfType<GlyphRun>().Where(r => r.Box == "text" && r.Size >= page.Em * LeastOfLine)
            .Select(r => Math.Round(r.Clusters[0].Y, 3)).Distinct().Order().Take(wanted);
        foreach (var y in at)
        {
            var place = new Rect(page.Inner - NumberGap - NumberWidth, y - (page.Grid * 0.65), NumberWidth, page.Grid);
            foreach (var mark in draw.Line($"{++lines}", design.Text, page.Em * NumberSize, place, design.Inks.Quiet, Align.End))
            {
                yield return mark;
            }
        }
    }
}
