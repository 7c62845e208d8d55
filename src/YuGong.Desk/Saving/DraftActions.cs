using System.Text;
using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// The editorial workflow: 草稿 → 审核中 → 就绪 → 发布. Each step is the desk's own, said in the entry's <c>status</c> too, so that files and
/// branches agree; what a text says of it otherwise does not count.
/// </summary>
internal sealed partial class DraftActions(GitStore store, Drafts drafts, WorkingTree folder, FileKinds kinds, FileActions files,
    SiteCheck check)
{
    private static readonly (string Key, string Name)[] Answered = [("verification", "核实记录"), ("consent", "同意")];

    /// <summary>What would keep these files from being published, laid over the draft if there is one.</summary>
    public IReadOnlyList<Diagnostic> BarredFromPublishing(string draft, IReadOnlyList<Change> changes) =>
        check.Refuses(Over(drafts.Tip(draft), [.. changes.Select(c => Stepped(c, "published"))]));

    /// <summary>A save that goes to a draft.</summary>
    public Operation Saving(EntrySave save) => Operation.OnDraft(save.Draft, save.Demands, editor => Save(save, editor));

    /// <summary>What waits on branches, as people call it.</summary>
    public IReadOnlyList<WaitingDraft> Waiting() =>
        [.. drafts.Saved().Select(d => (d, Parts: d.Id.Split('/', 2)))
            .Select(x => new WaitingDraft(x.Parts[0], x.Parts[1], TitleOf(x.d.Id, x.Parts[0]) ?? x.Parts[1], drafts.Status(x.d.Id), x.d.By,
            x.d.At))];

    private DeskAnswer Save(EntrySave save, Editor editor)
    {
        var (id, findings, tip) = (save.Draft, new Diagnostics(), drafts.Tip(save.Draft));
        foreach (var path in save.Paths.Where(p => !kinds.IsOf(id, p)))
        {
            findings.Report(DeskRules.NotTheDesks, FileActions.Nowhere(path), path, new Phrase($"它不属于草稿 {id}",
                $"it does not belong to draft {id}"));
        }

        var standing = tip is null ? DraftStep.Draft : DraftStep.Find(drafts.Status(id))!;
        var prepared = files.Prepare(save, path => tip is null ? folder.Read(path) : store.Read(tip, path), findings);
        Statements(prepared, editor, findings);
        IReadOnlyList<Change> changes = [.. prepared.Select(c => Stepped(c, standing.Status))];
        var isSame = tip is not null && changes.All(c => FileActions.Same(store.Read(tip, c.Path), c.Bytes));
        var step = !isSame && standing == DraftStep.Ready ? DraftStep.Review : standing; // nobody has seen this version yet
        if (!isSame)
        {
            changes = Whole(tip, [.. changes.Select(c => Stepped(c, step.Status))], step.Status);
        }

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
            drafts.Save(id, changes, save.Message, editor);
            drafts.SetStatus(id, step.Word);
        }

        return DeskAnswer.Said("saved");
    }

    /// <summary>What the main branch says of verification and consent, editors do not change.</summary>
    private void Statements(IReadOnlyList<Change> changes, Editor editor, Diagnostics findings)
    {
        if (editor.May(DeskAction.Save, Branch.Draft, FileKind.Statement))
        {
            return;
        }

        foreach (var change in changes.Where(c => c.Bytes is not null && check.IsEntry(c.Path)))
        {
            var published = store.Read(store.Main, change.Path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
            foreach (var (key, name) in Answered.Where(a => published is not null && FrontMatterPatcher.Has(published, a.Key)))
            {
                if (!FrontMatterPatcher.SameUnder(key, published, Encoding.UTF8.GetString(change.Bytes!)))
                {
                    findings.Report(DeskRules.NoRight, FileActions.Nowhere(change.Path), editor.Name,
                        new Phrase($"改主分支上的{name}({key})", $"change {key} on the main branch"));
                }
            }
        }
    }

    /// <summary>A draft that is taken back says so in its text too, whatever else was saved.</summary>
    private IReadOnlyList<Change> Whole(string? tip, IReadOnlyList<Change> changes, string status) => tip is null ? changes
        : [.. changes, .. Texts(tip).Where(t => changes.All(c => c.Path != t.Path)).Select(t => (Old: t, New: Stepped(t, status)))
            .Where(t => !FileActions.Same(t.Old.Bytes, t.New.Bytes)).Select(t => t.New)];

    private string? TitleOf(string id, string collection)
    {
        if (collection == DeskCollection.SiteName)
        {
            return DeskCollection.Find(collection, id.Split('/')[1])?.Singular;
        }

        var path = $"{check.InputName}/{id}.md";
        return DeskCollection.Find(collection) is { } known && check.IsEntry(path) && drafts.Tip(id) is { } tip
            && store.Read(tip, path) is { } bytes
            && FrontMatterBlock.Read(new(path, Encoding.UTF8.GetString(bytes)),
                new())?.Keys.Find(known.TitleKey)?.Value is Scalar { Text: { Length: > 0 } title } ? title : null;
    }

    private IReadOnlyList<Change> Texts(string tip) =>
        [.. drafts.Changed(tip).Where(f => f.Blob is not null && check.IsEntry(f.Path))
            .Select(f => new Change(f.Path, store.Blob(f.Blob!)))];

    private Change Stepped(Change change, string status) => change.Bytes is { } bytes && check.IsEntry(change.Path)
        ? change with { Bytes = Encoding.UTF8.GetBytes(FrontMatterPatcher.With(Encoding.UTF8.GetString(bytes), "status", status)) }
            : change;

    /// <summary>The draft as it would be, laid over the main branch.</summary>
    private IReadOnlyList<Change> Over(string? tip, IReadOnlyList<Change> changes) => tip is null ? changes
        : [.. drafts.Changed(tip).Where(f => changes.All(c => c.Path != f.Path))
            .Select(f => new Change(f.Path, f.Blob is null ? null : store.Blob(f.Blob))), .. changes];
}
