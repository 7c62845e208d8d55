using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>theme.json, for references and editor programs.</summary>
public static class ThemeFiles
{
    public static SiteFile Settings { get; } = new("theme", "themes/*/theme.json", "主题的设置", "字体、有哪些页面、少数几个词;怎样用见 docs/themes.md。",
        ThemeKeys.Of("*"));
}

/// <summary>The keys of theme.json.</summary>
internal static class ThemeKeys
{
    private static readonly Key<string> Family = Text("family", "字体名", "它在包里的名字"),
        Package = Text("package", "npm 包", "例如 @expo-google-fonts/noto-serif-sc"), File = Text("file", "文件", "包里的字体文件");

    private static readonly Key<int?> Weight = new("weight", "字重", "1–1000", Shapes.Number, Required: true);

    private static readonly Key<string> Use =
        new("use", "用处", "headings 或 brush", Shapes.Choice(("headings", "标题", "headings"), ("brush", "书法", "brush")), Required: true);

    private static readonly Key<string> Name = Text("name", "主题名", "和文件夹同名");

    private static readonly Key<IReadOnlyList<ThemeFont>> Fonts =
        new("fonts", "字体", "一列 { family, weight, package, file, use }",
        Shapes.ListOf(new Schema<ThemeFont>("fonts", [Family, Weight, Package, File, Use], m =>
        (m.Get(Family), Within(m, Weight, 1, 1000), m.Get(Package), m.Get(File), m.Get(Use)) is ({ } family, { } weight, { } package,
            { } file, { } use) ? new(family, weight, package, file, use) : null)));

    private static readonly Key<ThemeLabels> Words = new("words", "词", "页面上不由模板写的词", LabelsSchema());

    private static readonly Key<string> Design = Text("design", "设计", "posters/ 里的文件夹名"), DesignName = Text("name", "名字", "人怎么叫它");

    private static readonly Key<IReadOnlyList<NamedDesign>> Designs =
        new("designs", "海报设计的名字", "一列 { design, name }", Shapes.ListOf(new Schema<NamedDesign>("designs", [Design, DesignName],
        m => (m.Get(Design), m.Get(DesignName)) is ({ } design, { } called) ? new(design, called) : null)));


    private static readonly Key<IReadOnlyList<PageDeclaration>> Pages =
        new("pages", "页面", "一列 { template, path, title, description …… }", Shapes.ListOf(PageKeys.Page), Required: true);

    /// <param name="folder">The theme's folder, whose name is its own.</param>
    public static Schema<ThemeSettings> Of(string folder) =>
        new("theme.json", [SchemaFile.Format, Name, Fonts, Words, Designs, Pages], m =>
    {
        if (m.Get(Name) is { } name && name != folder)
        {
            m.Context.Report(PageRules.ThemeFile, m.SpanOf(Name), new Phrase($"name 要和文件夹同名,写 {folder}",
                $"name is the folder's name: write {folder}"));
        }

        return new(folder, m.All(Fonts), m.All(Pages))
        {
            Words = new(
                m.Get(Words)?.ByKey ?? ThemeWords.None.Labels,
                m.All(Designs).DistinctBy(d => d.Design).ToDictionary(d => d.Design, d => d.Name, StringComparer.Ordinal)),
        };
    });

    private static Schema<ThemeLabels> LabelsSchema()
    {
        Key<string>[] keys = [.. ThemeWords.Known.Select(k => new Key<string>(k.Key, k.Key, k.Hint, Shapes.Words))];
        return new("words", keys, m => new(Given(m, keys)));
    }

    private static Key<string> Text(string name, string label, string hint) => new(name, label, hint, Shapes.Words, Required: true);

    private static int? Within(MapReader m, Key<int?> key, int least, int most)
    {
        var number = m.Get(key);
        if (number >= least && number <= most)
        {
            return number;
        }

        if (number is not null)
        {
            m.Context.Report(PageRules.ThemeFile, m.SpanOf(key), new Phrase($"{key.Name} 不能是 {number},要在 {least} 到 {most} 之间",
                $"{key.Name} cannot be {number}; it is from {least} to {most}"));
        }

        return null;
    }

    private static Dictionary<string, T> Given<T>(MapReader m, IEnumerable<Key<T>> keys)
        where T : class
    {
        var given = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (m.Get(key) is { } value)
            {
                given[key.Name] = value;
            }
        }

        return given;
    }

    private sealed record NamedDesign(string Design, string Name);

    private sealed record ThemeLabels(IReadOnlyDictionary<string, string> ByKey);
}
