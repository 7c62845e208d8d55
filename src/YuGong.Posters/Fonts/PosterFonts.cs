using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Fonts;

/// <summary>
/// The fonts of a theme's posters, from <c>posters/fonts.json</c>: files of npm packages that the set-up installed, never fonts of the
/// system, so that every machine sets the same poster. Stacks name the order in which fonts are asked for a character.
/// </summary>
public sealed class PosterFonts : IDisposable
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
        var context = new ReadContext(diagnostics, Taxonomies.Empty, DateOnly.MaxValue);
        if (file.Text.Length == 0)
        {
            diagnostics.Report(PosterRules.FontsFile, file.Whole, $"{kind}/fonts.json");
            return null;
        }

        if (SchemaFile.Read(file, FontListKeys.Schema, context, diagnostics) is not { } wanted || !context.Clean)
        {
            return null;
        }

        var found = new Dictionary<string, PosterFont>(StringComparer.Ordinal);
        foreach (var font in wanted.Fonts)
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

        var stacks = wanted.Stacks.ToDictionary(s => s.Name,
            s => new FontStack(s.Name, [.. s.Fonts.Where(found.ContainsKey).Select(k => found[k])]), StringComparer.Ordinal);
        return found.Count == wanted.Fonts.Count && found.Count > 0 && stacks.Values.All(s => s.Fonts.Count > 0)
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
}
