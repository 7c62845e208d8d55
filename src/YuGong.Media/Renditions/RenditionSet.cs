using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Media.Originals;

namespace YuGong.Media.Renditions;

/// <param name="Name">In the set's folder: <c>card-640.avif</c>.</param>
/// <param name="Area">Of the original.</param>
internal sealed record Rendition(string Name, Area Area, int Width, int Height, ImageFormat ImageFormat);

/// <param name="Widths">Ascending, px, with the height that belongs to each.</param>
internal sealed record CutSizes(PicturePlace Place, Area Area, IReadOnlyList<(int Width, int Height)> Widths);

/// <summary>All files that are made of one original, decided from its head alone.</summary>
internal sealed class RenditionSet
{
    /// <summary>Goes up when the same recipe shall give other bytes.</summary>
    private const string Recipe = "renditions 3";

    /// <summary>Longest side of the one file at a picture's own address, px.</summary>
    private const int PlainSide = 2400;

    private static readonly ImageFormat[] Formats = [ImageFormat.Jpeg, ImageFormat.Webp, ImageFormat.Avif];

    public RenditionSet(Original original, string engine)
    {
        Original = original;
        Xmp = original.Drawing is null || original.HasTiles ? XmpCredit.Packet(original.Says) : [];
        Cuts = original.Drawing is null ? [.. PlacesOf(original).Select(p => SizesOf(original, p))] : [];
        Files = [.. Cuts.SelectMany(FilesOf), .. original.Drawing is null ? [PlainOf(original)] : Array.Empty<Rendition>(),
            .. original.HasTiles ? WholesOf(original) : []];
        Key = KeyOf(engine);
    }

    public const string PlainName = "plain";

    public const string TinyName = "tiny.webp";

    public Original Original { get; }

    public IReadOnlyList<CutSizes> Cuts { get; }

    public IReadOnlyList<Rendition> Files { get; }

    /// <summary>Of the one file at a photograph's own address, px.</summary>
    public (int Width, int Height) PlainSize => Files.First(f => f.Name == PlainName) is var plain ? (plain.Width, plain.Height) : default;

    public byte[] Xmp { get; }

    /// <summary>32 hexadecimal digits; equal keys mean equal files.</summary>
    public string Key { get; }

    /// <summary>Of the original, the most that any file needs.</summary>
    public double Scale => Math.Min(1, Files.Max(f => Math.Max(f.Width / f.Area.Width, f.Height / f.Area.Height)));

    public static string WholeName(int width, int height) => $"full-{width}x{height}.jpg";

    public static string NameOf(PicturePlace place, int width, ImageFormat packing) => $"{place.Name}-{width}.{SuffixOf(packing)}";

    public static string SuffixOf(ImageFormat packing) =>
        packing switch { ImageFormat.Jpeg => "jpg", ImageFormat.Webp => "webp", ImageFormat.Avif => "avif", _ => "png" };

    private static IEnumerable<PicturePlace> PlacesOf(Original original) =>
        CardOf(original) is null ? PicturePlace.Of(original.Use) : PicturePlace.Of(original.Use).Append(PicturePlace.Card);

    /// <summary>The part of a thing's photograph that an editor chose for cards.</summary>
    private static Region? CardOf(Original original) => (original.Entry as CollectionObject)?.Card;

    private static IEnumerable<Rendition> FilesOf(CutSizes cut) =>
        from size in cut.Widths
        from format in Formats
        select new Rendition(NameOf(cut.Place, size.Width, format), cut.Area, size.Width, size.Height, format);

    /// <summary>Never enlarged: where the original ends before a width does, its own width is the last.</summary>
    private static CutSizes SizesOf(Original original, PicturePlace place)
    {
        var (width, height) = original.Canvas;
        var area = place == PicturePlace.Card && CardOf(original)?.In(width, height) is { } part
            ? Crop.Fit(part.Width, part.Height, place.Ratio, new(0.5, 0.5)) is var cut
                ? cut with { X = cut.X + part.X, Y = cut.Y + part.Y } : default
            : Crop.Fit(width, height, place.Ratio, original.Says?.Focal);

        // A tall picture is as many pixels as a broad one: the longer side keeps to the largest width.
        var most = Math.Max(1, (int)Math.Floor(Math.Min(area.Width, place.Widths[^1] * Math.Min(1, area.Width / area.Height))));
        var widths = place.Widths.Where(w => w < most * 0.9).Append(most);
        var highest = place.Ratio is null ? place.Widths[^1] : int.MaxValue;
        return new(place, area, [.. widths.Select(w => (w, Math.Clamp((int)Math.Round(w * area.Height / area.Width), 1, highest)))]);
    }

    private static Rendition PlainOf(Original original)
    {
        var scale = Math.Min(1, (double)PlainSide / Math.Max(original.Canvas.Width, original.Canvas.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(original.Canvas.Width * scale)),
            Math.Max(1, (int)Math.Round(original.Canvas.Height * scale)));
        return new(PlainName, All(original), width, height, Path.GetExtension(original.Plain).ToLowerInvariant() switch
        {
            ".png" => ImageFormat.Png,
            ".webp" => ImageFormat.Webp,
            ".avif" => ImageFormat.Avif,
            _ => ImageFormat.Jpeg,
        });
    }

    private static IEnumerable<Rendition> WholesOf(Original original) =>
        original.Grid.Sizes.Select(s => new Rendition(WholeName(s.Width, s.Height), All(original), s.Width, s.Height, ImageFormat.Jpeg));

    private static Area All(Original original) => new(0, 0, original.Canvas.Width, original.Canvas.Height);

    private string KeyOf(string engine)
    {
        var words = new StringBuilder().Append(Recipe).Append('|').Append(engine).Append('|').Append(Original.Sha256).Append('|')
            .Append(Convert.ToHexString(SHA256.HashData(Xmp)));
        foreach (var file in Files)
        {
            var (name, area) = (file.Name, file.Area);
            words.Append('\n').Append(string.Create(
                CultureInfo.InvariantCulture, $"{name} {area.X:0.###} {area.Y:0.###} {area.Width:0.###} {area.Height:0.###} "
                + $"{file.Width} {file.Height} {file.ImageFormat}"));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())))[..32];
    }
}
