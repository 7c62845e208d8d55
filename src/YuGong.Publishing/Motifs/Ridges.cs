using System.Globalization;
using System.Text;
using YuGong.Text;

namespace YuGong.Publishing.Motifs;

/// <summary>
/// A mountain of one's own: layered ridges drawn from an id, the same on page, card and poster.
/// The layers carry classes r0 (farthest, mist) to r5 (nearest, night); colours belong to the theme.
/// </summary>
public static class Ridges
{
    /// <summary>Mountains are thought of 1600 wide, whatever size they are drawn at.</summary>
    private const double Width = 1600;

    /// <summary>Wide ridges for a hero or a person's room: 1600 × 620 px, six layers.</summary>
    public static string Hero(string id) => Draw(id, 1600, 620, 6, 8, "ridges");

    /// <summary>A person's mountain: 1600 × 420 px, five layers.</summary>
    public static string Wide(string id) => Draw(id, 1600, 420, 5, 10, "ridges");

    /// <summary>The same in fewer points, for a file of its own.</summary>
    public static string Plain(string id) => Draw(id, 1600, 420, 5, 16, "ridges");

    /// <summary>The same mountain on a card: 320 × 120 px, four layers.</summary>
    public static string Small(string id) => Draw(id, 320, 120, 4, 5, "ridge");

    /// <summary>One peak to walk into: 320 × 240 px, four layers, the highest in the middle.</summary>
    public static string Peak(string id)
    {
        var svg = Open("peak", 320, 240);
        for (var layer = 0; layer < 4; layer++)
        {
            var seed = Seed(id, layer);
            var side = layer == 3 ? 0 : (layer % 2 == 0 ? -1 : 1) * (190 - (layer * 30));
            var x = 800 + side + seed.Between(-60, 60);
            Summit[] peaks = [new(x, 0.86 - (layer * 0.19), x, Width - x)];
            Layer(svg, layer, 320, 240, 4, peaks, seed, foot: 180);
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>
    /// One layer's skyline as heights from 0 (bottom) to 1 (top), <paramref name="steps"/> + 1 of them from left to right.
    /// </summary>
    public static IReadOnlyList<double> Skyline(string id, int layer, int layers, int steps)
    {
        var seed = Seed(id, layer);
        var peaks = Peaks(seed, layer, layers);
        return [.. Enumerable.Range(0, steps + 1).Select(i => Height(i * Width / steps, peaks, seed))];
    }

    private static string Draw(string id, int width, int height, int layers, int step, string cssClass)
    {
        var svg = Open(cssClass, width, height);
        for (var layer = 0; layer < layers; layer++)
        {
            var seed = Seed(id, layer);
            Layer(svg, layer, width, height, step, Peaks(seed, layer, layers), seed);
        }

        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Open(string cssClass, int width, int height) => new StringBuilder()
        .Append("<svg class=\"").Append(cssClass).Append("\" viewBox=\"0 0 ").Append(width).Append(' ').Append(height)
        .Append("\" preserveAspectRatio=\"xMidYMax slice\" aria-hidden=\"true\" focusable=\"false\">");

    private static void Layer(StringBuilder svg, int layer, int width, int height, int step, Summit[] peaks, Seed seed, double foot = 0)
    {
        int At(int x) => height - (int)Math.Round(Height(x * Width / width, peaks, seed) * Foot(x * Width / width, foot) * height);

        var before = At(0);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"r{layer}\" d=\"M0 {height}V{before}l");
        for (var x = step; x <= width; x += step)
        {
            var y = At(x);
            var rise = y - before;
            svg.Append(step).Append(rise < 0 ? "" : " ").Append(rise).Append(x + step <= width ? " " : "");
            before = y;
        }

        svg.Append('V').Append(height).Append("z\"/>");
    }

    /// <summary>Far layers stand higher and broader, near ones lower; every mountain has one summit that leads.</summary>
    private static Summit[] Peaks(Seed seed, int layer, int layers)
    {
        var nearness = layers == 1 ? 0 : layer / (double)(layers - 1);
        var count = 3 + seed.Below(3);
        var lead = seed.Below(count);
        var peaks = new Summit[count];
        for (var i = 0; i < count; i++)
        {
            var x = ((i + 0.5) / count * Width) + seed.Between(-90, 90);
            var height = (0.74 - (0.52 * nearness)) * (i == lead ? 1 : 0.55 + (seed.Next() * 0.3));
            var breadth = 250 + (seed.Next() * 220) + (nearness * 160);
            peaks[i] = new(x, height, breadth * (0.7 + (seed.Next() * 0.5)), breadth * (0.7 + (seed.Next() * 0.5)));
        }

        return peaks;
    }

    private static double Height(double x, Summit[] peaks, Seed seed)
    {
        var (body, calm) = (0.0, 1.0);
        foreach (var peak in peaks)
        {
            var distance = x < peak.X ? (peak.X - x) / peak.Left : (x - peak.X) / peak.Right;
            if (distance < 1)
            {
                // Concave flanks: steep at the summit, running out at the foot, as ink does.
                body = Math.Max(body, peak.Height * Math.Pow(1 - distance, 1.45));
                calm = Math.Min(calm, 0.25 + (distance * 3));
            }
        }

        // Crags are creases, not waves; near a summit they keep quiet, so that it stays sharp.
        var crag = (Crease(seed.Noise(x / 110)) * 0.085) + (Crease(seed.Noise((x / 41) + 100)) * 0.045) + (seed.Noise(x / 13) * 0.010);
        return Math.Clamp(body + 0.07 + (crag * calm), 0.02, 0.98);
    }

    /// <summary>A mountain that stands alone runs out to nothing on both sides.</summary>
    private static double Foot(double x, double breadth) => breadth == 0 ? 1 : Math.Clamp(Math.Min(x, Width - x) / breadth, 0, 1);

    private static double Crease(double noise) => 0.5 - Math.Abs(noise);

    private static Seed Seed(string id, int layer) => new(Fingerprint.Of(id).Value + ((ulong)layer * 0x9E3779B97F4A7C15));

    private readonly record struct Summit(double X, double Height, double Left, double Right);
}

/// <summary>Seeded numbers (SplitMix64) and a smooth noise that is the same for the same seed.</summary>
public sealed class Seed
{
    private readonly ulong start;
    private ulong state;

    public Seed(ulong start) => this.start = state = start;

    /// <summary>From 0 to 1.</summary>
    public double Next() => Mix(state = unchecked(state + 0x9E3779B97F4A7C15)) / (double)ulong.MaxValue;

    public int Below(int count) => Math.Min(count - 1, (int)(Next() * count));

    public double Between(double low, double high) => low + (Next() * (high - low));

    /// <summary>Value noise from -1 to 1; the place alone decides, not how often it was asked.</summary>
    public double Noise(double at)
    {
        var cell = Math.Floor(at);
        var t = at - cell;
        t = t * t * (3 - (2 * t));
        return ((Corner((long)cell) * (1 - t)) + (Corner((long)cell + 1) * t) - 0.5) * 2;
    }

    /// <summary>The same over a plane.</summary>
    public double Noise(double x, double y)
    {
        var row = Math.Floor(y);
        var t = y - row;
        t = t * t * (3 - (2 * t));
        return (Noise(x + (row * 8191)) * (1 - t)) + (Noise(x + ((row + 1) * 8191)) * t);
    }

    private double Corner(long cell) => Mix(unchecked(start ^ ((ulong)cell * 0xD1B54A32D192ED03))) / (double)ulong.MaxValue;

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
