using YuGong.Text;

namespace YuGong.Publishing.Motifs.Night;

/// <summary>A point of light.</summary>
/// <param name="X">px from the left.</param>
/// <param name="Y">px from the top.</param>
/// <param name="Brightness">About 1; a few are far brighter.</param>
public readonly record struct LightPoint(double X, double Y, double Brightness);

/// <summary>
/// The mountain of <see cref="Ridges"/> at night, above a river: its skylines, and exactly as many points of light as were asked for,
/// along its contour lines, denser where the towns are. The same for the same id, shape and towns.
/// </summary>
public sealed class NightMountain
{
    /// <summary>As <see cref="Ridges.Hero"/> has.</summary>
    public const int Layers = 6;

    /// <summary>The farthest layer where anybody lives; what is behind it is dark.</summary>
    public const int FirstLit = 2;

    /// <summary>Columns in which skyline and density are known.</summary>
    private const int Columns = 1600;

    /// <summary>How many live on a layer, against the nearest.</summary>
    private static readonly double[] Settled = [0, 0, 0.05, 0.22, 0.62, 1];

    private readonly double[][] skylines;
    private readonly Seed seed;
    private readonly IReadOnlyList<double> towns;

    /// <param name="id">Whose mountain.</param>
    /// <param name="towns">Where they are, from 0 (left) to 1 (right).</param>
    public NightMountain(string id, NightShape shape, IReadOnlyList<double> towns)
    {
        (Shape, this.towns) = (shape, towns);
        seed = new(Fingerprint.Of("night:" + id).Value);
        skylines = [.. Enumerable.Range(0, Layers).Select(layer =>
            Part(Ridges.Skyline(id, layer, Layers, Columns), shape).Select(h => shape.Shore - (h * shape.Relief * Lift(layer))).ToArray())];
    }

    public NightShape Shape { get; }

    /// <summary>Where a layer ends and the sky, or the layer behind it, begins: px from the top.</summary>
    /// <param name="x">px from the left.</param>
    public double SkylineAt(int layer, double x)
    {
        var at = Math.Clamp(x / Shape.Width, 0, 1) * Columns;
        var column = Math.Min((int)at, Columns - 1);
        return skylines[layer][column] + ((skylines[layer][column + 1] - skylines[layer][column]) * (at - column));
    }

    /// <summary>Whether nothing nearer stands before a place of a layer.</summary>
    public bool IsSeen(int layer, double x, double y)
    {
        for (var nearer = layer + 1; nearer < Layers; nearer++)
        {
            if (SkylineAt(nearer, x) <= y)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All lights, layer after layer.</summary>
    public IEnumerable<LightPoint> Lights(int count)
    {
        var lines = Contours();
        var total = lines.Sum(l => l.Weight);
        var (told, sum) = (0L, 0.0);
        foreach (var line in lines)
        {
            sum += line.Weight;
            var end = (long)Math.Round(count * (sum / total));
            foreach (var light in Along(line, (int)(end - told)))
            {
                yield return light;
            }

            told = end;
        }
    }

    /// <summary>Near layers stand a little higher than by day, so that there is a slope to light.</summary>
    private static double Lift(int layer) => layer switch { 5 => 1.06, 4 => 1.12, 3 => 1.06, _ => 1 };

    private static IEnumerable<double> Part(IReadOnlyList<double> skyline, NightShape shape)
    {
        for (var column = 0; column <= Columns; column++)
        {
            var at = (shape.From * Columns) + ((shape.To - shape.From) * column);
            var left = Math.Min((int)at, Columns - 1);
            yield return skyline[left] + ((skyline[left + 1] - skyline[left]) * (at - left));
        }
    }

    private List<Contour> Contours()
    {
        var contours = new List<Contour>();
        for (var layer = FirstLit; layer < Layers; layer++)
        {
            var highest = Shape.Shore - skylines[layer].Min();
            var spacing = Shape.Relief / (layer == Layers - 1 ? 50.0 : 40.0);
            var count = Math.Max(3, (int)(highest / spacing));
            contours.AddRange(Enumerable.Range(0, count).Select(i => ContourAt(layer, (i + 0.35) / count, i)).Where(l => l.Weight > 0));
        }

        return contours;
    }

    private Contour ContourAt(int layer, double height, int number)
    {
        var (running, sum) = (new double[Columns], 0.0);
        for (var column = 0; column < Columns; column++)
        {
            var y = HeightAt(layer, height, number, column);
            var x = (column + 0.5) * Shape.Width / Columns;
            sum += IsSeen(layer, x, y) ? Settled[layer] * Density(layer, column / (double)Columns, height) : 0;
            running[column] = sum;
        }

        return new(layer, height, number, sum, running);
    }

    private IEnumerable<LightPoint> Along(Contour line, int count)
    {
        var own = new Seed(Fingerprint.Of($"{line.Layer} {line.Number}").Value);
        var fuzz = Shape.Relief / 560;
        for (int i = 0, column = 0; i < count; i++)
        {
            var wanted = (i + own.Next()) / count * line.Running[^1];
            while (column > 0 && line.Running[column - 1] > wanted)
            {
                column--;
            }

            while (column < Columns - 1 && line.Running[column] <= wanted)
            {
                column++;
            }

            // Most lights stand on the line as houses on a road, some beside it.
            var off = own.Next() < 0.74 ? Bell(own) * 0.6 * fuzz : Bell(own) * 3.6 * fuzz;
            var y = HeightAt(line.Layer, line.Height, line.Number, column) + off;
            var bright = 0.2 + (own.Next() * own.Next() * 2.6);
            if (own.Next() < 0.012)
            {
                bright *= 5 + (own.Next() * 9);
            }

            yield return new((column + own.Next()) * Shape.Width / Columns, Math.Min(y, Shape.Shore - 0.6), bright);
        }
    }

    private double HeightAt(int layer, double height, int number, int column)
    {
        var x = column / (double)Columns;
        var rise = (Shape.Shore - skylines[layer][column]) * height;
        var wander = seed.Noise((x * 34) + (number * 17.3) + (layer * 131)) * Shape.Relief / 330;
        return Shape.Shore - Math.Max(0.8, rise + wander);
    }

    /// <summary>Bright about the towns and by the water, dark in the woods.</summary>
    private double Density(int layer, double x, double height)
    {
        var town = 0.0;
        foreach (var at in towns)
        {
            var away = (x - at) / 0.024;
            town += Math.Exp(-away * away / 2);
        }

        // A town climbs the slope; the country between keeps to the water.
        var country = 0.24 * Math.Exp(-2.1 * height);
        return (country + (1.7 * town / (1 + (0.4 * town)) * (1.05 - (0.8 * height)))) * Wood(layer, x, height);
    }

    /// <summary>From 0 (woods) to 1, in patches that lie along the slope.</summary>
    private double Wood(int layer, double x, double height)
    {
        var patch = seed.Noise((x * 8) + (layer * 53), height * 1.9)
            + (0.6 * seed.Noise((x * 23) + (layer * 29), (height * 4) + 40))
                + (0.25 * seed.Noise((x * 70) + (layer * 17), (height * 9) + 90));
        var open = Math.Clamp((patch + 0.55) / 0.75, 0, 1);
        return 0.035 + (0.965 * open * open * (3 - (2 * open)));
    }

    /// <summary>About normal, deviation 1.</summary>
    private static double Bell(Seed seed) => (seed.Next() + seed.Next() + seed.Next() - 1.5) * 2;

    private sealed record Contour(int Layer, double Height, int Number, double Weight, double[] Running);
}
