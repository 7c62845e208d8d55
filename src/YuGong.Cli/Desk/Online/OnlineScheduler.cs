using YuGong.Build;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// Goes online by itself where <c>statiq.json</c> has a schedule, when a day has come that changes the site. It looks every minute at what
/// the journal says, and so goes on after a restart where it stood: what came due while no desk was open is done at once.
/// </summary>
internal sealed class OnlineScheduler : IDisposable
{
    /// <summary>Bears the commit of the ledgers and stands in the journal.</summary>
    private static readonly Editor Itself = new("定时上线", "schedule@localhost", Role.Publisher);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ProjectFolder project;
    private readonly OnlineWork work;
    private readonly Func<Site?> site;
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly Action rebuild;
    private readonly Lock looking = new();
    private readonly Dictionary<string, DateTimeOffset> done = [], notBefore = [];
    private DateOnly day;
    private string? begun;

    /// <param name="site">The site with its drafts, as it was read last.</param>
    /// <param name="rebuild">Reads it again: the day is another one.</param>
    public OnlineScheduler(ProjectFolder project, OnlineWork work, Func<Site?> site, Action rebuild, TimeProvider clock)
    {
        (this.project, this.work, this.site, this.rebuild, this.clock) = (project, work, site, rebuild, clock);
        day = Today;
        timer = clock.CreateTimer(_ => Guard.Run("schedule", Look), null, Minute, Minute);
    }

    /// <summary>How long it waits after it failed.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(15);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>What it is going to do at a place, for the overview; nothing where there is no schedule.</summary>
    public IReadOnlyList<string> WillDo(DeployPlace place)
    {
        const int Most = 3;
        if (place.Schedule is null || site() is not { } now)
        {
            return [];
        }

        if (LastAt(place) is not { } since)
        {
            return ["定时：先由人上线一次，以后到了日子自己上线。"];
        }

        List<PlannedDeployment> planned = [.. PlannedDeployment.After(place.Schedule, DatedChange.Of(now), since, clock.LocalTimeZone)];
        return planned.Count == 0 ? ["定时：没有在等日子的条目。"] : [.. planned.Take(Most).Select(Words)];
    }

    public void Dispose() => timer.Dispose();

    private static string Words(PlannedDeployment planned) =>
        $"定时 {planned.At:M 月 d 日 HH:mm}：{string.Join("；", planned.Changes.Select(c => c.What.Zh))}。";

    private void Look()
    {
        lock (looking)
        {
            if (work.Now.Running)
            {
                return;
            }

            Note();
            if (day != Today)
            {
                day = Today;
                rebuild();
            }

            var now = clock.GetLocalNow();
            if (site() is { } read && read.Settings.Deploy.FirstOrDefault(p => IsDue(p, read, now)) is { } place)
            {
                begun = work.Begin(place, isBack: false, Itself) ? place.Name : null;
            }
        }
    }

    /// <summary>How the last one ended: what failed is tried again later, what changed nothing is not.</summary>
    private void Note()
    {
        if (begun is { } name)
        {
            begun = null;
            var now = clock.GetLocalNow();
            (work.Now.Failed ? notBefore : done)[name] = work.Now.Failed ? now + Patience : now;
        }
    }

    private bool IsDue(DeployPlace place, Site read, DateTimeOffset now) =>
        place.Schedule is { } schedule && LastAt(place) is { } since && !(notBefore.TryGetValue(place.Name, out var later) && now < later)
        && PlannedDeployment.After(schedule, DatedChange.Of(read), since, clock.LocalTimeZone).FirstOrDefault() is { } first
        && first.At <= now;

    private DateTimeOffset? LastAt(DeployPlace place)
    {
        using var deployment = new Deployment(project, place, Itself);
        var written = deployment.LastAt;
        return done.TryGetValue(place.Name, out var seen) && seen > written ? seen : written;
    }
}

/// <summary>A time when a site goes online by itself, and what will be different then.</summary>
internal sealed record PlannedDeployment(DateTimeOffset At, IReadOnlyList<DatedChange> Changes)
{
    /// <param name="since">When it last went online: what that day and earlier ones changed is online.</param>
    /// <returns>By time; one for all days that the schedule does together.</returns>
    public static IEnumerable<PlannedDeployment> After(
        GoLiveSchedule schedule, IReadOnlyList<DatedChange> changes, DateTimeOffset since, TimeZoneInfo zone)
    {
        var known = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(since, zone).DateTime);
        return
            from change in changes
            where change.Day > known
            let at = schedule.Next(zone.Midnight(change.Day).AddTicks(-1), zone)
            where at is not null
            group change by at.Value into together
            orderby together.Key
            select new PlannedDeployment(together.Key, [.. together]);
    }
}
