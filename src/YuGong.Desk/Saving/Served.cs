namespace YuGong.Desk;

/// <summary>
/// Which version of a file each open page has seen last: a save from an older one is refused. A page that an earlier desk served
/// is unknown here and must open the entry anew; a program that does not say which page it is, is held to what it has asked for.
/// </summary>
internal sealed class Served
{
    private const int Most = 20_000;

    private readonly Dictionary<(string Page, string Draft, string Path), string?> versions = [];

    /// <param name="version">SHA-256 of the bytes in hex; null for no file.</param>
    /// <param name="draft">The draft in which the file was seen; empty for the folder.</param>
    public void Saw(Asker asker, string path, string? version, string draft = "")
    {
        if (versions.Count >= Most)
        {
            versions.Clear(); // pages open for that long open their entries anew
        }

        versions[(PageOf(asker), draft, path)] = version;
    }

    /// <summary>Whether the page saves over what it has seen.</summary>
    public bool IsCurrent(Asker asker, string path, string? version, string draft) =>
        versions.TryGetValue((PageOf(asker), draft, path), out var seen) ? seen == version : version is null || asker.Tab is null;

    /// <summary>The desk itself changed the file for this page (a step of the workflow): the form need not know.</summary>
    public void Moved(Asker asker, string path, string? from, string? to, string draft)
    {
        if (versions.TryGetValue((PageOf(asker), draft, path), out var seen) && seen == from)
        {
            // Published, the folder holds the same.
            (versions[(PageOf(asker), draft, path)], versions[(PageOf(asker), "", path)]) = (to, to);
        }
    }

    private static string PageOf(Asker asker) => $"{asker.Editor.Name}\n{asker.Tab}";
}
