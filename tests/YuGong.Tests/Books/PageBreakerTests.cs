using Xunit;
using YuGong.Posters.Flow;

namespace YuGong.Tests.Books;

/// <summary>Where pages end, on made-up lines: no font is needed to know it.</summary>
public sealed class PageBreakerTests
{
    private const int Line = PageDesign.Line;

    [Fact]
    public void Pages_are_filled_and_nothing_is_lost()
    {
        var pages = Cut([.. Enumerable.Range(0, 25).Select(_ => Of(Line))], [], 10);
        Assert.Equal([(0, 10), (10, 20), (20, 25)], pages.Select(p => (p.First, p.End)));
    }

    [Fact]
    public void A_heading_goes_to_the_page_of_what_it_heads()
    {
        FlowItem[] items =
            [.. Enumerable.Range(0, 9).Select(_ => Of(Line)), Of(Line, FlowItem.Never), .. Enumerable.Range(0, 4).Select(_ => Of(Line))];
        Assert.Equal(9, Cut(items, [], 10)[0].End);
    }

    [Fact]
    public void A_line_is_left_blank_where_a_paragraph_would_leave_one_line_behind()
    {
        // Eight lines, then a paragraph of four: two of it go on the first page, not one, and not three.
        FlowItem[] items = [.. Enumerable.Range(0, 9).Select(_ => Of(Line)), .. Paragraph(4), .. Paragraph(6)];
        Assert.Equal(9, Cut(items, [], 10)[0].End);
        items = [.. Enumerable.Range(0, 7).Select(_ => Of(Line)), .. Paragraph(4), .. Paragraph(6)];
        Assert.Equal(9, Cut(items, [], 10)[0].End);
    }

    [Fact]
    public void Blanks_are_nothing_at_the_ends_of_a_page()
    {
        FlowItem[] items = [.. Enumerable.Range(0, 10).Select(_ => Of(Line)), Of(2 * Line) with { IsSpace = true },
            .. Enumerable.Range(0, 10).Select(_ => Of(Line))];
        Assert.Equal(2, Cut(items, [], 10).Count);
    }

    [Fact]
    public void A_figure_is_on_the_page_that_mentions_it_or_on_the_next()
    {
        FlowItem[] items = [.. Enumerable.Range(0, 20).Select(_ => Of(Line))];
        var near = Cut(items, [new(2, Of(4 * Line))], 10);
        Assert.Equal((0, 1), (near[0].FirstFloat, near[0].EndFloat));
        var late = Cut(items, [new(9, Of(4 * Line))], 10);
        Assert.Equal((0, 1), (late[1].FirstFloat, late[1].EndFloat));
        Assert.Equal(3, late.Count);
    }

    [Fact]
    public void Figures_alone_and_figures_larger_than_a_page_are_set_all_the_same()
    {
        Assert.Equal(2, Cut([], [new(-1, Of(8 * Line)), new(-1, Of(8 * Line))], 10).Count);
        Assert.Equal(2, Cut([Of(Line)], [new(0, Of(12 * Line))], 10).Count);
    }

    [Fact]
    public void A_note_takes_its_room_from_the_page_of_its_mark()
    {
        // Ten lines of room: nine of text leave a line, and a note of two lines needs two.
        FlowItem[] items = [.. Enumerable.Range(0, 8).Select(_ => Of(Line)), Of(Line) with { Notes = [Note(2)] }, Of(Line), Of(Line)];
        var pages = Cut(items, [], 10);
        Assert.Equal(8, pages[0].End);
        Assert.All(pages, p => Assert.False(p.Left.IsOpen));
    }

    [Fact]
    public void A_note_longer_than_a_page_goes_on_at_the_next()
    {
        var pages = Cut([Of(Line) with { Notes = [Note(20)] }, Of(Line)], [], 10);
        Assert.Equal(new(1, 11), pages[0].Left);
        Assert.Equal(2, pages.Count);
        Assert.Equal(pages[0].Left, pages[1].Taken);
    }

    [Fact]
    public void Notes_for_which_a_line_leaves_no_room_are_all_set_in_the_end()
    {
        var pages = Cut([Of(Line) with { Notes = [Note(12), Note(12), Note(12)] }], [], 10);
        Assert.False(pages[^1].Left.IsOpen);
        Assert.True(pages.Count >= 3);
    }

    [Fact]
    public void A_source_cited_again_is_told_whole_once_and_in_short_on_later_pages()
    {
        var whole = Note(6);
        FlowItem first = Of(Line) with { Notes = [whole] }, later = Of(Line) with { Notes = [new([Of(FootNote.Line)], whole)] };
        var (both, next) = (new PageNotes(null, default), new PageNotes(null, default));
        both.Add(first);
        both.Add(later);
        Assert.Equal(6, both.Lines);
        next.Add(later);
        Assert.Equal(1, next.Lines);
    }

    /// <summary>A thousand flows of a fixed seed: everything comes once, in order, and no page is fuller than it can be.</summary>
    [Fact]
    public void Whatever_comes_every_line_is_on_one_page_and_none_ends_with_a_heading()
    {
        var random = new Random(18);
        for (var trial = 0; trial < 1000; trial++)
        {
            var items = new List<FlowItem>();
            var floats = new List<FloatItem>();
            while (items.Count < 60)
            {
                switch (random.Next(6))
                {
                    case 0:
                        items.Add(Of(2 * Line, FlowItem.Never));
                        items.AddRange(Paragraph(3));
                        break;
                    case 1 when items.Count > 0:
                        floats.Add(new(items.Count - 1, Of(random.Next(3, 12) * Line)));
                        break;
                    default:
                        items.AddRange(Paragraph(random.Next(1, 9)));
                        break;
                }
            }

            var pages = Cut(items, floats, 20);
            Assert.Equal(items.Count, pages.Sum(p => p.End - p.First));
            Assert.Equal(floats.Count, pages.Sum(p => p.EndFloat - p.FirstFloat));
            foreach (var page in pages)
            {
                var text = items.Skip(page.First).Take(page.End - page.First).Sum(i => i.Height);
                var figures = floats.Skip(page.FirstFloat).Take(page.EndFloat - page.FirstFloat).Sum(f => f.Item.Height);
                Assert.InRange(text + figures, 0, 20 * Line);
                Assert.True(page.End == 0 || page.End == items.Count || items[page.End - 1].Penalty < FlowItem.Single);
            }
        }
    }

    private static IReadOnlyList<PageBreak> Cut(IReadOnlyList<FlowItem> items, IReadOnlyList<FloatItem> floats, int lines) =>
        new PageBreaker(items, floats, lines * Line).Cut();

    private static FlowItem Of(int height, double penalty = 0) => new(height, penalty, _ => []);

    private static FootNote Note(int lines) => new([.. Enumerable.Range(0, lines).Select(_ => Of(FootNote.Line))]);

    private static IEnumerable<FlowItem> Paragraph(int lines) => Enumerable.Range(0, lines)
        .Select(i => Of(Line, i == lines - 1 ? 0 : i == 0 || i == lines - 2 ? FlowItem.Single : 2));
}
