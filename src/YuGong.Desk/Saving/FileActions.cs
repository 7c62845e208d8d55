using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>The files of the main branch, and what is looked at before anything is written anywhere.</summary>
internal sealed class FileActions(WorkingTree folder, GitStore store, SiteCheck check)
{
    /// <summary>Takes a file off the main branch; with an entry's text goes everything beside it.</summary>
    /// <param name="seen">SHA-256 of the file that whoever asks has looked at; null when they do not say.</param>
    public Operation Deleting(string path, string? seen, string message) =>
        Operation.OnMain([new(DeskAction.Delete, Branch.Main, path)], editor => Delete(path, seen, message, editor));

    /// <summary>What would be written: each text and upload looked at, nothing that changed underneath.</summary>
    /// <param name="standing">The file as it stands where this is saved: the folder or a draft.</param>
    public IReadOnlyList<Change> Prepare(EntrySave save, Func<string, byte[]?> standing, Diagnostics findings)
    {
        AreOwn(save.Paths, findings);
        CheckVersion(save.Text.Path, standing(save.Text.Path), save.Text.Bytes, save.Text.Version, findings);
        foreach (var asset in save.Assets)
        {
            Uploads.Check(asset, findings);
            CheckVersion(asset.Path, standing(asset.Path), asset.Bytes, null, findings);
        }

        return [new(save.Text.Path, save.Text.Bytes), .. save.Assets.Select(a => new Change(a.Path, a.Bytes))];
    }

    /// <summary>Nothing is written, or taken away, through a link that leads elsewhere.</summary>
    public void AreOwn(IEnumerable<string> paths, Diagnostics findings)
    {
        foreach (var path in paths.Where(folder.Places.IsLinked))
        {
            findings.Report(DeskRules.NotTheDesks, Nowhere(path), path,
                new Phrase("它是符号链接,通到别处", "it is a symbolic link that leads elsewhere"));
        }
    }

    /// <summary>Entries that were published are not taken away like this.</summary>
    public void Removed(IReadOnlyList<Change> changes, Diagnostics findings)
    {
        foreach (var change in changes.Where(c => c.Bytes is null && check.IsEntry(c.Path)))
        {
            Published(change.Path, findings);
        }
    }

    /// <summary>The content's rules, once nothing else is in the way.</summary>
    public void Check(IReadOnlyList<Change> changes, Diagnostics findings)
    {
        if (!findings.HasErrors)
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
        if (!findings.HasErrors)
        {
            findings.Add(check.Refuses(changes).Where(f => kinds.Of(f.Span.File.Path) != FileKind.Record));
        }
    }

    public void Write(IReadOnlyList<Change> changes, string message, Editor editor)
    {
        var real = changes.Where(c => !Same(folder.Read(c.Path), c.Bytes)).ToList();
        if (real.Count > 0)
        {
            store.Save(real, message, editor);
        }
    }

    public static IReadOnlyList<Diagnostic> Errors(Diagnostics findings) => [.. findings.Sorted().Where(f => f.Severity == Severity.Error)];

    public static SourceSpan Nowhere(string path) => new SourceFile(path, "").Whole;

    public static bool Same(byte[]? a, byte[]? b) => a is null ? b is null : b is not null && a.AsSpan().SequenceEqual(b);

    private DeskAnswer Delete(string path, string? seen, string message, Editor editor)
    {
        var findings = new Diagnostics();
        AreOwn([path], findings);
        CheckVersion(path, folder.Read(path), null, seen, findings);
        var all = (check.IsEntry(path) ? folder.List(path[..path.LastIndexOf('/')], 5) : [path])
            .Where(p => File.Exists(folder.Places.Full(p)));
        IReadOnlyList<Change> changes = [.. all.Select(p => new Change(p, null))];
        Removed(changes, findings);
        Check(changes, findings);
        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(Errors(findings));
        }

        Write(changes, message, editor);
        return DeskAnswer.Said("deleted");
    }

    /// <summary>Nothing is written over, or taken away, that whoever asks has not seen; what stays the same needs no version.</summary>
    /// <param name="standing">The file where this is saved; null when there is none.</param>
    /// <param name="said">The version that it was made from, if that is said.</param>
    private void CheckVersion(string path, byte[]? standing, byte[]? wanted, string? said, Diagnostics findings)
    {
        var now = standing is null ? null : WorkingTree.IdOf(standing);
        if (said == now || Same(standing, wanted))
        {
            return;
        }

        if (said is null)
        {
            findings.Report(DeskRules.NoVersion, Nowhere(path), path);
        }
        else
        {
            findings.Report(DeskRules.ChangedUnderneath, Nowhere(path), path,
                EntryHistory.LastOf(store, path) is { } last ? $"({last})" : "");
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
