using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>A kind of entry as the desk lists it.</summary>
/// <param name="Name">The folder in <c>input/</c>, which is also the collection's name in branches: <c>cms/stories/shui-xiheng</c>.</param>
/// <param name="TitleKey">The key that an entry is called by.</param>
public sealed record DeskCollection(string Name, ISchema Schema, string Label, string Singular, string TitleKey)
{
    public static IReadOnlyList<DeskCollection> All { get; } =
    [
        new("stories", EntrySchemas.Story, "人物故事", "人物故事", "name"), new("objects", EntrySchemas.Object, "老物件", "老物件", "title"),
        new("dialogues", EntrySchemas.Dialogue, "访谈", "访谈", "title"), new("videos", EntrySchemas.Video, "短视频", "短视频", "title"),
        new("news", EntrySchemas.News, "动态", "动态", "title"), new("pages", EntrySchemas.Page, "页面", "页面", "title"),
    ];

    /// <summary>The name of what is about the whole site, in addresses and branches: <c>cms/site/trades</c>.</summary>
    public const string SiteName = "site";

    /// <summary>The one file that this is; null for a kind of entry.</summary>
    public SiteForm? Site { get; private init; }

    public EntryKind Kind => EntryKind.InFolder(Name)!;

    /// <summary>A kind of entry.</summary>
    public static DeskCollection? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>What a form is about, as addresses say it: an entry of a kind, or a file about the whole site.</summary>
    public static DeskCollection? Find(string name, string id) => !Slug.IsValid(id) || !WindowsName.CanBe(id) ? null
        : name == SiteName ? Of(SiteForm.Find(id)) : Find(name);

    public static DeskCollection Of(SiteForm form) =>
        new(SiteName, form.Schema, "词表与网站", form.File.Title, "") { Site = form };

    /// <summary>A text of it in the project.</summary>
    /// <param name="input">The content's folder.</param>
    /// <param name="name">Of a file beside the entry's text.</param>
    public string PathOf(string input, string id, string name = "index.md") => Site?.PathIn(input) ?? $"{input}/{Name}/{id}/{name}";

    /// <summary>How its form is divided.</summary>
    public IReadOnlyList<FormStep> Steps(Taxonomies taxonomies) => Site is null
        ? FormSteps.Of(Schema, VocabularyKeys.For(taxonomies, Schema.Name))
        : [new("file", Site.File.Title, Site.File.Purpose, [.. Schema.Keys.Where(k => k.Required).Select(k => k.Name)],
            [.. Schema.Keys.Where(k => !k.Required).Select(k => k.Name)])];

    /// <summary>The collection of a kind of entry: story, object …</summary>
    public static DeskCollection OfKind(string kind) => All.First(c => c.Schema.Name == kind);
}
