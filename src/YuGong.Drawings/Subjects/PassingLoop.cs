using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>How two cars pass on one line: in elevation on the bank, and the loop in plan.</summary>
internal static class PassingLoop
{
    private static readonly Spot Foot = new(150, 606), Head = new(1440, 150);

    public static Drawing Drawing { get; } = new(
        "wanglongmen-passing-loop",
        new("望龙门缆车错车段", "YG-D-03", "侧面与错车段平面示意", "1945 年 4 月建成、1993 年停运，据重庆日报；长度、高差、坡度未见可靠数字，不注"),
        ["上行的车", "下行的车", "错车段：一股轨道分成两股", "单股轨道", "江边", "坡顶"],
        View);

    private static Spot On(double part, double up = 0) => Spot.Between(Foot, Head, part) + ((Head - Foot).Unit.Left * up);

    private static void View(Pen pen)
    {
        Bank(pen);
        Trestle(pen);
        Car(pen, .40, up: true);
        Car(pen, .565, up: false);
        pen.Ball(1, new(500, 250), On(.42, 56));
        pen.Ball(2, new(760, 160), On(.58, 56));
        pen.Ball(5, new(180, 716), new(128, 640));
        pen.Ball(6, new(1380, 300), new(1440, 190));
        Plan(pen, 838);
    }

    private static void Bank(Pen pen)
    {
        List<Spot> bank = [new(60, 650), new(120, 636), new(230, 604), new(330, 590), new(420, 542), new(540, 520), new(640, 470), new(760, 438), new(860, 396), new(980, 366), new(1080, 320), new(1200, 290), new(1310, 240), new(1400, 222), new(1540, 214)];
        var line = Curves.Smooth(bank);
        List<Spot> ground = [.. line, .. line.Reverse().Select(s => s + new Spot(0, 74))];
        pen.Hatch(ground, 45, 14, Ink.Hair);
        pen.Lines(line, Ink.Heavy);
        for (var i = 0; i < 4; i++)
        {
            pen.Curve([new(60, 610 + (i * 10)), new(84, 606 + (i * 10)), new(108, 610 + (i * 10)), new(128 - (i * 8), 613 + (i * 10))], Ink.Hair);
        }

        pen.Lines([new(1420, 220), new(1420, 112), new(1478, 78), new(1536, 112), new(1536, 215)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Line(new(1404, 114), new(1552, 114), Ink.Outline);
        
        foreach (var x in (double[])[1474, 1506])
        {
            pen.Box(x, 136, 18, 30, Ink.Fine);
        }
    }

    private static void Trestle(Pen pen)
    {
        for (var i = 1; i < 13; i++)
        {
            var top = On(i / 13.0, -8);
            var foot = new Spot(top.X, top.Y + 64 + (Math.Sin(i * 1.7) * 10));
            pen.Line(top + new Spot(-9, 0), foot + new Spot(-15, 0), Ink.Outline);
            pen.Line(top + new Spot(9, 0), foot + new Spot(15, 0), Ink.Outline);
            pen.Line(foot + new Spot(-15, 0), top + new Spot(9, 0), Ink.Hair);
            pen.Line(foot + new Spot(-24, 0), foot + new Spot(24, 0), Ink.Heavy);
        }

        pen.Line(On(0), On(1), Ink.Heavy);
        pen.Line(On(0, -9), On(1, -9), Ink.Outline);
        for (var i = 0; i <= 70; i++)
        {
            pen.Line(On(i / 70.0, -1), On(i / 70.0, -9), Ink.Fine with { Width = .9 });
        }

        pen.Line(On(.44, 12), On(1, 12), Ink.Hair with { Stroke = Ink.Cinnabar });
        pen.Line(On(.61, 20), On(1, 20), Ink.Hair with { Stroke = Ink.Cinnabar });
    }

    /// <summary>A car with level floors, stepped along the slope.</summary>
    private static void Car(Pen pen, double part, bool up)
    {
        var ink = new Ink(Ink.Black, 2, Ink.Paper);
        for (var c = 0; c < 3; c++)
        {
            var at = On(part + (c * .037), 14);
            pen.Lines([at, at + new Spot(48, 0), at + new Spot(48, -76), at + new Spot(0, -76)], ink, closed: true);
            pen.Box(at.X + 7, at.Y - 64, 14, 28, Ink.Fine);
            pen.Box(at.X + 27, at.Y - 64, 14, 28, Ink.Fine);
            pen.Line(at + new Spot(-4, -76), at + new Spot(52, -76), Ink.Heavy);
            pen.Line(at + new Spot(0, -26), at + new Spot(48, -26), Ink.Fine);
        }

        foreach (var c in (double[])[.008, .052, .096])
        {
            pen.Circle(On(part + c, 9), 9, ink);
            pen.Circle(On(part + c, 9), 2.5, Ink.Solid);
        }

        var (from, to) = up ? (On(part - .01, 128), On(part + .09, 128)) : (On(part + .13, 128), On(part + .03, 128));
        pen.Arrow(from, to, Ink.Mark, 18);
    }

    private static void Plan(Pen pen, double y)
    {
        const double Gauge = 15, Apart = 46;
        Track(pen, [new(90, y), new(540, y)], Gauge);
        Track(pen, [new(1060, y), new(1510, y)], Gauge);
        foreach (var side in (int[])[-1, 1])
        {
            List<Spot> loop = [new(540, y), new(600, y + (side * 8)), new(665, y + (side * Apart * .8)), new(730, y + (side * Apart)), new(870, y + (side * Apart)), new(935, y + (side * Apart * .8)), new(1000, y + (side * 8)), new(1060, y)];
            Track(pen, Curves.Smooth(loop), Gauge);
        }

        Top(pen, new(800, y - Apart), right: true);
        Top(pen, new(800, y + Apart), right: false);
        pen.Line(new(70, y), new(1530, y), Ink.Axis);
        pen.Line(new(540, y - 90), new(540, y + 112), Ink.Hair with { Dash = "6 6" });
        pen.Line(new(1060, y - 90), new(1060, y + 112), Ink.Hair with { Dash = "6 6" });
        pen.Line(new(540, y + 104), new(1060, y + 104), Ink.Measure);
        pen.Head(new(540, y + 104), new(1060, y + 104), Ink.Measure);
        pen.Head(new(1060, y + 104), new(540, y + 104), Ink.Measure);
        pen.Words("错车段", new(800, y + 136), 27, Ink.Letter, .5);
        pen.Ball(3, new(612, y - 88), new(668, y - 37));
        pen.Ball(4, new(300, y - 72), new(300, y - 16));
        pen.Line(On(.40, -60), new(540, y - 92), Ink.Faint);
        pen.Line(On(.69, -84), new(1060, y - 92), Ink.Faint);
    }

    private static void Track(Pen pen, IReadOnlyList<Spot> line, double gauge)
    {
        var length = Enumerable.Range(1, line.Count - 1).Sum(i => (line[i] - line[i - 1]).Length);
        for (var d = 6.0; d < length; d += 15)
        {
            var (spot, way) = Curves.Along(line, d / length);
            pen.Line(spot + (way.Left * (gauge + 9)), spot - (way.Left * (gauge + 9)), Ink.Fine with { Stroke = Ink.Slope, Width = 2.2 });
        }

        pen.Lines(Curves.Beside(line, gauge), Ink.Outline);
        pen.Lines(Curves.Beside(line, -gauge), Ink.Outline);
    }

    private static void Top(Pen pen, Spot centre, bool right)
    {
        pen.Box(centre.X - 78, centre.Y - 25, 156, 50, new(Ink.Black, 2.2, Ink.Paper));
        pen.Box(centre.X - 68, centre.Y - 17, 136, 34, Ink.Fine);
        var (from, to) = right ? (-52, 52) : (52, -52);
        pen.Arrow(centre + new Spot(from, 0), centre + new Spot(to, 0), Ink.Mark, 18);
    }
}
