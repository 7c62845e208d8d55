using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <param name="Root">The project, full path; it lies in a git repository with a commit.</param>
/// <param name="Check">The content's rules; the desk writes in the content's folder and nowhere else.</param>
/// <param name="Unsaved">Where what is typed and not saved is kept, full path.</param>
public sealed record DeskSetup(string Root, SiteCheck Check, string Unsaved)
{
    /// <summary>Where remarks on drafts are kept, full path; null for a desk without reviews.</summary>
    public string? Remarks { get; init; }

    /// <summary>The file of links by which drafts are shown outside, full path; given with the remarks.</summary>
    public string? Shared { get; init; }

    /// <summary>A valid id from a name in Chinese; it may be taken.</summary>
    public Func<string, string> IdOf { get; init; } = _ => "word";

    /// <summary>What holds where a file about the whole site says nothing, by the form's id.</summary>
    public Func<string, JsonObject> Given { get; init; } = _ => [];

    /// <summary>The reviews that a draft passes before it is ready, in order, as the settings say now.</summary>
    public Func<IReadOnlyList<ReviewStep>> Reviews { get; init; } = () => [];

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// The editing desk of a project: one at a time in a folder. What only reads waits for nobody; what writes has its draft, or the main
/// branch, to itself meanwhile. Whatever is asked, the table of rights is asked first.
/// </summary>
public sealed class EditingDesk : IDisposable
{
    private readonly DraftActions drafts;
    private readonly EntryHistory history;
    private readonly FileKinds kinds;
    private readonly FileStream alone;
    private readonly string repository;
    private readonly KeyedLocks turns = new();

    private EditingDesk(DeskSetup setup, WorkingTree folder, GitStore store, FileStream alone, string home)
    {
        (this.alone, repository) = (alone, home);
        (Places, Branch) = (folder.Places, store.Branch);
        kinds = new(folder.Places, setup.Check.InputName);
        var files = new FileActions(folder, store, setup.Check);
        var branches = new Drafts(store, setup.Reviews);
        drafts = new DraftActions(store, branches, folder, kinds, files, setup.Check);
        history = new(store, folder, kinds, files);
        var typed = new UnsavedText(new(setup.Unsaved), branches, store, folder, setup.Check.InputName, setup.Time, setup.IdOf)
        {
            Given = setup.Given,
        };
        Writing = new(typed, drafts, files, kinds, new(Path.Combine(home, "parts"), setup.Time), setup.Time, RunAsync);
        Media = new(typed, branches, folder, files, Path.Combine(home, "thumbs"), RunAsync);
        if (setup is { Remarks: { } remarks, Shared: { } shared })
        {
            Review = new(branches, store, setup.Check.InputName, new(remarks), new(shared, setup.Time), setup.Time);
        }
    }

    /// <summary>What the desk may touch.</summary>
    public Places Places { get; }

    /// <summary>The branch it saves on.</summary>
    public string Branch { get; }

    /// <summary>What the forms do.</summary>
    public WritingDesk Writing { get; }

    /// <summary>The files of all entries.</summary>
    public MediaShelf Media { get; }

    /// <summary>Drafts beside what stands, and what readers remark; null for a desk without reviews.</summary>
    public ReviewDesk? Review { get; }

    /// <summary>Null, with findings, when another desk is at work here or there is no repository to save in.</summary>
    public static EditingDesk? Open(DeskSetup setup, Diagnostics findings)
    {
        var folder = new WorkingTree(new(setup.Root, [setup.Check.InputName]));
        var (store, missing) = GitStore.In(folder);
        if (store is null)
        {
            findings.Report(DeskRules.NeedsGit, new SourceFile(setup.Root, "").Whole, setup.Root, missing!);
            return null;
        }

        var home = Path.Combine(store.Git.Line("rev-parse", "--absolute-git-dir")!, "yugong");
        Directory.CreateDirectory(home);
#pragma warning disable CA2000 // The desk that is given back holds it until it is closed.
        if (Lock(home) is not { } held)
#pragma warning restore CA2000
        {
            findings.Report(DeskRules.TwoDesks, new SourceFile(setup.Root, "").Whole, setup.Root);
            return null;
        }

        store.Recover();
        folder.Sweep(setup.Check.InputName);

        return new(setup, folder, store, held, home);
    }

    /// <summary>What is saved on branches and not published.</summary>
    public Task<IReadOnlyList<WaitingDraft>> DraftsAsync() => Task.Run(drafts.Waiting);

    /// <summary>The steps of a file or folder, newest first; empty for everything that the desk may touch.</summary>
    public Task<IReadOnlyList<HistoryStep>> HistoryAsync(string path, int skip, int take) => Task.Run(() => history.Of(path, skip, take));

    /// <summary>A step as a unified diff; null when there is none.</summary>
    public Task<string?> PatchAsync(string commit, string path) => Task.Run(() => history.Patch(commit, path));

    public Task<DeskAnswer> UndoAsync(string commit, Editor editor) => RunAsync(history.Undoing(commit), editor);

    /// <summary>Does what changes the input otherwise than by a save: nobody writes to the main branch meanwhile.</summary>
    public Task<T> AloneOnMainAsync<T>(Func<T> work) => turns.RunAsync([Operation.Main], work);

    /// <summary>Whether something could be saved now: folders and repository are there, and the repository can be written.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not.</exception>
    public bool IsUsable()
    {
        if (!File.Exists(Path.Combine(Path.GetDirectoryName(repository)!, "HEAD")) || !Places.Folders.All(Directory.Exists))
        {
            return false;
        }

        File.WriteAllBytes(Path.Combine(repository, "healthy"), "1"u8); // a full disk, one that became read-only
        return true;
    }

    public void Dispose() => alone.Dispose();

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

    private Task<DeskAnswer> RunAsync(Operation asked, Editor editor)
    {
        var findings = new Diagnostics();
        Demand.Check(asked.Demands, kinds, editor, findings);
        return findings.HasErrors
            ? Task.FromResult(ErrorAnswers.Of(FileActions.Errors(findings)))
            : turns.RunAsync(asked.Turns, () => asked.Run(editor));
    }
}
