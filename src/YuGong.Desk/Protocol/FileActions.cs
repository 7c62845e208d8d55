using System.Text;
using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Entries: list, open, save, delete. Everything the desk writes goes through <see cref="Prepare"/>.</summary>
internal sealed class FileActions(WorkingTree folder, GitStore store, SiteCheck? check, VersionTracker served)
{
    private static readonly UTF8Encoding Utf8 = new(false);

    public DeskAnswer ByFolder(string path, string extension, int depth) =>
        DeskAnswer.Done(folder.List(path, depth).Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Select(Listed).ToList());

    public DeskAnswer ByFiles(IReadOnlyList<(string Path, string? Label)> files) =>
        DeskAnswer.Done(files.Select(f => Entry(f.Path, f.Label, folder.Read(f.Path))).ToList());

    public DeskAnswer Get(string path, DeskRequest asker)
    {
        var bytes = folder.Read(path);
        served.Saw(asker, path, bytes is null ? null : WorkingTree.IdOf(bytes));
        return DeskAnswer.Done(Entry(path, null, bytes));
    }

    public DeskAnswer Save(SaveRequest request, DeskRequest asker)
    {
        if (Linked([.. request.Data.Select(d => d.Path), .. request.Data.Select(d => d.NewPath ?? d.Path),
            .. request.Assets.Select(a => a.Path)]) is { } linked)
        {
            return linked;
        }

        var findings = new Diagnostics();
        var changes = Prepare(request, folder.Read, asker, findings);
        changes = findings.HasErrors ? changes : [.. Moves(request, changes)];
        Removed(changes, findings);
        Check(changes, findings);
        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(Errors(findings));
        }

        Write(changes, request.Message, asker);
        return DeskAnswer.Said("entry persisted");
    }

    /// <summary>Takes files off the main branch, as <see cref="Delete"/> does.</summary>
    public Operation Deleting(IReadOnlyList<string> paths, string message) =>
        Operation.OnMain(paths.Select(p => new Demand(DeskAction.Delete, Branch.Main, p)),
            asker => Delete(paths, message, asker, "deleted"));

    /// <summary>Deletes files; with an entry's text goes everything beside it.</summary>
    public DeskAnswer Delete(IReadOnlyList<string> paths, string message, DeskRequest asker, string done)
    {
        if (Linked(paths) is { } linked)
        {
            return linked;
        }

        var findings = new Diagnostics();
        var all = paths.SelectMany(p => check?.IsEntry(p) == true ? folder.List(p[..p.LastIndexOf('/')], 5) : [p])
            .Distinct(StringComparer.Ordinal).Where(p => File.Exists(folder.Places.Full(p))).ToList();
        foreach (var path in paths)
        {
            CheckVersion(path, folder.Read(path), null, null, asker, findings);
        }

        IReadOnlyList<Change> changes = [.. all.Select(p => new Change(p, null))];
        Removed(changes, findings);
        Check(changes, findings);
        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(Errors(findings));
        }

        Write(changes, message, asker);
        return DeskAnswer.Said(done);
    }

    /// <summary>What would be written: each text with only its changes, each upload looked at, nothing that changed underneath.</summary>
    /// <param name="standing">The file as it stands where this is saved: the folder or a draft.</param>
    /// <param name="draft">Which draft; empty for the folder.</param>
    public IReadOnlyList<Change> Prepare(SaveRequest request, Func<string, byte[]?> standing, DeskRequest asker, Diagnostics findings,
        string draft = "")
    {
        var changes = new List<Change>();
        foreach (var data in request.Data)
        {
            var bytes = standing(data.Path);
            var text = Text(data, bytes);
            CheckVersion(data.Path, bytes, Utf8.GetBytes(text), data.Version, asker, findings, draft);
            if (data.Moves)
            {
                CheckVersion(data.NewPath!, standing(data.NewPath!), Utf8.GetBytes(text), null, asker, findings, draft);
            }

            changes.Add(new(data.Path, Utf8.GetBytes(text)));
        }

        foreach (var asset in request.Assets)
        {
            Uploads.Check(asset, findings);
            CheckVersion(asset.Path, standing(asset.Path), asset.Bytes, asset.Version, asker, findings, draft);
            changes.Add(new(asset.Path, asset.Bytes));
        }

        return changes;
    }

    public void Saw(DeskRequest asker, string path, string version) => served.Saw(asker, path, version);

    /// <summary>Nothing is written over, or taken away, that whoever asks has not seen; what stays the same needs no version.</summary>
    /// <param name="standing">The file where this is saved; null when there is none.</param>
    /// <param name="said">The version that the request names, if it does.</param>
    /// <param name="draft">Which draft; empty for the folder.</param>
    public void CheckVersion(string path, byte[]? standing, byte[]? wanted, string? said, DeskRequest asker, Diagnostics findings,
        string draft = "")
    {
        if (Same(standing, wanted))
        {
            return;
        }

        switch (served.Compare(asker, path, standing is null ? null : WorkingTree.IdOf(standing), draft, said))
        {
            case Seen.Older:
                findings.Report(DeskRules.ChangedUnderneath, Nowhere(path), path,
                    EntryHistory.LastOf(store, path) is { } last ? $"({last})" : "");
                break;
            case Seen.Unsaid:
                findings.Report(DeskRules.NoVersion, Nowhere(path), path);
                break;
        }
    }

    /// <summary>Entries that were published are not taken away like this.</summary>
    public void Removed(IReadOnlyList<Change> changes, Diagnostics findings)
    {
        foreach (var change in changes.Where(c => c.Bytes is null && check?.IsEntry(c.Path) == true))
        {
            Published(change.Path, findings);
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

    /// <summary>
    /// The same for a draft that is not ready: on its branch it takes no address from the site, whatever the ledgers say. They bar it when
    /// it is called ready.
    /// </summary>
    public void CheckUnfinished(IReadOnlyList<Change> changes, FileKinds kinds, Diagnostics findings)
    {
        if (!findings.HasErrors && check is not null)
        {
            findings.Add(check.Refuses(changes).Where(f => kinds.Of(f.Span.File.Path) != FileKind.Record));
        }
    }

    public void Write(IReadOnlyList<Change> changes, string message, DeskRequest asker)
    {
        var real = changes.Where(c => !Same(folder.Read(c.Path), c.Bytes)).ToList();
        if (real.Count > 0)
        {
            store.Save(real, message, asker.Editor);
        }

        foreach (var change in changes)
        {
            served.Wrote(asker, change.Path, change.Bytes is null ? null : WorkingTree.IdOf(change.Bytes));
        }
    }

    public static EntryAnswer Entry(string path, string? label, byte[]? bytes) =>
        new(bytes is null ? null : Utf8.GetString(bytes), new(path, label, bytes is null ? null : WorkingTree.IdOf(bytes)));

    private EntryAnswer Listed(string path)
    {
        var whole = Entry(path, null, folder.Read(path));
        return whole.Data is { } text && check?.IsEntry(path) == true && DeskCollection.Find(path.Split('/')[1]) is { } collection
            ? whole with { Data = ListedEntry.Of(collection, text) }
            : whole;
    }

    public static IReadOnlyList<Diagnostic> Errors(Diagnostics findings) => [.. findings.Sorted().Where(f => f.Severity == Severity.Error)];

    public static SourceSpan Nowhere(string path) => new SourceFile(path, "").Whole;

    /// <summary>A form's text with only its changes put into the one that stands.</summary>
    private string Text(DataFile data, byte[]? standing) =>
        data.Path.EndsWith(".md", StringComparison.Ordinal) && check?.EntryOf(data.Path) is not null
            ? FrontMatterPatcher.Merge(standing is null ? null : Utf8.GetString(standing), data.Raw)
            : data.Raw;

    /// <summary>What decap-server answers when a write would follow a link: the client shows the sentence.</summary>
    private DeskAnswer? Linked(IEnumerable<string> paths) =>
        paths.FirstOrDefault(folder.Places.IsLinked) is { } path ? DeskAnswer.Error(500, $"编辑台不写 {path}:它是符号链接,通到别处。") : null;

    public static bool Same(byte[]? a, byte[]? b) => a is null ? b is null : b is not null && a.AsSpan().SequenceEqual(b);

    private IEnumerable<Change> Moves(SaveRequest request, IReadOnlyList<Change> changes)
    {
        var moving = request.Data.Count > 0 && request.Data.All(d => d.Moves);
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
        var address = (EntryKind.InFolder(parts[1]) ?? EntryKind.Page).AddressOf(parts[2]);
        var ledger = Path.Combine(folder.Places.Full(parts[0]), "urls.txt");
        if (File.Exists(ledger)
            && UrlLedger.Parse(TextFile.Ledger(ledger, ledger, new()), new()).Addresses.Contains(address, StringComparer.Ordinal))
        {
            findings.Report(DeskRules.PublishedAddress, Nowhere(path), address);
        }
    }
}
