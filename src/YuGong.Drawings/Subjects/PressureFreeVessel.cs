using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>The shell over the stone beam in section: water within and without, so that the pressures cancel.</summary>
internal static class PressureFreeVessel
{
    private const double Surface = 226;

    private static readonly IReadOnlyList<Spot> Bed = Curves.Smooth(
    [
        new(60, 184), new(150, 186), new(216, 200), new(276, 296), new(350, 456), new(450, 660), new(550, 756), new(650, 792), new(760, 800), new(860, 770), new(950, 716), new(1030, 690), new(1120, 722),
        new(1210, 786), new(1300, 822), new(1420, 836), new(1540, 830),
    ]);

    private static readonly Spot Middle = new(985, 770);

    public static Drawing Drawing { get; } = new(
        "baiheliang-pressure-free-vessel",
        new("白鹤梁“无压容器”", "YG-D-02", "横剖面、壳壁受压示意", "江面以下约 40 米、观察窗 23 个、交通廊道 140 米、扶梯约 90 米，据新华网；不按比例"),
        ["石梁与题刻，留在江底原处", "壳体：内外都是水，水压平衡", "注入壳内的是过滤后的长江水", "参观廊道与观察窗（23 个）", "交通廊道 140 米", "自动扶梯约 90 米，通到岸上"],
        View);

    private static void View(Pen pen)
    {
        Water(pen);
        Ground(pen);
        Shell(pen);
        Ways(pen);
        Filter(pen);
        Pressures(pen);
        Wall(pen, new(1380, 380));
        pen.Dimension(new(690, 738), new(690, Surface), 0, "约 40 米", 28);
        pen.Line(new(676, 738), new(840, 738), Ink.Measure with { Dash = "6 5" });
        pen.Ball(1, new(1116, 640), new(1046, 692));
        pen.Ball(2, new(812, 470), Spot.At(Middle, 241, 104));
        pen.Ball(4, new(930, 880), new(880, 738));
        pen.Ball(5, new(520, 880), new(640, 716));
        pen.Ball(6, new(420, 330), new(352, 462));
    }

    private static void Water(Pen pen)
    {
        pen.Lines([new(1540, Surface), .. Bed.Reverse().TakeWhile(s => s.Y >= Surface), new(234, Surface)], Ink.Water, closed: true);
        pen.Line(new(234, Surface), new(1540, Surface), Ink.Outline);
        for (var i = 0; i < 5; i++)
        {
            pen.Line(new(660 + (i * 10), Surface + 12 + (i * 9)), new(760 - (i * 10), Surface + 12 + (i * 9)), Ink.Hair);
        }

        pen.Lines([new(690, Surface - 30), new(730, Surface - 30), new(710, Surface - 4)], Ink.Fine, closed: true);
        pen.Words("江面", new(760, Surface - 14), 26, Ink.Letter);
        for (var row = 0; row < 7; row++)
        {
            for (var x = 400 + (row * 70); x < 1500; x += 260)
            {
                var y = 300 + (row * 56);
                if ((Math.Abs(x - Middle.X) < 390 && y > 400) || (x > 1120 && y < 640) || y > 640)
                {
                    continue;
                }

                pen.Curve([new(x, y), new(x + 16, y - 4), new(x + 34, y), new(x + 52, y + 4), new(x + 70, y)], Ink.Faint);
            }
        }
    }

    private static void Ground(Pen pen)
    {
        List<Spot> ground = [.. Bed, new(1540, 972), new(60, 972)];
        pen.Lines(ground, Ink.Blank, closed: true);
        pen.Hatch(ground, 45, 19, Ink.Hair);
        for (var layer = 0; layer < 4; layer++)
        {
            pen.Lines([.. Bed.Select(s => new Spot(s.X, Math.Min(s.Y + 34 + (layer * 42), 968)))], new(Ink.Slope, .8, Dash: layer % 2 == 0 ? null : "30 8 4 8"));
        }

        pen.Lines(Bed, Ink.Heavy);
        var top = Bed.Where(s => s.X is > 935 and < 1092).ToList();
        for (var i = 2; i < top.Count - 1; i += 2)
        {
            pen.Line(top[i] + new Spot(0, 5), top[i] + new Spot(0, i % 3 == 0 ? 15 : 10), Ink.Mark);
        }
    }

    /// <summary>The cut shell: a low vault with two feet on the rock.</summary>
    private static void Shell(Pen pen)
    {
        var outer = Curves.Arc(Middle, 300, 248, -2, 182);
        var inner = Curves.Arc(Middle, 272, 220, -2, 182);
        List<Spot> wall = [.. outer, .. inner.Reverse()];
        pen.Lines(wall, Ink.Blank, closed: true);
        pen.Hatch(wall, -45, 8, Ink.Fine with { Width = .8 });
        pen.Lines(wall, Ink.Heavy, closed: true);
        foreach (var side in (int[])[-1, 1])
        {
            List<Spot> foot = [Middle + new Spot(side * 262, -14), Middle + new Spot(side * 318, -14), Middle + new Spot(side * 330, 62), Middle + new Spot(side * 250, 62)];
            pen.Lines(foot, Ink.Blank, closed: true);
            pen.Hatch(foot, -45, 8, Ink.Fine with { Width = .8 });
            pen.Lines(foot, Ink.Heavy, closed: true);
        }

        pen.Line(Middle + new Spot(0, -282), Middle + new Spot(0, 110), Ink.Axis);
    }

    private static void Ways(Pen pen)
    {
        List<Spot> way = [new(128, 192), new(560, 704), new(838, 716)];
        var (upper, lower) = (Curves.Beside(way, 17), Curves.Beside(way, -17));
        pen.Lines([.. upper, .. lower.Reverse()], Ink.Blank, closed: true);
        pen.Lines(upper, Ink.Outline);
        pen.Lines(lower, Ink.Outline);
        for (var i = 1; i < 40; i++)
        {
            var step = Spot.Between(way[0], way[1], i / 40.0);
            pen.Lines([step + new Spot(-4, 8), step + new Spot(4, 8), step + new Spot(4, 16)], Ink.Fine with { Width = .8 });
        }

        pen.Lines([new(78, 185), new(78, 112), new(138, 78), new(198, 112), new(198, 191)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Line(new(66, 113), new(210, 113), Ink.Outline);
        pen.Box(116, 140, 44, 46, Ink.Fine);
        pen.Line(new(138, 140), new(138, 186), Ink.Fine);
        pen.Words("岸", new(238, 176), 26, Ink.Letter);
        pen.Circle(new(872, 716), 45, new(Ink.Black, 3, Ink.Paper));
        pen.Circle(new(872, 716), 37, Ink.Fine);
        pen.Line(new(840, 738), new(904, 738), Ink.Outline);
        foreach (var angle in (double[])[14, 46, -16])
        {
            pen.Line(Spot.At(new(872, 716), 35, angle - 9), Spot.At(new(872, 716), 35, angle + 9), new(Ink.Cinnabar, 4));
            pen.Line(Spot.At(new(872, 716), 52, angle), Spot.At(new(872, 716), 118, angle), Ink.Hair with { Dash = "5 5" });
        }

        pen.Circle(new(878, 706), 5, Ink.Solid);
        pen.Lines([new(878, 711), new(878, 728), new(872, 738)], Ink.Outline);
        pen.Line(new(878, 728), new(884, 738), Ink.Outline);
    }

    private static void Filter(Pen pen)
    {
        pen.Lines([new(1330, 700), new(1330, 662), new(1245, 662)], Ink.Outline);
        pen.Box(1300, 700, 60, 76, new(Ink.Black, 2, Ink.Paper));
        for (var i = 1; i < 5; i++)
        {
            pen.Line(new(1303, 700 + (i * 15)), new(1357, 700 + (i * 15)), i % 2 == 0 ? Ink.Fine : Ink.Fine with { Dash = "2 5" });
        }

        pen.Arrow(new(1440, 738), new(1364, 738), Ink.Mark);
        pen.Arrow(new(1296, 650), new(1244, 650), Ink.Mark);
        pen.Ball(3, new(1440, 690), new(1352, 716));
    }

    /// <summary>Arrows of one length on both faces of the shell.</summary>
    private static void Pressures(Pen pen)
    {
        for (var angle = 22; angle <= 158; angle += 17)
        {
            Spot On(double more) => new(Middle.X + ((300 + more) * Math.Cos(angle * Math.PI / 180)), Middle.Y - ((248 + more) * Math.Sin(angle * Math.PI / 180)));
            pen.Arrow(On(70), On(6), Ink.Mark, 13);
            pen.Arrow(On(-98), On(-34), Ink.Mark, 13);
        }
    }

    /// <summary>A piece of the wall, enlarged.</summary>
    private static void Wall(Pen pen, Spot centre)
    {
        pen.Circle(centre, 138, new(Ink.Black, 1.2, Ink.Paper));
        pen.Line(Spot.At(centre, 138, 226), Spot.At(Middle, 290, 33), Ink.Hair);
        pen.Circle(Spot.At(Middle, 272, 31), 22, Ink.Hair);
        List<Spot> wall = [centre + new Spot(-26, -135), centre + new Spot(26, -135), centre + new Spot(26, 135), centre + new Spot(-26, 135)];
        pen.Hatch(wall, -45, 10, Ink.Fine with { Width = .8 });
        pen.Line(wall[0], wall[3], Ink.Heavy);
        pen.Line(wall[1], wall[2], Ink.Heavy);
        for (var i = -2; i <= 2; i++)
        {
            pen.Arrow(centre + new Spot(-106 + (Math.Abs(i) * 12), i * 42), centre + new Spot(-32, i * 42), Ink.Mark);
            pen.Arrow(centre + new Spot(106 - (Math.Abs(i) * 12), i * 42), centre + new Spot(32, i * 42), Ink.Mark);
        }

        pen.Words("壳外水压", centre + new Spot(-68, 168), 24, Ink.Letter, .5);
        pen.Words("＝", centre + new Spot(6, 168), 24, Ink.RedLetter, .5);
        pen.Words("壳内水压", centre + new Spot(80, 168), 24, Ink.Letter, .5);
    }
}
