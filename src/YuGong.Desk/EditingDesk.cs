using System.Text.Json;
using YuGong.Text;

namespace YuGong.Desk;

public enum DeskMode
{
    /// <summary>With a history where there is a git repository with a commit, else plain files.</summary>
    Either,
    Git,
    Files,
}

/// <param name="Root">The project, full path.</param>
/// <param name="Folders">What the desk may write, relative to the root: <c>input</c>.</param>
/// <param name="Check">The content's rules; null for folders that hold no site.</param>
public sealed record DeskSetup(string Root, IReadOnlyList<string> Folders, DeskMode Mode, SiteCheck? Check);

/// <summary>The editing desk of a project: one at a time in a folder, one save after the other.</summary>
public sealed class EditingDesk : IDisposable
{
    private readonly DecapProtocol protocol;
    private readonly DraftActions? drafts;
    private readonly EntryHistory? history;
    private readonly FileStream alone;
    private readonly SemaphoreSlim turn = new(1, 1);

    private EditingDesk(DeskSetup setup, WorkFolder folder, GitStore? store, FileStream alone, string home)
    {
        this.alone = alone;
        (Places, Branch) = (folder.Places, store?.Branch);
        var served = new Served();
        var files = new FileActions(folder, store is null ? new FolderStore(folder) : store, setup.Check, served, path => store is null ? null : EntryHistory.LastOf(store, path));
        drafts = store is null ? null : new DraftActions(store, new(store), folder, files, setup.Check, served);
        var media = new MediaActions(folder, new(folder, Path.Combine(home, "thumbs")), files);
        protocol = new(files, media, drafts, store, Path.GetFileName(folder.Places.Root));
        history = store is null ? null : new(store, folder, files);
    }

    /// <summary>What the desk may touch.</summary>
    public Places Places { get; }

    /// <summary>The branch it saves on; null without a history.</summary>
    public string? Branch { get; }

    /// <summary>Null, with findings, when another desk is at work here or git was asked for and is not there.</summary>
    public static EditingDesk? Open(DeskSetup setup, Diagnostics findings)
    {
        var folder = new WorkFolder(new(setup.Root, setup.Folders));
        var store = setup.Mode == DeskMode.Files ? null : GitStore.In(folder);
        if (store is null && setup.Mode == DeskMode.Git)
        {
            findings.Report(DeskRules.NotTheDesks, new SourceFile(setup.Root, "").Whole, setup.Root, "这里没有 git 仓库,或还没有一次提交");
            return null;
        }

        var home = store is null ? Path.Combine(folder.Places.Root, ".cache", "desk") : Path.Combine(store.Git.Line("rev-parse", "--absolute-git-dir")!, "yugong");
        Directory.CreateDirectory(home);
#pragma warning disable CA2000 // The desk that is given back holds it until it is closed.
        if (Lock(home) is not { } held)
#pragma warning restore CA2000
        {
            findings.Report(DeskRules.TwoDesks, new SourceFile(setup.Root, "").Whole, setup.Root);
            return null;
        }

        store?.Recover();
        foreach (var place in setup.Folders.Where(f => f is not ("." or "")))
        {
            folder.Sweep(place);
        }

        return new(setup, folder, store, held, home);
    }

    /// <summary>A request of the proxy protocol.</summary>
    /// <param name="tab">The open page that asks; null for programs.</param>
    public Task<DeskAnswer> AnswerAsync(JsonElement request, Editor editor, string? tab) => InTurnAsync(() => protocol.Answer(request, editor, tab));

    /// <summary>What is saved on branches and not published; none without a history.</summary>
    public Task<IReadOnlyList<WaitingDraft>> DraftsAsync() => InTurnAsync(() => drafts?.Waiting() ?? []);

    /// <summary>The steps of a file or folder, newest first; none without a history.</summary>
    public Task<IReadOnlyList<Step>> HistoryAsync(string path, int skip, int take) => InTurnAsync(() => history?.Of(path, skip, take) ?? []);

    /// <summary>A step as a unified diff; null when there is none.</summary>
    public Task<string?> PatchAsync(string commit, string path) => InTurnAsync(() => history?.Patch(commit, path));

    public Task<DeskAnswer> UndoAsync(string commit, Editor editor, string? tab) =>
        InTurnAsync(() => history?.Undo(commit, new(editor, tab)) ?? DeskAnswer.Error(422, "没有 git 历史,不能撤销。"));

    public void Dispose()
    {
        alone.Dispose();
        turn.Dispose();
    }

    private static FileStream? Lock(string home)
    {
        try
        {
            return new(Path.Combine(home, "desk.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task<T> InTurnAsync<T>(Func<T> work)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            turn.Release();
        }
    }
}
