using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>What it means to locate a railway: two lines through imagined hills, and how a curve is staked out.</summary>
internal static class RailwayLocation
{
    public static Drawing Drawing { get; } = new(
        "chengyu-railway",
        new("铁路选线原理", "YG-D-06", "等高线选线、圆曲线要素、里程示意", "成渝铁路全长 505 公里、1952 年 7 月 1 日通车；地形与两条比较线为假想，不是实测"),
        ["等高线：同一高度连成的线", "比较线甲：沿河谷绕行", "比较线乙：截弯取直，开洞架桥", "隧道", "桥"],
        View);

    private static readonly IReadOnlyList<Spot> Valley = Curves.Smooth(
        [new(96, 660), new(190, 610), new(270, 520), new(300, 410), new(380, 330), new(490, 310), new(560, 380), new(570, 480), new(640, 560), new(750, 560), new(830, 490), new(850, 390), new(920, 300), new(1020, 250)]);

    private static readonly IReadOnlyList<Spot> Straight = Curves.Smooth([new(96, 660), new(240, 600), new(400, 545), new(560, 470), new(720, 385), new(880, 305), new(1020, 250)]);

    private static readonly IReadOnlyList<Spot> River = Curves.Smooth(
        [new(64, 719), new(180, 690), new(270, 610), new(350, 560), new(352, 450), new(420, 380), new(500, 366), new(520, 450), new(530, 550), new(620, 620), new(760, 616), new(880, 560), new(910, 430), new(980, 340), new(1074, 292)]);

    private const double Step = .62;

    private static readonly (double, double, double, double) Field = (60, 76, 1080, 766);

    private static void View(Pen pen)
    {
        pen.Box(60, 76, 1020, 690, Ink.Fine);
        Contours(pen);
        pen.Lines([.. Curves.Beside(River, 8), .. Curves.Beside(River, -8).Reverse()], new(null, 0, Ink.Mist), closed: true);
        pen.Lines(Curves.Beside(River, 8), new(Ink.Survey, 1.2));
        pen.Lines(Curves.Beside(River, -8), new(Ink.Survey, 1.2));
        Rail(pen, Valley, dashed: true);
        Rail(pen, Straight, dashed: false);
        Tunnel(pen, .325, .405);
        Tunnel(pen, .58, .71);
        var bridges = Crossings();
        bridges.ForEach(part => Bridge(pen, part));
        North(pen, new(1024, 184));
        pen.Ball(1, new(250, 150), Contour(new(330, 250)));
        pen.Ball(2, new(480, 220), new(480, 308));
        pen.Ball(3, new(850, 230), Curves.Along(Straight, .78).Spot);
        pen.Ball(4, new(420, 680), Curves.Along(Straight, .37).Spot);
        pen.Ball(5, new(640, 700), Curves.Along(Straight, bridges[bridges.Count / 2]).Spot);
        CircularCurve(pen, new(1320, 640));
        Strip(pen);
    }

    /// <summary>The nearest place on a contour line.</summary>
    private static Spot Contour(Spot near) => Isolines.Of(Ground, Field, 10, 4 * Step).SelectMany(l => l).MinBy(s => (s - near).Length);

    /// <summary>Where the straight line meets the river, as parts of its length.</summary>
    private static List<double> Crossings()
    {
        double Away(double part) => River.Min(s => (s - Curves.Along(Straight, part).Spot).Length);
        var parts = Enumerable.Range(1, 198).Select(i => i / 200.0).ToList();
        return [.. parts.Where(p => Away(p) < 7 && Away(p) <= Away(p - .005) && Away(p) < Away(p + .005))];
    }

    /// <summary>Hills that exist nowhere: a sum of a few smooth bumps, lower along the river.</summary>
    private static double Ground(double x, double y)
    {
        static double Bump(double x, double y, double cx, double cy, double rx, double ry, double h) => h * Math.Exp(-(((x - cx) * (x - cx) / (rx * rx)) + ((y - cy) * (y - cy) / (ry * ry))));
        return Bump(x, y, 440, 500, 96, 120, 5.4) + Bump(x, y, 700, 440, 130, 110, 4.9) + Bump(x, y, 200, 380, 120, 190, 6.2) + Bump(x, y, 430, 180, 240, 110, 6.6) + Bump(x, y, 760, 180, 170, 120, 7.4)
            + Bump(x, y, 1010, 560, 130, 210, 6.8) + Bump(x, y, 420, 730, 190, 90, 4.6) + Bump(x, y, 760, 750, 200, 90, 5.2) + Bump(x, y, 1060, 110, 120, 130, 3.2) + Bump(x, y, 90, 120, 140, 140, 3.6)
            + (.35 * Math.Sin(x / 61) * Math.Cos(y / 47)) + (.22 * Math.Sin((x + y) / 37));
    }

    private static void Contours(Pen pen)
    {
        for (var level = 1; level <= 13; level++)
        {
            var ink = level % 4 == 0 ? new Ink(Ink.Haze, 1.5) : new Ink(Ink.Haze, .8);
            foreach (var line in Isolines.Of(Ground, Field, 10, level * Step))
            {
                pen.Lines(line, ink);
            }
        }
    }

    private static void Rail(Pen pen, IReadOnlyList<Spot> line, bool dashed)
    {
        if (dashed)
        {
            pen.Lines(line, new(Ink.Black, 3, Dash: "16 9"));
            return;
        }

        pen.Lines(line, new(Ink.Paper, 11));
        pen.Lines(line, new(Ink.Cinnabar, 4.2));
        for (var i = 1; i < 36; i++)
        {
            var (at, way) = Curves.Along(line, i / 36.0);
            pen.Line(at + (way.Left * (i % 5 == 0 ? 13 : 8)), at - (way.Left * (i % 5 == 0 ? 13 : 8)), Ink.Mark with { Width = 1.3 });
        }
    }

    private static void Tunnel(Pen pen, double from, double to)
    {
        var part = Enumerable.Range(0, 13).Select(i => Curves.Along(Straight, from + ((to - from) * i / 12)).Spot).ToList();
        foreach (var side in (int[])[-17, 17])
        {
            pen.Lines(Curves.Beside(part, side), new(Ink.Black, 2, Dash: "9 6"));
        }

        foreach (var end in (double[])[from, to])
        {
            var (at, way) = Curves.Along(Straight, end);
            pen.Line(at + (way.Left * 24), at - (way.Left * 24), Ink.Heavy);
        }
    }

    private static void Bridge(Pen pen, double part)
    {
        var (at, way) = Curves.Along(Straight, part);
        foreach (var side in (int[])[-1, 1])
        {
            var middle = at + (way.Left * (side * 16));
            pen.Lines([middle - (way * 34) + (way.Left * (side * 9)), middle - (way * 24), middle + (way * 24), middle + (way * 34) + (way.Left * (side * 9))], Ink.Heavy);
        }
    }

    private static void North(Pen pen, Spot at)
    {
        pen.Lines([at + new Spot(0, -50), at + new Spot(15, 30), at + new Spot(0, 18), at + new Spot(-15, 30)], new(Ink.Black, 1.6, Ink.Paper), closed: true);
        pen.Lines([at + new Spot(0, -50), at + new Spot(0, 18), at + new Spot(-15, 30)], Ink.Solid, closed: true);
        pen.Words("北", at + new Spot(0, -58), 20, Ink.Letter, .5);
    }

    /// <summary>The elements of a circular curve as surveyors name them: JD, ZY, QZ, YZ, radius R, deflection α.</summary>
    private static void CircularCurve(Pen pen, Spot centre)
    {
        const double R = 250, Half = 38;
        var origin = centre + new Spot(0, 110);
        var corner = new Spot(origin.X, origin.Y - (R / Math.Cos(Half * Math.PI / 180)));
        var (zy, yz, qz) = (Spot.At(origin, R, 90 + Half), Spot.At(origin, R, 90 - Half), Spot.At(origin, R, 90));
        pen.Line(zy + ((zy - corner).Unit * 70), corner + ((corner - zy).Unit * 90), Ink.Hair);
        pen.Line(yz + ((yz - corner).Unit * 70), corner, Ink.Hair);
        pen.Lines([zy + ((zy - corner).Unit * 70), .. Curves.Arc(origin, R, R, 90 + Half, 90 - Half), yz + ((yz - corner).Unit * 70)], new(Ink.Cinnabar, 3.6));
        foreach (var end in (Spot[])[zy, yz])
        {
            pen.Line(origin, end, Ink.Hair with { Dash = "8 6" });
        }

        pen.Line(origin, corner, Ink.Axis);
        foreach (var at in (Spot[])[zy, yz, qz, corner, origin])
        {
            pen.Circle(at, 5.5, new(Ink.Black, 1.6, Ink.Paper));
        }

        pen.Words("JD", corner + new Spot(0, -16), 24, Ink.Letter, .5);
        pen.Words("ZY", zy + new Spot(-18, -10), 24, Ink.Letter, 1);
        pen.Words("YZ", yz + new Spot(18, -10), 24, Ink.Letter);
        pen.Words("QZ", qz + new Spot(12, 32), 24, Ink.Letter);
        pen.Words("R", Spot.Between(origin, zy, .5) + new Spot(-22, 6), 26, Ink.SoftLetter, .5);
        pen.Words("R", Spot.Between(origin, yz, .5) + new Spot(22, 6), 26, Ink.SoftLetter, .5);
        var alpha = Curves.Arc(corner, 62, 62, 38, -38);
        pen.Lines(alpha, Ink.Mark);
        pen.Head(alpha[^1], alpha[^3], Ink.Mark);
        pen.Words("α", corner + new Spot(76, 8), 26, Ink.RedLetter);
        pen.Words("圆曲线要素", new(centre.X, 190), 27, Ink.Letter, .5);
        pen.Words("交点 JD　直圆点 ZY", new(centre.X, 236), 21, Ink.SoftLetter, .5);
        pen.Words("曲中点 QZ　圆直点 YZ", new(centre.X, 268), 21, Ink.SoftLetter, .5);
        pen.Words("半径 R　转角 α", new(centre.X, 300), 21, Ink.SoftLetter, .5);
    }

    private static void Strip(Pen pen)
    {
        const double Y = 880;
        pen.Line(new(150, Y), new(1450, Y), new(Ink.Black, 7));
        pen.Line(new(150, Y), new(1450, Y), new(Ink.Paper, 3.4, Dash: "20 20"));
        foreach (var (x, name, align) in ((double, string, double)[])[(150, "成都", .5), (1450, "重庆", .5)])
        {
            pen.Circle(new(x, Y), 14, new(Ink.Black, 3, Ink.Paper));
            pen.Circle(new(x, Y), 6, new(null, 0, Ink.Cinnabar));
            pen.Words(name, new(x, Y - 30), 30, Ink.Letter, align);
        }

        pen.Dimension(new(150, Y), new(1450, Y), -56, "505 公里", 30);
    }
}
