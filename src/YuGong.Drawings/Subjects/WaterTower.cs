using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>The stone tower with its colonnade of 18 columns, and why it stands on the highest ground of the old town.</summary>
internal static class WaterTower
{
    public const int Columns = 18;

    public static Drawing Drawing { get; } = new(
        "daqiangba-water-tower",
        new("打枪坝水塔", "YG-D-04", "立面、柱廊平面、重力供水示意", "石砌、柱廊 18 根罗马柱，据重庆晨报；塔形、尺寸、地形为示意，不按比例"),
        ["石砌塔身", "柱廊，18 根罗马柱", "大溪沟，嘉陵江边取水", "水升到打枪坝，老城的制高点", "靠天然高差，往下供水"],
        View);

    private static void View(Pen pen)
    {
        Elevation(pen, new(400, 910));
        Plan(pen, new(1130, 270), 150);
        Principle(pen);
    }

    private static void Elevation(Pen pen, Spot foot)
    {
        List<Spot> shaft = [foot + new Spot(-196, -70), foot + new Spot(-170, -430), foot + new Spot(170, -430), foot + new Spot(196, -70)];
        pen.Lines(shaft, Ink.Blank, closed: true);
        Stones(pen, foot);
        pen.Lines(shaft, Ink.Outline, closed: true);
        foreach (var (y, half, height) in ((double, double, double)[])[(-70, 232, 26), (-44, 256, 44), (-452, 236, 22), (-474, 222, 22)])
        {
            pen.Box(foot.X - half, foot.Y + y, half * 2, height, new(Ink.Black, 2, Ink.Paper));
        }

        pen.Line(foot + new Spot(-330, 0), foot + new Spot(330, 0), Ink.Heavy);
        pen.Hatch([foot + new Spot(-330, 0), foot + new Spot(330, 0), foot + new Spot(330, 22), foot + new Spot(-330, 22)], 45, 12, Ink.Hair);
        Door(pen, foot + new Spot(0, -70));
        Colonnade(pen, foot + new Spot(0, -474));
        Tank(pen, foot + new Spot(0, -642));
        pen.Line(foot + new Spot(0, -850), foot + new Spot(0, 40), Ink.Axis);
        pen.Ball(1, new(110, 660), new(228, 640));
        pen.Ball(2, new(110, 330), new(216, 346));
    }

    private static void Stones(Pen pen, Spot foot)
    {
        for (var row = 0; row < 12; row++)
        {
            var y = -70 - (row * 30);
            double Half(double at) => 196 - ((-70 - at) * 26 / 360);
            pen.Line(foot + new Spot(-Half(y), y), foot + new Spot(Half(y), y), Ink.Hair);
            for (var i = -4; i <= 4; i++)
            {
                var x = Math.Sin(Math.Clamp((i + (row % 2 * .5)) / 4.8, -1, 1) * Math.PI / 2);
                if (Math.Abs(x) < .99)
                {
                    pen.Line(foot + new Spot(x * Half(y), y), foot + new Spot(x * Half(y - 30), y - 30), Ink.Hair);
                }
            }
        }

        pen.Hatch([foot + new Spot(120, -72), foot + new Spot(194, -72), foot + new Spot(168, -428), foot + new Spot(112, -428)], 78, 7, Ink.Faint);
    }

    private static void Door(Pen pen, Spot foot)
    {
        var arch = Curves.Arc(foot + new Spot(0, -96), 40, 40, 0, 180);
        pen.Lines([foot + new Spot(40, 0), .. arch, foot + new Spot(-40, 0)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Lines([.. Curves.Arc(foot + new Spot(0, -96), 56, 56, 0, 180)], Ink.Fine);
        pen.Line(foot + new Spot(0, 0), foot + new Spot(0, -136), Ink.Fine);
        var window = foot + new Spot(0, -250);
        pen.Lines([window + new Spot(22, 34), .. Curves.Arc(window, 22, 22, 0, 180), window + new Spot(-22, 34)], new(Ink.Black, 1.6, Ink.Paper), closed: true);
        pen.Line(window + new Spot(0, 34), window + new Spot(0, -22), Ink.Fine);
    }

    /// <summary>Columns on a circle, seen from the front: those behind are faint.</summary>
    private static void Colonnade(Pen pen, Spot foot)
    {
        const double Radius = 192;
        pen.Box(foot.X - 214, foot.Y - 14, 428, 14, new(Ink.Black, 2, Ink.Paper));
        foreach (var front in (bool[])[false, true])
        {
            if (front)
            {
                Core(pen, foot);
            }

            for (var i = 0; i < Columns; i++)
            {
                var angle = (i + .5) * 360.0 / Columns;
                if (Math.Sin(angle * Math.PI / 180) < 0 == front)
                {
                    Column(pen, foot + new Spot(Radius * Math.Cos(angle * Math.PI / 180), -14), front);
                }
            }
        }
    }

    /// <summary>The wall behind the columns.</summary>
    private static void Core(Pen pen, Spot foot)
    {
        pen.Box(foot.X - 132, foot.Y - 146, 264, 132, new(Ink.Black, 1.4, Ink.Paper));
        for (var i = -6; i <= 6; i++)
        {
            var x = 132 * Math.Sin(i / 6.6 * Math.PI / 2);
            pen.Line(foot + new Spot(x, -144), foot + new Spot(x, -16), Ink.Hair);
        }

        foreach (var x in (double[])[-66, 0, 66])
        {
            pen.Lines([foot + new Spot(x + 15, -22), .. Curves.Arc(foot + new Spot(x, -96), 15, 15, 0, 180), foot + new Spot(x - 15, -22)], new(Ink.Black, 1.2, Ink.Mist), closed: true);
        }
    }

    private static void Column(Pen pen, Spot foot, bool front)
    {
        if (!front)
        {
            pen.Line(foot + new Spot(-6, -10), foot + new Spot(-5, -126), Ink.Faint);
            pen.Line(foot + new Spot(6, -10), foot + new Spot(5, -126), Ink.Faint);
            return;
        }

        var ink = new Ink(Ink.Black, 1.5, Ink.Paper);
        pen.Lines([foot + new Spot(-9, -10), foot + new Spot(-7.4, -120), foot + new Spot(7.4, -120), foot + new Spot(9, -10)], ink, closed: true);
        pen.Box(foot.X - 13, foot.Y - 5, 26, 5, ink);
        pen.Box(foot.X - 11, foot.Y - 10, 22, 5, ink);
        pen.Box(foot.X - 10, foot.Y - 126, 20, 6, ink);
        pen.Box(foot.X - 13, foot.Y - 132, 26, 6, ink);
        pen.Line(foot + new Spot(3, -14), foot + new Spot(2.4, -118), Ink.Hair);
        pen.Line(foot + new Spot(5.6, -14), foot + new Spot(4.6, -118), Ink.Hair);
    }

    private static void Tank(Pen pen, Spot foot)
    {
        foreach (var (y, half, height) in ((double, double, double)[])[(-4, 220, 26), (-18, 232, 14)])
        {
            pen.Box(foot.X - half, foot.Y + y, half * 2, height, new(Ink.Black, 2, Ink.Paper));
        }

        pen.Box(foot.X - 176, foot.Y - 104, 352, 86, new(Ink.Black, 2, Ink.Paper));
        for (var i = -5; i <= 5; i++)
        {
            var x = 176 * Math.Sin(i / 5.6 * Math.PI / 2);
            pen.Line(foot + new Spot(x, -100), foot + new Spot(x, -22), Ink.Hair);
        }

        pen.Box(foot.X - 190, foot.Y - 116, 380, 12, new(Ink.Black, 2, Ink.Paper));
        pen.Lines([.. Curves.Arc(foot + new Spot(0, -116), 168, 66, 0, 180)], new(Ink.Black, 2, Ink.Paper));
        pen.Lines([.. Curves.Arc(foot + new Spot(0, -116), 90, 66, 0, 180)], Ink.Hair);
        pen.Box(foot.X - 9, foot.Y - 204, 18, 24, new(Ink.Black, 1.6, Ink.Paper));
        pen.Circle(foot + new Spot(0, -210), 6, Ink.Outline);
    }

    private static void Plan(Pen pen, Spot centre, double radius)
    {
        pen.Circle(centre, radius + 22, Ink.Outline);
        pen.Circle(centre, radius - 44, Ink.Heavy);
        pen.Circle(centre, radius - 70, Ink.Outline);
        var wall = Curves.Arc(centre, radius - 44, radius - 44, 0, 360);
        var hole = Curves.Arc(centre, radius - 70, radius - 70, 360, 0);
        pen.Hatch([.. wall, .. hole], 45, 9, Ink.Hair);
        pen.Group("plan-columns", () =>
        {
            for (var i = 0; i < Columns; i++)
            {
                pen.Circle(Spot.At(centre, radius, (i + .5) * 360.0 / Columns), 10, new(Ink.Black, 1.8, Ink.Mist));
                pen.Flush();
            }
        });
        for (var i = 0; i < Columns; i++)
        {
            pen.Line(Spot.At(centre, radius - 40, (i + .5) * 360.0 / Columns), Spot.At(centre, radius + 18, (i + .5) * 360.0 / Columns), Ink.Hair with { Width = .5 });
        }

        pen.Line(centre + new Spot(-radius - 56, 0), centre + new Spot(radius + 56, 0), Ink.Axis);
        pen.Line(centre + new Spot(0, -radius - 50), centre + new Spot(0, radius + 50), Ink.Axis);
        pen.Ball(2, centre + new Spot(230, -130), Spot.At(centre, radius, 30));
        pen.Words("柱廊平面　18 根", centre + new Spot(0, radius + 86), 25, Ink.Letter, .5);
    }

    private static void Principle(Pen pen)
    {
        var hill = Curves.Smooth([new(800, 900), new(850, 884), new(905, 800), new(960, 700), new(1040, 650), new(1150, 640), new(1210, 672), new(1270, 760), new(1330, 812), new(1420, 840), new(1540, 852)]);
        List<Spot> ground = [.. hill, new(1540, 958), new(800, 958)];
        pen.Hatch(ground, 45, 15, Ink.Hair);
        pen.Lines(hill, Ink.Heavy);
        pen.Lines([new(740, 872), new(872, 872), new(840, 892), new(800, 902), new(740, 906)], Ink.Water, closed: true);
        pen.Line(new(740, 872), new(874, 872), Ink.Outline);
        for (var i = 1; i < 4; i++)
        {
            pen.Line(new(740, 872 + (i * 9)), new(862 - (i * 16), 872 + (i * 9)), Ink.Hair);
        }

        pen.Box(876, 812, 40, 40, new(Ink.Black, 2, Ink.Paper));
        pen.Lines([new(870, 812), new(896, 792), new(922, 812)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Curve([new(898, 806), new(934, 716), new(982, 656), new(1044, 618), new(1098, 608)], Ink.Mark);
        pen.Head(new(1100, 608), new(1060, 615), Ink.Mark);
        pen.Box(1106, 560, 44, 82, new(Ink.Black, 2, Ink.Paper));
        pen.Box(1098, 546, 60, 16, new(Ink.Black, 2, Ink.Paper));
        pen.Lines([new(1100, 546), new(1128, 522), new(1156, 546)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Curve([new(1152, 632), new(1200, 652), new(1262, 736), new(1330, 800), new(1420, 826), new(1500, 836)], Ink.Mark);
        pen.Head(new(1500, 836), new(1440, 830), Ink.Mark);
        foreach (var (x, y, w, h) in ((double, double, double, double)[])[(1292, 752, 46, 40), (1356, 776, 38, 48), (1408, 782, 50, 54), (1470, 800, 44, 46)])
        {
            pen.Lines([new(x, y + h), new(x, y + 14), new(x + (w / 2), y), new(x + w, y + 14), new(x + w, y + h)], new(Ink.Black, 1.5, Ink.Paper), closed: true);
            pen.Box(x + (w * .3), y + 22, w * .16, 10, Ink.Fine);
            pen.Box(x + (w * .58), y + 22, w * .16, 10, Ink.Fine);
        }

        pen.Line(new(1168, 546), new(1500, 546), Ink.Hair with { Dash = "6 6" });
        pen.Line(new(1440, 546), new(1440, 770), Ink.Measure);
        pen.Head(new(1440, 546), new(1440, 770), Ink.Measure);
        pen.Head(new(1440, 770), new(1440, 546), Ink.Measure);
        pen.Words("天然高差", new(1432, 680), 24, Ink.SoftLetter, .5, 90);
        pen.Ball(3, new(800, 776), new(878, 830));
        pen.Ball(4, new(980, 560), new(1098, 556));
        pen.Ball(5, new(1240, 620), new(1232, 690));
    }
}
