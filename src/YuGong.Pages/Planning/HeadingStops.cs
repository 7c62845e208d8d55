using System.Globalization;
using System.Net;
using System.Text;
using YuGong.Pages.Templating;
using YuGong.Pages.Views;

namespace YuGong.Pages;

/// <summary>
/// Stops of a tour beside the headings of a story that tell of the same: the pairs of characters that both say, those the more that few
/// sections say. A stop stands at one heading at most, and a heading has one stop; what has no heading of its own stays away.
/// </summary>
internal static class HeadingStops
{
    /// <summary>A tenth of a stop's words, said in no other section, is enough to belong together.</summary>
    private const double Enough = 0.095;

    private const string Heading = "<h2";

    private const string HeadingEnd = "</h2>";

    /// <param name="html">Of a body.</param>
    public static string Into(string html, IReadOnlyList<TourStepView> stops)
    {
        var starts = Starts(html);
        if (starts.Count == 0)
        {
            return html;
        }

        var ends = starts.Skip(1).Append(html.Length);
        List<HashSet<int>> sections = [.. starts.Zip(ends, (start, end) => Pairs(Plain(html[start..end])))];
        var pages = sections.SelectMany(s => s).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        var scores =
            from stop in stops
            where stop.Crop is not null
            let said = Pairs(stop.Title + "。" + stop.Text)
            where said.Count > 0
            from section in Enumerable.Range(0, sections.Count)
            let score = said.Where(sections[section].Contains).Sum(p => 1.0 / pages[p]) / said.Count
            where score > Enough
            orderby score descending, stop.Number, section
            select (Stop: stop, Section: section);
        var placed = new SortedDictionary<int, TourStepView>();
        foreach (var (stop, section) in scores)
        {
            if (!placed.ContainsKey(section) && !placed.ContainsValue(stop))
            {
                placed.Add(section, stop);
            }
        }

        var text = new StringBuilder(html);
        foreach (var (section, stop) in placed.Reverse())
        {
            var end = html.IndexOf(HeadingEnd, starts[section], StringComparison.Ordinal);
            if (end >= 0)
            {
                text.Insert(end + HeadingEnd.Length, Figure(stop));
            }
        }

        return text.ToString();
    }

    private static List<int> Starts(string html)
    {
        var starts = new List<int>();
        for (var at = html.IndexOf(Heading, StringComparison.Ordinal); at >= 0;
            at = html.IndexOf(Heading, at + 1, StringComparison.Ordinal))
        {
            starts.Add(at);
        }

        return starts;
    }

    /// <summary>Han in twos, as they follow each other.</summary>
    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (IsHan(text[i - 1]) && IsHan(text[i]))
            {
                pairs.Add((text[i - 1] << 16) | text[i]);
            }
        }

        return pairs;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static string Plain(string html)
    {
        var text = new StringBuilder(html.Length);
        var inside = false;
        foreach (var c in html)
        {
            inside = c == '<' || (inside && c != '>');
            if (!inside && c != '>')
            {
                text.Append(c);
            }
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static string Figure(TourStepView stop) => string.Create(CultureInfo.InvariantCulture,
        $"<figure class=\"beside\"><svg class=\"tour-crop\" viewBox=\"{stop.Crop}\" aria-hidden=\"true\"><image href=\"{stop.Src}\" "
        + $"width=\"{stop.Width}\" height=\"{stop.Height}\"/></svg><figcaption>{Utf8Page.Escape(stop.Title)}</figcaption></figure>");
}
