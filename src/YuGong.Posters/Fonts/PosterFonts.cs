using System.Text.Json;
using System.Text.Json.Serialization;
using YuGong.Content;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Fonts;

/// <summary>
/// The fonts of a theme's posters, from <c>posters/fonts.json</c>: files of npm packages that the set-up installed, never fonts of the
/// system, so that every machine sets the same poster. Stacks name the order in which fonts are asked for a character.
/// </summary>
public sealed partial class PosterFonts : IDisposable
{
    private readonly Dictionary<string, PosterFont> fonts;

    private PosterFonts(Dictionary<string, PosterFont> fonts, Dictionary<string, FontStack> stacks) =>
        (this.fonts, Stacks) = (fonts, stacks);

    /// <summary>By the names that designs use: <c>serif</c>, <c>brush</c>, <c>kai</c>.</summary>
    public IReadOnlyDictionary<string, FontStack> Stacks { get; }

    public PosterFont Of(Font font) => fonts[font.Key];

    /// <summary>Of all fonts and stacks together.</summary>
    public Fingerprint Content => Stacks.OrderBy(s => s.Key, StringComparer.Ordinal)
        .Aggregate(Fingerprint.Of(""),
            (all, stack) => stack.Value.Fonts.Aggregate(all.With(Fingerprint.Of(stack.Key)), (sum, font) => sum.With(font.Font.Content)));

    /// <summary>Opens the fonts; null, with findings, when one is not there.</summary>
    /// <param name="themeFolder">The theme's folder on disk.</param>
    /// <param name="themePath">The same as people know it: <c>themes/yugong</c>.</param>
    /// <param name="cacheFolder">Where fonts that come packed are unpacked to; may be shared.</param>
    /// <param name="kind">The folder of the theme whose <c>fonts.json</c> it is: books have fonts of their own.</param>
    public static PosterFonts? Open(string themeFolder, string themePath, string cacheFolder, Diagnostics diagnostics,
        string kind = "posters")
    {
        var path = Path.Combine(themeFolder, kind, "fonts.json");
        var file = TextFile.Ledger(path, $"{themePath}/{kind}/fonts.json", diagnostics);
        FontsFile? wanted;
        try
        {
            wanted = JsonSerializer.Deserialize(file.Text, FontsJson.Default.FontsFile);
        }
        catch (JsonException mistake)
        {
            diagnostics.Report(PosterRules.FontsFile, file.Whole, mistake.Message);
            return null;
        }

        if (wanted is not null && WrongPart(wanted) is { } wrong)
        {
            diagnostics.Report(PosterRules.FontsFile, Place(file, wrong), wrong);
            return null;
        }

        var found = new Dictionary<string, PosterFont>(StringComparer.Ordinal);
        foreach (var font in wanted?.Fonts ?? [])
        {
            var source = Path.Combine(themeFolder, "node_modules", font.Package, font.File);
            try
            {
                found[font.Key] = Open(font, source, cacheFolder);
            }
            catch (Exception e) when (!File.Exists(source) || IsDamage(e))
            {
                diagnostics.Report(PosterRules.FontMissing, Place(file, font.File), $"{font.Package}/{font.File}", themePath);
            }
        }

        var stacks = new Dictionary<string, FontStack>(StringComparer.Ordinal);
        foreach (var (name, keys) in wanted?.Stacks ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))
        {
            foreach (var unknown in keys.Where(k => wanted!.Fonts.All(f => f.Key != k)))
            {
                diagnostics.Report(PosterRules.FontsFile, Place(file, unknown), $"{name}: {unknown}");
            }

            stacks[name] = new(name, [.. keys.Where(found.ContainsKey).Select(k => found[k])]);
        }

        return found.Count == (wanted?.Fonts.Count ?? 0) && found.Count > 0 && stacks.Values.All(s => s.Fonts.Count > 0)
            ? new(found, stacks)
            : null;
    }

    public void Dispose()
    {
        foreach (var font in fonts.Values)
        {
            font.Dispose();
        }
    }

    /// <summary>A list that JSON can read and that lacks something, or says it twice; null when all is there.</summary>
    private static string? WrongPart(FontsFile file) =>
        file.Fonts is null ? "fonts"
        : file.Stacks is null ? "stacks"
        : file.Fonts.Any(f => f is not { Key: not null, Family: not null, Package: not null, File: not null, Licence: not null })
            ? "key, family, package, file, licence"
        : file.Fonts.Select(f => f.Package + f.File)
            .FirstOrDefault(p => p.Contains("..", StringComparison.Ordinal) || p.Contains('\0', StringComparison.Ordinal))
            ?? file.Fonts.GroupBy(f => f.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key
            ?? file.Stacks.FirstOrDefault(s => s.Value is null || s.Value.Contains(null!)).Key;

    /// <summary>What unpacking a damaged file may run into.</summary>
    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException or EndOfStreamException;

    private static SourceSpan Place(SourceFile file, string words) =>
        file.Span(Math.Max(0, file.Text.IndexOf(words, StringComparison.Ordinal)), words.Length);

    private static PosterFont Open(FontFile font, string source, string cacheFolder)
    {
        Span<byte> head = stackalloc byte[1024];
        using (var opened = PlainFile.Open(source))
        {
            // A font begins with the checksums of all its tables, packed or not, so its first bytes stand for the whole.
            head = head[..RandomAccess.Read(opened.SafeFileHandle, head, 0)];
        }

        var content = Fingerprint.Of(head);
        var path = Woff.Is(head) ? Unpacked(source, content, cacheFolder) : source;
        return new(new(font.Key, font.Family, font.Weight, content), path, font.Licence, $"{font.Package}/{font.File}");
    }

    private static string Unpacked(string woff, Fingerprint content, string cacheFolder)
    {
        var path = Path.Combine(cacheFolder, $"{content}.ttf");
        if (!File.Exists(path))
        {
            AtomicFile.WriteCached(path, Woff.Unpack(PlainFile.Bytes(woff)));
        }

        return path;
    }

    private sealed record FontsFile(IReadOnlyList<FontFile> Fonts, IReadOnlyDictionary<string, IReadOnlyList<string>> Stacks);

    private sealed record FontFile(string Key, string Family, int Weight, string Package, string File, string Licence);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip)]
    [JsonSerializable(typeof(FontsFile))]
    private sealed partial class FontsJson : JsonSerializerContext;
}
