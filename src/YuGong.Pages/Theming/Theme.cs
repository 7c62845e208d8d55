using System.Text.Json;
using System.Text.Json.Serialization;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>theme.json.</summary>
/// <param name="Lists">Which filters of the star board have pages of their own: direction, trade, era, district.</param>
/// <param name="PageSize">People on one page of a list.</param>
/// <param name="HomePeople">People on the home page; 0 for all.</param>
public sealed record ThemeSettings(
    string Name, IReadOnlyList<ThemeFont> Fonts, IReadOnlyList<string> Lists, int PageSize, int HomePeople = 48);

/// <param name="Family">Its name in the package; the style sheet knows it by <paramref name="Use"/>.</param>
/// <param name="File">Path of the font file inside the npm package.</param>
/// <param name="Use">headings or brush: whose characters it is cut to.</param>
public sealed record ThemeFont(string Family, int Weight, string Package, string File, string Use);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ThemeSettings))]
internal sealed partial class ThemeJson : JsonSerializerContext;

/// <summary>A theme as its folder has it: settings, templates by name, partials by name, asset files.</summary>
/// <param name="Templates"><c>home</c>, <c>person</c> …, and <c>site/feed.xml</c> for files of the whole site.</param>
/// <param name="Fingerprint">Of every template and of the settings.</param>
public sealed record Theme(
    ThemeSettings Settings, string Folder, IReadOnlyDictionary<string, SourceFile> Templates, IReadOnlyDictionary<string, SourceFile> Partials,
    IReadOnlyList<ThemeAsset> Assets, Fingerprint Fingerprint)
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
        if (!Slug.IsValid(name) || !Directory.Exists(folder))
        {
            var there = Directory.Exists(themesFolder) ? Directory.GetDirectories(themesFolder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal).ToList() : [];
            diagnostics.Report(PageRules.NoTheme, place, name, $"themes/ 里有:{string.Join("、", there)}。");
            return null;
        }

        if (ReadSettings(folder, name, diagnostics) is not { } settings)
        {
            return null;
        }

        var templates = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        var partials = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        var assets = new List<ThemeAsset>();
        var print = Fingerprint.Of(JsonSerializer.Serialize(settings, ThemeJson.Default.ThemeSettings));
        var prefix = name + "/";
        foreach (var file in files.Where(f => f.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var path = file.Path[prefix.Length..];
            var full = Path.Combine(themesFolder, file.Path);
            if (path.StartsWith("assets/", StringComparison.Ordinal))
            {
                assets.Add(ThemeAsset.Load(full, path["assets/".Length..]));
            }
            else if (path.StartsWith("templates/", StringComparison.Ordinal) && path.EndsWith(".hbs", StringComparison.Ordinal)
                && TextFile.Read(full, $"themes/{file.Path}", file.Size, "模板", diagnostics) is { } template)
            {
                var key = path["templates/".Length..^".hbs".Length];
                print = print.With(Fingerprint.Of(key)).With(Fingerprint.Of(template.Text));
                if (key.StartsWith("partials/", StringComparison.Ordinal))
                {
                    partials[key["partials/".Length..]] = template;
                }
                else
                {
                    templates[key] = template;
                }
            }
        }

        return new(settings, folder, templates, partials, assets, print);
    }

    private static ThemeSettings? ReadSettings(string folder, string name, Diagnostics diagnostics)
    {
        var path = $"themes/{name}/theme.json";
        var file = new SourceFile(path, "");
        try
        {
            file = new SourceFile(path, File.ReadAllText(Path.Combine(folder, "theme.json")));
            return JsonSerializer.Deserialize(file.Text, ThemeJson.Default.ThemeSettings);
        }
        catch (JsonException e)
        {
            // The path names the value ($.fonts[0].weight); without one the text is no JSON.
            diagnostics.Report(PageRules.ThemeFile, PlaceOf(e, file), e.Path is { Length: > 1 } value ? $"{value} 不是这里该有的" : "不是 JSON");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(PageRules.ThemeFile, file.Whole, "打不开");
            return null;
        }
    }

    private static SourceSpan PlaceOf(JsonException e, SourceFile file)
    {
        var line = (int)(e.LineNumber ?? 0) + 1;
        var start = 0;
        for (var i = 1; i < line && start >= 0; i++)
        {
            start = file.Text.IndexOf('\n', start) + 1;
        }

        return file.Span(start, file.Line(line).Length);
    }
}

/// <summary>A file of the theme as it is published: its name carries its fingerprint, so that it can be kept for ever.</summary>
/// <param name="Name">As templates ask for it: <c>site.css</c>.</param>
/// <param name="Published">As it is served: <c>assets/site.1a2b3c4d.css</c>.</param>
public sealed record ThemeAsset(string Name, string Published, ReadOnlyMemory<byte> Bytes)
{
    public static ThemeAsset Load(string fullPath, string name) => Of(name, File.ReadAllBytes(fullPath));

    public static ThemeAsset Of(string name, ReadOnlyMemory<byte> bytes)
    {
        var suffix = Path.GetExtension(name);
        return new(name, $"assets/{name[..^suffix.Length]}.{Fingerprint.Of(bytes.Span).ToString()[..8]}{suffix}", bytes);
    }
}
