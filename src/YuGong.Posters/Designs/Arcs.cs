using YuGong.Posters.Scenes;

namespace YuGong.Posters.Designs;

/// <summary>Elliptical arcs as cubic curves, after SVG 2, appendix B.2 (conversion from endpoint to centre parameterization).</summary>
internal static class Arcs
{
    /// <param name="turn">Of the ellipse, in degrees.</param>
    public static void Add(Point from, Point to, double rx, double ry, double turn, bool large, bool sweep,
        Action<Point, Point, Point> curve, Action<Point> line)
    {
        if (rx == 0 || ry == 0 || from == to)
        {
            line(to);
            return;
        }

        var (sin, cos) = Math.SinCos(turn * Math.PI / 180);
        var (dx, dy) = ((from.X - to.X) / 2, (from.Y - to.Y) / 2);
        var (x1, y1) = ((cos * dx) + (sin * dy), (-sin * dx) + (cos * dy));
        var grow = (x1 * x1 / (rx * rx)) + (y1 * y1 / (ry * ry));
        if (grow > 1)
        {
            (rx, ry) = (rx * Math.Sqrt(grow), ry * Math.Sqrt(grow));
        }

        var (a, b) = (rx * rx * y1 * y1, ry * ry * x1 * x1);
        var root = Math.Sqrt(Math.Max(0, ((rx * rx * ry * ry) - a - b) / (a + b))) * (large == sweep ? -1 : 1);
        var (cx1, cy1) = (root * rx * y1 / ry, -root * ry * x1 / rx);
        var (cx, cy) = ((cos * cx1) - (sin * cy1) + ((from.X + to.X) / 2), (sin * cx1) + (cos * cy1) + ((from.Y + to.Y) / 2));
        var start = Math.Atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
        var span = Math.Atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
        span += sweep && span < 0 ? Math.Tau : !sweep && span > 0 ? -Math.Tau : 0;

        var pieces = (int)Math.Ceiling(Math.Abs(span) / (Math.PI / 2) * 0.999);
        var step = span / pieces;
        var reach = 4.0 / 3 * Math.Tan(step / 4);
        Point On(double angle, double along)
        {
            var (s, c) = Math.SinCos(angle);
            var (x, y) = (rx * (c - (along * s)), ry * (s + (along * c)));
            return new((cos * x) - (sin * y) + cx, (sin * x) + (cos * y) + cy);
        }

        for (var i = 0; i < pieces; i++)
        {
            var (here, there) = (start + (i * step), start + ((i + 1) * step));
            curve(On(here, reach), On(there, -reach), i == pieces - 1 ? to : On(there, 0));
        }
    }
}
