using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Posters.Fonts;

/// <summary>fonts.json of posters, books and long pictures, for references and editor programs.</summary>
public static class FontListFile
{
    public static SiteFile Settings { get; } = new("theme.fonts", "themes/*/*/fonts.json", "海报、书和长图的字体",
        "npm 包里的哪些字体文件,按什么次序找字;见 docs/posters.md 的“字体”一节。", FontListKeys.Schema);
}

/// <summary>A font file of an npm package.</summary>
/// <param name="Key">By which stacks name it.</param>
/// <param name="File">Path inside the package.</param>
internal sealed record FontFile(string Key, string Family, int Weight, string Package, string File, string Licence);

/// <param name="Fonts">Keys of fonts, in the order in which a character is looked for.</param>
internal sealed record NamedStack(string Name, IReadOnlyList<string> Fonts);

internal sealed record FontList(IReadOnlyList<FontFile> Fonts, IReadOnlyList<NamedStack> Stacks);

/// <summary>The keys of fonts.json.</summary>
internal static class FontListKeys
{
    private static readonly Key<string> Id = Text("key", "代号", "stacks 里用它"), Family = Text("family", "字体名", "它在包里的名字"),
        Package = Text("package", "npm 包", "例如 @expo-google-fonts/noto-serif-sc"), File = Text("file", "文件", "包里的字体文件"),
        Licence = Text("licence", "许可", "例如 OFL-1.1");

    private static readonly Key<int?> Weight = new("weight", "字重", "1–1000", Shapes.Number, Required: true);

    private static readonly Key<IReadOnlyList<FontFile>> Fonts = new("fonts", "字体",
        "一列 { key, family, weight, package, file, licence }", Shapes.ListOf(new Schema<FontFile>("fonts",
        [Id, Family, Weight, Package, File, Licence], m =>
        {
            if (m.Get(Package) + "/" + m.Get(File) is var path && (path.Contains("..", StringComparison.Ordinal) || path.Contains('\0')))
            {
                m.Context.Report(PosterRules.FontsFile, m.SpanOf(File), path);
            }

            return (m.Get(Id), m.Get(Family), m.Get(Weight), m.Get(Package), m.Get(File), m.Get(Licence))
                is ({ } key, { } family, { } weight, { } package, { } file, { } licence)
                ? new(key, family, weight, package, file, licence) : null;
        })), Required: true);

    private static readonly Key<Node> Stacks =
        new("stacks", "字体组", "{ 组名: [代号, …] },名字是设计里 data-font 写的", Shapes.Anything, Required: true);

    public static Schema<FontList> Schema { get; } = new("fonts.json", [SchemaFile.Format, Fonts, Stacks], m =>
    {
        var fonts = m.All(Fonts);
        foreach (var twice in fonts.GroupBy(f => f.Key, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            m.Context.Report(PosterRules.FontsFile, m.SpanOf(Fonts), twice.Key);
        }

        return new(fonts, [.. StacksOf(m, [.. fonts.Select(f => f.Key)])]);
    });

    private static IEnumerable<NamedStack> StacksOf(MapReader m, HashSet<string> known)
    {
        if (m.Get(Stacks) is not Mapping stacks)
        {
            m.Context.Report(PosterRules.FontsFile, m.SpanOf(Stacks), "stacks");
            yield break;
        }

        foreach (var (name, value) in stacks.Entries)
        {
            var keys = (value as Sequence)?.Items ?? [value];
            foreach (var wrong in keys.Where(k => k is not Scalar { IsEmpty: false } key || !known.Contains(key.Text)))
            {
                m.Context.Report(PosterRules.FontsFile, wrong.Span, $"{name.Text}: {(wrong as Scalar)?.Text}");
            }

            yield return new(name.Text, [.. keys.OfType<Scalar>().Select(k => k.Text)]);
        }
    }

    private static Key<string> Text(string name, string label, string hint) => new(name, label, hint, Shapes.Words, Required: true);
}
