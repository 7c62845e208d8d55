using System.Security.Cryptography;
using System.Text;
using YuGong.Imaging.Vips;
using YuGong.Media.Renditions;
using YuGong.Publishing;
using YuGong.Publishing.Motifs.Night;

namespace YuGong.Media.Nights;

/// <summary>One night as pages show it: painted anew in every width, because a light is a light and not a part of a picture.</summary>
/// <param name="Name">As <see cref="PictureCatalog.Nights"/> has it.</param>
/// <param name="Widths">Ascending, px.</param>
internal sealed record NightSet(string Name, NightShape Shape, IReadOnlyList<int> Widths, int Lights,
    Func<NightShape, NightMountain> Mountain)
{
    /// <summary>Goes up when the same night shall be painted otherwise.</summary>
    private const string Recipe = "night 1";

    private static readonly int[] WideWidths = [768, 1440, 2560], TallWidths = [780, 1170];

    private static readonly ImageFormat[] Formats = [ImageFormat.Jpeg, ImageFormat.Webp, ImageFormat.Avif];

    /// <summary>32 hexadecimal digits; equal keys mean equal files.</summary>
    public required string Key { get; init; }

    /// <summary>The whole mountain and the slope of every hall, for wide pages and narrow.</summary>
    public static IReadOnlyList<NightSet> Of(SiteNight night, IReadOnlyList<Content.Direction> halls, string engine)
    {
        List<NightSet> sets =
        [
            Whole(PictureCatalog.NightOf(null, tall: false), NightShape.Wide, WideWidths),
            Whole(PictureCatalog.NightOf(null, tall: true), NightShape.Tall, TallWidths),
        ];
        foreach (var hall in halls)
        {
            sets.Add(Slope(hall, PictureCatalog.NightOf(hall.Id, tall: false), NightShape.Slope, [768, 1200]));
            sets.Add(Slope(hall, PictureCatalog.NightOf(hall.Id, tall: true), NightShape.TallSlope, [780]));
        }

        return sets;

        NightSet Whole(string name, NightShape shape, int[] widths) => new(name, shape, widths, night.Lights, night.MountainIn)
        {
            Key = KeyOf($"{engine} {night.KeyOf(shape)} {string.Join(' ', widths)}"),
        };

        NightSet Slope(Content.Direction hall, string name, NightShape shape, int[] widths) =>
            new(name, shape, widths, Math.Max(1, night.Lights / halls.Count), scaled => night.SlopeOf(hall, scaled))
        {
            Key = KeyOf($"{engine} {hall.Id} {shape} {night.Lights / halls.Count} {string.Join(' ', widths)} "
                + string.Join(' ', night.TownsOn(hall, shape))),
        };
    }

    /// <summary>What pages know of it.</summary>
    public PictureInfo Shown => new(PathOf(NameOf(Widths[0], ImageFormat.Jpeg)), HeightAt(Widths[^1]).Width, HeightAt(Widths[^1]).Height,
        null,
        [new("whole", HeightAt(Widths[^1]).Width, HeightAt(Widths[^1]).Height,
            [.. from width in Widths
                from format in Formats
                select new PictureFile(TypeOf(format), width, HeightAt(width).Height, PathOf(NameOf(width, format)))])], null);

    /// <summary>Names of files, in the cache and beside one another in the output.</summary>
    public IEnumerable<(string Name, int Width, ImageFormat Format)> Files =>
        from width in Widths
        from format in Formats
        select (NameOf(width, format), width, format);

    public string PathOf(string file) => $"/assets/pictures/{Key[..16]}/{file}";

    /// <summary>Paints and packs every width into a folder.</summary>
    public void Paint(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var width in Widths)
        {
            var shape = Shape.Times(width / (double)Shape.Width);
            using var pixels = new Raster(shape.Width, shape.Height, 3, 96);
            NightPainter.Paint(Mountain(shape), Lights, []).CopyTo(pixels.Pixels);
            foreach (var format in Formats)
            {
                File.WriteAllBytes(Path.Combine(folder, NameOf(width, format)), pixels.Web(format));
            }
        }
    }

    private NightShape HeightAt(int width) => Shape.Times(width / (double)Shape.Width);

    private static string NameOf(int width, ImageFormat format) => $"night-{width}.{RenditionSet.SuffixOf(format)}";

    private static string TypeOf(ImageFormat format) =>
        format switch { ImageFormat.Webp => "image/webp", ImageFormat.Avif => "image/avif", _ => "image/jpeg" };

    private static string KeyOf(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Recipe} {words}")))[..32];
}
