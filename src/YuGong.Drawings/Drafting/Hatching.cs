namespace YuGong.Drawings.Drafting;

/// <summary>Parallel lines cut off at an outline (even-odd), so that no clip is needed where the drawing is read.</summary>
internal static class Hatching
{
    /// <param name="angle">Degrees, counter-clockwise.</param>
    public static IEnumerable<(Spot From, Spot To)> Of(IReadOnlyList<Spot> outline, double angle, double gap)
    {
        var (cos, sin) = (Math.Cos(angle * Math.PI / 180), Math.Sin(angle * Math.PI / 180));
        Spot Turn(Spot s) => new((s.X * cos) - (s.Y * sin), (s.X * sin) + (s.Y * cos));
        Spot Back(Spot s) => new((s.X * cos) + (s.Y * sin), (-s.X * sin) + (s.Y * cos));
        var turned = outline.Select(Turn).ToList();
        for (var y = (Math.Floor(turned.Min(s => s.Y) / gap) + .5) * gap; y < turned.Max(s => s.Y); y += gap)
        {
            var cuts = new List<double>();
            for (var i = 0; i < turned.Count; i++)
            {
                var (a, b) = (turned[i], turned[(i + 1) % turned.Count]);
                if (a.Y > y != b.Y > y)
                {
                    cuts.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
                }
            }

            cuts.Sort();
            for (var i = 0; i + 1 < cuts.Count; i += 2)
            {
                yield return (Back(new(cuts[i], y)), Back(new(cuts[i + 1], y)));
            }
        }
    }
}
