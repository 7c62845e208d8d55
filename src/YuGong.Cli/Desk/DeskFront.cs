using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// The half of the desk that editors look at: forms, preview, overview, the site, the register. It watches the files it is made of.
/// </summary>
internal sealed class DeskFront : IDisposable
{
    private readonly DraftRenderer site;
    private readonly DraftCard card;
    private readonly OpenedRegister register;
    private readonly FolderWatch watch;
    private readonly OnlineScheduler scheduler;
    private readonly StepNotice notice;

    private DeskFront(ProjectFolder project, EditingDesk desk)
    {
        site = new(new(project, Clock.Today(project), Edition.Preview));
        card = new(project);
        register = new(Path.Combine(project.Root, "leads"), TimeProvider.System);
        site.Rebuild();
        _ = Task.Run(Warm);
        void Rebuild() => site.Rebuild(Clock.Today(project));
        watch = new([project.Input, project.Themes], project.Settings, Rebuild);
        var online = new OnlineWork(project);
        scheduler = new(project, online, () => site.Site, Rebuild, new SiteClock(project));
        var drafts = new DraftsPart(card);
        var clock = new SiteClock(project);
        var leads = new LeadsDoor(project, register, site, clock);
        notice = new(Environment.GetEnvironmentVariable);
        var links = new OutsideLinks(TimeProvider.System);
        var steps = new DraftSteps(desk, notice, new(Environment.GetEnvironmentVariable), TimeProvider.System);
        Parts = [new DeskFiles(site), drafts, new SitePart(site), new MediaPart(site, desk), new WritePart(project, site, desk, drafts),
            new SavePart(desk.Writing, steps), new ReviewPart(project, site, desk, drafts, steps),
            new SharePart(project, site, desk, links), new PaperPart(project, desk),
            new OverviewPart(project, site, desk, scheduler), new OnlinePart(project, online),
            new ArticlePart(project, site), new WithdrawPart(new(project, online, desk, register)),
            new LeadsPart(leads, clock), new LeadPart(leads, new(leads, desk), clock), new LeadsIntakePart(leads, clock),
            new LeadsScoresPart(leads), new ScoreLinkPart(register.Folder, links, clock),
            new LeadsCertificatesPart(leads, desk, clock), new LeadsCarePart(leads, clock), new LeadsMendPart(leads)];
    }

    public IReadOnlyList<IEndpoints> Parts { get; }

    /// <summary>Reads the whole site before it gives anything back.</summary>
    public static DeskFront Open(ProjectFolder project, EditingDesk desk) => new(project, desk);

    /// <summary>
    /// Draws a page and a card that nobody sees, while the browser loads the form: the first ones then come as quickly as the others.
    /// </summary>
    private void Warm()
    {
        if (site.Site is { Stories: [var story, ..] } now)
        {
            site.Draw(new(EntryKind.Story, story.Id, story.Header.Body.File.Text));
            card.Warm(now);
        }
    }

    public void Dispose()
    {
        scheduler.Dispose();
        notice.Dispose();
        watch.Dispose();
        register.Dispose();
        card.Dispose();
        site.Dispose();
    }
}
