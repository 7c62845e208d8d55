using System.Collections.Concurrent;
using System.Globalization;
using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;
using YuGong.Publishing.Motifs.Night;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>
/// The nights that posters show, each painted once however many posters have it: on all posters of a shape the mountain, its lights and
/// its lamps are the same.
/// </summary>
public sealed class PaintedNights(SiteNight night)
{
    /// <summary>Pixels for each millimetre of print: 200 dpi, as little as a printed picture may have (YG530).</summary>
    private const double Printed = 200 / 25.4;

    private readonly ConcurrentDictionary<NightShape, Lazy<PictureSource>> painted = new();

    public SiteNight Night => night;

    /// <summary>A box's night in pixels.</summary>
    /// <param name="isPrinted">The page is measured in mm, not in px.</param>
    internal static (NightShape Shape, double PixelsPerUnit) ShapeOf(LightsBox box, bool isPrinted)
    {
        var scale = isPrinted ? Printed : 1;
        return (new(
            (int)Math.Round(box.Box.Width * scale), (int)Math.Round(box.Box.Height * scale), box.Box.Height * box.Shore * scale,
            box.Box.Width * box.Relief * scale)
        {
            From = box.From, To = box.To, Margin = box.Margin * scale, NameWidth = box.Size * 1.9 * scale,
        }, scale);
    }

    internal PictureSource Of(NightShape shape) => painted.GetOrAdd(shape, s => new(() => Paint(s))).Value;

    private PictureSource Paint(NightShape shape)
    {
        var lamps = night.Lamps(shape).Select(l => new LightPoint(l.X, l.Y, 0.8)).ToList();
        using var pixels = new Raster(shape.Width, shape.Height, 3, 96);
        NightPainter.Paint(night.MountainIn(shape), night.Lights, lamps).CopyTo(pixels.Pixels);
        var file = pixels.Web(ImageFormat.Jpeg);
        return new(string.Create(CultureInfo.InvariantCulture, $"lights-{shape.Width}x{shape.Height}.jpg"), "", Fingerprint.Of(file),
            shape.Width, shape.Height) { Bytes = file };
    }
}
