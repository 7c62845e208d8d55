using YuGong.Build;
using YuGong.Content;
using YuGong.Publishing;

namespace YuGong.Cli;

/// <summary>When something last left the site that must not come back with an earlier release.</summary>
internal static class TakenOff
{
    /// <summary>The end of the last day on which it may still have been online; null where nothing ever was taken off.</summary>
    public static DateTimeOffset? Of(ProjectFolder project)
    {
        var today = Clock.Today(project);
        if (LastDay(project, today) is not { } day)
        {
            return null;
        }

        var (end, zone) = (day.AddDays(1).ToDateTime(TimeOnly.MinValue), Settings.Peek(project.Settings).TimeZone);
        return new(end, zone.GetUtcOffset(end));
    }

    /// <summary>A withdrawal is in the ledger by its day; consent and entries run out by theirs.</summary>
    internal static DateOnly? LastDay(ProjectFolder project, DateOnly today)
    {
        var withdrawn = WithdrawnLedger.In(project.Input, project.InputName, new()).Days.Select(d => d.Day);
        var entries = project.Load(Edition.Preview, today, new())?.Entries.Where(e => !e.Header.Sample).ToList() ?? [];
        var lapsed = entries.Select(e => e.Consent?.Until).OfType<DateOnly>().Where(until => until < today);
        var expired = entries.Select(e => e.Header.ExpireAt).OfType<DateOnly>().Where(day => day <= today).Select(day => day.AddDays(-1));
        return withdrawn.Concat(lapsed).Concat(expired).Cast<DateOnly?>().Max();
    }
}
