using System.Text;
using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Entries: list, open, save, delete. Everything the desk writes goes through <see cref="Prepare"/>.</summary>
internal sealed class FileActions(WorkFolder folder, IStore store, SiteCheck? check, Served served, Func<string, string?> lastChange)
{
    private static readonly UTF8Encoding Utf8 = new(false);

    public DeskAnswer ByFolder(string path, string extension, int depth) =>
        DeskAnswer.Done(folder.List(path, depth).Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Select(Listed).ToList());

    public DeskAnswer ByFiles(IReadOnlyList<(string Path, string? Label)> files) => DeskAnswer.Done(files.Select(f => Entry(f.Path, f.Label, folder.Read(f.Path))).ToList());

    public DeskAnswer Get(string path, Asker asker)
    {
        var bytes = folder.Read(path);
        served.Saw(asker, path, bytes is null ? null : WorkFolder.IdOf(bytes));
        return DeskAnswer.Done(Entry(path, null, bytes));
    }

    public DeskAnswer Save(SaveRequest request, Asker asker)
    {
        if (Linked([.. request.Data.Select(d => d.Path), .. request.Assets.Select(a => a.Path)]) is { } linked)
        {
            return linked;
        }

        var findings = new Diagnostics();
        var changes = Prepare(request, folder.Read, asker, findings);
        Several(request, changes, asker, findings);
        changes = findings.HasErrors ? changes : [.. Moves(request, changes)];
        Check(changes, findings);
        if (findings.HasErrors)
        {
            return Refusals.Of(Errors(findings));
        }

        Write(changes, request.Message, asker);
        return DeskAnswer.Said("entry persisted");
    }

    /// <summary>Deletes files; with an entry's text goes everything beside it.</summary>
    public DeskAnswer Delete(IReadOnlyList<string> paths, string message, Asker asker, string done)
    {
        if (Linked(paths) is { } linked)
        {
            return linked;
        }

        var findings = new Diagnostics();
        var all = paths.SelectMany(p => check?.IsEntry(p) == true ? folder.List(p[..p.LastIndexOf('/')], 5) : [p]).Distinct(StringComparer.Ordinal).Where(p => File.Exists(folder.Places.Full(p))).ToList();
        foreach (var path in paths)
        {
            MayWrite(path, asker, findings);
            if (check?.IsEntry(path) == true)
            {
                Published(path, findings);
            }
        }

        IReadOnlyList<Change> changes = [.. all.Select(p => new Change(p, null))];
        Check(changes, findings);
        if (findings.HasErrors)
        {
            return Refusals.Of(Errors(findings));
        }

        Write(changes, message, asker);
        return DeskAnswer.Said(done);
    }

    /// <summary>What would be written: each text with only its changes, each upload looked at, nothing that changed underneath.</summary>
    /// <param name="standing">The file as it stands where this is saved: the folder or a draft.</param>
    /// <param name="draft">Which draft; empty for the folder.</param>
    public IReadOnlyList<Change> Prepare(SaveRequest request, Func<string, byte[]?> standing, Asker asker, Diagnostics findings, string draft = "")
    {
        var changes = new List<Change>();
        foreach (var data in request.Data)
        {
            var bytes = standing(data.Path);
            MayWrite(data.Path, asker, findings);
            if (data.NewPath is { } target)
            {
                MayWrite(target, asker, findings);
            }

            if (!served.IsCurrent(asker, data.Path, bytes is null ? null : WorkFolder.IdOf(bytes), draft))
            {
                findings.Report(DeskRules.ChangedUnderneath, Nowhere(data.Path), data.Path, lastChange(data.Path) is { } last ? $"({last})" : "");
            }

            var text = data.Path.EndsWith(".md", StringComparison.Ordinal) && check?.EntryOf(data.Path) is not null ? FrontMatterWriting.Merge(bytes is null ? null : Utf8.GetString(bytes), data.Raw) : data.Raw;
            changes.Add(new(data.Path, Utf8.GetBytes(text)));
        }

        foreach (var asset in request.Assets)
        {
            MayWrite(asset.Path, asker, findings);
            Uploads.Check(asset, findings);
            changes.Add(new(asset.Path, asset.Bytes));
        }

        return changes;
    }

    public void MayWrite(string path, Asker asker, Diagnostics findings)
    {
        if (folder.Places.WhyNot(path) is { } why)
        {
            findings.Report(DeskRules.NotTheDesks, Nowhere(path), path, why);
        }

        if (check is not null && check.EntryOf(path) is null && !path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            findings.Report(DeskRules.NotTheDesks, Nowhere(path), path, "它不在条目的文件夹里");
        }

        if (!asker.Editor.May(EditorRights.Edit))
        {
            findings.Report(DeskRules.NoRight, Nowhere(path), asker.Editor.Name, "写");
        }
    }

    /// <summary>The content's rules, once nothing else is in the way.</summary>
    public void Check(IReadOnlyList<Change> changes, Diagnostics findings)
    {
        if (!findings.HasErrors && check is not null)
        {
            findings.Add(check.Refuses(changes));
        }
    }

    public void Write(IReadOnlyList<Change> changes, string message, Asker asker)
    {
        var real = changes.Where(c => !Same(c)).ToList();
        if (real.Count > 0)
        {
            store.Save(real, message, asker.Editor);
        }

        foreach (var change in changes)
        {
            served.Saw(asker, change.Path, change.Bytes is null ? null : WorkFolder.IdOf(change.Bytes));
        }
    }

    public static EntryAnswer Entry(string path, string? label, byte[]? bytes) => new(bytes is null ? null : Utf8.GetString(bytes), new(path, label, bytes is null ? null : WorkFolder.IdOf(bytes)));

    private EntryAnswer Listed(string path)
    {
        var whole = Entry(path, null, folder.Read(path));
        return whole.Data is { } text && check?.IsEntry(path) == true && DeskCollection.Find(path.Split('/')[1]) is { } collection ? whole with { Data = ListedEntry.Of(collection, text) } : whole;
    }

    public static IReadOnlyList<Diagnostic> Errors(Diagnostics findings) => [.. findings.Sorted().Where(f => f.Severity == Severity.Error)];

    public static SourceSpan Nowhere(string path) => new SourceFile(path, "").Whole;

    /// <summary>Where several work, saves go through the workflow; a publisher may write straight away, but not figures and honours.</summary>
    private void Several(SaveRequest request, IReadOnlyList<Change> changes, Asker asker, Diagnostics findings)
    {
        if (!asker.Editor.OneOfSeveral)
        {
            return;
        }

        if (!asker.Editor.May(EditorRights.Publish))
        {
            findings.Report(DeskRules.NoRight, Nowhere(request.Data[0].Path), asker.Editor.Name, "不经审核直接写到主分支");
        }

        foreach (var change in changes.Where(c => check?.IsEntry(c.Path) == true))
        {
            if (FourEyes.Changed(folder.Read(change.Path) is { } bytes ? Utf8.GetString(bytes) : null, Utf8.GetString(change.Bytes!)) is { } what)
            {
                findings.Report(DeskRules.OwnFigures, Nowhere(change.Path), asker.Editor.Name, what);
            }
        }
    }

    /// <summary>What decap-server answers when a write would follow a link: the client shows the sentence.</summary>
    private DeskAnswer? Linked(IEnumerable<string> paths) =>
        paths.FirstOrDefault(folder.Places.IsLinked) is { } path ? DeskAnswer.Error(500, $"编辑台不写 {path}:它是符号链接,通到别处。") : null;

    private bool Same(Change change) => folder.Read(change.Path) is { } now ? change.Bytes is { } bytes && now.AsSpan().SequenceEqual(bytes) : change.Bytes is null;

    private IEnumerable<Change> Moves(SaveRequest request, IReadOnlyList<Change> changes)
    {
        var moving = request.Data.Count > 0 && request.Data.All(d => d.NewPath is not null && d.NewPath != d.Path);
        var map = moving ? request.Data.ToDictionary(d => d.Path, d => d.NewPath!, StringComparer.Ordinal) : [];
        foreach (var change in changes)
        {
            yield return map.TryGetValue(change.Path, out var target) ? change with { Path = target } : change;
        }

        foreach (var (from, to) in map)
        {
            yield return new(from, null);
            if (request.MovesFolder && from.Contains('/', StringComparison.Ordinal) && to.Contains('/', StringComparison.Ordinal))
            {
                var (old, now) = (from[..from.LastIndexOf('/')], to[..to.LastIndexOf('/')]);
                foreach (var beside in folder.List(old, 20).Where(f => !map.ContainsKey(f) && old != now))
                {
                    yield return new(now + beside[old.Length..], folder.Read(beside));
                    yield return new(beside, null);
                }
            }
        }
    }

    private void Published(string path, Diagnostics findings)
    {
        var parts = path.Split('/');
        var kind = parts[1] switch { "stories" => "story", "objects" => "object", "dialogues" => "dialogue", "videos" => "video", _ => "page" };
        var ledger = Path.Combine(folder.Places.Full(parts[0]), "urls.txt");
        if (File.Exists(ledger) && UrlLedger.Parse(new(ledger, File.ReadAllText(ledger)), new()).Addresses.Contains(EntryAddresses.Of(kind, parts[2]), StringComparer.Ordinal))
        {
            findings.Report(DeskRules.PublishedAddress, Nowhere(path), EntryAddresses.Of(kind, parts[2]));
        }
    }
}
