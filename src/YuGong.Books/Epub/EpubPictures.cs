using System.Globalization;
using YuGong.Content;

namespace YuGong.Books.Epub;

/// <summary>A picture beside an entry as a file for readers: a JPEG that says whose it is; null where it is not to be had.</summary>
public delegate BookPicture? PictureFile(Entry entry, string file);

/// <param name="Width">Pixels.</param>
public sealed record BookPicture(byte[] Jpeg, int Width, int Height);

/// <summary>The pictures of an EPUB, each once, by number in the order in which they are met.</summary>
internal sealed class EpubPictures(PictureFile fileOf)
{
    private readonly Dictionary<string, (string Name, BookPicture Picture)?> met = new(StringComparer.Ordinal);
    private readonly List<(string Name, byte[] Bytes)> files = [];

    public IReadOnlyList<(string Name, byte[] Bytes)> Files => files;

    public (string Name, BookPicture Picture)? Of(Entry entry, string file)
    {
        var key = $"{entry.Header.Folder.Path}/{file}";
        if (!met.TryGetValue(key, out var known))
        {
            met[key] = known = fileOf(entry, file) is { } made ? (Add(made.Jpeg), made) : null;
        }

        return known;
    }

    private string Add(byte[] jpeg)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"images/{files.Count + 1:000}.jpg");
        files.Add((name, jpeg));
        return name;
    }
}
