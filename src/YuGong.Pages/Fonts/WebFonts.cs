using System.Diagnostics;
using System.Text;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// The theme's fonts, cut to the characters that the site's headings use (hb-subset) and packed as WOFF2 (woff2_compress).
/// A font is cut when it is first needed and kept in the cache by (font, characters).
/// </summary>
public sealed class WebFonts
{
    /// <summary>What templates call the style sheet with the fonts.</summary>
    public const string StyleSheet = "fonts.css";

    private readonly List<CutFont> fonts = [];

    private WebFonts(IEnumerable<CutFont> fonts) => this.fonts.AddRange(fonts);

    public static WebFonts None { get; } = new([]);

    /// <param name="cacheFolder">Outside the output; may be shared by any number of builds.</param>
    public static WebFonts Plan(Theme theme, Site site, string cacheFolder, Diagnostics diagnostics)
    {
        if (theme.Settings.Fonts.Count == 0)
        {
            return None;
        }

        foreach (var (tool, package) in (ReadOnlySpan<(string, string)>)[("hb-subset", "libharfbuzz-bin"), ("woff2_compress", "woff2")])
        {
            if (!IsInstalled(tool))
            {
                diagnostics.Report(PageRules.FontTools, new SourceFile($"themes/{theme.Settings.Name}/theme.json", "").Whole, tool,
                    package);
                return None;
            }
        }

        var planned = new List<CutFont>();
        foreach (var font in theme.Settings.Fonts)
        {
            var path = Path.Combine(theme.Folder, "node_modules", font.Package, font.File);
            if (!File.Exists(path) || !PlainFile.IsSafe(path))
            {
                diagnostics.Report(PageRules.FontMissing, new SourceFile($"themes/{theme.Settings.Name}/theme.json", "").Whole,
                    $"{font.Package}/{font.File}", $"themes/{theme.Settings.Name}");
                continue;
            }

            var characters = font.Use == "brush" ? FontCharacterSet.Brush(site, theme) : FontCharacterSet.Of(site, theme);
            planned.Add(new(font, theme.Settings.Name, path, characters, cacheFolder));
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
                    .Append("\") format(\"woff2\")}\n");
        }

        var files = fonts.Select(f => new OutputFile(OutputPath.Of(f.Published), f.Key, () => f.Cut()));
        return (ThemeAsset.Of(StyleSheet, Encoding.UTF8.GetBytes(css.ToString())),
            [.. files, .. fonts.Select(f => f.Licence()).OfType<OutputFile>()]);
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, tool)));

    private sealed class CutFont
    {
        private readonly string path;
        private readonly string characters;
        private readonly string cacheFolder;
        private readonly string theme;

        public CutFont(ThemeFont font, string theme, string path, string characters, string cacheFolder)
        {
            (Font, this.theme, this.path, this.characters, this.cacheFolder) = (font, theme, path, characters, cacheFolder);
            Key = Directory(path).With(Fingerprint.Of(characters));
        }

        public ThemeFont Font { get; }

        public Fingerprint Key { get; }

        /// <summary>Cut fonts are modified versions, so they carry a name of our own.</summary>
        public string CssFamily => Font.Use == "brush" ? "YuGong Brush" : "YuGong Serif";

        public string Published => $"assets/fonts/{Font.Use}.{Key.ToString()[..8]}.woff2";

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
            return OutputFile.Of($"assets/fonts/{Font.Use}.licence.{Fingerprint.Of(words).ToString()[..8]}.txt", words);
        }

        public ReadOnlyMemory<byte> Cut()
        {
            var cached = Path.Combine(cacheFolder, $"{Key}.woff2");
            if (!File.Exists(cached))
            {
                System.IO.Directory.CreateDirectory(cacheFolder);
                var work = Path.Combine(cacheFolder, $"{Key}.{Environment.ProcessId}");
                File.WriteAllText(work + ".txt", characters, new UTF8Encoding(false));
                Run("hb-subset", $"--text-file={work}.txt", "--layout-features=*", "--no-hinting", "--desubroutinize",
                    $"--output-file={work}.ttf", path);
                Run("woff2_compress", work + ".ttf");
                File.Move(work + ".woff2", cached, overwrite: true);
                File.Delete(work + ".ttf");
                File.Delete(work + ".txt");
            }

            return File.ReadAllBytes(cached);
        }

        /// <summary>A font begins with the checksums of all its tables, so its first bytes stand for the whole.</summary>
        private static Fingerprint Directory(string path)
        {
            Span<byte> head = stackalloc byte[1024];
            using var file = File.OpenHandle(path);
            return Fingerprint.Of(head[..RandomAccess.Read(file, head, 0)]);
        }

        /// <exception cref="CannotRenderException">The font is damaged, or no font.</exception>
        private void Run(string tool, params string[] arguments)
        {
            using var process =
                Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true,
                RedirectStandardError = true })
                ?? throw new InvalidOperationException($"{tool} did not start.");
            var words = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                var place = new SourceFile($"themes/{theme}/theme.json", "").Whole;
                throw new CannotRenderException(
                    new(PageRules.FontMissing, place, $"{Font.Package}/{Font.File}({tool}:{words.Result.Trim()})",
                    $"themes/{theme}") { Raised = Severity.Error });
            }
        }
    }
}
