using System.Text.Json;
using System.Text.Json.Serialization;
using YuGong.Content;
using YuGong.Posters.Designs;
using YuGong.Posters.Flow;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Books;

/// <summary>
/// How a theme's books look: <c>books/design.json</c> (formats and inks), <c>books/fonts.json</c>, and the covers
/// <c>books/cover/FORMAT.svg</c>, which are designs like those of posters. Articles in pictures have the same in <c>articles</c>.
/// </summary>
public sealed partial class BookDesign : IDisposable
{
    /// <summary>How an EPUB looks, beside the design.</summary>
    public const string StyleName = Folder + "/epub.css";

    private const string Folder = "books";

    private BookDesign(PosterFonts fonts, DesignFile file, IReadOnlyList<Design> covers, Fingerprint content) =>
        (Fonts, Formats, Inks, Covers, Content) = (fonts, file.Formats, new(file.Inks), covers, content);

    public PosterFonts Fonts { get; }

    /// <summary>The first of each direction is what a book has that names none.</summary>
    public IReadOnlyList<PageDesign> Formats { get; }

    public IEnumerable<PageDesign> FormatsOf(Book book) => Formats.Where(f => f.IsVertical == book.IsVertical);

    public BookInks Inks { get; }

    /// <summary>By format: <see cref="Design.Shape"/>.</summary>
    public IReadOnlyList<Design> Covers { get; }

    /// <summary>Of all of it but the style sheet.</summary>
    public Fingerprint Content { get; }

    /// <summary>Null where the theme has none.</summary>
    public SourceFile? Style { get; private init; }

    /// <summary>Fonts of running text, of headings, of quotations, of titles.</summary>
    public FontStack Text => Fonts.Stacks["text"];

    public FontStack Bold => Fonts.Stacks["serif"];

    public FontStack Kai => Fonts.Stacks["kai"];

    public FontStack Brush => Fonts.Stacks["brush"];

    /// <summary>Null, with findings, where the theme has none or it cannot be read.</summary>
    /// <param name="themeFolder">On disk.</param>
    /// <param name="themePath">As people know it: <c>themes/yugong</c>.</param>
    /// <param name="cacheFolder">For fonts that come packed.</param>
    /// <param name="kind">The folder of the theme.</param>
    public static BookDesign? Open(
        string themeFolder, string themePath, string cacheFolder, Diagnostics findings, string kind = Folder)
    {
        var name = $"{themePath}/{kind}/design.json";
        var path = Path.Combine(themeFolder, kind, "design.json");
        if (!File.Exists(path))
        {
            findings.Report(BookRules.NoDesign, new SourceFile(name, "").Whole, name, new Phrase("没有这个文件", "it is not there"));
            return null;
        }

        var file = TextFile.Ledger(path, name, findings);
        if (Read(file, name, findings) is not { } wanted)
        {
            return null;
        }

#pragma warning disable CA2000 // The design takes the fonts and closes them.
        var fonts = PosterFonts.Open(themeFolder, themePath, cacheFolder, findings, kind);
#pragma warning restore CA2000
        if (fonts is null)
        {
            return null;
        }

        if (Array.Find(["text", "serif", "kai", "brush"], s => !fonts.Stacks.ContainsKey(s)) is { } lacking)
        {
            findings.Report(BookRules.NoDesign, file.Whole, $"{themePath}/{kind}/fonts.json",
                new Phrase($"没有 {lacking}", $"no {lacking}"));
            fonts.Dispose();
            return null;
        }

        var covers = DesignFolder.Read(themeFolder, themePath, fonts, findings, kind);
        var content = covers.Aggregate(Fingerprint.Of(file.Text).With(fonts.Content),
            (sum, cover) => cover.Pictures.Aggregate(sum.With(Fingerprint.Of(cover.File.Text)), (s, p) => s.With(p)));
        var style = Path.Combine(themeFolder, StyleName);
        return new(fonts, wanted, covers, content)
        {
            Style = File.Exists(style) ? TextFile.Ledger(style, $"{themePath}/{StyleName}", findings) : null,
        };
    }

    public void Dispose() => Fonts.Dispose();

    private static DesignFile? Read(SourceFile file, string name, Diagnostics findings)
    {
        try
        {
            var read = JsonSerializer.Deserialize(file.Text, DesignJson.Default.DesignFile);
            if (read is { Formats.Count: > 0, Inks: not null } && read.Formats.All(IsSound) && BookInks.AreSound(read.Inks))
            {
                return read;
            }

            findings.Report(BookRules.NoDesign, file.Whole, name, new Phrase("formats、inks", "formats, inks"));
        }
        catch (JsonException mistake)
        {
            findings.Report(BookRules.NoDesign, file.Whole, name, mistake.Message);
        }

        return null;
    }

    /// <summary>A type area that lies within the page.</summary>
    private static bool IsSound(PageDesign design) =>
        design is { Name.Length: > 0, Size: >= 5 and <= 40, Characters: >= 8 and <= 80, Lines: >= 8 and <= 400, Bleed: >= 0 and <= 20 }
            && design.Leading >= design.Size && design is { Head: > 0, Inner: > 0, Foot: > 0, Outer: > 0 };

    private sealed record DesignFile(IReadOnlyList<PageDesign> Formats, IReadOnlyDictionary<string, string> Inks);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        UseStringEnumConverter = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
    [JsonSerializable(typeof(DesignFile))]
    private sealed partial class DesignJson : JsonSerializerContext;
}

/// <summary>The colours of a book.</summary>
public sealed class BookInks(IReadOnlyDictionary<string, string> colours)
{
    private static readonly string[] Names = ["text", "quiet", "accent", "line", "paper", "night", "moon"];

    public Solid Text => Of("text");

    /// <summary>Running heads, captions, what stands back.</summary>
    public Solid Quiet => Of("quiet");

    public Solid Accent => Of("accent");

    public Solid Line => Of("line");

    /// <summary>The ground of pages that show a drawing.</summary>
    public Solid Paper => Of("paper");

    public Solid Night => Of("night");

    /// <summary>Words upon the night.</summary>
    public Solid Moon => Of("moon");

    /// <summary>Mountains, from the farthest to the nearest.</summary>
    public IReadOnlyList<Solid> Ridges =>
        [.. Enumerable.Range(0, 6).Select(i => $"ridge{i}").TakeWhile(colours.ContainsKey).Select(Of)];

    internal static bool AreSound(IReadOnlyDictionary<string, string> colours) =>
        Names.All(colours.ContainsKey) && colours.Values.All(c => Colour.Parse(c) is not null);

    private Solid Of(string name) => new(Colour.Parse(colours[name])!.Value);
}
