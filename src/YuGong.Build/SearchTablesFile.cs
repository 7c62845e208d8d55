using YuGong.Api;
using YuGong.Content;
using YuGong.Pages;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>Readings and Traditional characters from the theme's npm packages; without them the search works and is poorer.</summary>
public static class SearchTablesFile
{
    /// <summary>How names are spelt, from the same packages; nothing is known without them.</summary>
    /// <param name="theme">The theme's name; null while the site cannot be read.</param>
    public static NameSpelling NamesIn(string themes, string? theme)
    {
        var pinyin = Path.Combine(themes, theme ?? "", "node_modules", "pinyin-pro", "dist", "esm", "data");
        var (dictionary, surnames) = (Path.Combine(pinyin, "dict1.mjs"), Path.Combine(pinyin, "surname.mjs"));
        if (theme is null || !File.Exists(dictionary) || !File.Exists(surnames))
        {
            return NameSpelling.None;
        }

        using var readings = new StreamReader(PlainFile.Open(dictionary));
        using var names = new StreamReader(PlainFile.Open(surnames));
        return NameSpelling.Of(readings, names);
    }

    public static SearchTables Read(Theme theme, Diagnostics findings) => Read(theme.Folder, theme.Settings.Name, findings);

    public static SearchTables Read(string folder, string theme, Diagnostics findings)
    {
        var packages = Path.Combine(folder, "node_modules");
        var pinyin = Path.Combine(packages, "pinyin-pro", "dist", "esm", "data");
        var folding = VariantTable.PathIn(folder);
        var (dictionary, surnames) = (Path.Combine(pinyin, "dict1.mjs"), Path.Combine(pinyin, "surname.mjs"));
        string[] files = [dictionary, surnames, folding];
        if (Array.Find(files, f => !File.Exists(f)) is { } missing)
        {
            if (File.Exists(Path.Combine(folder, "package.json")))
            {
                var place = new SourceFile($"themes/{theme}/package.json", "").Whole;
                findings.Report(ApiRules.NoTables, place, Path.GetRelativePath(folder, missing), $"themes/{theme}");
            }

            return SearchTables.None;
        }

        return new(
            files.Aggregate(default(Fingerprint), (sum, f) => sum.With(Fingerprint.Of(PlainFile.Bytes(f)))),
            new(() =>
            {
                using var characters = new StreamReader(PlainFile.Open(folding));
                return SearchFolding.Of(characters);
            }),
            new(() =>
            {
                using var readings = new StreamReader(PlainFile.Open(dictionary));
                using var names = new StreamReader(PlainFile.Open(surnames));
                return PinyinTable.Of(readings, names);
            }));
    }
}
