using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>Galls on a leaf and one cut open; thirty kilogrammes of them; and what became of them.</summary>
internal static class Gall
{
    public static Drawing Drawing { get; } = new(
        "wubeizi-specimen",
        new("五棓子", "YG-D-07", "标本外形与剖面、三十公斤、从原料到塑料", "1947 年随身带 30 公斤、1948 年试制成五棓子塑料、1953 年投产；外形与设备为符号，不按比例"),
        ["叶上的五棓子", "剖开：外壁与空腔", "1947 年，随身带 30 公斤", "1948 年，试制出五棓子塑料", "1953 年 5 月，重庆棓酸塑料厂投产"],
        View);

    private static readonly IReadOnlyList<Spot> Body = Curves.Smooth(
    [
        new(0, -128), new(34, -122), new(66, -132), new(92, -112), new(98, -82), new(128, -72), new(136, -36), new(118, 4), new(140, 40), new(116, 84), new(72, 96), new(48, 134), new(0, 142),
        new(-46, 128), new(-66, 92), new(-112, 82), new(-132, 40), new(-112, 2), new(-134, -38), new(-112, -78), new(-78, -80), new(-64, -122), new(-30, -136),
    ], closed: true);

    private static void View(Pen pen)
    {
        Leaf(pen);
        Cut(pen, new(776, 330));
        Balance(pen, new(1296, 330));
        Flow(pen);
    }

    private static void Leaf(Pen pen)
    {
        var stem = Curves.Smooth([new(120, 640), new(220, 540), new(330, 420), new(440, 290), new(530, 170)]);
        pen.Lines(Curves.Beside(stem, 3), Ink.Outline);
        pen.Lines(Curves.Beside(stem, -3), Ink.Outline);
        foreach (var side in (int[])[-1, 1])
        {
            for (var i = 0; i < 4; i++)
            {
                var (at, way) = Curves.Along(stem, .18 + (i * .21));
                Leaflet(pen, at, ((way * .55) + (way.Left * side)).Unit, 190 - (i * 16), 48 - (i * 3));
            }
        }

        Leaflet(pen, stem[^1], (stem[^1] - stem[^4]).Unit, 110, 36);
        Whole(pen, new(336, 392), .62, 20);
        Whole(pen, new(246, 520), .46, -35);
        Whole(pen, new(438, 300), .4, 60);
        pen.Ball(1, new(150, 330), new(292, 372));
    }

    private static void Leaflet(Pen pen, Spot foot, Spot way, double length, double width)
    {
        var tip = foot + (way * length);
        List<Spot> Edge(int side) => [foot, foot + (way * (length * .22)) + (way.Left * (side * width * .82)), foot + (way * (length * .5)) + (way.Left * (side * width)), foot + (way * (length * .8)) + (way.Left * (side * width * .5)), tip];
        var (left, right) = (Curves.Smooth(Edge(1)), Curves.Smooth(Edge(-1)));
        pen.Lines([.. left, .. right.Reverse()], new(Ink.Black, 1.6, Ink.Paper), closed: true);
        pen.Line(foot, tip, Ink.Fine);
        for (var i = 1; i < 8; i++)
        {
            foreach (var edge in (IReadOnlyList<Spot>[])[left, right])
            {
                pen.Line(foot + (way * (length * i / 8.6)), Curves.Along(edge, (i + .8) / 8.6).Spot, Ink.Hair);
            }
        }
    }

    private static void Whole(Pen pen, Spot centre, double scale, double turn)
    {
        Spot Place(Spot s)
        {
            var (c, n) = (Math.Cos(turn * Math.PI / 180), Math.Sin(turn * Math.PI / 180));
            return centre + (new Spot((s.X * c) - (s.Y * n), (s.X * n) + (s.Y * c)) * scale);
        }

        pen.Lines([.. Body.Select(Place)], new(Ink.Black, 2.2, Ink.Paper), closed: true);
        foreach (var inset in (double[])[.82, .6, .36])
        {
            var line = Body.Select(s => Place((s * inset) + new Spot(-14 * (1 - inset), -18 * (1 - inset)))).ToList();
            pen.Lines(line.Take((int)(line.Count * .62)), Ink.Hair);
        }

        pen.Hatch([.. Body.Where((_, i) => i > Body.Count * .3 && i < Body.Count * .62).Select(Place), .. Body.Where((_, i) => i > Body.Count * .3 && i < Body.Count * .62).Reverse().Select(s => Place(s * .7))], 50, 5, Ink.Hair);
    }

    private static void Cut(Pen pen, Spot centre)
    {
        const double Scale = 1.28;
        var outer = Body.Select(s => centre + (s * Scale)).ToList();
        var inner = Body.Select(s => centre + (s * (Scale * .85))).ToList();
        List<Spot> wall = [.. outer, outer[0], .. inner.AsEnumerable().Reverse(), inner[^1]];
        pen.Hatch(wall, 45, 7, Ink.Fine with { Width = .8 });
        pen.Lines(outer, Ink.Heavy, closed: true);
        pen.Lines(inner, Ink.Outline, closed: true);
        for (var i = 0; i < 64; i++)
        {
            var (a, r) = (i * 137.508, 116 * Math.Sqrt((i + .5) / 64));
            var at = Spot.At(centre, r, a);
            pen.Ellipse(at, 3.2, 1.8, Ink.Hair);
        }

        pen.Line(centre + new Spot(0, -236), centre + new Spot(0, 240), Ink.Axis);
        pen.Line(centre + new Spot(-226, 0), centre + new Spot(226, 0), Ink.Axis);
        pen.Ball(2, centre + new Spot(196, -212), outer[44]);
        pen.Words("剖面", centre + new Spot(0, 276), 25, Ink.Letter, .5);
    }

    private static void Balance(Pen pen, Spot centre)
    {
        pen.Line(centre + new Spot(0, -190), centre + new Spot(0, 190), new(Ink.Black, 5));
        pen.Lines([centre + new Spot(-90, 214), centre + new Spot(-70, 190), centre + new Spot(70, 190), centre + new Spot(90, 214)], new(Ink.Black, 2.4, Ink.Paper), closed: true);
        pen.Lines([centre + new Spot(-164, -180), centre + new Spot(0, -194), centre + new Spot(164, -180), centre + new Spot(0, -176)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Circle(centre + new Spot(0, -186), 10, new(Ink.Black, 2, Ink.Paper));
        foreach (var side in (int[])[-1, 1])
        {
            var hook = centre + new Spot(side * 162, -180);
            pen.Line(hook, hook + new Spot(-72, 230), Ink.Fine);
            pen.Line(hook, hook + new Spot(72, 230), Ink.Fine);
            pen.Lines(Curves.Arc(hook + new Spot(0, 230), 82, 30, 180, 360), Ink.Outline);
            pen.Line(hook + new Spot(-84, 230), hook + new Spot(84, 230), Ink.Outline);
        }

        var bag = centre + new Spot(-162, 48);
        List<Spot> sack = [bag + new Spot(-62, 0), bag + new Spot(-66, -60), bag + new Spot(-34, -112), bag + new Spot(-14, -122), bag + new Spot(-26, -146), bag + new Spot(26, -146), bag + new Spot(14, -122), bag + new Spot(36, -112), bag + new Spot(66, -58), bag + new Spot(60, 0)];
        pen.Curve(sack, new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Line(bag + new Spot(-16, -122), bag + new Spot(16, -122), Ink.Heavy);
        pen.Curve([bag + new Spot(-40, -90), bag + new Spot(-48, -50), bag + new Spot(-44, -14)], Ink.Hair);
        pen.Curve([bag + new Spot(-8, -110), bag + new Spot(-4, -60), bag + new Spot(-10, -10)], Ink.Hair);
        var weight = centre + new Spot(162, 48);
        pen.Lines([weight + new Spot(-46, 0), weight + new Spot(-38, -74), weight + new Spot(38, -74), weight + new Spot(46, 0)], new(Ink.Black, 2.2, Ink.Paper), closed: true);
        pen.Circle(weight + new Spot(0, -88), 13, Ink.Outline);
        pen.Words("30", weight + new Spot(0, -30), 34, Ink.Letter, .5);
        pen.Words("公斤", weight + new Spot(0, -6), 20, Ink.Letter, .5);
        pen.Ball(3, centre + new Spot(-64, 130), bag + new Spot(40, -20));
    }

    /// <summary>Three steps with symbols of a laboratory and a works; what lies between is not told.</summary>
    private static void Flow(Pen pen)
    {
        const double Y = 850;
        Whole(pen, new(240, Y - 10), .62, 10);
        pen.Words("五棓子", new(240, Y + 118), 27, Ink.Letter, .5);
        pen.Arrow(new(380, Y), new(540, Y), Ink.Mark, 22);
        Flask(pen, new(650, Y + 60));
        pen.Words("棓酸", new(650, Y + 118), 27, Ink.Letter, .5);
        pen.Arrow(new(760, Y), new(920, Y), Ink.Mark, 22);
        Kettle(pen, new(1040, Y + 70));
        pen.Words("塑料", new(1040, Y + 118), 27, Ink.Letter, .5);
        pen.Arrow(new(1160, Y), new(1270, Y), Ink.Mark, 22);
        Works(pen, new(1400, Y + 70));
        pen.Words("工厂", new(1400, Y + 118), 27, Ink.Letter, .5);
        pen.Ball(4, new(940, Y - 90), new(1010, Y - 36));
        pen.Ball(5, new(1260, Y - 90), new(1330, Y - 14));
    }

    private static void Flask(Pen pen, Spot foot)
    {
        pen.Lines([foot + new Spot(-76, 0), foot + new Spot(-18, -104), foot + new Spot(-18, -160), foot + new Spot(18, -160), foot + new Spot(18, -104), foot + new Spot(76, 0)], new(Ink.Black, 2.2, Ink.Paper), closed: true);
        pen.Lines([foot + new Spot(-74, -3), foot + new Spot(-46, -53), foot + new Spot(46, -53), foot + new Spot(74, -3)], Ink.Water, closed: true);
        pen.Line(foot + new Spot(-46, -53), foot + new Spot(46, -53), Ink.Fine);
        pen.Line(foot + new Spot(-26, -160), foot + new Spot(26, -160), Ink.Heavy);
        for (var i = 1; i < 5; i++)
        {
            pen.Line(foot + new Spot(-8, -i * 18), foot + new Spot(8, -i * 18), Ink.Hair);
        }
    }

    private static void Kettle(Pen pen, Spot foot)
    {
        var ink = new Ink(Ink.Black, 2.2, Ink.Paper);
        pen.Line(foot + new Spot(-62, 0), foot + new Spot(-52, -40), Ink.Outline);
        pen.Line(foot + new Spot(62, 0), foot + new Spot(52, -40), Ink.Outline);
        pen.Lines([foot + new Spot(-70, -120), .. Curves.Arc(foot + new Spot(0, -50), 70, 42, 180, 360), foot + new Spot(70, -120)], ink, closed: true);
        pen.Lines([.. Curves.Arc(foot + new Spot(0, -120), 70, 30, 0, 180)], ink, closed: true);
        pen.Line(foot + new Spot(-80, -120), foot + new Spot(80, -120), Ink.Heavy);
        pen.Box(foot.X - 15, foot.Y - 186, 30, 36, ink);
        pen.Line(foot + new Spot(0, -150), foot + new Spot(0, -44), Ink.Fine);
        pen.Line(foot + new Spot(-36, -50), foot + new Spot(36, -38), Ink.Outline);
        pen.Line(foot + new Spot(-36, -38), foot + new Spot(36, -50), Ink.Outline);
    }

    private static void Works(Pen pen, Spot foot)
    {
        var ink = new Ink(Ink.Black, 2, Ink.Paper);
        pen.Lines([foot + new Spot(56, 0), foot + new Spot(62, -170), foot + new Spot(84, -170), foot + new Spot(90, 0)], ink, closed: true);
        pen.Lines([foot + new Spot(-110, 0), foot + new Spot(-110, -60), foot + new Spot(-60, -96), foot + new Spot(-60, -60), foot + new Spot(-10, -96), foot + new Spot(-10, -60), foot + new Spot(40, -96), foot + new Spot(40, 0)], ink, closed: true);
        for (var i = 0; i < 3; i++)
        {
            pen.Box(foot.X - 96 + (i * 46), foot.Y - 44, 26, 22, Ink.Fine);
        }

        pen.Line(foot + new Spot(-130, 0), foot + new Spot(120, 0), Ink.Heavy);
    }
}
