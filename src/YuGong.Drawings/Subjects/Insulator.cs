using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>A cap-and-pin insulator in half section, a string of them, and what ice does to it.</summary>
internal static class Insulator
{
    public static Drawing Drawing { get; } = new(
        "line-insulator",
        new("输电线路绝缘子", "YG-D-09", "半剖面、绝缘子串、覆冰与污秽示意", "研究的条件：高海拔、污秽、覆冰（雪）、酸雨（雾），据科学时报；器形为一般器物示意"),
        ["铁帽", "瓷件（伞裙）", "铁脚", "爬电路径，沿着表面走", "冰凌接上伞裙，路径变短", "污秽附着在表面"],
        View);

    /// <summary>The shed's right half from the cap's edge over the top, round the rim, along the grooves to the pin.</summary>
    private static readonly IReadOnlyList<Spot> Shed = Curves.Smooth(
    [
        new(66, -40), new(110, -30), new(190, 4), new(256, 50), new(282, 92), new(286, 112), new(274, 118), new(262, 104), new(244, 84), new(226, 86), new(222, 132), new(210, 140), new(198, 130), new(192, 82), new(174, 76),
        new(166, 122), new(154, 130), new(142, 120), new(136, 74), new(118, 68), new(110, 104), new(98, 112), new(86, 102), new(74, 60), new(44, 48),
    ], parts: 8);

    private static void View(Pen pen)
    {
        Half(pen, new(460, 470));
        Chain(pen, new(1010, 120), iced: false);
        Chain(pen, new(1330, 120), iced: true);
    }

    private static void Half(Pen pen, Spot c)
    {
        const double Scale = 1.28;
        Spot P(double x, double y) => c + (new Spot(x, y) * Scale);
        List<Spot> Both(IEnumerable<Spot> right) => [.. right.Select(s => P(s.X, s.Y))];
        List<Spot> Mirror(IEnumerable<Spot> right) => [.. right.Select(s => P(-s.X, s.Y))];
        List<Spot> head = [new(0, -176), new(40, -172), new(58, -150), new(62, -90), new(66, -40)];
        var outer = Curves.Smooth(head, parts: 8);
        List<Spot> hollow = [new(44, 48), new(34, -20), new(36, -80), new(28, -110), new(0, -118)];
        var inside = Curves.Smooth(hollow, parts: 8);
        List<Spot> porcelain = [.. outer, .. Shed, .. inside];
        List<Spot> left = [.. outer, .. Shed.TakeWhile(s => s.X < 285 || s.Y < 111), new(276, 118), new(222, 118), new(222, 136), new(214, 140), new(0, 140)];
        pen.Lines(Mirror(left), new(Ink.Black, 2, Ink.Paper));
        pen.Line(P(-222, 118), P(-12, 118), Ink.Fine);
        pen.Lines(Both(porcelain), Ink.Blank, closed: true);
        pen.Hatch(Both(porcelain), 45, 9, Ink.Hair);
        pen.Lines(Both(porcelain), Ink.Heavy, closed: false);
        for (var i = 0; i < 5; i++)
        {
            pen.Curve([P(-96 - (i * 36), -22 + (i * 22)), P(-84 - (i * 30), 4 + (i * 16)), P(-80 - (i * 28), 26 + (i * 12))], Ink.Faint);
        }

        Cap(pen, P);
        Pin(pen, P);
        var creep = Curves.Beside(Shed, 7).Select(s => P(s.X, s.Y)).ToList();
        pen.Lines(creep.Skip(4), new(Ink.Cinnabar, 2.4, Dash: "8 6"));
        pen.Head(creep[^1], creep[^4], Ink.Mark, 18);
        pen.Line(P(0, -290), P(0, 300), Ink.Axis);
        pen.Ball(1, P(-220, -220), P(-78, -150));
        pen.Ball(2, P(-290, -60), P(-216, 20));
        pen.Ball(3, P(-150, 250), P(-16, 200));
        pen.Ball(4, P(270, -120), creep[22]);
        pen.Words("外观", P(-170, 320), 25, Ink.Letter, .5);
        pen.Words("剖面", P(170, 320), 25, Ink.Letter, .5);
    }

    private static void Cap(Pen pen, Func<double, double, Spot> p)
    {
        List<Spot> outer = [new(0, -262), new(30, -262), new(36, -232), new(34, -210), new(66, -204), new(84, -184), new(88, -120), new(92, -52), new(84, -42), new(70, -42)];
        List<Spot> cut = [.. outer, new(66, -92), new(61, -150), new(42, -176), new(0, -182)];
        pen.Lines([.. outer.Select(s => p(-s.X, s.Y)), p(0, -42), p(0, -262)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Lines([.. cut.Select(s => p(s.X, s.Y))], Ink.Blank, closed: true);
        pen.Hatch([.. cut.Select(s => p(s.X, s.Y))], -45, 6, Ink.Fine with { Width = .9 });
        pen.Lines([.. cut.Select(s => p(s.X, s.Y))], Ink.Heavy, closed: true);
        pen.Lines([p(-12, -262), p(-12, -214), p(12, -214), p(12, -262)], new(Ink.Black, 2, Ink.Paper));
        pen.Line(p(-84, -120), p(-66, -118), Ink.Hair);
    }

    private static void Pin(Pen pen, Func<double, double, Spot> p)
    {
        List<Spot> cement = [new(0, -108), new(24, -102), new(30, -78), new(28, -20), new(38, 44), new(18, 44), new(14, -20), new(18, -66), new(0, -72)];
        pen.Lines([.. cement.Select(s => p(s.X, s.Y))], Ink.Fine, closed: true);
        foreach (var (x, y) in ((double, double)[])[(20, -40), (24, -8), (18, 10), (26, 26), (22, -62), (8, -90), (20, -84)])
        {
            pen.Circle(p(x, y), 1.6, Ink.Solid);
        }

        List<Spot> right = [new(0, -66), new(14, -60), new(17, -30), new(12, -16), new(12, 196), new(26, 210), new(26, 230), new(16, 238), new(0, 238)];
        List<Spot> whole = [.. right, .. right.AsEnumerable().Reverse().Select(s => new Spot(-s.X, s.Y))];
        pen.Lines([.. whole.Select(s => p(s.X, s.Y))], new(Ink.Black, 2.2, Ink.Paper), closed: true);
        pen.Hatch([.. right.Select(s => p(s.X, s.Y)), p(0, 238), p(0, -66)], -45, 6, Ink.Fine with { Width = .9 });
    }

    private static void Chain(Pen pen, Spot top, bool iced)
    {
        pen.Lines([top + new Spot(-110, -30), top + new Spot(110, -30)], new(Ink.Black, 5));
        pen.Hatch([top + new Spot(-110, -50), top + new Spot(110, -50), top + new Spot(110, -31), top + new Spot(-110, -31)], 45, 9, Ink.Hair);
        pen.Line(top + new Spot(0, -30), top, Ink.Heavy);
        const int Discs = 7;
        for (var i = 0; i < Discs; i++)
        {
            var at = top + new Spot(0, i * 100);
            Disc(pen, at);
            if (iced)
            {
                Ice(pen, at, i);
            }
            else if (i is 1 or 2 or 3)
            {
                Dirt(pen, at);
            }
        }

        var clamp = top + new Spot(0, Discs * 100);
        pen.Line(clamp + new Spot(0, -10), clamp + new Spot(0, 24), Ink.Heavy);
        pen.Lines([clamp + new Spot(-44, 38), clamp + new Spot(-24, 22), clamp + new Spot(24, 22), clamp + new Spot(44, 38)], new(Ink.Black, 2.2, Ink.Paper), closed: true);
        pen.Line(clamp + new Spot(-130, 46), clamp + new Spot(130, 46), new(Ink.Black, 7));
        pen.Line(clamp + new Spot(-130, 46), clamp + new Spot(130, 46), new(Ink.Paper, 2.4, Dash: "7 7"));
        pen.Words(iced ? "覆冰" : "污秽", clamp + new Spot(0, 102), 28, Ink.Letter, .5);
        pen.Ball(iced ? 5 : 6, top + new Spot(iced ? 170 : 160, 250), iced ? top + new Spot(92, 268) : top + new Spot(58, 254));
    }

    private static void Disc(Pen pen, Spot at)
    {
        var ink = new Ink(Ink.Black, 1.9, Ink.Paper);
        pen.Line(at + new Spot(0, 44), at + new Spot(0, 100), new(Ink.Black, 7));
        pen.Line(at + new Spot(0, 44), at + new Spot(0, 100), new(Ink.Paper, 4));
        foreach (var x in (double[])[-54, -18, 18, 54])
        {
            pen.Lines([at + new Spot(x - 7, 56), .. Curves.Arc(at + new Spot(x, 62), 7, 7, 180, 360), at + new Spot(x + 7, 56)], ink);
        }

        pen.Lines([at + new Spot(-24, 34), at + new Spot(-66, 42), at + new Spot(-96, 58), at + new Spot(-92, 64), at + new Spot(92, 64), at + new Spot(96, 58), at + new Spot(66, 42), at + new Spot(24, 34)], ink, closed: true);
        pen.Lines([at + new Spot(-26, 36), at + new Spot(-24, 6), at + new Spot(-10, 0), at + new Spot(10, 0), at + new Spot(24, 6), at + new Spot(26, 36)], ink, closed: true);
        pen.Line(at + new Spot(-25, 22), at + new Spot(25, 22), Ink.Hair);
    }

    private static void Ice(Pen pen, Spot at, int row)
    {
        for (var i = 0; i < 9; i++)
        {
            var x = -90 + (i * 22.5);
            if (Math.Abs(x) < 12)
            {
                continue;
            }

            var length = 30 + (((i * 37) + (row * 53)) % 38);
            pen.Lines([at + new Spot(x - 6, 62), at + new Spot(x - 1.5, 62 + length), at + new Spot(x + 1.5, 62 + length), at + new Spot(x + 6, 62)], new(Ink.Survey, 1.1, Ink.Mist));
        }

        pen.Curve([at + new Spot(-99, 60), at + new Spot(-64, 36), at + new Spot(-26, 26)], new(Ink.Survey, 4, Opacity: .5));
        pen.Curve([at + new Spot(99, 60), at + new Spot(64, 36), at + new Spot(26, 26)], new(Ink.Survey, 4, Opacity: .5));
    }

    private static void Dirt(Pen pen, Spot at)
    {
        for (var i = 0; i < 70; i++)
        {
            var x = ((i * .6180339887 % 1) - .5) * 176;
            var top = 36 + (Math.Abs(x) * .22);
            var y = top + 4 + ((i * .7548776662 % 1) * (60 - top));
            pen.Circle(at + new Spot(x, y), 1 + (i % 3 * .5), Ink.Solid);
        }
    }
}
