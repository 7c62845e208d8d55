using System.Text;
using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>The editorial workflow: 草稿 → 审核中 → 就绪 → 发布. Each step is said in the entry's <c>status</c> too, so that files and branches agree.</summary>
internal sealed class DraftActions(GitStore store, Drafts drafts, WorkFolder folder, FileActions files, SiteCheck? check, Served served)
{
    private static readonly (string Theirs, string Ours, string Name)[] Steps =
        [("draft", "draft", "草稿"), ("pending_review", "review", "审核中"), ("pending_publish", "ready", "就绪")];

    /// <summary>Null for actions that are none of the workflow's.</summary>
    public Func<Asker, DeskAnswer>? Read(string action, Parameters p)
    {
        switch (action)
        {
            case "unpublishedEntries":
                return _ => DeskAnswer.Done(drafts.All());
            case "unpublishedEntry":
                var id = p.MaybeText("id") ?? $"{p.MaybeText("collection")}/{p.MaybeText("slug")}";
                return _ => drafts.Tip(id) is { } tip ? DeskAnswer.Done(Told(id, tip)) : new(404, new Message("Not Found"));
        }

        var draft = $"{p.Text("collection")}/{p.Text("slug")}";
        switch (action)
        {
            case "unpublishedEntryDataFile":
                p.Text("id");
                var text = p.Path("path");
                return asker => Data(draft, text, asker);
            case "unpublishedEntryMediaFile":
                p.Text("id");
                var picture = p.Path("path");
                return _ => drafts.Tip(draft) is { } tip && folder.Places.WhyNot(picture) is null && store.Read(tip, picture) is { } bytes ? DeskAnswer.Done(MediaShelf.Of(picture, bytes)) : DeskAnswer.Error(500, "Unknown error");
            case "updateUnpublishedEntryStatus":
                var step = p.Text("newStatus");
                return asker => Move(draft, step, asker);
            case "publishUnpublishedEntry":
                return asker => Publish(draft, asker);
            case "deleteUnpublishedEntry":
                return asker => Discard(draft, asker);
            default:
                return null;
        }
    }

    /// <summary>What waits on branches, as people call it.</summary>
    public IReadOnlyList<WaitingDraft> Waiting() =>
        [.. drafts.Saved().Select(d => (d, Parts: d.Id.Split('/', 2))).Select(x => new WaitingDraft(x.Parts[0], x.Parts[1], TitleOf(x.d.Id, x.Parts[0]) ?? x.Parts[1], drafts.Status(x.d.Id), x.d.By, x.d.At))];

    public DeskAnswer Save(SaveRequest request, Asker asker)
    {
        var id = $"{request.Collection ?? "entries"}/{request.Data[0].Slug}";
        if (!drafts.CanBe(id))
        {
            return DeskAnswer.Error(422, $"“{id}”不能当草稿的名字:只用字母、数字和 -。");
        }

        var (findings, tip) = (new Diagnostics(), drafts.Tip(id));
        var changes = files.Prepare(request, tip is null ? folder.Read : path => folder.Places.WhyNot(path) is null ? store.Read(tip, path) : null, asker, findings, tip is null ? "" : id);
        var status = tip is null ? request.Status : drafts.Status(id);
        changes = [.. changes.Select(c => Stepped(c, Array.Find(Steps, s => s.Theirs == status).Ours ?? "draft"))];
        changes = [.. changes.Select(c => request.Data.FirstOrDefault(d => d.Path == c.Path)?.NewPath is { } target ? c with { Path = target } : c), .. request.Data.Where(d => d.NewPath is not null && d.NewPath != d.Path).Select(d => new Change(d.Path, null))];
        files.Check(Over(tip, changes), findings);
        if (findings.HasErrors)
        {
            return Refusals.Of(FileActions.Errors(findings));
        }

        if (tip is null || changes.Any(c => !Same(store.Read(tip, c.Path), c.Bytes)))
        {
            drafts.Save(id, changes, request.Message, asker.Editor);
        }

        if (tip is null)
        {
            drafts.SetStatus(id, status);
        }

        Seen(id, changes, asker);
        return DeskAnswer.Said("entry persisted");
    }

    private DraftAnswer Told(string id, string tip)
    {
        var (when, who) = drafts.Last(tip);
        return new(
            id[..id.IndexOf('/', StringComparison.Ordinal)], id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..], drafts.Status(id),
            [.. drafts.Changed(tip).Select(f => new DraftDiff(f.Path, f.Path, f.IsNew ? "added" : f.Blob is null ? "deleted" : "modified", f.IsNew, f.Path, f.Path, Uploads.IsPicture(f.Path)))], when, who);
    }

    private string? TitleOf(string id, string collection)
    {
        var path = $"{check?.InputName}/{id}.md";
        return DeskCollection.Find(collection) is { } known && check?.IsEntry(path) == true && drafts.Tip(id) is { } tip && store.Read(tip, path) is { } bytes
            && EntryMatter.Read(new(path, Encoding.UTF8.GetString(bytes)), new())?.Keys.Find(known.TitleKey)?.Value is Scalar { Text: { Length: > 0 } title } ? title : null;
    }

    private DeskAnswer Data(string id, string path, Asker asker)
    {
        var bytes = drafts.Tip(id) is { } tip && folder.Places.WhyNot(path) is null ? store.Read(tip, path) : null;
        served.Saw(asker, path, bytes is null ? null : WorkFolder.IdOf(bytes), id);
        return DeskAnswer.Done(new DraftData(bytes is null ? null : Encoding.UTF8.GetString(bytes)));
    }

    private DeskAnswer Move(string id, string status, Asker asker)
    {
        if (drafts.Tip(id) is not { } tip)
        {
            return new(404, new Message("Not Found"));
        }

        if (Array.Find(Steps, s => s.Theirs == status) is not { Ours: { } word, Name: var name })
        {
            return DeskAnswer.Error(422, "\"params.newStatus\" must be one of [draft, pending_review, pending_publish]");
        }

        var findings = new Diagnostics();
        if (word == "ready")
        {
            May(EditorRights.Check, "定为就绪", id, asker, findings);
            new FourEyes(store, drafts).Check(id, tip, asker.Editor, findings);
        }
        else
        {
            May(EditorRights.Edit, "改状态", id, asker, findings);
        }

        if (findings.HasErrors)
        {
            return Refusals.Of(FileActions.Errors(findings));
        }

        Step(id, tip, word, $"{name}:{id}", asker);
        drafts.SetStatus(id, status);
        return DeskAnswer.Said($"{store.Branch} description was updated to decap-cms/{status}");
    }

    /// <summary>Joins a draft into the main branch, if the whole passes the gate: <c>published</c> makes every weak claim an error.</summary>
    private DeskAnswer Publish(string id, Asker asker)
    {
        if (drafts.Tip(id) is not { } tip)
        {
            return new(404, new Message("Not Found"));
        }

        var findings = new Diagnostics();
        May(EditorRights.Publish, "发布", id, asker, findings);
        new FourEyes(store, drafts).Check(id, tip, asker.Editor, findings);
        var (tree, conflict) = drafts.Join(tip);
        if (conflict is not null)
        {
            findings.Report(DeskRules.CannotBeJoined, FileActions.Nowhere(id), id, conflict);
        }

        if (tree is not null)
        {
            var main = store.Tip(store.Main)!;
            IReadOnlyList<Change> changes = [.. store.Between(main, tree).Select(f => Stepped(new(f.Path, f.Blob is null ? null : store.Blob(f.Blob)), "published"))];
            new Uncommitted(store, folder).Check(main, changes, findings);
            files.Check(changes, findings);
        }

        if (findings.HasErrors)
        {
            return Refusals.Of(FileActions.Errors(findings));
        }

        tip = Step(id, tip, "published", $"发布:{id}", asker);
        drafts.Publish(id, tip, drafts.Join(tip).Tree!, asker.Editor);
        return DeskAnswer.Said($"branch cms/{id} merged to {store.Branch}");
    }

    private DeskAnswer Discard(string id, Asker asker)
    {
        var findings = new Diagnostics();
        May(EditorRights.Edit, "丢弃草稿", id, asker, findings);
        if (findings.HasErrors)
        {
            return Refusals.Of(FileActions.Errors(findings));
        }

        if (drafts.Tip(id) is { } tip)
        {
            drafts.Remove(id, tip);
        }

        return DeskAnswer.Said($"deleted branch: cms/{id}");
    }

    /// <summary>Writes the step into the entry, as a commit of the draft: who moved it, and when, stays in the history.</summary>
    private string Step(string id, string tip, string status, string message, Asker asker)
    {
        var texts = drafts.Changed(tip).Where(f => f.Blob is not null && check?.IsEntry(f.Path) == true).Select(f => new Change(f.Path, store.Blob(f.Blob!))).ToList();
        var stepped = texts.Select(c => Stepped(c, status)).ToList();
        IReadOnlyList<Change> changed = [.. stepped.Where((c, i) => !Same(texts[i].Bytes, c.Bytes))];
        for (var i = 0; i < texts.Count; i++)
        {
            served.Moved(asker, texts[i].Path, WorkFolder.IdOf(texts[i].Bytes!), WorkFolder.IdOf(stepped[i].Bytes!), id);
        }

        return changed.Count == 0 ? tip : drafts.Save(id, changed, message, asker.Editor);
    }

    private Change Stepped(Change change, string status) => change.Bytes is { } bytes && check?.IsEntry(change.Path) == true
        ? change with { Bytes = Encoding.UTF8.GetBytes(FrontMatterWriting.With(Encoding.UTF8.GetString(bytes), "status", status)) } : change;

    /// <summary>The draft as it would be, laid over the main branch.</summary>
    private IReadOnlyList<Change> Over(string? tip, IReadOnlyList<Change> changes) => tip is null ? changes
        : [.. drafts.Changed(tip).Where(f => changes.All(c => c.Path != f.Path)).Select(f => new Change(f.Path, f.Blob is null ? null : store.Blob(f.Blob))), .. changes];

    private void Seen(string id, IReadOnlyList<Change> changes, Asker asker)
    {
        foreach (var change in changes)
        {
            served.Saw(asker, change.Path, change.Bytes is null ? null : WorkFolder.IdOf(change.Bytes), id);
        }
    }

    private static void May(EditorRights right, string what, string id, Asker asker, Diagnostics findings)
    {
        if (!asker.Editor.May(right))
        {
            findings.Report(DeskRules.NoRight, FileActions.Nowhere(id), asker.Editor.Name, what);
        }
    }

    private static bool Same(byte[]? a, byte[]? b) => a is null ? b is null : b is not null && a.AsSpan().SequenceEqual(b);
}

internal sealed record DraftData(string? Data);
