using YuGong.Content.Caching;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Entries that were read without any finding, by the folder and file they were read from. While neither the file, nor the
/// files beside it, nor anything that reading depends on has changed, reading again would give the same. They are kept in
/// memory from one load to the next and, when somebody asks, in a file from one process to the next.
/// </summary>
public sealed class EntryMemo
{
    private readonly Fingerprint world;
    private readonly Dictionary<string, (FoundEntry Found, Entry Entry)> byFolder;
    private readonly EntryCache cache;
    private readonly Taxonomies taxonomies;

    internal EntryMemo(Fingerprint world, Dictionary<string, (FoundEntry Found, Entry Entry)> byFolder, EntryMemo before,
        Taxonomies taxonomies) =>
        (this.world, this.byFolder, cache, this.taxonomies) = (world, byFolder, before.cache, taxonomies);

    private EntryMemo(EntryCache cache) => (world, byFolder, this.cache, taxonomies) = (cache.World, [], cache, Taxonomies.Empty);

    public static EntryMemo None { get; } = new(EntryCache.Empty);

    /// <summary>What an earlier process kept there; none when there is nothing, or nothing that this program can believe.</summary>
    public static EntryMemo From(string path) => new(EntryCache.Open(path));

    /// <summary>
    /// Keeps them for a later process. What an earlier one wrote is taken over as it is; when nothing is new, nothing is written.
    /// </summary>
    /// <exception cref="IOException">It cannot be written; what was there still is.</exception>
    public void Write(string path)
    {
        var isSame = cache.World == world && cache.Count == byFolder.Count;
        var entries = new (Fingerprint, ReadOnlyMemory<byte>)[byFolder.Count];
        var i = 0;
        foreach (var (found, entry) in byFolder.Values)
        {
            var key = KeyOf(found);
            var isKept = cache.TryFind(key, out var kept) && cache.World == world;
            isSame &= isKept;
            entries[i++] = (key, isKept ? kept : Encode(entry));
        }

        if (!isSame)
        {
            EntryCache.Write(path, world, entries);
        }
    }

    /// <summary>What the reading of every entry depends on: the day, the settings, the vocabularies and the call.</summary>
    internal static Fingerprint WorldOf(LoadRequest request, IReadOnlyList<InputFile> files)
    {
        var all =
            InputFiles.Stamp([.. files.Where(f => f.Path is "call.yaml" or "site.yaml"
                || f.Path.StartsWith("taxonomies/", StringComparison.Ordinal))]);
        return all.With(FileStat.VersionAt(request.SettingsFile)).With(new((ulong)request.Today.DayNumber))
            .With(Fingerprint.Of($"{request.InputFolder}\n{request.InputName}\n{request.LinkRoot}"));
    }

    /// <summary>The entry as it was read before, or null when it must be read.</summary>
    internal Entry? Of(FoundEntry found, Fingerprint now, Taxonomies words, Func<string, string> addressOf)
    {
        if (now != world)
        {
            return null;
        }

        if (byFolder.TryGetValue(found.Folder.Path, out var known) && known.Found.Index == found.Index
            && known.Found.Folder.Files.SequenceEqual(found.Folder.Files, StringComparer.Ordinal))
        {
            return known.Entry;
        }

        return cache.Count > 0 && cache.TryFind(KeyOf(found), out var bytes)
            ? new EntryDecoding(new(bytes, found.LaterRead), words, addressOf).Read(found.Kind, found.Folder)
            : null;
    }

    private static Fingerprint KeyOf(FoundEntry found)
    {
        var beside = found.Folder.Files.Count == 0 ? "" : string.Join('\n', found.Folder.Files);
        return Fingerprint.Of(string.Concat(found.Kind, "\n", found.Index.Path)).With(new((ulong)found.Index.Size))
            .With(found.Index.Version).With(Fingerprint.Of(beside));
    }

    private byte[] Encode(Entry entry)
    {
        var to = new CacheWriter();
        new EntryEncoding(to, taxonomies).Write(entry);
        return to.Written.ToArray();
    }
}
