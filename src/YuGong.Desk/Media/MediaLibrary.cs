using System.Collections.Concurrent;
using YuGong.Imaging.Vips;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// Media files as lists show them: small files whole, large pictures as thumbnails, so that a folder of scans is a few MB and not hundreds.
/// </summary>
/// <param name="thumbs">Where thumbnails are kept, by the hash of the picture.</param>
internal sealed class MediaLibrary(WorkingTree folder, string thumbs)
{
    /// <summary>Bytes that a list carries whole; a thumbnail is about as large.</summary>
    private const int Small = 48 * 1024;

    /// <summary>Pixels; the client's cards are 280 × 160 points.</summary>
    private const int Side = 480;

    private readonly ConcurrentDictionary<string, (Fingerprint Version, string Id)> ids = new(StringComparer.Ordinal);

    /// <summary>For a list. Content that is neither small nor a picture is left out.</summary>
    public MediaAnswer? Listed(string path)
    {
        var file = new FileInfo(folder.Places.Full(path));
        if (file.Length <= Small)
        {
            return Whole(path);
        }

        var id = IdOf(path, file);
        return id is null ? null : new(id, Convert.ToBase64String(Uploads.IsPicture(path) ? Thumb(file.FullName, id) : []), "base64", path,
            file.Name);
    }

    public MediaAnswer? Whole(string path) => folder.Read(path) is { } bytes ? Of(path, bytes) : null;

    public static MediaAnswer Of(string path, byte[] bytes) =>
        new(WorkingTree.IdOf(bytes), Convert.ToBase64String(bytes), "base64", path, path[(path.LastIndexOf('/') + 1)..]);

    private string? IdOf(string path, FileInfo file)
    {
        var version = FileStat.VersionAt(file.FullName);
        if (ids.TryGetValue(path, out var known) && known.Version == version)
        {
            return known.Id;
        }

        if (folder.Read(path) is not { } bytes)
        {
            return null;
        }

        ids[path] = (version, WorkingTree.IdOf(bytes));
        return ids[path].Id;
    }

    private byte[] Thumb(string full, string id)
    {
        var kept = Path.Combine(thumbs, id + ".webp");
        if (File.Exists(kept))
        {
            return File.ReadAllBytes(kept);
        }

        try
        {
            var thumb = Thumbnail.Of(full, Side);
            AtomicFile.WriteCached(kept, thumb);
            return thumb;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or DllNotFoundException or TypeInitializationException)
        {
            return []; // a list without this picture is better than none
        }
    }
}
