using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Entries that were read without any finding, by the folder and file they were read from. While neither the file, nor the
/// files beside it, nor anything that reading depends on has changed, reading again would give the same.
/// </summary>
public sealed class KnownEntries
{
    private readonly Fingerprint world;
    private readonly Dictionary<string, (FoundEntry Found, Entry Entry)> byFolder;

    internal KnownEntries(Fingerprint world, Dictionary<string, (FoundEntry Found, Entry Entry)> byFolder) => (this.world, this.byFolder) = (world, byFolder);

    public static KnownEntries None { get; } = new(default, []);

    /// <summary>What the reading of every entry depends on: the day, the settings, the vocabularies and the call.</summary>
    internal static Fingerprint WorldOf(LoadRequest request, IReadOnlyList<InputFile> files)
    {
        var settings = new FileInfo(request.SettingsFile);
        var all = InputFiles.Stamp([.. files.Where(f => f.Path == "call.yaml" || f.Path.StartsWith("taxonomies/", StringComparison.Ordinal))]);
        return all.With(Fingerprint.Of(settings.Exists ? $"{settings.Length}|{settings.LastWriteTimeUtc.Ticks}|{request.Today:O}" : "")).With(Fingerprint.Of(request.InputFolder));
    }

    /// <summary>The entry as it was read before, or null when it must be read.</summary>
    internal Entry? Of(FoundEntry found, Fingerprint now) =>
        now == world && byFolder.TryGetValue(found.Folder.Path, out var known) && known.Found.Index == found.Index
            && known.Found.Folder.Files.SequenceEqual(found.Folder.Files, StringComparer.Ordinal)
            ? known.Entry
            : null;
}
