using YuGong.Text;

namespace YuGong.Content;

/// <summary>What a day alone does to a release, with nobody changing a file.</summary>
/// <param name="Day">The first day on which it is so.</param>
/// <param name="What">In both languages, for a list: what appears, what goes, what stands in the way.</param>
/// <param name="Blocks">Whether a build is refused from then on, until somebody has dealt with it.</param>
public sealed record DatedChange(DateOnly Day, Phrase What, bool Blocks = false)
{
    /// <summary>Everything that a preview of the site holds and that waits for a day; by day, then as the entries stand.</summary>
    public static IReadOnlyList<DatedChange> Of(Site site)
    {
        var ready = site.Entries.Where(e => !e.Header.Sample && e.Header.Status >= Status.Ready).ToList();
        var appears = ready.Where(e => e.Header.PublishAt is not null).Select(e => new DatedChange(e.Header.PublishAt!.Value,
            new($"发布 {e.Title}", $"{e.Title} is published")));
        var goes = ready.Where(e => e.Header.ExpireAt is not null).Select(e => new DatedChange(e.Header.ExpireAt!.Value,
            new($"撤下 {e.Title}", $"{e.Title} is taken down")));
        var lapses = ready.Where(e => e.Consent?.Until is { } until && !(e.Header.ExpireAt <= until)).Select(e => new DatedChange(
            e.Consent!.Until!.Value.AddDays(1),
            new($"{e.Title} 的同意过期，要先续或撤下，才能再上线", $"the consent for {e.Title} runs out: renew it or take it down before going online"),
            Blocks: true));
        var closes = site.Taxonomies.Batches.Select(b => new DatedChange(b.Closes.AddDays(1),
            new($"{b.Name}征集截止", $"the call {b.Name} is closed")));
        return [.. appears.Concat(goes).Concat(lapses).Concat(closes).OrderBy(c => c.Day)];
    }
}
