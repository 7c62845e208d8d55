using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>What a reader gathers beside the text: notes by their first mention, pictures once each, and what has no place.</summary>
/// <param name="after">Numbers that notes have already.</param>
internal sealed class ManuscriptParts(int after = 0)
{
    private readonly Dictionary<string, int> noteNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> pictureNames = new(StringComparer.Ordinal);
    private readonly List<ManuscriptPicture> pictures = [];
    private readonly List<UnreadPiece> unread = [];

    public IReadOnlyList<ManuscriptPicture> Pictures => pictures;

    public IReadOnlyList<UnreadPiece> Unread => unread;

    /// <summary>Keys of the notes in the order of their numbers.</summary>
    public IEnumerable<string> NoteKeys => noteNumbers.OrderBy(n => n.Value).Select(n => n.Key);

    public int NoteCount => noteNumbers.Count;

    /// <param name="key">What the manuscript calls the note.</param>
    public int NoteOf(string key)
    {
        if (!noteNumbers.TryGetValue(key, out var number))
        {
            noteNumbers[key] = number = after + noteNumbers.Count + 1;
        }

        return number;
    }

    /// <summary>A name for a picture; null, and a piece that was not read, where a site cannot show its kind.</summary>
    /// <param name="key">The same picture has the same.</param>
    /// <param name="bytes">Null where it is not to be had, or is too large.</param>
    public string? PictureOf(string key, byte[]? bytes)
    {
        if (pictureNames.TryGetValue(key, out var known))
        {
            return known;
        }

        if (bytes is null)
        {
            List(new("取不到的图片", "a picture that cannot be had"), key);
            return null;
        }

        if (PictureSuffix.Of(bytes) is not { } suffix)
        {
            List(new("网站不能显示的图片格式", "a kind of picture that a site cannot show"), key);
            return null;
        }

        var name = $"picture-{pictures.Count + 1:00}{suffix}";
        pictures.Add(new(name, bytes));
        return pictureNames[key] = name;
    }

    public void List(Phrase what, string text) => unread.Add(new(what, text.Trim()));

    /// <summary>What is said once, however often it happens.</summary>
    public void ListOnce(Phrase what, string text)
    {
        if (!unread.Any(piece => piece.What == what && piece.Text == text.Trim()))
        {
            List(what, text);
        }
    }
}
