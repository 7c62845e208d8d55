using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Desk;
using YuGong.Text;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.Deploying;

/// <summary>A day comes: what the desk does then by itself, and what it does not.</summary>
public sealed class ScheduleTests : IDisposable
{
    private readonly Project site = Project.OfRealSite();
    private readonly ManualClock clock = new(new(2027, 1, 1, 12, 0, 0, TimeSpan.FromHours(8)));

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("5 0 * * *", true)]
    [InlineData("0 9 * * MON-FRI", true)]
    [InlineData("每天", false)]
    [InlineData("0 0 30 2 *", false)]
    [InlineData("0 0 0 * * *", false)]
    [InlineData("", false)]
    public void A_schedule_has_five_fields_and_a_day_that_comes(string text, bool isOne) =>
        Assert.Equal(isOne, GoLiveSchedule.TryRead(text, out _));

    [Fact]
    public void Days_wait_for_their_hour_and_those_of_one_hour_go_together()
    {
        Assert.True(GoLiveSchedule.TryRead("0 9 * * MON-FRI", out var weekdays));
        var changes = from day in (List<int>)[8, 9, 10, 12]
                      select new DatedChange(new(2027, 1, day), new($"{day} 日", $"the {day}th"));
        var since = new DateTimeOffset(2027, 1, 8, 0, 1, 0, TimeSpan.FromHours(8));
        var planned = PlannedDeployment.After(weekdays, [.. changes], since, SiteTime.China)
            .Select(p => $"{p.At:yyyy-MM-dd HH:mm}: {string.Join(' ', p.Changes.Select(c => c.What.Zh))}");
        Assert.Equal(["2027-01-11 09:00: 9 日 10 日", "2027-01-12 09:00: 12 日"], planned);
    }

    [Fact]
    public void What_waits_for_a_day_is_what_a_build_of_that_day_does()
    {
        site.Edit("input/stories/shui-xiheng/index.md", "\nid: shui-xiheng\n", "\nid: shui-xiheng\npublish_at: 2027-02-01\n");
        site.Edit("input/stories/lan-tian/index.md", "\nid: lan-tian\n", "\nid: lan-tian\nexpire_at: 2027-02-03\n");
        site.Edit("input/stories/zhang-jiade/index.md", "\nconsent:\n", "\nconsent:\n  until: 2027-02-04\n");
        var changes = DatedChange.Of(Read()).Where(c => c.Day >= new DateOnly(2027, 2, 1)).ToList();
        Assert.Equal(
            ["2027-02-01 发布 税西恒", "2027-02-03 撤下 蓝田", "2027-02-05 张家德 的同意过期，要先续或撤下，才能再上线"],
            changes.Select(c => $"{c.Day:yyyy-MM-dd} {c.What.Zh}"));
        Assert.Equal([false, false, true], changes.Select(c => c.Blocks));
        foreach (var (day, id, isThere) in (ReadOnlySpan<(int, string, bool)>)
            [(31, "shui-xiheng", false), (32, "shui-xiheng", true), (33, "lan-tian", true), (34, "lan-tian", false)])
        {
            var release = ProjectFolder.At(site.Root).Load(Edition.Release, new DateOnly(2027, 1, 1).AddDays(day - 1), new())!;
            Assert.Equal(isThere, release.Stories.Any(s => s.Id == id));
        }
    }

    [Fact]
    public void The_desk_goes_online_when_a_day_has_come_and_not_before_and_not_twice()
    {
        using var scheduler = Begin(out var work);
        Assert.Equal(["定时 2 月 1 日 00:05：发布 税西恒。"], scheduler.WillDo(Place));

        clock.To(new(2027, 2, 1, 0, 4, 0, TimeSpan.FromHours(8)));
        Assert.Empty(work.Begun);
        clock.To(new(2027, 2, 1, 0, 6, 0, TimeSpan.FromHours(8)));
        Assert.Equal(["本机 定时上线"], work.Begun);
        clock.To(new(2027, 2, 1, 0, 30, 0, TimeSpan.FromHours(8)));
        Assert.Single(work.Begun);
        Assert.Equal(["定时：没有在等日子的条目。"], scheduler.WillDo(Place));
    }

    [Fact]
    public void What_failed_is_tried_again_and_what_came_due_while_no_desk_was_open_is_done_at_once()
    {
        using (Begin(out var failing))
        {
            failing.Fails = true;
            clock.To(new(2027, 2, 1, 0, 6, 0, TimeSpan.FromHours(8)));
            clock.To(new(2027, 2, 1, 0, 16, 0, TimeSpan.FromHours(8)));
            Assert.Single(failing.Begun);
            clock.To(new(2027, 2, 1, 0, 22, 0, TimeSpan.FromHours(8)));
            Assert.Equal(2, failing.Begun.Count);
        }

        clock.To(new(2027, 2, 5, 15, 0, 0, TimeSpan.FromHours(8)));
        using var scheduler = Begin(out var work);
        clock.To(new(2027, 2, 5, 15, 1, 0, TimeSpan.FromHours(8)));
        Assert.Single(work.Begun);
    }

    [Fact]
    public void Nothing_goes_online_by_itself_where_nobody_ever_put_it()
    {
        using var scheduler = Begin(out var work, wasOnline: false);
        clock.To(new(2027, 2, 2, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.Empty(work.Begun);
        Assert.Equal(["定时：先由人上线一次，以后到了日子自己上线。"], scheduler.WillDo(Place));
    }

    private DeployPlace Place => Read().Settings.Deploy.Single();

    private Site Read() => ProjectFolder.At(site.Root).Load(Edition.Preview, new(2027, 1, 1), new())!;

    private OnlineScheduler Begin(out Recorded work, bool wasOnline = true)
    {
        var project = ProjectFolder.At(site.Root);
        if (!Settings.Peek(project.Settings).Deploy.Any())
        {
            site.Edit("input/stories/shui-xiheng/index.md", "\nid: shui-xiheng\n", "\nid: shui-xiheng\npublish_at: 2027-02-01\n");
            var folder = $"\"Deploy\": [{{ \"Name\": \"本机\", \"Folder\": \"{site.Root}-www\", \"Schedule\": \"5 0 * * *\" }}],";
            site.Edit("statiq.json", "\"YuGong\": {", $"\"YuGong\": {{\n    {folder}");
        }

        if (wasOnline)
        {
            using var place = new Deployment(project, Place, new("李工", "", Role.Publisher));
            new OnlineJournal(project).Add(place.Place, new("000001-aaaaaaaa", new(2027, 1, 1, 11, 0, 0, TimeSpan.FromHours(8)), "李工",
                IsBack: false));
        }

        work = new(project);
        return new(project, work, Read, () => { }, clock);
    }

    /// <summary>Builds nothing, and says who began.</summary>
    private sealed class Recorded(ProjectFolder project) : OnlineWork(project)
    {
        public List<string> Begun { get; } = [];

        public bool Fails { get; set; }

        public override bool Begin(DeployPlace place, bool isBack, Editor editor)
        {
            Begun.Add($"{place.Name} {editor.Name}");
            Now = new(Running: false, "", Failed: Fails);
            return true;
        }
    }

    /// <summary>A clock that rings every timer for each minute that it is moved over.</summary>
    private sealed class ManualClock(DateTimeOffset begin) : TimeProvider
    {
        private readonly List<Ticking> timers = [];
        private DateTimeOffset now = begin;

        public override TimeZoneInfo LocalTimeZone => SiteTime.China;

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

        public void To(DateTimeOffset time)
        {
            // The last minutes are what matters; a month of them is not rung through.
            now = time - now > TimeSpan.FromHours(1) ? time.AddMinutes(-1) : now;
            while (now < time)
            {
                now = now.AddMinutes(1);
                timers.ForEach(t => t.Ring());
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Ticking(callback, state, timers);
            timers.Add(timer);
            return timer;
        }

        private sealed class Ticking(TimerCallback callback, object? state, List<Ticking> all) : ITimer
        {
            public void Ring() => callback(state);

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => all.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
