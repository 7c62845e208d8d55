using System.Globalization;
using System.Text;
using YuGong.Posters.Scenes;

namespace YuGong.Books;

/// <summary>
/// A book told page by page, for those who look it through before it is printed: what each page is, its headings, its first line and its
/// last, and where its figures stand. It is read off the pages as they are drawn.
/// </summary>
public static class ContactSheet
{
    /// <summary>Characters of a line that are quoted of its beginning.</summary>
    private const int Quoted = 24;

    public static string Of(BookScene book)
    {
        var box = book.Pages[0].Scene.Page;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"《{book.Title}》 {box.Width:0} × {box.Height:0} mm，{book.Pages.Count} 面\n");
        for (var i = 0; i < book.Pages.Count; i++)
        {
            // The first page is the right half of a spread; where pages are turned to the right, the left one.
            Tell(text, book, i, side: (i % 2 == 0) != book.IsRightToLeft ? "右" : "左");
        }

        return text.ToString();
    }

    private static void Tell(StringBuilder text, BookScene book, int number, string side)
    {
        var page = book.Pages[number];
        var lines = LinesOf(page.Scene, book.Elements);
        var label = page.Label.ToString() is { Length: > 0 } said && said != page.Kind ? $" {said}" : "";
        var headings = string.Join('、', Paragraphs(lines.Where(l => l.IsHeading)));
        text.Append(CultureInfo.InvariantCulture, $"{number + 1} {side}{label} {page.Kind}")
            .Append(headings.Length > 0 ? $"：{headings}" : "").Append('\n');
        var words = lines.Where(l => !l.IsHeading && !l.IsCaption).ToList();
        if (words.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {words.Count} 行：{Beginning(words[0].Text)} ┆ {End(words[^1].Text)}\n");
        }

        foreach (var caption in lines.Where(l => l.IsCaption).DistinctBy(l => l.Element))
        {
            var before = lines.TakeWhile(l => l != caption).Count(l => !l.IsCaption);
            var place = before == 0 ? "上" : before == lines.Count(l => !l.IsCaption) ? "下" : "中";
            text.Append(CultureInfo.InvariantCulture, $"    图在{place}：{Beginning(caption.Text)}\n");
        }
    }

    /// <summary>Lines of one element as one.</summary>
    private static IEnumerable<string> Paragraphs(IEnumerable<Line> lines) =>
        lines.GroupBy(l => l.Element).Select(g => string.Concat(g.Select(l => l.Text)));

    private static string Beginning(string line) => line.Length <= Quoted ? line : line[..Quoted] + "…";

    private static string End(string line) => line.Length <= Quoted ? line : "…" + line[^Quoted..];

    /// <summary>The words of a page in reading order, but for what is no part of the text: running heads, page numbers.</summary>
    private static List<Line> LinesOf(Scene page, IReadOnlyList<BookElement> elements)
    {
        var (lines, last) = (new List<Line>(), (GlyphRun?)null);
        foreach (var layer in page.Layers.Where(l => l.Element is not null))
        {
            foreach (var run in layer.Marks.OfType<GlyphRun>())
            {
                if (last is not null && GapBetween(last, run) is { } gap)
                {
                    lines[^1].Add((gap > run.Size / 2 ? "　" : "") + run.Text);
                }
                else
                {
                    lines.Add(new(layer.Element!.Value, elements[layer.Element.Value].Role, run.Text));
                }

                last = run;
            }
        }

        return lines;
    }

    /// <summary>How far the second begins behind the end of the first, where both are on one line; null where they are not.</summary>
    private static double? GapBetween(GlyphRun first, GlyphRun second)
    {
        var isColumn = first.Setting != Setting.Horizontal || second.Setting != Setting.Horizontal;
        var (from, to) = (first.Clusters[^1], second.Clusters[0]);
        var (along, across) = isColumn ? (to.Y - from.Y, to.X - from.X) : (to.X - from.X, to.Y - from.Y);
        return along > 0 && Math.Abs(across) < Math.Max(first.Size, second.Size) * 0.8 ? along - from.Advance : null;
    }

    private sealed class Line(int element, string role, string text)
    {
        public int Element => element;

        public string Text { get; private set; } = text;

        public bool IsHeading => role is ['H', >= '1' and <= '6'];

        public bool IsCaption => role == "Caption";

        public void Add(string more) => Text += more;
    }
}
