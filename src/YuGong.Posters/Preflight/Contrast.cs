using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;

namespace YuGong.Posters.Preflight;

/// <summary>Contrast of text with what lies under it (WCAG 2.2, 1.4.3), measured on the page drawn without its text.</summary>
internal static class Contrast
{
    /// <summary>Width of the drawing that is measured, px: small, because grounds are large.</summary>
    private const int Width = 480;

    /// <summary>So much of the ground may be nearer to the text's colour: the edge of a ridge, a grain.</summary>
    private const double Forgiven = 0.05;

    /// <param name="say">A box, its contrast, and the least it needs.</param>
    public static void Check(Scene scene, IReadOnlyList<PlacedMark> marks, GlyphOutlines outlines, ScenePictures pictures,
        Action<string, double, double> say)
    {
        var runs = marks.Where(m => m.Mark is GlyphRun run && !run.Box.StartsWith("decor", StringComparison.Ordinal)).ToList();
        if (runs.Count == 0)
        {
            return;
        }

        var full = scene.Page.Full;
        var height = Math.Max(1, (int)Math.Round(Width * full.Height / full.Width));
        using var ground = RasterWriter.Draw(scene with { Layers = [.. scene.Layers.Select(l => l with { Marks = Bare(l.Marks) })] }, full,
            Width, height, 72, outlines, pictures);
        foreach (var box in runs.GroupBy(m => ((GlyphRun)m.Mark).Box))
        {
            var worst = box.Select(m => (Ratio: RatioOf(m, ground, full), Least: Least((GlyphRun)m.Mark, m.Scale, scene.Page)))
                .MinBy(r => r.Ratio / r.Least);
            if (worst.Ratio < worst.Least)
            {
                say(box.Key, worst.Ratio, worst.Least);
            }
        }
    }

    /// <summary>Large text is 18 pt or 24 px at arm's length; posters are read from further off, so twice that.</summary>
    private static double Least(GlyphRun run, double scale, PageBox page) =>
        run.Size * scale >= (page.Unit == Unit.Millimetre ? 36 * 25.4 / 72 : 48) ? 3 : 4.5;

    private static double RatioOf(PlacedMark mark, Raster ground, Rect full)
    {
        var pixels = ground.Pixels;
        var height = ground.Height;
        var run = (GlyphRun)mark.Mark;
        var ink = mark.Bounds(run.Ink);
        var (left, right) = (Pixel(ink.X, full.X, full.Width, Width), Pixel(ink.Right, full.X, full.Width, Width));
        var (top, bottom) = (Pixel(ink.Y, full.Y, full.Height, height), Pixel(ink.Bottom, full.Y, full.Height, height));
        var ratios = new List<double>();
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var at = ((y * Width) + x) * 3;
                var under = new Colour(pixels[at], pixels[at + 1], pixels[at + 2]);
                ratios.Add(Inks(run.Fill).Min(i => Ratio(Over(i.Colour, i.Opacity * mark.Opacity, under), under)));
            }
        }

        ratios.Sort();
        return ratios[(int)(ratios.Count * Forgiven)];
    }

    private static int Pixel(double at, double start, double length, int pixels) =>
        Math.Clamp((int)((at - start) / length * pixels), 0, pixels - 1);

    private static IEnumerable<(Colour Colour, double Opacity)> Inks(Paint paint) => paint switch
    {
        Solid solid => [(solid.Colour, solid.Opacity)],
        Gradient gradient => gradient.Stops.Select(s => (s.Colour, s.Opacity)),
        _ => [],
    };

    private static Colour Over(Colour ink, double opacity, Colour under)
    {
        byte Mix(byte a, byte b) => (byte)Math.Round((a * opacity) + (b * (1 - opacity)));
        return opacity >= 1 ? ink : new(Mix(ink.Red, under.Red), Mix(ink.Green, under.Green), Mix(ink.Blue, under.Blue));
    }

    private static double Ratio(Colour a, Colour b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(Colour c) => (0.2126 * Linear(c.Red)) + (0.7152 * Linear(c.Green)) + (0.0722 * Linear(c.Blue));

    private static double Linear(byte channel) => channel / 255.0 is var s && s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);

    private static IReadOnlyList<Mark> Bare(IReadOnlyList<Mark> marks) =>
        [.. marks.Where(m => m is not GlyphRun).Select(m => m is Group g ? g with { Marks = Bare(g.Marks) } : m)];
}
