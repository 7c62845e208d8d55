using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>What a path of the project is, as far as rights go.</summary>
/// <param name="input">The content's folder.</param>
internal sealed class FileKinds(Places places, string input)
{
    public FileKind Of(string path)
    {
        if (places.WhyNot(path) is not null)
        {
            return FileKind.Foreign;
        }

        return path.Split('/') switch
        {
            [var top, var collection, var id, "index.md"] when IsEntry(top, collection, id) => FileKind.Entry,

            // On some disks it is the same file by another name.
            [var top, var collection, var id, var name] when IsEntry(top, collection, id)
                && name.Equals("index.md", StringComparison.OrdinalIgnoreCase) => FileKind.Record,
            [var top, var collection, var id, _, ..] when IsEntry(top, collection, id) => FileKind.Attachment,
            [var top, .. var rest] when top == input && SiteForm.At(string.Join('/', rest)) is not null => FileKind.SiteText,
            _ => FileKind.Record,
        };
    }

    /// <summary>Why nobody writes a foreign file or a record.</summary>
    public Phrase WhyNot(string path) => places.WhyNot(path)
        ?? new("它不是条目的文件,也不是词表和网站的文字", "it is neither an entry's file nor a vocabulary or words of the site");

    /// <summary>Whether a file belongs to a draft: one entry with what lies beside it, or one file about the site.</summary>
    /// <param name="draft"><c>stories/shui-xiheng</c>, with or without <c>/index</c>.</param>
    public bool IsOf(string draft, string path)
    {
        var (collection, slug) = (draft.Split('/')[0], draft.Split('/')[1]);
        return collection == DeskCollection.SiteName ? path == DeskCollection.Find(collection, slug)?.PathOf(input, slug)
            : path.StartsWith($"{input}/{collection}/{slug}/", StringComparison.Ordinal);
    }

    private bool IsEntry(string top, string collection, string id) =>
        top == input && DeskCollection.Find(collection) is not null && Slug.IsValid(id) && WindowsName.CanBe(id);
}
