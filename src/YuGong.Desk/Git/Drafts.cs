using System.Globalization;
using YuGong.Content;

namespace YuGong.Desk;

/// <summary>Entries on their way: each is a branch <c>cms/collection/slug</c>, its step stands in the branch's description.</summary>
/// <param name="reviews">The reviews that a draft passes before it is ready, in order; none for a single step.</param>
internal sealed class Drafts(GitStore store, Func<IReadOnlyList<ReviewStep>> reviews)
{
    private const string Heads = "refs/heads/cms/";

    /// <summary>Words about one version: reviews, and every proofreader once.</summary>
    private const int MostSaid = 60;

    private readonly Lock config = new();

    public IReadOnlyList<ReviewStep> Reviews => reviews();

    /// <summary>Words before a colon that a commit begins with which moves a draft and writes nothing of it.</summary>
    public IReadOnlyList<string> Steps => [.. DraftStep.All.Select(s => s.Name), DraftStep.Proofread, .. Reviews.Select(r => r.Name)];

    /// <summary>
    /// Every draft with who saved it last, and when; branches that others made under the same head and that name no entry are not drafts.
    /// </summary>
    public IReadOnlyList<(string Id, string By, DateTimeOffset At)> Saved() =>
    [
        .. store.Git.Do([], "for-each-ref", "--format=%(refname)%1f%(authorname)%1f%(committerdate:iso-strict)", Heads).Text.Split('\n',
            StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('\x1f')).Where(p => HasShape(p[0][Heads.Length..]))
                .Select(p => (p[0][Heads.Length..], p[1], DateTimeOffset.Parse(p[2], CultureInfo.InvariantCulture))),
    ];

    /// <summary>Whether a name can be a branch at all: git refuses blanks, <c>..</c>, <c>~^:?*[</c> and more.</summary>
    public bool CanBe(string id) => HasShape(id) && store.Git.Ask("check-ref-format", Heads + id).Code == 0 && !id.StartsWith('-');

    public string? Tip(string id) => CanBe(id) ? store.Tip(Heads + id) : null;

    /// <summary>
    /// The step of a draft, perhaps behind a word that earlier desks put before it. Ready is only what was approved as it is: a change by
    /// whatever way takes it back to review.
    /// </summary>
    public string Status(string id) => store.Git.Line("config", Description(id))?.Trim().Split('/')[^1] switch
    {
        "pending_publish" => IsApproved(id) ? "pending_publish" : "pending_review",
        "pending_review" => "pending_review",
        _ => "draft",
    };

    public void SetStatus(string id, string status) => InConfig("config", Description(id), status);

    /// <summary>Whether somebody approved exactly what the draft holds now.</summary>
    public bool IsApproved(string id) => CanBe(id) && store.Tip(Approved(id)) is { } commit && commit == Tip(id);

    /// <summary>Keeps what was approved; the commit says by whom.</summary>
    public void Approve(string id, string commit) => store.Git.Do([], "update-ref", Approved(id), commit);

    /// <summary>
    /// Git tidies empty folders away as it deletes, and stumbles over another process that makes one: it is asked only where there is
    /// something.
    /// </summary>
    public void Disapprove(string id)
    {
        if (store.Tip(Approved(id)) is not null)
        {
            store.Git.Do([], "update-ref", "-d", Approved(id));
        }
    }

    /// <summary>What it changes since it left the main branch.</summary>
    public IReadOnlyList<GitFile> Changed(string tip) => store.Between(Trunk(tip), tip);

    /// <summary>When it was saved last, as ISO 8601, and by whom.</summary>
    public (string When, string Who) Last(string tip) =>
        store.Git.Line("log", "-1", "--format=%cI%x1f%an", tip)!.Split('\x1f') is [var when, var who] ? (when, who) : ("", "");

    /// <summary>Who changed it since it left the main branch, commit by commit, newest first.</summary>
    public IReadOnlyList<(string Commit, string Author)> Commits(string tip) =>
        [.. store.Git.Do([], "log", "--format=%H%x1f%an", $"{store.Tip(store.Main)}..{tip}").Text.Split('\n',
            StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\x1f')).Select(p => (p[0], p[1]))];

    /// <summary>Who wrote something of it, newest first; moving it from step to step is no writing.</summary>
    public IReadOnlyList<string> Writers(string id, string tip)
    {
        var steps = Steps.Select(n => $"{n}:{id}").ToHashSet(StringComparer.Ordinal);
        var log = store.Git.Do([], "log", "--format=%an%x1f%s", $"{store.Tip(store.Main)}..{tip}").Text;
        return
        [
            .. log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\x1f')).Where(p => !steps.Contains(p[1]))
                .Select(p => p[0]).Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// What was said of the draft as it is now, the first word first: its last commits, which change nothing and say so. Any other commit
    /// voids them.
    /// </summary>
    public SaidOfDraft Said(string id, string tip)
    {
        var names = Reviews.Select(r => r.Name).Append(DraftStep.Proofread).ToList();
        var log = store.Git.Do([], "log", "--format=%T%x1f%an%x1f%s", $"--max-count={MostSaid}", tip).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\x1f')).ToList();
        var said = new List<(string What, string By)>();
        for (var i = 0; i + 1 < log.Count && log[i][0] == log[i + 1][0] && names.Any(r => log[i][2] == $"{r}:{id}"); i++)
        {
            said.Insert(0, (log[i][2][..^(id.Length + 1)], log[i][1]));
        }

        return new([.. said.Where(s => s.What != DraftStep.Proofread)],
            [.. said.Where(s => s.What == DraftStep.Proofread).Select(s => s.By)]);
    }

    /// <summary>A step on the branch, which begins at the main branch when it is new.</summary>
    public string Save(string id, IReadOnlyList<Change> changes, string message, Editor editor)
    {
        var from = Tip(id) ?? store.Tip(store.Main)!;
        return store.Commit(Heads + id, [from], store.Store(changes), message, editor);
    }

    /// <summary>Takes the branch away; what it held stays in <c>refs/yugong/discarded/</c>.</summary>
    public void Remove(string id, string tip)
    {
        store.Git.Do([], "update-ref", $"refs/yugong/discarded/{id}/{tip[..12]}", tip);
        Forget(id);
    }

    /// <summary>The main branch with a draft joined, or the first path that both changed.</summary>
    public (string? Tree, string? Conflict) Join(string tip)
    {
        var answer = store.Git.Ask("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", store.Main, tip);
        return answer.Code == 0 ? (answer.Parts[0].Trim(), null) : (null, answer.Parts.ElementAtOrDefault(1)?.Trim() ?? answer.Err.Trim());
    }

    /// <summary>Joins the draft into the main branch: forward when nothing else happened there, else as a merge.</summary>
    public void Publish(string id, string tip, string tree, Editor editor)
    {
        store.Recover();
        var old = store.Tip(store.Main)!;
        var commit = tip;
        if (store.Git.Ask("merge-base", "--is-ancestor", old, tip).Code != 0)
        {
            commit = store.Commit("refs/yugong/saving", [old, tip], store.Between(old, tree), $"Publish {id}", editor);
        }

        store.Land(old, commit, store.Between(old, commit));
        Forget(id);
    }

    private static string Description(string id) => $"branch.cms/{id}.description";

    private static string Approved(string id) => "refs/yugong/approved/" + id;

    private void Forget(string id)
    {
        Disapprove(id);
        InConfig("branch", "-D", "-q", "cms/" + id);
    }

    /// <summary>Git keeps one file for all descriptions, and does not wait for whoever writes it.</summary>
    private void InConfig(params IReadOnlyList<string> arguments)
    {
        lock (config)
        {
            for (var attempt = 0; attempt < 20 && store.Git.Ask(arguments).Code != 0; attempt++)
            {
                Thread.Sleep(50);
            }
        }
    }

    private string Trunk(string tip) =>
        store.Git.Line("merge-base", store.Main, tip)
        ?? throw new InvalidOperationException(
        string.Create(CultureInfo.InvariantCulture, $"{tip} has nothing in common with {store.Main}."));

    private static bool HasShape(string id) => id.Split('/') is [{ Length: > 0 }, { Length: > 0 }, ..];
}

/// <summary>What was said of a draft as it is now.</summary>
/// <param name="Passed">The reviews it passed, the first one first.</param>
/// <param name="Proofread">Who read it letter by letter.</param>
internal sealed record SaidOfDraft(IReadOnlyList<(string Review, string By)> Passed, IReadOnlyList<string> Proofread);
