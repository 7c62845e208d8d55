namespace YuGong.Desk;

/// <summary>How the version that a save began with stands to the one that lies there.</summary>
internal enum Seen
{
    Current,

    /// <summary>Somebody else saved since.</summary>
    Older,

    /// <summary>Nobody knows what it began with: a client that sends no version, or a page that an earlier desk served.</summary>
    Unsaid,
}

/// <summary>
/// Which version of a file each open page has seen last. A page tells itself apart by its tab; what has no tab is held to what was asked
/// for in its editor's name, once: two programs that both read and both save do not replace one another's work.
/// </summary>
internal sealed class VersionTracker
{
    /// <summary>Pages of one editor that are kept, and files of one page; whoever has more open, opens the oldest anew.</summary>
    private const int MostPages = 60;
    private const int MostFiles = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedList<ServedPage>> editors = new(StringComparer.Ordinal);

    /// <param name="version">SHA-256 of the bytes in hex, or a commit; null for no file.</param>
    /// <param name="draft">The draft in which the file was seen; empty for the folder.</param>
    public void Saw(DeskRequest asker, string path, string? version, string draft = "")
    {
        lock (gate)
        {
            var files = PageOf(asker).Files;
            if (files.Count >= MostFiles)
            {
                files.Clear();
            }

            files[(draft, path)] = version;
        }
    }

    /// <summary>
    /// The page wrote the file itself. A program without a tab has to look again: another one may stand behind the same name.
    /// </summary>
    public void Wrote(DeskRequest asker, string path, string? version, string draft = "")
    {
        if (asker.Tab is not null)
        {
            Saw(asker, path, version, draft);
            return;
        }

        lock (gate)
        {
            PageOf(asker).Files.Remove((draft, path));
        }
    }

    /// <summary>Whether the page writes over what it has seen.</summary>
    /// <param name="version">Of the file as it stands; null when there is none.</param>
    /// <param name="said">The version that the request itself names, if it does.</param>
    public Seen Compare(DeskRequest asker, string path, string? version, string draft, string? said = null)
    {
        lock (gate)
        {
            return said is not null ? (said == version ? Seen.Current : Seen.Older)
                : PageOf(asker).Files.TryGetValue((draft, path), out var seen) ? (seen == version ? Seen.Current : Seen.Older)
                : version is null ? Seen.Current : Seen.Unsaid;
        }
    }

    /// <summary>The desk itself changed the file for this page (a step of the workflow): the form need not know.</summary>
    public void Moved(DeskRequest asker, string path, string? from, string? to, string draft)
    {
        lock (gate)
        {
            var files = PageOf(asker).Files;
            if (files.TryGetValue((draft, path), out var seen) && seen == from)
            {
                // Published, the folder holds the same.
                (files[(draft, path)], files[("", path)]) = (to, to);
            }
        }
    }

    private ServedPage PageOf(DeskRequest asker)
    {
        if (!editors.TryGetValue(asker.Editor.Name, out var pages))
        {
            editors.Add(asker.Editor.Name, pages = new());
        }

        var page = pages.FirstOrDefault(p => p.Tab == asker.Tab);
        if (page is not null)
        {
            pages.Remove(page);
        }
        else if (pages.Count >= MostPages)
        {
            pages.RemoveLast();
        }

        pages.AddFirst(page ??= new(asker.Tab, []));
        return page;
    }

    private sealed record ServedPage(string? Tab, Dictionary<(string Draft, string Path), string?> Files);
}
