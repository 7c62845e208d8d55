using YuGong.Content;

namespace YuGong.Leads;

/// <param name="Id">Empty for leads that say nothing of it.</param>
public sealed record Tally(string Id, string Name, int Count);

/// <summary>
/// Counts, and nothing else: by state, channel, batch, direction and district. Words nobody used are counted too, as nought.
/// </summary>
public sealed record Statistics(
    int Total, IReadOnlyList<Tally> States, IReadOnlyList<Tally> Channels, IReadOnlyList<Tally> Batches, IReadOnlyList<Tally> Directions,
    IReadOnlyList<Tally> Districts)
{
    public static Statistics Of(IReadOnlyList<LeadRow> rows, Taxonomies words) => new(
        rows.Count,
        [.. Enum.GetValues<LeadState>().Select(s => new Tally(LeadLabels.Id(s), LeadLabels.Of(s), rows.Count(r => r.State == s)))],
        [.. Enum.GetValues<Channel>().Select(c => new Tally(LeadLabels.Id(c), LeadLabels.Of(c), rows.Count(r => r.Channel == c))),
            .. Unsaid(rows, r => r.Channel)],
        By(rows, words.Batches, r => r.Batch), By(rows, words.Directions, r => r.Direction), By(rows, words.Districts, r => r.District));

    private static IReadOnlyList<Tally> By(IReadOnlyList<LeadRow> rows, IReadOnlyList<Term> terms, Func<LeadRow, string?> of) =>
        [.. terms.Select(t => new Tally(t.Id, t.Name, rows.Count(r => of(r) == t.Id))), .. Unsaid(rows, of)];

    private static IEnumerable<Tally> Unsaid(IReadOnlyList<LeadRow> rows, Func<LeadRow, object?> of) =>
        rows.Count(r => of(r) is null) is > 0 and var count ? [new("", "（未定）", count)] : [];
}
