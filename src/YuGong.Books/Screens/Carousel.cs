using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Text;

namespace YuGong.Books.Screens;

/// <summary>
/// 轮播图: the poster, the text over pages of 3:4, and a code that leads to the rest. A text that does not fit ends with a section, never
/// within one: half an argument may say the wrong thing.
/// </summary>
internal sealed class Carousel
{
    /// <summary>Pictures that the strictest of the usual places takes.</summary>
    public const int Most = 18;

    private const double CodeSide = 44;

    private readonly ScreenRequest request;
    private readonly PageDesign page;
    private readonly ScreenDraw draw;
    private readonly ScreenText text;
    private readonly SortedSet<string> missing;

    public Carousel(ScreenRequest request, PageDesign page, SortedSet<string> missing)
    {
        (this.request, this.page, this.missing) = (request, page, missing);
        draw = new(request, page, missing);
        text = new(request, page, withNotes: false);
    }

    /// <summary>Null, with a finding, when not even the first section fits.</summary>
    /// <param name="place">Of the entry.</param>
    public IReadOnlyList<(double Height, IReadOnlyList<Mark> Marks)>? Files(SourceSpan place, Diagnostics findings)
    {
        var blocks = request.Article.Text.Blocks;
        var sections = blocks.Index().Where(b => b.Item is HeadingBlock && b.Index > 0).Select(b => b.Index).ToList();
        List<int> ends = [blocks.Count, .. sections.AsEnumerable().Reverse()];
        foreach (var end in ends)
        {
            var body = text.Body([.. blocks.Take(end)], floats: true, page.Depth);
            var pages = FlowSetter.Set([.. text.Head(withTitle: true), .. body], page, missing);
            if (pages.Count <= Most - 2)
            {
                var left = sections.Where(s => s >= end).Select(s => PlainText.Of(((HeadingBlock)blocks[s]).Inlines)).ToList();
                Tell(left, place, findings);
                return [.. Pages(pages), (page.Height, [.. Last(left)])];
            }
        }

        findings.Report(ManuscriptRules.CarouselTooLong, place, request.Article.Title, $"{Most}");
        return null;
    }

    private static void Tell(IReadOnlyList<string> left, SourceSpan place, Diagnostics findings)
    {
        if (left.Count > 0)
        {
            findings.Report(ManuscriptRules.CarouselEndsEarly, place, $"{Most}", Phrase.List(left));
        }
    }

    private IEnumerable<(double Height, IReadOnlyList<Mark> Marks)> Pages(IReadOnlyList<FlowPage> pages)
    {
        var area = new Rect(page.Inner, page.Head, page.Measure, page.Depth);
        yield return (page.Height, [.. draw.Head(page.Height)]);
        for (var i = 0; i < pages.Count; i++)
        {
            yield return (page.Height,
            [
                draw.Paper(page.Height), .. pages[i].In(area).Select(m => m.Mark),
                .. draw.Furniture(page.Height, request.Article.Title, $"{i + 2} / {pages.Count + 2}"),
            ]);
        }
    }

    /// <param name="left">Headings of the sections that are not in it.</param>
    private IEnumerable<Mark> Last(IReadOnlyList<string> left)
    {
        var inks = request.Design.Inks;
        var sources = request.Article.Text.Notes.Count;
        var row = new Rect(page.Inner, page.Height * 0.13, page.Measure, page.Grid * 1.6);
        var code = new Rect((page.Width - CodeSide) / 2, page.Height * 0.3, CodeSide, CodeSide);
        var below = row with { Y = code.Bottom + (page.Grid * 0.9) };
        var rest = left.Count == 0 ? "" : Labels.ReadOn.Replace("{0}", string.Join("”“", left), StringComparison.Ordinal);
        var foot = string.Join("　", text.Statements());
        return
        [
            draw.Paper(page.Height), .. draw.Code(code),
            .. draw.Title(request.Article.Title, 1.3, row with { Height = page.Grid * 2.6 }, inks.Text, Align.Center, 2),
            .. draw.Line(Labels.ScanFor(sources), 0.86, below, inks.Text, Align.Center),
            .. rest.Length == 0 ? [] : draw.Line(rest, 0.74, below with { Y = below.Y + (page.Grid * 1.5), Height = page.Grid * 3.2 },
                inks.Accent, Align.Center, 3),
            .. foot.Length == 0 ? [] : draw.Line(foot, 0.58, row with { Y = page.Height * 0.8, Height = page.Grid * 2.6 }, inks.Quiet,
                Align.Center, 4),
            .. draw.Line(string.Join("　", request.Organizers), 0.66, row with { Y = page.Height * 0.92, Height = page.Grid }, inks.Text,
                Align.Center),
        ];
    }
}
