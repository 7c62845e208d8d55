using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>theme.json.</summary>
/// <param name="Name">The theme's folder.</param>
/// <param name="Pages">The pages of the site, whole lists before the lists of their groups.</param>
public sealed record ThemeSettings(string Name, IReadOnlyList<ThemeFont> Fonts, IReadOnlyList<PageDeclaration> Pages)
{
    /// <summary>Where findings about the whole of it stand.</summary>
    internal SourceSpan Place => new SourceFile($"themes/{Name}/theme.json", "").Whole;

    /// <summary>What pages say besides their templates and their entries.</summary>
    public ThemeWords Words { get; init; } = ThemeWords.None;

    /// <summary>The settings and the fingerprint of their file; null after reporting why there are none.</summary>
    internal static (ThemeSettings Settings, Fingerprint Print)? Load(string folder, string name, Diagnostics diagnostics)
    {
        var (path, info) = ($"themes/{name}/theme.json", new FileInfo(Path.Combine(folder, "theme.json")));
        if (!info.Exists)
        {
            diagnostics.Report(PageRules.ThemeFile, new SourceFile(path, "").Whole, new Phrase("没有这个文件", "there is no such file"));
            return null;
        }

        var context = new ReadContext(diagnostics, Taxonomies.Empty, DateOnly.MaxValue);
        return TextFile.Read(info.FullName, path, info.Length, new Phrase("主题", "theme"), diagnostics) is { } file
            && SchemaFile.Read(file, ThemeKeys.Of(name), context, diagnostics) is { } settings && context.Clean
            ? (settings, Fingerprint.Of(file.Text))
            : null;
    }
}

/// <param name="Family">Its name in the package; the style sheet knows it by <paramref name="Use"/>.</param>
/// <param name="Weight">As CSS has it, 1 to 1000.</param>
/// <param name="File">Path of the font file inside the npm package.</param>
/// <param name="Use">headings or brush: whose characters it is cut to.</param>
public sealed record ThemeFont(string Family, int Weight, string Package, string File, string Use);
