using System.Text;
using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>The steps themselves: to review and back, ready, published, thrown away.</summary>
internal sealed partial class DraftActions
{
    public Operation Moving(string draft, DraftStep step) =>
        Operation.OnDraft(draft, [new(step.Action, Branch.Draft)], asker => Move(draft, step, asker));

    public Operation Publishing(string draft) =>
        new([new(DeskAction.Publish, Branch.Main)], [draft, Operation.Main], asker => Publish(draft, asker));

    public Operation Discarding(string draft) =>
        Operation.OnDraft(draft, [new(DeskAction.Discard, Branch.Draft)], asker => Discard(draft, asker));

    private DeskAnswer Move(string id, DraftStep step, DeskRequest asker)
    {
        if (drafts.Tip(id) is not { } tip)
        {
            return new(404, new Message("Not Found"));
        }

        var findings = new Diagnostics();
        IsSeen(id, tip, asker, findings);
        if (step == DraftStep.Ready)
        {
            new FourEyes(store, drafts).Check(id, tip, asker.Editor, approving: true, findings);
            files.Check(Over(tip, [.. Texts(tip).Select(t => Stepped(t, step.Status))]), findings); // a draft may be unfinished until here
        }

        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(FileActions.Errors(findings));
        }

        tip = Step(id, tip, step.Status, $"{step.Name}:{id}", asker);
        if (step == DraftStep.Ready)
        {
            drafts.Approve(id, tip);
        }
        else
        {
            drafts.Disapprove(id);
        }

        drafts.SetStatus(id, step.Word);
        return DeskAnswer.Said($"{store.Branch} description was updated to decap-cms/{step.Word}");
    }

    /// <summary>Whoever has looked at a draft moves what they saw, and nothing that was saved since.</summary>
    private void IsSeen(string id, string tip, DeskRequest asker, Diagnostics findings)
    {
        if (asker.Tab is not null && served.Compare(asker, "", tip, id) == Seen.Older)
        {
            findings.Report(DeskRules.ChangedUnderneath, FileActions.Nowhere(id), id,
                drafts.Last(tip) is var (when, who) ? $"({who},{when})" : "");
        }
    }

    /// <summary>
    /// Joins a draft into the main branch, if the whole passes the gate: <c>published</c> makes every weak claim an error.
    /// </summary>
    private DeskAnswer Publish(string id, DeskRequest asker)
    {
        if (drafts.Tip(id) is not { } tip)
        {
            return new(404, new Message("Not Found"));
        }

        var findings = new Diagnostics();
        IsSeen(id, tip, asker, findings);
        new FourEyes(store, drafts).Check(id, tip, asker.Editor, approving: false, findings);
        if (asker.Editor.OneOfSeveral && !drafts.IsApproved(id))
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
            Demand.Check(joined.Select(f => new Demand(DeskAction.Publish, Branch.Main, f.Path)), kinds, asker.Editor, findings);
            AsApproved(id, tip, joined, asker, findings);
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
        tip = Step(id, tip, "published", $"发布:{id}", asker);
        if (approved)
        {
            drafts.Approve(id, tip); // the desk's own step, should it be killed before the next line
        }

        drafts.Publish(id, tip, drafts.Join(tip).Tree!, asker.Editor);
        return DeskAnswer.Said($"branch cms/{id} merged to {store.Branch}");
    }

    /// <summary>
    /// What reaches the main branch is, file for file, what was approved; a merge that makes a third text of two is nobody's.
    /// </summary>
    private void AsApproved(string id, string tip, IReadOnlyList<GitFile> joined, DeskRequest asker, Diagnostics findings)
    {
        if (!asker.Editor.OneOfSeveral)
        {
            return;
        }

        var approved = drafts.Changed(tip).ToDictionary(f => f.Path, f => f.Blob, StringComparer.Ordinal);
        if (joined.FirstOrDefault(f => !approved.TryGetValue(f.Path, out var blob) || blob != f.Blob) is { } other)
        {
            findings.Report(DeskRules.CannotBeJoined, FileActions.Nowhere(id), id, other.Path);
        }
    }

    private DeskAnswer Discard(string id, DeskRequest asker)
    {
        if (drafts.Tip(id) is { } tip)
        {
            var findings = new Diagnostics();
            IsSeen(id, tip, asker, findings);
            if (findings.HasErrors)
            {
                return ErrorAnswers.Of(FileActions.Errors(findings));
            }

            drafts.Remove(id, tip);
        }

        return DeskAnswer.Said($"deleted branch: cms/{id}");
    }

    /// <summary>Writes the step into the entry, as a commit of the draft: who moved it, and when, stays in the history.</summary>
    private string Step(string id, string tip, string status, string message, DeskRequest asker)
    {
        var texts = Texts(tip);
        var stepped = texts.Select(c => Stepped(c, status)).ToList();
        IReadOnlyList<Change> changed = [.. stepped.Where((c, i) => !FileActions.Same(texts[i].Bytes, c.Bytes))];
        for (var i = 0; i < texts.Count; i++)
        {
            served.Moved(asker, texts[i].Path, WorkingTree.IdOf(texts[i].Bytes!), WorkingTree.IdOf(stepped[i].Bytes!), id);
        }

        var now = changed.Count == 0 ? tip : drafts.Save(id, changed, message, asker.Editor);
        served.Moved(asker, "", tip, now, id);
        return now;
    }
}
