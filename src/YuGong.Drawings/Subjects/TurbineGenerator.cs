using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>What a water turbine and its generator do: falling water turns a runner, one shaft turns the generator.</summary>
internal static class TurbineGenerator
{
    public static Drawing Drawing { get; } = new(
        "taohuaxi-no1-generator",
        new("桃花溪一号水轮发电机", "YG-D-05", "水轮机与发电机原理示意、铭牌示意", "292 千瓦、1939 年由英美进口、1941 年发电，据四川省地方志；机组形式与尺寸未见来源"),
        ["水从高处引来，进入蜗壳", "导叶，调节进水", "转轮，被水流推转", "主轴，一根轴传到发电机", "发电机的转子与定子", "尾水，流回河里"],
        View);

    private static void View(Pen pen)
    {
        var runner = new Spot(430, 500);
        Draft(pen);
        Casing(pen, runner);
        Runner(pen, runner);
        Shaft(pen, new(720, 500));
        Generator(pen, new(1110, 500));
        Floor(pen);
        Plate(pen, new(1190, 118));
    }

    /// <summary>A spiral case: its outer radius shrinks with the angle as the water is spent.</summary>
    private static void Casing(Pen pen, Spot centre)
    {
        static double Outer(double angle) => 336 - (angle * 116 / 360);
        List<Spot> spiral = [.. Enumerable.Range(0, 121).Select(i => i * 3.0).Select(a => Spot.At(centre, Outer(a), 90 - a))];
        pen.Lines([new(60, 164), new(430, 164), .. spiral, new(418, 280), new(60, 280)], Ink.Blank, closed: true);
        pen.Lines([new(60, 176), new(430, 176), .. spiral, new(430, 280), new(60, 280)], Ink.Water, closed: true);
        pen.Lines([new(60, 164), new(430, 164), .. spiral], Ink.Heavy);
        pen.Lines([new(60, 280), new(418, 280)], Ink.Heavy);
        pen.Lines([new(60, 176), new(430, 176), .. spiral.Select(s => s + ((centre - s).Unit * 12))], Ink.Fine);
        foreach (var x in (double[])[150, 300])
        {
            pen.Box(x, 146, 16, 152, new(Ink.Black, 2, Ink.Paper));
            foreach (var y in (double[])[156, 286])
            {
                pen.Circle(new(x + 8, y), 4, Ink.Fine);
            }
        }

        pen.Arrow(new(70, 222), new(136, 222), Ink.Mark, 20);
        pen.Arrow(new(196, 222), new(286, 222), Ink.Mark, 20);
        foreach (var angle in (double[])[60, 5, -55, -110])
        {
            var radius = (206 + Outer(90 - angle)) / 2;
            var way = Curves.Arc(centre, radius, radius, angle, angle - 26);
            pen.Lines(way, Ink.Mark);
            pen.Head(way[^1], way[^3], Ink.Mark);
        }

        pen.Ball(1, new(100, 96), new(220, 200));
    }

    private static void Runner(Pen pen, Spot centre)
    {
        pen.Circle(centre, 206, new(Ink.Black, 1.6, Ink.Paper));
        pen.Circle(centre, 150, Ink.Outline);
        const int Vanes = 16, Blades = 13;
        for (var i = 0; i < Vanes; i++)
        {
            var angle = i * 360.0 / Vanes;
            var (a, b) = (Spot.At(centre, 198, angle), Spot.At(centre, 158, angle - 19));
            var side = (b - a).Unit.Left;
            pen.Lines([a, Spot.Between(a, b, .35) + (side * 5), b, Spot.Between(a, b, .35) - (side * 5)], new(Ink.Black, 1.2, Ink.Mist), closed: true);
            pen.Circle(Spot.Between(a, b, .4), 2, Ink.Solid);
        }

        for (var i = 0; i < Blades; i++)
        {
            var angle = i * 360.0 / Blades;
            List<Spot> blade = [Spot.At(centre, 144, angle), Spot.At(centre, 118, angle - 9), Spot.At(centre, 88, angle - 25), Spot.At(centre, 58, angle - 50)];
            pen.Curve(blade, Ink.Outline);
            pen.Curve([.. blade.Select((s, k) => s + ((centre - s).Unit.Left * (4.5 - k)))], Ink.Fine with { Width = .8 });
        }

        pen.Circle(centre, 144, Ink.Fine);
        pen.Circle(centre, 54, new(Ink.Black, 2.4, Ink.Paper));
        pen.Circle(centre, 26, new(Ink.Black, 1.8, Ink.Paper));
        pen.Hatch(Curves.Arc(centre, 26, 26, 0, 360), 45, 6, Ink.Fine with { Width = .8 });
        for (var i = 0; i < 8; i++)
        {
            pen.Circle(Spot.At(centre, 41, (i * 45) + 22), 4.4, Ink.Fine);
        }

        pen.Line(centre + new Spot(-380, 0), centre + new Spot(380, 0), Ink.Axis);
        pen.Line(centre + new Spot(0, -370), centre + new Spot(0, 270), Ink.Axis);
        pen.Ball(2, new(150, 420), Spot.At(centre, 180, 168));
        pen.Ball(3, new(140, 600), Spot.At(centre, 100, 196));
    }

    /// <summary>Side view of the same axis: bearing, coupling, bearing.</summary>
    private static void Shaft(Pen pen, Spot at)
    {
        pen.Box(at.X + 36, at.Y - 22, 240, 44, new(Ink.Black, 2, Ink.Paper));
        pen.Line(at + new Spot(36, -12), at + new Spot(276, -12), Ink.Hair);
        pen.Line(at + new Spot(36, 12), at + new Spot(276, 12), Ink.Hair);
        foreach (var x in (double[])[64, 198])
        {
            var foot = at + new Spot(x, 0);
            pen.Lines([foot + new Spot(-6, 170), foot + new Spot(2, 40), foot + new Spot(2, -44), foot + new Spot(46, -44), foot + new Spot(46, 40), foot + new Spot(54, 170)], new(Ink.Black, 2, Ink.Paper), closed: true);
            List<Spot> shell = [foot + new Spot(2, -44), foot + new Spot(46, -44), foot + new Spot(46, -24), foot + new Spot(2, -24)];
            pen.Hatch(shell, 45, 7, Ink.Fine with { Width = .8 });
            pen.Lines([.. shell.Select(s => new Spot(s.X, (2 * at.Y) - s.Y))], Ink.Fine, closed: true);
        }

        foreach (var x in (double[])[138, 156])
        {
            pen.Box(at.X + x, at.Y - 62, 16, 124, new(Ink.Black, 2.2, Ink.Paper));
        }

        pen.Ball(4, at + new Spot(130, -150), at + new Spot(126, -22));
    }

    /// <summary>In half section: the upper half cut, the lower half seen.</summary>
    private static void Generator(Pen pen, Spot centre)
    {
        const double Half = 150;
        pen.Box(centre.X - Half, centre.Y - 230, Half * 2, 460, new(Ink.Black, 2.6, Ink.Paper));
        List<Spot> stator = [centre + new Spot(-Half + 24, -214), centre + new Spot(Half - 24, -214), centre + new Spot(Half - 24, -150), centre + new Spot(-Half + 24, -150)];
        pen.Hatch(stator, 45, 9, Ink.Hair);
        pen.Lines(stator, Ink.Outline, closed: true);
        foreach (var side in (int[])[-1, 1])
        {
            pen.Lines(Curves.Arc(centre + new Spot(side * (Half - 24), -182), 22, 26, side > 0 ? -90 : 90, side > 0 ? 90 : 270), Ink.Outline);
            pen.Lines(Curves.Arc(centre + new Spot(side * (Half - 24), -182), 13, 16, side > 0 ? -90 : 90, side > 0 ? 90 : 270), Ink.Fine);
        }

        List<Spot> rotor = [centre + new Spot(-100, -140), centre + new Spot(100, -140), centre + new Spot(100, -96), centre + new Spot(60, -96), centre + new Spot(60, -30), centre + new Spot(-60, -30), centre + new Spot(-60, -96), centre + new Spot(-100, -96)];
        pen.Hatch(rotor, -45, 9, Ink.Hair);
        pen.Lines(rotor, Ink.Outline, closed: true);
        pen.Lines([centre + new Spot(-100, -118), centre + new Spot(100, -118)], Ink.Fine);
        pen.Box(centre.X - Half - 100, centre.Y - 22, (Half * 2) + 200, 44, new(Ink.Black, 2, Ink.Paper));
        pen.Box(centre.X - 60, centre.Y - 30, 120, 60, new(Ink.Black, 2, Ink.Paper));
        for (var i = 0; i < 11; i++)
        {
            pen.Line(centre + new Spot(-Half + 16, 60 + (i * 15)), centre + new Spot(Half - 16, 60 + (i * 15)), i % 2 == 0 ? Ink.Fine : Ink.Hair);
        }

        pen.Box(centre.X - Half + 16, centre.Y + 52, (Half * 2) - 32, 162, Ink.Fine);
        pen.Box(centre.X + Half + 100, centre.Y - 60, 74, 120, new(Ink.Black, 2, Ink.Paper));
        for (var i = 1; i < 8; i++)
        {
            pen.Line(new(centre.X + Half + 104, centre.Y - 60 + (i * 15)), new(centre.X + Half + 170, centre.Y - 60 + (i * 15)), Ink.Hair);
        }

        pen.Line(centre + new Spot(-380, 0), centre + new Spot(360, 0), Ink.Axis);
        pen.Ball(5, centre + new Spot(236, -150), centre + new Spot(96, -126));
        pen.Line(centre + new Spot(236 - 13, -164), centre + new Spot(120, -186), Ink.Mark with { Width = 1.1 });
        pen.Circle(centre + new Spot(120, -186), 3.6, new(null, 0, Ink.Cinnabar));
    }

    private static void Floor(Pen pen)
    {
        List<Spot> slab = [new(730, 732), new(1460, 732), new(1460, 790), new(730, 790)];
        pen.Hatch(slab, 45, 13, Ink.Hair);
        pen.Lines(slab, Ink.Outline, closed: true);
        pen.Box(752, 670, 240, 62, new(Ink.Black, 2, Ink.Paper));
        pen.Box(926, 730, 370, 14, new(Ink.Black, 2, Ink.Paper));
        pen.Ball(6, new(590, 900), new(470, 860));
        pen.Words("发电机（上半剖面）", new(1110, 840), 25, Ink.Letter, .5);
        pen.Words("水轮机（正面）", new(690, 900), 25, Ink.Letter);
    }

    /// <summary>Behind the casing: the water that has done its work.</summary>
    private static void Draft(Pen pen)
    {
        pen.Lines([new(350, 700), new(350, 800), new(300, 880), new(120, 900)], Ink.Outline);
        pen.Lines([new(510, 700), new(510, 830), new(440, 940), new(120, 952)], Ink.Outline);
        pen.Lines([new(350, 700), new(350, 800), new(300, 880), new(120, 900), new(120, 952), new(440, 940), new(510, 830), new(510, 700)], Ink.Water, closed: true);
        pen.Arrow(new(430, 750), new(428, 830), Ink.Mark, 20);
        pen.Arrow(new(300, 918), new(200, 926), Ink.Mark, 20);
    }

    private static void Plate(Pen pen, Spot at)
    {
        pen.Box(at.X - 180, at.Y - 46, 360, 128, new(Ink.Black, 2.4, Ink.Paper));
        pen.Box(at.X - 172, at.Y - 38, 344, 112, Ink.Fine);
        foreach (var (x, y) in ((double, double)[])[(-160, -26), (160, -26), (-160, 62), (160, 62)])
        {
            pen.Circle(at + new Spot(x, y), 5, Ink.Fine);
            pen.Line(at + new Spot(x - 3, y - 3), at + new Spot(x + 3, y + 3), Ink.Fine);
        }

        pen.Words("292 千瓦", at + new Spot(0, 10), 42, Ink.Letter, .5);
        pen.Words("1939 年进口　1941 年发电", at + new Spot(0, 52), 22, Ink.SoftLetter, .5);
    }
}
