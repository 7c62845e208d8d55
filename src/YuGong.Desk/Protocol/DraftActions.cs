using System.Text;
using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// The editorial workflow: 草稿 → 审核中 → 就绪 → 发布. Each step is the desk's own, said in the entry's <c>status</c> too, so that files and
/// branches agree; what a form or a request says of it is a wish that the table of rights must allow.
/// </summary>
internal sealed partial class DraftActions(GitStore store, Drafts drafts, WorkingTree folder, FileKinds kinds, FileActions files,
    SiteCheck? check, VersionTracker served)
{
    private static readonly DraftStep[] Steps = DraftStep.All;

    private static readonly (string Key, string Name)[] Answered = [("verification", "核实记录"), ("consent", "同意")];

    /// <summary>What the workflow's own actions ask for.</summary>
    public Operation Read(string action, Parameters p)
    {
        switch (action)
        {
            case "unpublishedEntries":
                return Operation.Reading(_ => DeskAnswer.Done(drafts.All()));
            case "unpublishedEntry":
                var id = p.MaybeText("id") ?? $"{p.MaybeText("collection")}/{p.MaybeText("slug")}";
                return Operation.Reading(asker => drafts.Tip(id) is { } tip
                    ? DeskAnswer.Done(Told(id, tip, asker)) : new(404, new Message("Not Found")));
        }

        var draft = $"{p.Text("collection")}/{p.Text("slug")}";
        switch (action)
        {
            case "unpublishedEntryDataFile":
                p.Text("id");
                var text = p.Path("path");
                return Operation.Reading(asker => Data(draft, text, asker), text);
            case "unpublishedEntryMediaFile":
                p.Text("id");
                var picture = p.Path("path");
                return Operation.Reading(asker => Picture(draft, picture, asker), picture);
            case "updateUnpublishedEntryStatus":
                var word = p.Text("newStatus");
                if (DraftStep.Find(word) is not { } step)
                {
                    p.Mistake($"\"params.newStatus\" must be one of [{string.Join(", ", Steps.Select(s => s.Word))}]");
                    return Operation.Reading(_ => DeskAnswer.Done(null));
                }

                return Moving(draft, step);
            case "publishUnpublishedEntry":
                return Publishing(draft);
            default:
                // DeleteUnpublishedEntry
                return Discarding(draft);
        }
    }

    /// <summary>What would keep these files from being published, laid over the draft if there is one.</summary>
    public IReadOnlyList<Diagnostic> BarredFromPublishing(string draft, IReadOnlyList<Change> changes) => check?.Refuses(
        Over(drafts.Tip(draft), [.. changes.Select(c => Stepped(c, "published"))])) ?? [];

    /// <summary>A save that goes to a draft.</summary>
    public Operation Saving(SaveRequest request)
    {
        var id = $"{request.Collection ?? "entries"}/{(request.Data.Count > 0 ? request.Data[0].Slug : "")}";
        return Operation.OnDraft(id, request.Demands(Branch.Draft), asker => Save(id, request, asker));
    }

    /// <summary>What waits on branches, as people call it.</summary>
    public IReadOnlyList<WaitingDraft> Waiting() =>
        [.. drafts.Saved().Select(d => (d, Parts: d.Id.Split('/', 2)))
            .Select(x => new WaitingDraft(x.Parts[0], x.Parts[1], TitleOf(x.d.Id, x.Parts[0]) ?? x.Parts[1], drafts.Status(x.d.Id), x.d.By,
            x.d.At))];

    private DeskAnswer Save(string id, SaveRequest request, DeskRequest asker)
    {
        if (!drafts.CanBe(id))
        {
            return DeskAnswer.Error(422, $"“{id}”不能当草稿的名字:只用字母、数字和 -。");
        }

        if (DraftStep.Find(request.Status) is not { } asked)
        {
            return DeskAnswer.Error(422, $"\"params.options.status\" must be one of [{string.Join(", ", Steps.Select(s => s.Word))}]");
        }

        var (findings, tip) = (new Diagnostics(), drafts.Tip(id));
        byte[]? Standing(string path) => tip is null
            ? folder.Read(path) : folder.Places.WhyNot(path) is null ? store.Read(tip, path) : null;
        foreach (var path in request.Paths.Where(p => !kinds.IsOf(id, p)))
        {
            findings.Report(DeskRules.NotTheDesks, FileActions.Nowhere(path), path, new Phrase($"它不属于草稿 {id}",
                $"it does not belong to draft {id}"));
        }

        var changes = files.Prepare(request, Standing, asker, findings, tip is null ? "" : id);
        var standing = tip is null ? DraftStep.Draft : DraftStep.Find(drafts.Status(id))!;
        var step = Wishes(request, asked, standing, isNew: tip is null, Standing, asker, findings);
        Statements(changes, asker, findings);
        changes = [.. changes.Select(c => Stepped(c, step.Status))];
        var isSame = tip is not null && step == standing && changes.All(c => FileActions.Same(store.Read(tip, c.Path), c.Bytes));
        if (!isSame && step == DraftStep.Ready)
        {
            step = DraftStep.Review; // nobody has seen this version yet
            changes = [.. changes.Select(c => Stepped(c, step.Status))];
        }

        changes =
        [
            .. changes.Select(c => request.Data.FirstOrDefault(d => d.Path == c.Path)?.NewPath is { } target
                ? c with { Path = target } : c),
            .. request.Data.Where(d => d.Moves).Select(d => new Change(d.Path, null)),
        ];
        changes = isSame ? changes : Whole(tip, changes, step.Status);
        files.Removed(changes, findings);
        if (step == DraftStep.Ready)
        {
            files.Check(Over(tip, changes), findings);
        }
        else
        {
            files.CheckUnfinished(Over(tip, changes), kinds, findings);
        }

        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(FileActions.Errors(findings));
        }

        if (!isSame)
        {
            drafts.Disapprove(id);
            drafts.Save(id, changes, request.Message, asker.Editor);
            drafts.SetStatus(id, step.Word);
        }

        foreach (var change in changes)
        {
            served.Wrote(asker, change.Path, change.Bytes is null ? null : WorkingTree.IdOf(change.Bytes), id);
        }

        served.Wrote(asker, "", drafts.Tip(id), id);
        return DeskAnswer.Said("entry persisted");
    }

    /// <summary>
    /// The step a save leaves the draft at. Its client always sends the first step, which is no wish; a further one is, in the request or
    /// in
    /// the form's <c>status</c>. Nothing that was just written is ready, but where one person is everybody.
    /// </summary>
    private DraftStep Wishes(SaveRequest request, DraftStep asked, DraftStep standing, bool isNew, Func<string, byte[]?> stands,
        DeskRequest asker, Diagnostics findings)
    {
        var wished = asked.Rank > standing.Rank || isNew ? asked : standing;
        foreach (var data in request.Data.Where(d => check?.IsEntry(d.NewPath ?? d.Path) == true))
        {
            var word = FrontMatterPatcher.ValueOf(data.Raw, "status");
            var said = DraftStep.RankOf(word);
            var was = stands(data.Path) is { } bytes ? DraftStep.RankIn(data.Path, Encoding.UTF8.GetString(bytes)) : DraftStep.Draft.Rank;
            if (word is not null && (!DraftStep.IsStatus(word) || (said > was && said > DraftStep.Review.Rank)))
            {
                findings.Report(DeskRules.StateBySave, FileActions.Nowhere(data.Path), data.Path, word);
            }
            else if (said > was && said > wished.Rank)
            {
                wished = DraftStep.Review;
            }
        }

        if (wished == DraftStep.Ready && asker.Editor.OneOfSeveral && (isNew || standing != DraftStep.Ready))
        {
            findings.Report(DeskRules.StateBySave, FileActions.Nowhere(request.Data[0].Path), request.Data[0].Path, wished.Status);
        }

        return wished;
    }

    /// <summary>What the main branch says of verification and consent, editors do not change.</summary>
    private void Statements(IReadOnlyList<Change> changes, DeskRequest asker, Diagnostics findings)
    {
        if (asker.Editor.May(DeskAction.Save, Branch.Draft, FileKind.Statement))
        {
            return;
        }

        foreach (var change in changes.Where(c => c.Bytes is not null && check?.IsEntry(c.Path) == true))
        {
            var published = store.Read(store.Main, change.Path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
            foreach (var (key, name) in Answered.Where(a => published is not null && FrontMatterPatcher.Has(published, a.Key)))
            {
                if (!FrontMatterPatcher.SameUnder(key, published, Encoding.UTF8.GetString(change.Bytes!)))
                {
                    findings.Report(DeskRules.NoRight, FileActions.Nowhere(change.Path), asker.Editor.Name,
                        new Phrase($"改主分支上的{name}({key})", $"change {key} on the main branch"));
                }
            }
        }
    }

    /// <summary>A draft that is taken back says so in its text too, whatever else was saved.</summary>
    private IReadOnlyList<Change> Whole(string? tip, IReadOnlyList<Change> changes, string status) => tip is null ? changes
        : [.. changes, .. Texts(tip).Where(t => changes.All(c => c.Path != t.Path)).Select(t => (Old: t, New: Stepped(t, status)))
            .Where(t => !FileActions.Same(t.Old.Bytes, t.New.Bytes)).Select(t => t.New)];

    private DraftAnswer Told(string id, string tip, DeskRequest asker)
    {
        served.Saw(asker, "", tip, id);
        var (when, who) = drafts.Last(tip);
        return new(
            id[..id.IndexOf('/', StringComparison.Ordinal)], id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..], drafts.Status(id),
            [.. drafts.Changed(tip)
                .Select(f => new DraftDiff(f.Path, f.Path, f.IsNew ? "added" : f.Blob is null ? "deleted" : "modified", f.IsNew, f.Path,
                f.Path, Uploads.IsPicture(f.Path)))], when, who);
    }

    private string? TitleOf(string id, string collection)
    {
        if (collection == DeskCollection.SiteName)
        {
            return DeskCollection.Find(collection, id.Split('/')[1])?.Singular;
        }

        var path = $"{check?.InputName}/{id}.md";
        return DeskCollection.Find(collection) is { } known && check?.IsEntry(path) == true && drafts.Tip(id) is { } tip
            && store.Read(tip, path) is { } bytes
            && FrontMatterBlock.Read(new(path, Encoding.UTF8.GetString(bytes)),
                new())?.Keys.Find(known.TitleKey)?.Value is Scalar { Text: { Length: > 0 } title } ? title : null;
    }

    private DeskAnswer Data(string id, string path, DeskRequest asker)
    {
        var bytes = drafts.Tip(id) is { } tip && folder.Places.WhyNot(path) is null ? store.Read(tip, path) : null;
        served.Saw(asker, path, bytes is null ? null : WorkingTree.IdOf(bytes), id);
        return DeskAnswer.Done(new DraftData(bytes is null ? null : Encoding.UTF8.GetString(bytes)));
    }

    private DeskAnswer Picture(string id, string path, DeskRequest asker)
    {
        if (drafts.Tip(id) is not { } tip || folder.Places.WhyNot(path) is not null || store.Read(tip, path) is not { } bytes)
        {
            return DeskAnswer.Error(500, "Unknown error");
        }

        served.Saw(asker, path, WorkingTree.IdOf(bytes), id);
        return DeskAnswer.Done(MediaLibrary.Of(path, bytes));
    }

    private IReadOnlyList<Change> Texts(string tip) =>
        [.. drafts.Changed(tip).Where(f => f.Blob is not null && check?.IsEntry(f.Path) == true)
            .Select(f => new Change(f.Path, store.Blob(f.Blob!)))];

    private Change Stepped(Change change, string status) => change.Bytes is { } bytes && check?.IsEntry(change.Path) == true
        ? change with { Bytes = Encoding.UTF8.GetBytes(FrontMatterPatcher.With(Encoding.UTF8.GetString(bytes), "status", status)) }
            : change;

    /// <summary>The draft as it would be, laid over the main branch.</summary>
    private IReadOnlyList<Change> Over(string? tip, IReadOnlyList<Change> changes) => tip is null ? changes
        : [.. drafts.Changed(tip).Where(f => changes.All(c => c.Path != f.Path))
            .Select(f => new Change(f.Path, f.Blob is null ? null : store.Blob(f.Blob))), .. changes];
}

internal sealed record DraftData(string? Data);
