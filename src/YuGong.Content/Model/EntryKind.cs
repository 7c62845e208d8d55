using YuGong.Text;

namespace YuGong.Content;

/// <summary>A kind of entry: the one place that says what it is called, and where.</summary>
/// <param name="Name">As schemas, documents and commands call it: <c>story</c>.</param>
/// <param name="Folder">In <c>input/</c>: <c>stories</c>.</param>
/// <param name="Section">What its addresses begin with: <c>people</c>; empty for pages of their own.</param>
/// <param name="Label">As editors call it.</param>
public sealed record EntryKind(string Name, string Folder, string Section, string Label)
{
    public static EntryKind Story { get; } = new("story", "stories", "people", "人物");

    public static EntryKind Object { get; } = new("object", "objects", "objects", "老物件");

    public static EntryKind Dialogue { get; } = new("dialogue", "dialogues", "dialogues", "对话");

    public static EntryKind Video { get; } = new("video", "videos", "videos", "短视频");

    public static EntryKind News { get; } = new("news", "news", "news", "动态");

    public static EntryKind Page { get; } = new("page", "pages", "", "页面");

    public Phrase Words => new(Label, Name);

    public static IReadOnlyList<EntryKind> All { get; } = [Story, Object, Dialogue, Video, News, Page];

    /// <summary>Those that people are shown as part of the hall; pages are the site's own.</summary>
    public static IEnumerable<EntryKind> Exhibits => All.Where(kind => kind != Page);

    public static EntryKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    public static EntryKind? InFolder(ReadOnlySpan<char> folder)
    {
        foreach (var kind in All)
        {
            if (folder.SequenceEqual(kind.Folder))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Where an entry of this kind is published: <c>/people/shui-xiheng/</c>.</summary>
    public string AddressOf(string id) => Section.Length == 0 ? $"/{id}/" : $"/{Section}/{id}/";

    public override string ToString() => Name;
}
