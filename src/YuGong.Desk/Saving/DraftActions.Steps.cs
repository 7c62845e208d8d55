using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>The steps themselves: to review and back, ready, published, thrown away.</summary>
internal sealed partial class DraftActions
{
    /// <param name="seen">The draft's commit that whoever asks has looked at; null when they do not say.</param>
    public Operation Moving(string draft, DraftStep step, string? seen) =>
        Operation.OnDraft(draft, [new(step.Action, Branch.Draft)], editor => Move(draft, step, seen, editor));

    /// <param name="seen">As of <see cref="Moving"/>.</param>
    public Operation Publishing(string draft, string? seen) =>
        new([new(DeskAction.Publish, Branch.Main)], [draft, Operation.Main], editor => Publish(draft, seen, editor));

    /// <param name="seen">As of <see cref="Moving"/>.</param>
    public Operation Discarding(string draft, string? seen) =>
        Operation.OnDraft(draft, [new(DeskAction.Discard, Branch.Draft)], _ => Discard(draft, seen));

    /// <param name="seen">As of <see cref="Moving"/>.</param>
    public Operation Proofreading(string draft, string? seen) =>
        Operation.OnDraft(draft, [new(DeskAction.Proofread, Branch.Draft)], editor => Proofread(draft, seen, editor));

    private DeskAnswer Move(string id, DraftStep step, string? seen, Editor editor)
    {
        if (drafts.Tip(id) is not { } tip)
        {
            return NoDraft;
        }

        var findings = new Diagnostics();
        IsSeen(id, tip, seen, findings);
        if (step == DraftStep.Ready)
        {
            new FourEyes(store, drafts).Check(id, tip, editor, approving: true, findings);
            files.Check(Over(tip, [.. Texts(tip).Select(t => Stepped(t, step.Status))]), findings); // a draft may be unfinished until here
        }

        var (reviews, passed) = (drafts.Reviews, drafts.Said(id, tip).Passed);
        if (step == DraftStep.Ready && editor.OneOfSeveral)
        {
            IsTheirs(id, reviews, passed, editor, findings);
        }

        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(FileActions.Errors(findings));
        }

        if (step == DraftStep.Ready && editor.OneOfSeveral && passed.Count + 1 < reviews.Count)
        {
            return Pass(id, tip, reviews[passed.Count].Name, editor);
        }

        tip = Step(id, tip, step.Status, $"{step.Name}:{id}", editor);
        if (step == DraftStep.Ready)
        {
            drafts.Approve(id, tip);
        }
        else
        {
            drafts.Disapprove(id);
        }

        drafts.SetStatus(id, step.Word);
        return DeskAnswer.Said(step.Word);
    }

    /// <summary>One review of several: a commit that changes nothing, on a draft that stays in review.</summary>
    private DeskAnswer Pass(string id, string tip, string review, Editor editor)
    {
        if (drafts.Status(id) != DraftStep.Review.Word)
        {
            Step(id, tip, DraftStep.Review.Status, $"{DraftStep.Review.Name}:{id}", editor);
            drafts.SetStatus(id, DraftStep.Review.Word);
        }

        drafts.Save(id, [], $"{review}:{id}", editor);
        return DeskAnswer.Said(DraftStep.Review.Word);
    }

    /// <summary>Whether the next review is theirs, who passed none of the others.</summary>
    private static void IsTheirs(string id, IReadOnlyList<ReviewStep> reviews, IReadOnlyList<(string Review, string By)> passed,
        Editor editor, Diagnostics findings)
    {
        if (passed.FirstOrDefault(p => p.By == editor.Name) is { By: not null } own)
        {
            findings.Report(DeskRules.OneReviewEach, FileActions.Nowhere(id), id, editor.Name, own.Review);
        }

        if (reviews.ElementAtOrDefault(passed.Count) is { } next && !editor.MayPass(next))
        {
            findings.Report(DeskRules.NoRight, FileActions.Nowhere(id), editor.Name, new Phrase($"过{next.Name}", $"pass {next.Name}"));
        }
    }

    /// <summary>A commit that changes nothing: whoever approves sees who read this version letter by letter.</summary>
    private DeskAnswer Proofread(string id, string? seen, Editor editor)
    {
        if (Refusal(id, seen, out var tip) is { } refused)
        {
            return refused;
        }

        if (drafts.Status(id) != DraftStep.Review.Word || drafts.Said(id, tip).Proofread.Contains(editor.Name))
        {
            return DeskAnswer.Error(422, "校的是审核中的稿子，一版一个人校一次。");
        }

        drafts.Save(id, [], $"{DraftStep.Proofread}:{id}", editor);
        return DeskAnswer.Said(DraftStep.Review.Word);
    }

    /// <summary>Of a draft that is gone, or is another than was looked at; null, with its commit, where it may go on.</summary>
    private DeskAnswer? Refusal(string id, string? seen, out string tip)
    {
        tip = drafts.Tip(id) ?? "";
        if (tip.Length == 0)
        {
            return NoDraft;
        }

        var findings = new Diagnostics();
        IsSeen(id, tip, seen, findings);
        return findings.HasErrors ? ErrorAnswers.Of(FileActions.Errors(findings)) : null;
    }

    /// <summary>Whoever has looked at a draft moves what they saw, and nothing that was saved since.</summary>
    private void IsSeen(string id, string tip, string? seen, Diagnostics findings)
    {
        if (seen is null)
        {
            findings.Report(DeskRules.NoVersion, FileActions.Nowhere(id), id);
        }
        else if (seen != tip)
        {
            findings.Report(DeskRules.ChangedUnderneath, FileActions.Nowhere(id), id,
                drafts.Last(tip) is var (when, who) ? $"({who},{when})" : "");
        }
    }

    /// <summary>
    /// Joins a draft into the main branch, if the whole passes the gate: <c>published</c> makes every weak claim an error.
    /// </summary>
    private DeskAnswer Publish(string id, string? seen, Editor editor)
    {
        if (drafts.Tip(id) is not { } tip)
        {
            return NoDraft;
        }

        var findings = new Diagnostics();
        IsSeen(id, tip, seen, findings);
        new FourEyes(store, drafts).Check(id, tip, editor, approving: false, findings);
        if (editor.OneOfSeveral && !drafts.IsApproved(id))
        {
            findings.Report(DeskRules.NotApproved, FileActions.Nowhere(id), id);
        }

        var (tree, conflict) = drafts.Join(tip);
        if (conflict is not null)
        {
            findings.Report(DeskRules.CannotBeJoined, FileActions.Nowhere(id), id, conflict);
        }

        if (tree is not null)
        {
            var main = store.Tip(store.Main)!;
            var joined = store.Between(main, tree);
            files.AreOwn(joined.Select(f => f.Path), findings);
            Demand.Check(joined.Select(f => new Demand(DeskAction.Publish, Branch.Main, f.Path)), kinds, editor, findings);
            AsApproved(id, tip, joined, editor, findings);
            IReadOnlyList<Change> changes =
                [.. joined.Select(f => Stepped(new(f.Path, f.Blob is null ? null : store.Blob(f.Blob)), "published"))];
            new Uncommitted(store, folder).Check(main, changes, findings);
            files.Removed(changes, findings);
            files.Check(changes, findings);
        }

        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(FileActions.Errors(findings));
        }

        var approved = drafts.IsApproved(id);
        tip = Step(id, tip, "published", $"发布:{id}", editor);
        if (approved)
        {
            drafts.Approve(id, tip); // the desk's own step, should it be killed before the next line
        }

        drafts.Publish(id, tip, drafts.Join(tip).Tree!, editor);
        return DeskAnswer.Said("published");
    }

    /// <summary>
    /// What reaches the main branch is, file for file, what was approved; a merge that makes a third text of two is nobody's.
    /// </summary>
    private void AsApproved(string id, string tip, IReadOnlyList<GitFile> joined, Editor editor, Diagnostics findings)
    {
        if (!editor.OneOfSeveral)
        {
            return;
        }

        var approved = drafts.Changed(tip).ToDictionary(f => f.Path, f => f.Blob, StringComparer.Ordinal);
        if (joined.FirstOrDefault(f => !approved.TryGetValue(f.Path, out var blob) || blob != f.Blob) is { } other)
        {
            findings.Report(DeskRules.CannotBeJoined, FileActions.Nowhere(id), id, other.Path);
        }
    }

    private DeskAnswer Discard(string id, string? seen)
    {
        if (Refusal(id, seen, out var tip) is { } refused)
        {
            return refused;
        }

        drafts.Remove(id, tip);
        return DeskAnswer.Said("discarded");
    }

    /// <summary>Writes the step into the entry, as a commit of the draft: who moved it, and when, stays in the history.</summary>
    private string Step(string id, string tip, string status, string message, Editor editor)
    {
        var texts = Texts(tip);
        IReadOnlyList<Change> changed =
            [.. texts.Zip(texts.Select(t => Stepped(t, status))).Where(t => !FileActions.Same(t.First.Bytes, t.Second.Bytes))
                .Select(t => t.Second)];
        return changed.Count == 0 ? tip : drafts.Save(id, changed, message, editor);
    }

    private static DeskAnswer NoDraft => DeskAnswer.Error(404, "没有这份草稿。");
}
