namespace YuGong.Drawings.Drafting;

/// <summary>Lines of equal height over a field, by marching squares; pieces that meet are joined.</summary>
internal static class Isolines
{
    /// <param name="box">Left, top, right, bottom.</param>
    public static IReadOnlyList<IReadOnlyList<Spot>> Of(Func<double, double, double> height, (double Left, double Top, double Right, double Bottom) box, double cell, double level)
    {
        var pieces = new List<(Spot A, Spot B)>();
        for (var y = box.Top; y + cell <= box.Bottom; y += cell)
        {
            for (var x = box.Left; x + cell <= box.Right; x += cell)
            {
                Cell(height, x, y, cell, level, pieces);
            }
        }

        return Join(pieces);
    }

    private static void Cell(Func<double, double, double> height, double x, double y, double cell, double level, List<(Spot A, Spot B)> pieces)
    {
        Spot[] corners = [new(x, y), new(x + cell, y), new(x + cell, y + cell), new(x, y + cell)];
        var heights = corners.Select(c => height(c.X, c.Y) - level).ToArray();
        var cuts = new List<Spot>();
        for (var i = 0; i < 4; i++)
        {
            var (a, b) = (heights[i], heights[(i + 1) % 4]);
            if (a > 0 != b > 0)
            {
                cuts.Add(Spot.Between(corners[i], corners[(i + 1) % 4], a / (a - b)));
            }
        }

        for (var i = 0; i + 1 < cuts.Count; i += 2)
        {
            pieces.Add((cuts[i], cuts[i + 1]));
        }
    }

    private static List<IReadOnlyList<Spot>> Join(List<(Spot A, Spot B)> pieces)
    {
        static (long, long) Key(Spot s) => ((long)Math.Round(s.X * 100), (long)Math.Round(s.Y * 100));
        var ends = new Dictionary<(long, long), List<int>>();
        for (var i = 0; i < pieces.Count; i++)
        {
            foreach (var key in ((long, long)[])[Key(pieces[i].A), Key(pieces[i].B)])
            {
                (ends.TryGetValue(key, out var list) ? list : ends[key] = []).Add(i);
            }
        }

        var used = new bool[pieces.Count];
        var lines = new List<IReadOnlyList<Spot>>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (used[i])
            {
                continue;
            }

            used[i] = true;
            var line = new LinkedList<Spot>([pieces[i].A, pieces[i].B]);
            Extend(front: false);
            Extend(front: true);
            lines.Add([.. line]);

            void Extend(bool front)
            {
                while (true)
                {
                    var key = Key(front ? line.First!.Value : line.Last!.Value);
                    var next = ends[key].FindIndex(p => !used[p]);
                    if (next < 0)
                    {
                        return;
                    }

                    var piece = ends[key][next];
                    used[piece] = true;
                    var other = Key(pieces[piece].A) == key ? pieces[piece].B : pieces[piece].A;
                    _ = front ? line.AddFirst(other) : line.AddLast(other);
                }
            }
        }

        return lines;
    }
}
