using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The parts of a desk and what they stand on, opened together and closed together.</summary>
internal sealed class DeskRooms : IDisposable
{
    private readonly EditingDesk desk;
    private readonly DeskFront front;

    private DeskRooms(EditingDesk desk, DeskFront front, IReadOnlyList<IEndpoints> parts) =>
        (this.desk, this.front, Parts) = (desk, front, parts);

    /// <summary>Whether the folder had no history before.</summary>
    public bool IsNewRepository { get; private init; }

    public IReadOnlyList<IEndpoints> Parts { get; }

    /// <summary>How saves are kept, in a few words.</summary>
    public Phrase Says => (IsNewRepository ? new("这里还没有 git 仓库,建了一个;", "there was no git repository, so one was made; ") : Phrase.Empty)
        + new Phrase($"每次保存是分支 {desk.Branch} 上的一个提交", $"every save is a commit on branch {desk.Branch}");

    /// <summary>Null, with findings, where there is no content, no repository, or another desk at work.</summary>
    public static DeskRooms? Open(ProjectFolder project, Diagnostics findings)
    {
#pragma warning disable CA2000 // What is opened here is given back, and closed with it.
        if (!Directory.Exists(project.Input))
        {
            findings.Report(ContentRules.NoInput, new SourceFile(project.InputName, "").Whole, project.InputName + "/");
            return null;
        }

        var isNew = NewRepository.Begin(project.Root, project.InputName);
        DateOnly Today() => Clock.Today(project);
        var check = new SiteCheck(project.Input, project.InputName, Today, new OverlayCheck(project, Today).Findings);
        var setup = new DeskSetup(project.Root, check, project.Unsaved)
        {
            Remarks = project.Remarks, Shared = project.Shared, Reviews = () => Settings.Peek(project.Settings).Reviews,
            Given = form => GivenValues.Of(form, Settings.Peek(project.Settings)),
            IdOf = name => NewEntry.IdOf(SearchTablesFile.NamesIn(project.Themes, Settings.Peek(project.Settings).Theme), name),
        };
        var opened = EditingDesk.Open(setup, findings);
        if (opened is null)
        {
            return null;
        }

        var pages = DeskFront.Open(project, opened);
        return new(opened, pages, [new HistoryPart(opened), .. pages.Parts]) { IsNewRepository = isNew };
#pragma warning restore CA2000
    }

    /// <summary>Whether something could be saved now: the content and the repository are there and can be written.</summary>
    public bool IsFine() => desk.IsUsable();

    public void Dispose()
    {
        front.Dispose();
        desk.Dispose();
    }
}
