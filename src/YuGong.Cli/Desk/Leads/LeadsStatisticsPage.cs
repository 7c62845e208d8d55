using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>Counts of the register, fit to be shown to anybody, with drawings that are made here and run nothing.</summary>
internal static class LeadsStatisticsPage
{
    /// <summary>Weeks of the drawing of what came in.</summary>
    private const int Weeks = 26;

    /// <summary>Of one week's column, in units of the drawing.</summary>
    private const int ColumnWidth = 10, ColumnHeight = 60;

    public static Html Render(IReadOnlyList<LeadRow> rows, Taxonomies words, DateOnly today)
    {
        var statistics = Statistics.Of(rows, words);
        var absent = statistics.Districts.Where(d => d.Count == 0 && d.Id.Length > 0).ToList();
        return Html.Of($"""
            <h1>统计 <span class="number">{statistics.Total}</span></h1>
            <p class="soft">只有数目，没有任何个人信息，可以给别人看。</p>
            {CameIn(rows, today)}
            <div class="papers">{Bars("状态", statistics.States, statistics.Total)}{Bars("方向", statistics.Directions, statistics.Total)}
            {Bars("渠道", statistics.Channels, statistics.Total)}{Bars("批次", statistics.Batches, statistics.Total)}
            {Bars("区县", [.. statistics.Districts.Where(d => d.Count > 0)], statistics.Total)}</div>
            {(absent.Count == 0 ? Html.None
                : Html.Of($"<p class=\"deed\">还没有线索的区县（{absent.Count}）：{string.Join("、", absent.Select(d => d.Name))}</p>"))}
            """);
    }

    /// <summary>A table whose last column draws what the one before it says.</summary>
    private static Html Bars(string title, IReadOnlyList<Tally> tallies, int total) => Html.Of($"""
        <section class="paper"><table class="bars"><caption>{title}</caption>
        <thead class="visually-hidden"><tr><th scope="col">{title}</th><th scope="col">条数</th></tr></thead>
        <tbody>{Html.Join(tallies, t => Html.Of($"""
        <tr><th scope="row">{t.Name}</th><td class="count">{t.Count}</td><td>{Bar(t.Count, total)}</td></tr>
        """))}</tbody></table></section>
        """);

    private static Html Bar(int count, int total) => Html.Of($"""
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="8"/>
        <rect class="mark" width="{(total == 0 ? 0 : count * 100.0 / total):0.##}" height="8"/></svg>
        """);

    /// <summary>How many came in each week, up to this one.</summary>
    private static Html CameIn(IReadOnlyList<LeadRow> rows, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var counts = Enumerable.Range(0, Weeks).Select(i => monday.AddDays(7 * (i - Weeks + 1)))
            .Select(week => (Week: week, Count: rows.Count(r => r.Received >= week && r.Received < week.AddDays(7)))).ToList();
        var most = Math.Max(1, counts.Max(c => c.Count));
        var said = string.Join("，", counts.Where(c => c.Count > 0).Select(c => $"{c.Week:M月d日}起的一周 {c.Count} 条"));
        return Html.Of($"""
            <figure class="weeks"><svg viewBox="0 0 {Weeks * ColumnWidth} {ColumnHeight}" preserveAspectRatio="none" role="img"
            aria-labelledby="weeks">
            <title id="weeks">近 {Weeks} 周每周收到的线索：{(said.Length == 0 ? "没有" : said)}</title>
            {Html.Join(counts.Index(), c => Column(c.Index, c.Item.Count, most))}</svg>
            <figcaption>近 {Weeks} 周每周收到多少，最多的一周 {counts.Max(c => c.Count)} 条</figcaption></figure>
            """);
    }

    private static Html Column(int index, int count, int most)
    {
        var height = count == 0 ? 1 : Math.Max(2, count * ColumnHeight / most);
        return Html.Of($"""
            <rect class="mark" x="{(index * ColumnWidth) + 1}" y="{ColumnHeight - height}" width="{ColumnWidth - 2}" height="{height}"/>
            """);
    }
}
