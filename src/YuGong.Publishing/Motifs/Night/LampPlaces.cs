using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing.Motifs.Night;

/// <summary>The lamp of a person.</summary>
/// <param name="X">px from the left.</param>
/// <param name="Y">px from the top.</param>
/// <param name="Rise">From the lamp up to the foot of the name, px.</param>
public sealed record Lamp(Story Person, double X, double Y, double Rise);

/// <summary>Stands lamps on slopes: each as near as can be to where it belongs, none in front of another, no name on a name.</summary>
internal static class LampPlaces
{
    /// <summary>Layers on which lamps stand, the nearest first.</summary>
    private static readonly int[] Slopes = [5, 3, 4];

    /// <param name="people">From west to east.</param>
    public static IReadOnlyList<Lamp> Of(NightMountain mountain, IEnumerable<(Story Person, double East)> people)
    {
        var (shape, lamps) = (mountain.Shape, new List<Lamp>());
        var spread = Spread(people, shape);
        foreach (var lamp in spread)
        {
            var seed = new Seed(Fingerprint.Of("lamp:" + lamp.Person.Id).Value);
            var y = HeightAt(mountain, lamp.X, lamps.Count, seed);
            var least = (shape.Relief / 10) + (seed.Next() * shape.Relief / 9);
            lamps.Add(lamp with { Y = y, Rise = Math.Max(least, y - Crest(mountain, lamp.X)) });
        }

        return lamps;
    }

    /// <summary>
    /// Apart by as much as names need, or as there is room for: least squares under order (pool adjacent violators; Barlow and others,
    /// Statistical Inference under Order Restrictions, 1972).
    /// </summary>
    public static IReadOnlyList<Lamp> Spread(IEnumerable<(Story Person, double East)> people, NightShape shape)
    {
        (Story Person, double East)[] all = [.. people];
        var room = shape.Width - (2 * shape.Margin);
        var gap = Math.Min(shape.NameWidth * 1.5, room / Math.Max(1, all.Length - 1.0));
        var blocks = new List<(double Sum, int Count)>();
        for (var i = 0; i < all.Length; i++)
        {
            blocks.Add((shape.Margin + (all[i].East * room) - (i * gap), 1));
            while (blocks.Count > 1 && Mean(blocks[^2]) >= Mean(blocks[^1]))
            {
                var (last, before) = (blocks[^1], blocks[^2]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((last.Sum + before.Sum, last.Count + before.Count));
            }
        }

        var (lamps, most) = (new List<Lamp>(all.Length), shape.Width - shape.Margin - ((all.Length - 1) * gap));
        foreach (var block in blocks)
        {
            var at = Math.Clamp(Mean(block), shape.Margin, Math.Max(shape.Margin, most));
            for (var i = 0; i < block.Count; i++)
            {
                lamps.Add(new(all[lamps.Count].Person, at + (lamps.Count * gap), 0, 0));
            }
        }

        return lamps;
    }

    /// <summary>Where above a place the lit slopes end: a name is read against the dark.</summary>
    private static double Crest(NightMountain mountain, double x)
    {
        var half = mountain.Shape.NameWidth / 2;
        var top = double.MaxValue;
        for (var layer = NightMountain.FirstLit + 1; layer < NightMountain.Layers; layer++)
        {
            for (var at = x - half; at <= x + half; at += half / 2)
            {
                top = Math.Min(top, mountain.SkylineAt(layer, at));
            }
        }

        return top - (half / 2);
    }

    private static double Mean((double Sum, int Count) block) => block.Sum / block.Count;

    /// <summary>On a slope that can be seen there; neighbours on different ones where they can.</summary>
    private static double HeightAt(NightMountain mountain, double x, int number, Seed seed)
    {
        var up = 0.62 + (seed.Next() * 0.26);
        for (var i = 0; i < Slopes.Length; i++)
        {
            var layer = Slopes[(number + i) % Slopes.Length];
            var y = mountain.Shape.Shore - ((mountain.Shape.Shore - mountain.SkylineAt(layer, x)) * up);
            if (mountain.IsSeen(layer, x, y - 2))
            {
                return y;
            }
        }

        return mountain.Shape.Shore - ((mountain.Shape.Shore - mountain.SkylineAt(NightMountain.Layers - 1, x)) * up);
    }
}
