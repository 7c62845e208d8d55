using System.Globalization;
using System.Text;
using YuGong.Pages.Templating;
using YuGong.Pages.Views;

namespace YuGong.Pages;

/// <summary>
/// A timeline as lanes, one for each person: a line over the years that are told of, a dot for each event, decades as links.
/// </summary>
internal static class TimelineLanes
{
    /// <summary>More lanes than this are no picture any more.</summary>
    private const int Most = 60;

    /// <summary>px of the drawing.</summary>
    private const int Width = 1200, Names = 130, Lane = 34, Head = 40;

    /// <summary>As SVG, its words in the page's font; empty for one person or too many.</summary>
    public static Markup Draw(IReadOnlyList<TimelineRow> rows)
    {
        List<IGrouping<string, TimelineRow>> lanes = [.. rows.GroupBy(r => r.Person.Id)];
        return lanes.Count is < 2 or > Most ? Markup.Of("")
            : new("lanes:" + string.Join('\n', rows.Select(r => $"{r.Person.Id} {r.Person.Title} {r.Person.Path} {r.Event.Date.Edtf}")),
                () => Svg(lanes));
    }

    private static string Svg(List<IGrouping<string, TimelineRow>> lanes)
    {
        var years = lanes.SelectMany(l => l).Select(r => r.Event.Date.Year).ToList();
        var (first, last) = (years.Min() / 10 * 10, (years.Max() / 10 * 10) + 10);
        double X(double year) => Names + 20 + ((year - first) / (last - first) * (Width - Names - 40));
        var height = Head + (lanes.Count * Lane) + 8;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"lanes\" viewBox=\"0 0 {Width} {height}\">");
        var told = years.Select(y => y / 10 * 10).ToHashSet();
        for (var year = first; year <= last; year += 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"lanes-decade\" d=\"M{X(year):0} {Head - 8}V{height}\"/>");
            if (year < last)
            {
                var name = $"<text class=\"lanes-year\" x=\"{X(year) + 5:0}\" y=\"{Head - 14}\">{year}</text>";
                svg.Append(told.Contains(year) ? $"<a href=\"#y{year}\">{name}</a>" : name);
            }
        }

        for (var i = 0; i < lanes.Count; i++)
        {
            var (person, y) = (lanes[i].First().Person, Head + (i * Lane) + (Lane / 2));
            List<int> own = [.. lanes[i].Select(r => r.Event.Date.Year).Distinct().Order()];
            svg.Append(CultureInfo.InvariantCulture,
                $"<a href=\"{Utf8Page.Escape(person.Path)}\"><text class=\"lanes-name\" x=\"{Names}\" y=\"{y + 6}\">"
                + $"{Utf8Page.Escape(person.Title)}</text></a>"
                + $"<path class=\"lanes-line\" d=\"M{X(own[0]):0} {y}H{X(own[^1]):0}\"/>");
            foreach (var year in own)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"lanes-dot\" cx=\"{X(year):0}\" cy=\"{y}\" r=\"4.5\"/>");
            }
        }

        return svg.Append("</svg>").ToString();
    }
}
