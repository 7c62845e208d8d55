using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>How a short wave goes round the earth: voice, transmitter, aerial, and the layer of the sky that sends it back.</summary>
internal static class ShortwaveStation
{
    public static Drawing Drawing { get; } = new(
        "xgoy-shortwave-station",
        new("35 千瓦短波台", "YG-D-10", "播音、发射、天线与天波传播示意", "发射功率 35 千瓦、呼号 XGOY，据重庆大学校史资源、《时代》；台址、设备形式未见互证，不注"),
        ["播音室", "发射机，35 千瓦", "天线，挂在两座铁塔之间", "天波：斜着射向高空", "电离层把短波折回地面", "远方的收音机"],
        View);

    private static void View(Pen pen)
    {
        Sky(pen);
        Station(pen);
        Mast(pen, new(930, 880), 320);
        Mast(pen, new(1330, 880), 320);
        Aerial(pen, new(930, 560), new(1330, 560));
        pen.Line(new(90, 880), new(1500, 880), Ink.Heavy);
        pen.Hatch([new(90, 880), new(1500, 880), new(1500, 906), new(90, 906)], 45, 13, Ink.Hair);
    }

    private static void Sky(Pen pen)
    {
        var earth = new Spot(800, 2140);
        const double Ground = 1720, Layer = 2010;
        pen.Lines([.. Curves.Arc(earth, Layer + 34, Layer + 34, 111, 69, .5), .. Curves.Arc(earth, Layer, Layer, 69, 111, .5)], Ink.Shade, closed: true);
        foreach (var (r, ink) in ((double, Ink)[])[(Layer, Ink.Outline with { Stroke = Ink.Slope }), (Layer + 11, Ink.Faint), (Layer + 22, Ink.Faint), (Layer + 34, Ink.Hair)])
        {
            pen.Lines(Curves.Arc(earth, r, r, 111, 69, .5), ink);
        }

        for (var i = 0; i < 70; i++)
        {
            var angle = 110 - (i * .585);
            var at = Spot.At(earth, Layer + 8 + (i * 7 % 20), angle);
            pen.Line(at + new Spot(-4, 0), at + new Spot(4, 0), Ink.Hair);
            if (i % 2 == 0)
            {
                pen.Line(at + new Spot(0, -4), at + new Spot(0, 4), Ink.Hair);
            }
        }

        var ground = Curves.Arc(earth, Ground, Ground, 109.5, 70.5, .5);
        pen.Lines(ground, Ink.Heavy);
        pen.Hatch([.. ground, .. ground.Reverse().Select(s => s + new Spot(0, 20))], 45, 12, Ink.Hair);
        Spot From(double angle) => Spot.At(earth, Ground, angle);
        Spot Up(double angle) => Spot.At(earth, Layer, angle);
        foreach (var lift in (double[])[0, .7, 1.4])
        {
            List<Spot> hop = [From(106), Up(99.2 - lift), From(92.4 - (lift * 2)), Up(85.6 - (lift * 3)), From(78.8 - (lift * 3.4))];
            for (var i = 1; i < hop.Count; i++)
            {
                pen.Line(hop[i - 1], hop[i], lift == 0 ? Ink.Mark with { Width = 2.2 } : new Ink(Ink.Cinnabar, .8, Dash: "9 7"));
            }

            if (lift == 0)
            {
                pen.Head(Spot.Between(hop[0], hop[1], .55), hop[0], Ink.Mark, 20);
                pen.Head(Spot.Between(hop[1], hop[2], .55), hop[1], Ink.Mark, 20);
                pen.Head(Spot.Between(hop[2], hop[3], .55), hop[2], Ink.Mark, 20);
                pen.Head(hop[4], hop[3], Ink.Mark, 20);
            }
        }

        Small(pen, From(106));
        Radio(pen, From(78.8) + new Spot(0, 0));
        pen.Ball(4, new(250, 260), Spot.Between(From(106), Up(99.2), .45));
        pen.Ball(5, new(800, 216), Up(91));
        pen.Ball(6, new(1330, 330), From(78.8) + new Spot(26, -26));
    }

    private static void Small(Pen pen, Spot foot)
    {
        pen.Lines([foot + new Spot(-10, 0), foot + new Spot(0, -56), foot + new Spot(10, 0)], Ink.Outline);
        pen.Line(foot + new Spot(-6, -20), foot + new Spot(6, -20), Ink.Fine);
        pen.Line(foot + new Spot(-3, -38), foot + new Spot(3, -38), Ink.Fine);
    }

    private static void Radio(Pen pen, Spot foot)
    {
        pen.Box(foot.X, foot.Y - 46, 66, 46, new(Ink.Black, 2, Ink.Paper));
        pen.Circle(foot + new Spot(20, -23), 14, Ink.Fine);
        pen.Hatch(Curves.Arc(foot + new Spot(20, -23), 14, 14, 0, 360), 0, 4, Ink.Hair);
        pen.Box(foot.X + 42, foot.Y - 38, 18, 12, Ink.Fine);
        pen.Circle(foot + new Spot(51, -13), 6, Ink.Fine);
        pen.Line(foot + new Spot(58, -46), foot + new Spot(78, -84), Ink.Fine);
    }

    /// <summary>Voice, line, transmitter.</summary>
    private static void Station(Pen pen)
    {
        var ink = new Ink(Ink.Black, 2.2, Ink.Paper);
        pen.Box(140, 690, 190, 190, ink);
        pen.Box(152, 702, 166, 166, Ink.Fine);
        for (var i = 0; i < 14; i++)
        {
            pen.Line(new(140, 694 + (i * 13.4)), new(152, 702 + (i * 12)), Ink.Hair);
            pen.Line(new(330, 694 + (i * 13.4)), new(318, 702 + (i * 12)), Ink.Hair);
        }

        pen.Line(new(236, 868), new(236, 800), Ink.Outline);
        pen.Line(new(206, 868), new(266, 868), Ink.Heavy);
        pen.Lines([new(214, 736), .. Curves.Arc(new(236, 736), 22, 22, 180, 0).Reverse().Take(0), new(214, 776), new(236, 800), new(258, 776), new(258, 736)], ink);
        pen.Lines(Curves.Arc(new(236, 738), 22, 24, 0, 180), ink);
        for (var i = 0; i < 5; i++)
        {
            pen.Line(new(216, 730 + (i * 11)), new(256, 730 + (i * 11)), Ink.Hair);
        }

        foreach (var r in (double[])[40, 54, 68])
        {
            pen.Arc(new(236, 752), r, 148, 212, Ink.Mark with { Width = 1.2 });
        }

        pen.Lines([new(330, 800), new(440, 800)], Ink.Outline);
        pen.Lines([new(330, 812), new(440, 812)], Ink.Outline);
        pen.Arrow(new(350, 784), new(424, 784), Ink.Mark);
        pen.Box(440, 650, 250, 230, ink);
        foreach (var x in (double[])[440, 523, 607])
        {
            pen.Box(x, 650, 83, 230, Ink.Outline);
            pen.Circle(new(x + 25, 690), 15, Ink.Fine);
            pen.Circle(new(x + 59, 690), 15, Ink.Fine);
            pen.Line(new(x + 25, 690), new(x + 33, 680), Ink.Fine);
            pen.Line(new(x + 59, 690), new(x + 53, 679), Ink.Fine);
            pen.Box(x + 14, 722, 56, 70, Ink.Fine);
            pen.Lines([.. Curves.Arc(new(x + 42, 766), 15, 22, 0, 180), new(x + 27, 786), new(x + 57, 786)], Ink.Fine, closed: true);
            pen.Line(new(x + 34, 764), new(x + 50, 764), Ink.Fine);
            for (var i = 0; i < 5; i++)
            {
                pen.Line(new(x + 14, 812 + (i * 12)), new(x + 70, 812 + (i * 12)), Ink.Hair);
            }
        }

        pen.Words("35 千瓦", new(565, 630), 30, Ink.Letter, .5);
        foreach (var x in (double[])[780, 1010, 1130])
        {
            pen.Line(new(x, 880), new(x, 732), Ink.Outline);
            pen.Line(new(x - 12, 744), new(x + 12, 744), Ink.Outline);
        }

        pen.Lines([new(690, 740), new(1124, 740), new(1126, 592)], Ink.Fine);
        pen.Lines([new(690, 750), new(1136, 750), new(1134, 592)], Ink.Fine);
        pen.Ball(1, new(110, 650), new(170, 710));
        pen.Ball(2, new(740, 620), new(676, 680));
    }

    private static void Mast(Pen pen, Spot foot, double height)
    {
        var (left, right) = (foot + new Spot(-34, 0), foot + new Spot(34, 0));
        var (topLeft, topRight) = (foot + new Spot(-6, -height), foot + new Spot(6, -height));
        pen.Line(left, topLeft, Ink.Outline);
        pen.Line(right, topRight, Ink.Outline);
        const int Bays = 9;
        for (var i = 0; i < Bays; i++)
        {
            var (a, b) = (i / (double)Bays, (i + 1) / (double)Bays);
            pen.Line(Spot.Between(left, topLeft, a), Spot.Between(right, topRight, b), Ink.Fine);
            pen.Line(Spot.Between(right, topRight, a), Spot.Between(left, topLeft, b), Ink.Fine);
            pen.Line(Spot.Between(left, topLeft, b), Spot.Between(right, topRight, b), Ink.Fine);
        }

        foreach (var side in (int[])[-1, 1])
        {
            pen.Line(foot + new Spot(0, -height), foot + new Spot(side * 130, 0), Ink.Hair);
            pen.Line(foot + new Spot(0, -height * .6), foot + new Spot(side * 110, 0), Ink.Hair);
        }

        pen.Box(foot.X - 44, foot.Y - 8, 88, 8, new(Ink.Black, 2, Ink.Paper));
    }

    /// <summary>A dipole: two halves with an insulator between, fed in the middle.</summary>
    private static void Aerial(Pen pen, Spot left, Spot right)
    {
        foreach (var y in (double[])[6, 92])
        {
            List<Spot> wire = [.. Enumerable.Range(0, 21).Select(i => i / 20.0).Select(t => Spot.Between(left, right, t) + new Spot(0, y + (26 * 4 * t * (1 - t))))];
            pen.Lines(wire, new(Ink.Cinnabar, 2.2));
            foreach (var t in (int[])[2, 10, 18])
            {
                pen.Circle(wire[t], 5, new(Ink.Black, 1.4, Ink.Paper));
            }
        }

        pen.Ball(3, new(1430, 560), new(1284, 580));
    }
}
