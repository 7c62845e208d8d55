using System.Globalization;
using System.Text;
using YuGong.Content;

namespace YuGong.Desk;

/// <summary>
/// Reading what others wrote: a draft beside what stands, whose turn it is, and what readers remark. Moving a draft on is
/// <see cref="WritingDesk"/>'s, by the same steps and guards.
/// </summary>
public sealed class ReviewDesk
{
    /// <summary>UTF-16 units of a remark.</summary>
    public const int LongestRemark = 2000;

    /// <summary>UTF-16 units of the passage that it is about.</summary>
    public const int LongestQuote = 400;

    private const int MostRemarks = 500;

    private readonly Drafts drafts;
    private readonly GitStore store;
    private readonly string input;
    private readonly RemarkStore remarks;
    private readonly StampLog stamps;
    private readonly TimeProvider clock;
    private readonly Lock writing = new();

    internal ReviewDesk(Drafts drafts, GitStore store, string input, RemarkStore remarks, SharedDrafts shared, TimeProvider clock)
    {
        (this.drafts, this.store, this.input, this.remarks, this.clock) = (drafts, store, input, remarks, clock);
        stamps = new(drafts, store, input);
        Shared = shared;
    }

    /// <summary>Links by which drafts are shown outside.</summary>
    public SharedDrafts Shared { get; }

    /// <summary>Whether a step leads back to whoever writes, which asks for a reason.</summary>
    public static bool IsReturn(string word) => word == DraftStep.Draft.Word;

    /// <summary>Null where there is no draft, or one that takes the entry away.</summary>
    public Task<ReviewedDraft?> DraftAsync(DeskCollection collection, string id) => Task.Run(() => Draft(collection, id));

    /// <summary>A file beside the entry as the draft has it, or as the main branch does; null where it is not there.</summary>
    public Task<byte[]?> FileAsync(DeskCollection collection, string id, string name, bool before) => Task.Run(() =>
        drafts.Tip(UnsavedText.DraftOf(collection, id)) is { } tip
            ? store.Read(before ? store.Main : tip, collection.PathOf(input, id, UnsavedText.FileName(name))) : null);

    /// <summary>The entry's file as a commit has it; null where it is not there.</summary>
    public string? TextAt(string revision, DeskCollection collection, string id) =>
        store.Read(revision, collection.PathOf(input, id)) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>A file beside it.</summary>
    public Task<byte[]?> FileAtAsync(string revision, DeskCollection collection, string id, string name) => Task.Run(() =>
        store.Read(revision, collection.PathOf(input, id, UnsavedText.FileName(name))));

    /// <summary>The steps that an entry was brought to, newest first.</summary>
    public Task<IReadOnlyList<Stamp>> StampsAsync(DeskCollection collection, string id) => Task.Run(() => stamps.Of(collection, id));

    /// <summary>The same for what lies in the folder of a project; none without a repository.</summary>
    public static IReadOnlyList<Stamp> StampsIn(string root, string input, IReadOnlyList<ReviewStep> reviews, DeskCollection collection,
        string id) => GitStore.In(new(new(root, [input]))).Store is { } store
            ? new StampLog(new(store, () => reviews), store, input).OfFolder(collection, id) : [];

    /// <summary>What the draft changes, laid over the content; nothing where there is no draft.</summary>
    public Task<FileOverlay> OverlayAsync(DeskCollection collection, string id) => Task.Run(() =>
        drafts.Tip(UnsavedText.DraftOf(collection, id)) is not { } tip ? FileOverlay.None
            : new(drafts.Changed(tip).Where(f => f.Path.StartsWith(input + "/", StringComparison.Ordinal)).ToDictionary(
                f => f.Path[(input.Length + 1)..], f => f.Blob is null ? null : store.Blob(f.Blob), StringComparer.Ordinal)));

    /// <summary>Of drafts on their way those that wait for this editor.</summary>
    public Task<IReadOnlyList<WaitingDraft>> WaitingForAsync(Editor editor, IReadOnlyList<WaitingDraft> all) =>
        Task.Run<IReadOnlyList<WaitingDraft>>(() => [.. all.Where(d => TurnOf(d).IsFor(editor))]);

    /// <summary>Whether there is such an entry, as a draft or on the main branch.</summary>
    public Task<bool> IsThereAsync(DeskCollection collection, string id) => Task.Run(() =>
        drafts.Tip(UnsavedText.DraftOf(collection, id)) is not null || TextAt(store.Main, collection, id) is not null);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Remark> Remarks(DeskCollection collection, string id) => remarks.Read(collection.Name, id);

    /// <returns>Whether there was room for it.</returns>
    public bool Add(DeskCollection collection, string id, Remark remark)
    {
        lock (writing)
        {
            var standing = remarks.Read(collection.Name, id);
            if (standing.Count >= MostRemarks)
            {
                return false;
            }

            var made = remark with { Id = (standing.Count + 1).ToString(CultureInfo.InvariantCulture), At = clock.GetUtcNow() };
            remarks.Write(collection.Name, id, [.. standing, made]);
            return true;
        }
    }

    /// <summary>Says that a remark is done, or that it is not after all.</summary>
    /// <returns>Whether there is such a remark.</returns>
    public bool Settle(DeskCollection collection, string id, string remark, bool isDone, Editor editor)
    {
        lock (writing)
        {
            var standing = remarks.Read(collection.Name, id);
            if (!standing.Any(r => r.Id == remark))
            {
                return false;
            }

            remarks.Write(collection.Name, id,
                [.. standing.Select(r => r.Id == remark ? r with { SettledBy = isDone ? editor.Name : null } : r)]);
            return true;
        }
    }

    private ReviewedDraft? Draft(DeskCollection collection, string id)
    {
        var (draft, home) = (UnsavedText.DraftOf(collection, id), collection.Site is null ? collection.PathOf(input, id, "") : null);
        if (drafts.Tip(draft) is not { } tip || TextAt(tip, collection, id) is not { } after)
        {
            return null;
        }

        var said = drafts.Said(draft, tip);
        var files = home is null ? [] : drafts.Changed(tip)
            .Where(f => f.Path.StartsWith(home, StringComparison.Ordinal) && f.Path != collection.PathOf(input, id))
            .Select(f => new ReviewedFile(f.Path[home.Length..], !f.IsNew, f.Blob is not null));
        return new()
        {
            Tip = tip, Step = drafts.Status(draft), Files = [.. files],
            Before = TextAt(store.Main, collection, id), After = after,
            Authors = [.. drafts.Writers(draft, tip).Reverse()], Reviews = drafts.Reviews, Passed = said.Passed, Proofread = said.Proofread,
            SavedAt = DateTimeOffset.Parse(drafts.Last(tip).When, CultureInfo.InvariantCulture),
        };
    }

    private DraftTurn TurnOf(WaitingDraft draft)
    {
        var id = $"{draft.Collection}/{draft.Slug}";
        if (draft.Step == "pending_publish" || drafts.Tip(id) is not { } tip)
        {
            return new() { Step = draft.Step };
        }

        var said = draft.Step == "pending_review" ? drafts.Said(id, tip) : null;
        return new()
        {
            Step = draft.Step, Writers = [.. drafts.Writers(id, tip)],
            Next = said is null ? null : drafts.Reviews.ElementAtOrDefault(said.Passed.Count),
            PassedBy = [.. said?.Passed.Select(p => p.By) ?? []], ProofreadBy = [.. said?.Proofread ?? []],
        };
    }
}
