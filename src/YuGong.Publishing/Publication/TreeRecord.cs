namespace YuGong.Publishing;

/// <summary>
/// What is known of the tree that stands: by the record beside it, or, where that is gone or of another tree, by the marker in it.
/// </summary>
internal sealed class TreeRecord
{
    /// <summary>The marker does not tell size and time, so the bytes must.</summary>
    private const long Untold = -1;

    private readonly Manifest? manifest;
    private readonly SiteMarker? marker;
    private readonly Tree? output;

    public TreeRecord(Manifest? manifest, Tree? output)
    {
        (this.manifest, this.output) = (manifest, output);
        IsOfThisTree = manifest is not null
            && (output is null || output.Self.Identity == 0 || manifest.Tree == 0 || manifest.Tree == output.Self.Identity);
        if (!IsOfThisTree && output?.IsMarked == true)
        {
            marker = SiteMarker.Read(output.Root);
            IsOfThisTree = marker is not null;
        }
    }

    /// <summary>Whether this very tree is one that we put together.</summary>
    public bool IsOfThisTree { get; }

    public ManifestEntry? Find(string path) => marker is null ? manifest?.Files.GetValueOrDefault(path)
        : marker.Files.TryGetValue(Text.Fingerprint.Of(path), out var content) ? new(default, content, Untold, Untold) : null;

    /// <summary>Folders that our files needed.</summary>
    public IReadOnlySet<string> Folders()
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in marker is null
            ? manifest?.Files.Keys ?? Enumerable.Empty<string>() : output!.Files.Keys.Where(path => Find(path) is not null))
        {
            for (var folder = PublicationPlan.Parent(path); folder.Length > 0 && folders.Add(folder);)
            {
                folder = PublicationPlan.Parent(folder);
            }
        }

        return folders;
    }

    /// <summary>How many entries the standing site shows.</summary>
    /// <param name="isEntry">For a site of an older version, which did not say so: whether a path is that of an entry's page.</param>
    public int Entries(Func<string, bool> isEntry) => output is null ? 0
        : (marker ?? (output.IsMarked ? SiteMarker.Read(output.Root) : null))?.Entries ?? manifest?.Files.Keys.Count(isEntry) ?? 0;
}
