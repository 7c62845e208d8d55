namespace YuGong.Content.Schemas;

/// <summary>A file about the whole site: what it is called, where it is, what it is for, and what may stand in it.</summary>
/// <param name="Name">Of its JSON Schema: <c>call</c>, <c>taxonomies.trades</c>.</param>
/// <param name="Path">In a project: <c>statiq.json</c>, <c>input/call.yaml</c>.</param>
/// <param name="Title">As editors call it.</param>
/// <param name="Purpose">What it is for, in a sentence; null where the title says it.</param>
/// <param name="Shape">A schema of keys, or a list of one.</param>
public sealed record SiteFile(string Name, string Path, string Title, string Purpose, IShape Shape)
{
    /// <summary>The keys of the file, or of each item where it is a list.</summary>
    public ISchema Schema => Shape as ISchema ?? (ISchema)((IListShape)Shape).Item;

    public bool IsList => Shape is IListShape;
}

/// <summary>
/// The files about the whole site that content has. The one table of them: reading checks by it, the reference (docs/settings.md) and the
/// JSON Schemas for editor programs are written from it.
/// </summary>
public static class SiteFileTable
{
    private const string Folder = "taxonomies/";

    public static SiteFile Settings { get; } = new("statiq", "statiq.json", "网站的设置", "名字、地址、主题和导航。键名照 Statiq 的写法,大小写要一样。",
        SiteSchemas.SettingsSchema);

    /// <summary>The controlled vocabularies, each a list of words.</summary>
    public static IReadOnlyList<SiteFile> Vocabularies { get; } =
    [
        Vocabulary("directions", "方向", "征集的方向,每个也是纪念馆的一个展厅;几个由这里说。", SiteSchemas.DirectionSchema),
        Vocabulary("traits", "特质", "人物身上看得见的精神。", SiteSchemas.TermSchema(null)),
        Vocabulary("trades", "专业", "工程的门类。", SiteSchemas.TermSchema(null)),
        Vocabulary("districts", "区县", "人物和老物件属于哪里。", SiteSchemas.TermSchema(null)),
        Vocabulary("eras", "年代", "主要事迹在什么时候。", SiteSchemas.TermSchema("years")),
        Vocabulary("clusters", "产业集群", "这里的人在哪些产业里做事。", SiteSchemas.TermSchema("tier")),
        Vocabulary("fields", "科创领域", "这里的人在哪些科技领域里做事。", SiteSchemas.TermSchema(null)),
        Vocabulary("batches", "批次", "征集的一轮;征集本身可以一直开着。", SiteSchemas.BatchSchema),
        Vocabulary("places", "地点", "地图上标出的地方:条目写到的才标。", PlaceKeys.Schema),
        Vocabulary("names", "名单", "机构和领导人的名称怎样写、不怎样写:文字检查照它核对。可以没有。", NameKeys.Schema),
    ];

    public static IReadOnlyList<SiteFile> All { get; } =
    [
        Settings,
        new("site", "input/site.yaml", "站名与导航", "网站叫什么、导航有哪些、谁办的、备案号、首页推荐谁。没写的照网站的设置。", SiteKeys.Schema),
        new("call", "input/call.yaml", "征集", "通知里的全部事项:征集页、征集表和邮件的标题都由它来。可以没有。", SiteSchemas.CallSchema),
        new("texts", "input/texts.yaml", "网站的用词", "网站管自己的东西叫什么:页面、接口、订阅、搜索、图像清单、证书里的词。", SiteSchemas.TextsSchema),
        new("map", "input/map.yaml", "示意地图", "江河、范围和图上的字。没有这个文件,就没有地图。", MapKeys.Schema),
        new("lights", "input/lights.yaml", "万家灯火", "首页夜景里有多少盏灯、这个数说的是谁。没有这个文件,首页只有白天。", LightsKeys.Schema), .. Vocabularies,
    ];

    /// <summary>A vocabulary that a site declares itself.</summary>
    /// <param name="name">The file's, without its ending.</param>
    /// <param name="title">What the site calls it.</param>
    public static SiteFile Own(string name, string title) =>
        new("taxonomies." + name, $"input/{PathOf(name)}", title, "网站自己的词表:词、用在哪里、能不能按它筛选。", VocabularyKeys.Schema);

    /// <summary>A vocabulary by its name, with the schema that its words are read by.</summary>
    internal static string PathOf(string vocabulary) => $"{Folder}{vocabulary}.yaml";

    /// <summary>The name of a vocabulary that is none of these; null for other files.</summary>
    internal static string? OwnVocabulary(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal)
            && path[Folder.Length..^".yaml".Length] is var name && !Vocabularies.Any(v => v.Path == $"input/{PathOf(name)}") ? name : null;

    private static SiteFile Vocabulary<T>(string name, string title, string purpose, Schema<T> term)
        where T : Term => new("taxonomies." + name, $"input/{PathOf(name)}", title, purpose, Shapes.ListOf(term));
}
