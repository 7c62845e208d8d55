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
    private readonly DeskFront? front;

    private DeskRooms(EditingDesk desk, DeskFront? front, IReadOnlyList<IEndpoints> parts) =>
        (this.desk, this.front, Parts) = (desk, front, parts);

    /// <summary>Whether the folder had no history before.</summary>
    public bool IsNewRepository { get; private init; }

    public IReadOnlyList<IEndpoints> Parts { get; }

    /// <summary>How saves are kept, in a few words.</summary>
    public Phrase Says => (IsNewRepository ? new("这里还没有 git 仓库,建了一个;", "there was no git repository, so one was made; ") : Phrase.Empty)
        + new Phrase($"每次保存是分支 {desk.Branch} 上的一个提交", $"every save is a commit on branch {desk.Branch}");

    /// <param name="folders">Null for a site; otherwise the protocol alone, over these folders.</param>
    public static DeskRooms? Open(ProjectFolder project, string? folders, Diagnostics findings)
    {
#pragma warning disable CA2000 // What is opened here is given back, and closed with it.
        if (folders is not null)
        {
            var bare =
                EditingDesk.Open(new(project.Root,
                folders.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), null), findings);
            return bare is null ? null : new(bare, null, [new ProtocolPart(bare), new HistoryPart(bare)]);
        }

        if (!Directory.Exists(project.Input))
        {
            findings.Report(ContentRules.NoInput, new SourceFile(project.InputName, "").Whole, project.InputName + "/");
            return null;
        }

        var isNew = NewRepository.Begin(project.Root, project.InputName);
        DateOnly Today() => Clock.Today(project);
        var check = new SiteCheck(project.Input, project.InputName, Today, new OverlayCheck(project, Today).Findings);
        var setup = new DeskSetup(project.Root, [project.InputName], check) 
        {
            Unsaved = project.Unsaved, Remarks = project.Remarks, Shared = project.Shared,
            IdOf = name => NewEntry.IdOf(SearchTablesFile.NamesIn(project.Themes, Settings.Peek(project.Settings).Theme), name),
        };
        var opened = EditingDesk.Open(setup, findings);
        if (opened is null)
        {
            return null;
        }

        var forms = DeskFront.Open(project, opened, new(project.InputName, opened.Branch, "", Workflow: true));
        return new(opened, forms, [new ProtocolPart(opened), new HistoryPart(opened), new AdminPart(Folder(project.Root)),
            .. forms.Parts]) { IsNewRepository = isNew };
#pragma warning restore CA2000
    }

    /// <summary>Whether something could be saved now: the content and the repository are there and can be written.</summary>
    public bool IsFine() => desk.IsUsable();

    public void Dispose()
    {
        front?.Dispose();
        desk.Dispose();
    }

    /// <summary>Where the client was installed: in the project, or with the program.</summary>
    private static string Folder(string root)
    {
        var own = Path.Combine(root, "desk");
        return Directory.Exists(AdminPart.Decap(own)) ? own : ToolFolder.Desk ?? own;
    }
}
