using System.Text;
using YuGong.Content;
using YuGong.Imaging;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// The theme's fonts, cut to the characters that the site's headings use and to the layout features that the theme's styles ask for, and
/// packed as WOFF2: one file for what every page needs, and parts that a browser fetches where a heading uses them (CSS Fonts 4,
/// <c>unicode-range</c>). A font is cut when it is first needed and kept in the cache by everything that its bytes depend on.
/// </summary>
public sealed class WebFonts
{
    /// <summary>What templates call the style sheet with the fonts.</summary>
    public const string StyleSheet = "fonts.css";

    private const string Folder = "assets/fonts/";

    /// <summary>In the names of parts that only some pages need.</summary>
    private const string Later = ".part.";

    private readonly List<CutFont> fonts = [];

    private WebFonts(IEnumerable<CutFont> fonts) => this.fonts.AddRange(fonts);

    public static WebFonts None { get; } = new([]);

    /// <summary>Whether a place in the output is that of a font which every page needs.</summary>
    public static bool IsFont(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".woff2", StringComparison.Ordinal)
        && !path.Contains(Later, StringComparison.Ordinal);

    /// <param name="cacheFolder">Outside the output; may be shared by any number of builds.</param>
    public static WebFonts Plan(Theme theme, Site site, string cacheFolder, Diagnostics diagnostics)
    {
        if (theme.Settings.Fonts.Count == 0)
        {
            return None;
        }

        var features = CssFontFeatures.AskedBy(theme);
        var (themePath, planned) = ($"themes/{theme.Settings.Name}", new List<CutFont>());
        var place = new SourceFile($"{themePath}/theme.json", "").Whole;
        foreach (var font in theme.Settings.Fonts)
        {
            var path = Path.Combine(theme.Folder, "node_modules", font.Package, font.File);
            if (!File.Exists(path) || !PlainFile.IsSafe(path))
            {
                diagnostics.Report(PageRules.FontMissing, place, $"{font.Package}/{font.File}", themePath);
                continue;
            }

            var parts = font.Use == "brush" ? [FontCharacterSet.Brush(site, theme)] : FontCharacterSet.Of(site, theme);
            try
            {
                planned.AddRange(parts.Select((characters, i) =>
                    new CutFont(font, theme.Settings.Name, path, new(characters, features), cacheFolder) { Part = i }));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                diagnostics.Report(PageRules.FontDamaged, place, $"{font.Package}/{font.File}", "it cannot be opened", themePath);
            }
        }

        return new(planned);
    }

    /// <summary>The style sheet that names the fonts, and the fonts themselves, made when they are asked for.</summary>
    public (ThemeAsset StyleSheet, IReadOnlyList<OutputFile> Files) Publish(Settings settings)
    {
        var css = new StringBuilder();
        foreach (var font in fonts)
        {
            css.Append("@font-face{font-family:\"").Append(font.CssFamily).Append("\";font-weight:").Append(font.Font.Weight)
                .Append(";font-style:normal;font-display:swap;src:url(\"").Append(font.Published["assets/".Length..])
                .Append("\") format(\"woff2\")").Append(font.Range).Append("}\n");
        }

        var files = fonts.Select(f => new OutputFile(OutputPath.Of(f.Published), f.Key, () => f.Cut()));
        return (ThemeAsset.Of(StyleSheet, Encoding.UTF8.GetBytes(css.ToString())),
            [.. files, .. fonts.Where(f => f.Part == 0).Select(f => f.Licence()).OfType<OutputFile>()]);
    }

    /// <summary>What is left of a font: the same choice gives the same bytes.</summary>
    /// <param name="Features">Tags of layout features that are kept besides those that shapers use unasked.</param>
    private sealed record Choice(string Characters, IReadOnlyList<string> Features)
    {
        public Fingerprint Fingerprint => Text.Fingerprint.Of(Characters)
            .With(Text.Fingerprint.Of($"HarfBuzz {HarfBuzzFont.LibraryVersion}, WOFF2 {Woff2.Version}: {string.Join(' ', Features)}"));
    }

    private sealed class CutFont
    {
        private readonly string path;
        private readonly Choice choice;
        private readonly string cacheFolder;
        private readonly string theme;

        public CutFont(ThemeFont font, string theme, string path, Choice choice, string cacheFolder)
        {
            (Font, this.theme, this.path, this.choice, this.cacheFolder) = (font, theme, path, choice, cacheFolder);
            Key = Directory(path).With(choice.Fingerprint);
        }

        public ThemeFont Font { get; }

        public Fingerprint Key { get; }

        /// <summary>Cut fonts are modified versions, so they carry a name of our own.</summary>
        public string CssFamily => Font.Use == "brush" ? "YuGong Brush" : "YuGong Serif";

        /// <summary>0 for the part that every page needs.</summary>
        public int Part { get; init; }

        public string Published => $"{Folder}{Font.Use}{(Part == 0 ? "." : Later)}{Key.ToString()[..8]}.woff2";

        /// <summary>The first part answers for every character that no later one has.</summary>
        public string Range => Part == 0 ? "" : ";unicode-range:" + string.Join(',', RangesOf(choice.Characters));

        /// <summary>
        /// The licence as its package brings it: a copy of the font goes nowhere without it (SIL Open Font License 1.1, condition 2).
        /// </summary>
        public OutputFile? Licence()
        {
            var package = path[..^Font.File.Length];
            var file = Array.Find(["LICENSE_FONT", "OFL.txt", "LICENSE", "LICENSE.txt"], name => File.Exists(Path.Combine(package, name)));
            if (file is null)
            {
                return null;
            }

            var words = File.ReadAllBytes(Path.Combine(package, file));
            return OutputFile.Of($"{Folder}{Font.Use}.licence.{Fingerprint.Of(words).ToString()[..8]}.txt", words);
        }

        /// <exception cref="CannotRenderException">The font is damaged, or no font.</exception>
        public ReadOnlyMemory<byte> Cut()
        {
            var cached = Path.Combine(cacheFolder, $"{Key}.woff2");
            if (File.Exists(cached))
            {
                return File.ReadAllBytes(cached);
            }

            var packed = CutAndPack();
            AtomicFile.WriteCached(cached, packed);
            return packed;
        }

        private byte[] CutAndPack()
        {
            try
            {
                using var font = HarfBuzzFont.Open(path);
                return Woff2.Pack(font.Subset(choice.Characters, choice.Features));
            }
            catch (Exception e) when (e is InvalidDataException or FileNotFoundException)
            {
                var place = new SourceFile($"themes/{theme}/theme.json", "").Whole;
                var finding = new Diagnostic(PageRules.FontDamaged, place, $"{Font.Package}/{Font.File}", e.Message, $"themes/{theme}");
                throw new CannotRenderException(finding, e);
            }
        }

        private static IEnumerable<string> RangesOf(string characters)
        {
            var codes = characters.EnumerateRunes().Select(r => r.Value).ToList();
            for (var from = 0; from < codes.Count;)
            {
                var to = from;
                while (to + 1 < codes.Count && codes[to + 1] == codes[to] + 1)
                {
                    to++;
                }

                yield return from == to ? $"U+{codes[from]:X}" : $"U+{codes[from]:X}-{codes[to]:X}";
                from = to + 1;
            }
        }

        /// <summary>A font begins with the checksums of all its tables, so its first bytes stand for the whole.</summary>
        private static Fingerprint Directory(string path)
        {
            Span<byte> head = stackalloc byte[1024];
            using var file = File.OpenHandle(path);
            return Fingerprint.Of(head[..RandomAccess.Read(file, head, 0)]);
        }
    }
}
