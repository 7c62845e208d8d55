namespace YuGong.Publishing.Motifs.Night;

/// <summary>
/// Paints a night as pixels: sky, ridges, lights, their glow and their image in the river. In linear light, so that a small picture is as
/// bright as a large one: what a light gives is set by how many of them share an area. The same numbers for the same night, on any machine.
/// </summary>
public static class NightPainter
{
    /// <summary>What the lit part of a picture gives on average, of the brightest that can be shown.</summary>
    private const double Exposure = 0.20;

    private static readonly Tone SkyTop = Tone.Of(0x0B1B20), SkyLow = Tone.Of(0x1A4046), Water = Tone.Of(0x0C2227),
        Deep = Tone.Of(0x040E11), Glow = new(1.0, 0.66, 0.27);

    private static readonly Tone[] Slopes = [Tone.Of(0x24474C), Tone.Of(0x1F4146), Tone.Of(0x1A393E), Tone.Of(0x132E33),
        Tone.Of(0x0E2327), Tone.Of(0x0A191C)];

    /// <summary>The colour of the first row, as <c>#rrggbb</c>: a page goes on with it above the picture.</summary>
    public static string Above => "#0b1b20";

    /// <param name="lights">How many.</param>
    /// <param name="lamps">Greater lights of their own, painted with their halo; a page has them as links instead.</param>
    /// <returns>Rows from the top, red, green, blue, sRGB.</returns>
    public static byte[] Paint(NightMountain mountain, int lights, IReadOnlyList<LightPoint> lamps)
    {
        var shape = mountain.Shape;
        var light = new LightMap(shape.Width, shape.Height);
        var unit = Exposure * Lit(mountain) / lights;
        foreach (var point in mountain.Lights(lights))
        {
            light.Add(point.X, point.Y, (float)(point.Brightness * unit));
        }

        var scale = shape.Relief / 560;
        light.Bloom(1.6 * scale, 0.30f);
        light.Bloom(7 * scale, 0.14f);
        light.Bloom(26 * scale, 0.10f);
        foreach (var lamp in lamps)
        {
            light.Halo(lamp.X, lamp.Y, 2.6 * scale * lamp.Brightness, 3.2f);
            light.Halo(lamp.X, lamp.Y, 16 * scale * lamp.Brightness, 0.42f);
        }

        light.Mirror(shape.Shore, scale);
        return Pixels(mountain, light);
    }

    /// <summary>px² of slopes on which lights stand.</summary>
    private static double Lit(NightMountain mountain)
    {
        var sum = 0.0;
        for (var x = 0.5; x < mountain.Shape.Width; x++)
        {
            var top = double.MaxValue;
            for (var layer = NightMountain.FirstLit + 1; layer < NightMountain.Layers; layer++)
            {
                top = Math.Min(top, mountain.SkylineAt(layer, x));
            }

            sum += mountain.Shape.Shore - top;
        }

        return sum;
    }

    private static byte[] Pixels(NightMountain mountain, LightMap light)
    {
        var shape = mountain.Shape;
        var pixels = new byte[shape.Width * shape.Height * 3];
        Span<double> tops = stackalloc double[NightMountain.Layers];
        var skies = Enumerable.Range(0, shape.Height)
            .Select(y => SkyTop.Towards(SkyLow, Math.Pow(Math.Clamp(y / shape.Shore, 0, 1), 1.7))).ToArray();
        for (var x = 0; x < shape.Width; x++)
        {
            for (var layer = 0; layer < tops.Length; layer++)
            {
                tops[layer] = mountain.SkylineAt(layer, x + 0.5);
            }

            for (var y = 0; y < shape.Height; y++)
            {
                var shown = Ground(shape, skies[y], tops, y).Lit(Glow, light[x, y]);
                shown.Write(pixels.AsSpan(((y * shape.Width) + x) * 3, 3), Grain(x, y));
            }
        }

        return pixels;
    }

    /// <param name="tone">Of the sky in this row.</param>
    private static Tone Ground(NightShape shape, Tone tone, ReadOnlySpan<double> tops, int y)
    {
        if (y + 0.5 > shape.Shore)
        {
            var down = (y + 0.5 - shape.Shore) / (shape.Height - shape.Shore);
            return Water.Towards(Deep, Math.Min(1, down * 1.1));
        }

        for (var layer = 0; layer < tops.Length; layer++)
        {
            // How much of the pixel is below the skyline.
            var covers = Math.Clamp(y + 1 - tops[layer], 0, 1);
            if (covers > 0)
            {
                var depth = Math.Clamp((y - tops[layer]) / (shape.Relief * 0.30), 0, 1);
                var slope = Slopes[layer].Towards(layer < 3 ? Slopes[layer].Towards(SkyLow, 0.55) : Slopes[^1], depth * 0.75);
                tone = tone.Towards(slope, covers);
            }
        }

        return tone;
    }

    /// <summary>Half a step up or down, in an order that the eye does not see, so that the sky has no bands.</summary>
    private static double Grain(int x, int y)
    {
        var n = unchecked((uint)((x * 73856093) ^ (y * 19349663)));
        n = unchecked((n ^ (n >> 13)) * 1274126177);
        return ((n >> 8) / (double)(1 << 24)) - 0.5;
    }
}
