using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>The half of the desk that editors look at: forms, preview, overview, the site. It watches the files it is made of.</summary>
internal sealed class DeskFront : IDisposable
{
    private readonly DraftSite site;
    private readonly DraftCard card;
    private readonly FolderWatch watch;

    private DeskFront(ProjectFolder project, DeskFormsRequest forms)
    {
        site = new(new(project, ProjectFolder.Today(), Edition.Preview, Math.Max(1, Environment.ProcessorCount), []));
        card = new(project);
        site.Rebuild();
        watch = new([project.Input, project.Themes], project.Settings, site.Rebuild);
        Parts = [new DeskFiles(site), new FormsPart(site, forms), new DraftsPart(site, card), new SitePart(site), new OverviewPart(project, site)];
    }

    public IReadOnlyList<IDeskPart> Parts { get; }

    /// <summary>Reads the whole site before it gives anything back.</summary>
    public static DeskFront Open(ProjectFolder project, DeskFormsRequest forms) => new(project, forms);

    public void Dispose()
    {
        watch.Dispose();
        card.Dispose();
        site.Dispose();
    }
}
