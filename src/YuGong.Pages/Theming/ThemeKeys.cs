using YuGong.Content.Schemas;

namespace YuGong.Pages;

/// <summary>The keys of theme.json.</summary>
internal static class ThemeKeys
{
    private static readonly Key<string> Family = Text("family", "字体名", "它在包里的名字"), Package = Text("package", "npm 包", "例如 @expo-google-fonts/noto-serif-sc"), File = Text("file", "文件", "包里的字体文件");

    private static readonly Key<int?> Weight = new("weight", "字重", "1–1000", Shapes.Number, Required: true);

    private static readonly Key<string> Use = new("use", "用处", "headings 或 brush", Shapes.Choice(("headings", "标题", "headings"), ("brush", "书法", "brush")), Required: true);

    private static readonly Key<string> Name = Text("name", "主题名", "和文件夹同名");

    private static readonly Key<IReadOnlyList<ThemeFont>> Fonts = new("fonts", "字体", "一列 { family, weight, package, file, use }", Shapes.ListOf(new Schema<ThemeFont>("fonts", [Family, Weight, Package, File, Use], m =>
        (m.Get(Family), Within(m, Weight, 1, 1000), m.Get(Package), m.Get(File), m.Get(Use)) is ({ } family, { } weight, { } package, { } file, { } use) ? new(family, weight, package, file, use) : null)));

    private static readonly Key<IReadOnlyList<string>> Lists = new("lists", "分页的词表", "direction、trade、era、district",
        Shapes.ListOf(Shapes.Choice(("direction", "方向", "direction"), ("trade", "专业", "trade"), ("era", "年代", "era"), ("district", "区县", "district"))));

    private static readonly Key<int?> PageSize = new("page_size", "每页人数", "例如 48", Shapes.Number, Required: true);

    private static readonly Key<int?> HomePeople = new("home_people", "首页人数", "0 为全部", Shapes.Number);

    /// <param name="folder">The theme's folder, whose name is its own.</param>
    public static Schema<ThemeSettings> Of(string folder) => new("theme.json", [Name, Fonts, Lists, PageSize, HomePeople], m =>
    {
        if (m.Get(Name) is { } name && name != folder)
        {
            m.Context.Report(PageRules.ThemeFile, m.SpanOf(Name), $"name 要和文件夹同名,写 {folder}");
        }

        return Within(m, PageSize, 1, 1000) is { } size ? new(folder, m.All(Fonts), m.All(Lists), size, Within(m, HomePeople, 0, 10000) ?? 48) : null;
    });

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
            m.Context.Report(PageRules.ThemeFile, m.SpanOf(key), $"{key.Name} 不能是 {number},要在 {least} 到 {most} 之间");
        }

        return null;
    }
}
