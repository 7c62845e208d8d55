using YuGong.Content;
using YuGong.Pages.Templating;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>A theme as its folder has it: settings, templates by name, partials by name, asset files.</summary>
/// <param name="Templates"><c>home</c>, <c>person</c> …, and <c>site/feed.xml</c> for files of the whole site.</param>
/// <param name="Fingerprint">Of every template and of the settings.</param>
public sealed record Theme(
    ThemeSettings Settings, string Folder, IReadOnlyDictionary<string, TemplateSource> Templates,
    IReadOnlyDictionary<string, TemplateSource> Partials, IReadOnlyList<ThemeAsset> Assets, Fingerprint Fingerprint)
{
    /// <summary>The theme's own style sheets as text, for the checks.</summary>
    internal IEnumerable<SourceFile> StyleSheets() => Assets.Where(a => a.Name.EndsWith(".css", StringComparison.Ordinal))
        .Select(a => new SourceFile($"themes/{Settings.Name}/assets/{a.Name}", System.Text.Encoding.UTF8.GetString(a.Bytes.Span)));

    public bool Has(string template) => Templates.ContainsKey(template);

    /// <param name="themesFolder">Full path of <c>themes/</c>.</param>
    /// <param name="place">Where somebody chose it.</param>
    public static Theme? Load(string themesFolder, string name, SourceSpan place, IReadOnlyList<InputFile> files, Diagnostics diagnostics)
    {
        var folder = Path.Combine(themesFolder, name);
        if (ReportLinks(themesFolder, name, files, diagnostics))
        {
            return null;
        }

        if (!Slug.IsValid(name) || !Directory.Exists(folder))
        {
            var there = Directory.Exists(themesFolder)
                ? Directory.GetDirectories(themesFolder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal).ToList()
                : [];
            diagnostics.Report(PageRules.NoTheme, place, name, Known(Phrase.List(there)));
            return null;
        }

        if (ThemeSettings.Load(folder, name, diagnostics) is not (var settings, var print))
        {
            return null;
        }

        var templates = new Dictionary<string, TemplateSource>(StringComparer.Ordinal);
        var partials = new Dictionary<string, TemplateSource>(StringComparer.Ordinal);
        var assets = new List<ThemeAsset>();
        var prefix = name + "/";
        foreach (var file in files.Where(f => f.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var path = file.Path[prefix.Length..];
            var full = Path.Combine(themesFolder, file.Path);
            if (file.Size == InputFiles.Unlisted)
            {
                diagnostics.Report(ContentRules.Unreadable, new SourceFile($"themes/{file.Path}", "").Whole, new Phrase("文件夹打不开。",
                    "The folder cannot be opened."));
            }
            else if (path.StartsWith("assets/", StringComparison.Ordinal))
            {
                if (ThemeAsset.Load(full, path["assets/".Length..], $"themes/{file.Path}", diagnostics) is { } asset)
                {
                    assets.Add(asset);
                }
            }
            else if (path.StartsWith("templates/", StringComparison.Ordinal)
                && path.EndsWith(TemplateSource.Extension, StringComparison.Ordinal)
                && TextFile.Read(full, $"themes/{file.Path}", file.Size, new Phrase("模板", "template"), diagnostics) is { } template)
            {
                var key = path["templates/".Length..^TemplateSource.Extension.Length];
                print = print.With(Fingerprint.Of(key)).With(Fingerprint.Of(template.Text));
                if (key.StartsWith("partials/", StringComparison.Ordinal))
                {
                    partials[key["partials/".Length..]] = new(template);
                }
                else
                {
                    templates[key] = new(template);
                }
            }
        }

        if (templates.Count == 0)
        {
            diagnostics.Report(PublishingRules.NoTemplates, new SourceFile($"themes/{name}/templates", "").Whole, name);
            return null;
        }

        return new(settings, folder, templates, partials, assets, print);
    }

    /// <summary>Whether a link that is not followed keeps something of the theme away: what else is missing follows from it.</summary>
    private static bool ReportLinks(string themesFolder, string name, IReadOnlyList<InputFile> files, Diagnostics diagnostics)
    {
        if (InputFiles.RefusalOf(themesFolder, Path.GetDirectoryName(themesFolder)!) is not LinkState.None and var why)
        {
            InputFiles.Report(why, "themes", diagnostics);
            return true;
        }

        var refused = files.Where(f => f.IsRefused && (f.Path == name || f.Path.StartsWith(name + "/", StringComparison.Ordinal))).ToList();
        foreach (var file in refused)
        {
            InputFiles.Report(file.Link, $"themes/{file.Path}", diagnostics);
        }

        return refused.Count > 0;
    }

    private static Phrase Known(Phrase there) => new($"themes/ 里有:{there.Zh}。", $"In themes/ there are: {there.En}.");
}

/// <summary>A file of the theme as it is published: its name carries its fingerprint, so that it can be kept for ever.</summary>
/// <param name="Name">As templates ask for it: <c>site.css</c>.</param>
/// <param name="Published">As it is served: <c>assets/site.1a2b3c4d.css</c>.</param>
public sealed record ThemeAsset(string Name, string Published, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Null, with a finding, for what cannot be read.</summary>
    /// <param name="place">What people call it.</param>
    public static ThemeAsset? Load(string fullPath, string name, string place, Diagnostics diagnostics)
    {
        try
        {
            return Of(name, PlainFile.Bytes(fullPath));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(ContentRules.Unreadable, new SourceFile(place, "").Whole,
                PlainFile.IsSafe(fullPath) ? new("打不开。", "It cannot be opened.")
                    : new Phrase("它是管道、套接字或设备,不是文件。", "It is a pipe, a socket or a device, not a file."));
            return null;
        }
    }

    public static ThemeAsset Of(string name, ReadOnlyMemory<byte> bytes)
    {
        var suffix = Path.GetExtension(name);
        return new(name, $"assets/{name[..^suffix.Length]}.{Fingerprint.Of(bytes.Span).ToString()[..8]}{suffix}", bytes);
    }
}
