using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>A twin-engined wooden transport of its time in three views; the outline is no copy of the lost machine.</summary>
internal static class Transport
{
    public static Drawing Drawing { get; } = new(
        "zhongyun-yihao",
        new("中运一号运输机", "YG-D-08", "三面示意、木质机翼构造示意", "双发、木质、3½ 吨级、1944 年首飞，据美联社讣闻；外形与尺寸未见图纸，为同类飞机的示意"),
        ["两台发动机", "机翼：木梁、木肋，外蒙木板", "木质机身", "尾翼"],
        View);

    private static void View(Pen pen)
    {
        Plan(pen, new(470, 120));
        Front(pen, new(470, 880));
        Side(pen, new(1130, 260));
        Wing(pen, new(1200, 720));
    }

    /// <summary>From above; the left wing is opened to show spars and ribs.</summary>
    private static void Plan(Pen pen, Spot nose)
    {
        foreach (var side in (int[])[-1, 1])
        {
            Spot P(double x, double y) => nose + new Spot(side * x, y);
            List<Spot> wing = [P(34, 176), P(120, 172), P(300, 190), P(374, 208), P(396, 232), P(380, 254), P(300, 270), P(120, 300), P(34, 306)];
            pen.Curve(wing, new(Ink.Black, 2.2, Ink.Paper));
            List<Spot> tail = [P(14, 528), P(96, 540), P(140, 552), P(146, 572), P(120, 584), P(14, 588)];
            pen.Curve(tail, new(Ink.Black, 2, Ink.Paper));
            pen.Line(P(16, 566), P(138, 568), Ink.Fine);
            if (side < 0)
            {
                Bones(pen, P);
            }
            else
            {
                pen.Line(P(170, 286), P(374, 250), Ink.Fine);
                pen.Line(P(170, 286), P(172, 292), Ink.Fine);
            }

            List<Spot> nacelle = [P(112, 236), P(104, 150), P(108, 122), P(122, 112), P(136, 122), P(140, 150), P(134, 236), P(123, 292)];
            pen.Curve(nacelle, new(Ink.Black, 2.2, Ink.Paper), closed: true);
            pen.Line(P(105, 148), P(139, 148), Ink.Fine);
            pen.Ellipse(P(122, 106), 44, 4, new(Ink.Black, 1, Ink.Paper));
            pen.Lines([P(116, 112), P(122, 96), P(128, 112)], Ink.Outline);
        }

        List<Spot> body = [nose, nose + new Spot(22, 14), nose + new Spot(36, 60), nose + new Spot(42, 140), nose + new Spot(42, 300), nose + new Spot(32, 420), nose + new Spot(14, 560), nose + new Spot(0, 614)];
        List<Spot> whole = [.. body, .. body.AsEnumerable().Reverse().Skip(1).Take(body.Count - 2).Select(s => new Spot((2 * nose.X) - s.X, s.Y))];
        pen.Curve(whole, new(Ink.Black, 2.4, Ink.Paper), closed: true);
        pen.Lines([nose + new Spot(-30, 62), nose + new Spot(-24, 40), nose + new Spot(24, 40), nose + new Spot(30, 62)], Ink.Fine, closed: true);
        pen.Line(nose + new Spot(0, 40), nose + new Spot(0, 62), Ink.Fine);
        pen.Line(nose + new Spot(0, -50), nose + new Spot(0, 650), Ink.Axis);
        pen.Ball(1, new(800, 130), nose + new Spot(138, 136));
        pen.Ball(2, new(110, 250), nose + new Spot(-290, 220));
        pen.Ball(4, new(690, 700), nose + new Spot(110, 572));
    }

    private static void Bones(Pen pen, Func<double, double, Spot> p)
    {
        for (var i = 0; i < 17; i++)
        {
            var x = 150 + (i * 14.4);
            var (front, back) = (176 + ((x - 120) * .11) + (x > 330 ? (x - 330) * .32 : 0), 302 - ((x - 40) * .155) - (x > 340 ? (x - 340) * .3 : 0));
            pen.Line(p(x, front), p(x, back), Ink.Fine with { Width = .9 });
        }

        foreach (var (a, b) in ((double, double)[])[(206, 222), (250, 238)])
        {
            pen.Line(p(142, a), p(384, b), Ink.Outline);
            pen.Line(p(142, a + 6), p(384, b + 5), Ink.Fine);
        }
    }

    private static void Front(Pen pen, Spot centre)
    {
        foreach (var side in (int[])[-1, 1])
        {
            Spot P(double x, double y) => centre + new Spot(side * x, y);
            pen.Curve([P(36, 18), P(130, 10), P(300, -12), P(386, -24), P(396, -22), P(388, -17), P(300, 2), P(130, 26), P(36, 34)], new(Ink.Black, 2, Ink.Paper), closed: true);
            pen.Circle(P(122, 4), 27, new(Ink.Black, 2.2, Ink.Paper));
            pen.Circle(P(122, 4), 9, Ink.Outline);
            for (var i = 0; i < 9; i++)
            {
                pen.Line(Spot.At(P(122, 4), 11, i * 40), Spot.At(P(122, 4), 24, i * 40), Ink.Fine);
            }

            pen.Circle(P(122, 4), 50, Ink.Hair with { Dash = "5 6" });
            pen.Line(P(114, 30), P(110, 66), Ink.Outline);
            pen.Line(P(130, 30), P(126, 66), Ink.Outline);
            pen.Box(P(118, 62).X - 9, centre.Y + 56, 18, 40, new(Ink.Black, 2, Ink.Paper));
            pen.Curve([P(16, -30), P(146, -34), P(150, -30), P(16, -24)], Ink.Fine);
        }

        pen.Ellipse(centre, 42, 46, new(Ink.Black, 2.4, Ink.Paper));
        pen.Lines([centre + new Spot(-26, -16), centre + new Spot(-20, -32), centre + new Spot(20, -32), centre + new Spot(26, -16)], Ink.Fine, closed: true);
        pen.Lines([centre + new Spot(-5, -45), centre + new Spot(-2, -98), centre + new Spot(2, -98), centre + new Spot(5, -45)], Ink.Outline);
        pen.Line(centre + new Spot(-420, 97), centre + new Spot(420, 97), Ink.Heavy);
        pen.Line(centre + new Spot(0, -120), centre + new Spot(0, 110), Ink.Axis);
    }

    private static void Side(Pen pen, Spot nose)
    {
        Spot P(double x, double y) => nose + new Spot(x - 260, y);
        pen.Curve([P(440, -20), P(520, -112), P(556, -124), P(572, -112), P(566, -20)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Line(P(530, -112), P(538, -14), Ink.Fine);
        pen.Curve([P(0, 14), P(20, -14), P(70, -34), P(110, -58), P(190, -62), P(320, -54), P(460, -26), P(574, -4), P(576, 8), P(440, 40), P(280, 62), P(120, 62), P(30, 46)], new(Ink.Black, 2.4, Ink.Paper), closed: true);
        pen.Lines([P(72, -34), P(108, -56), P(140, -58), P(138, -30)], Ink.Fine, closed: true);
        pen.Line(P(106, -54), P(104, -31), Ink.Fine);
        for (var i = 0; i < 5; i++)
        {
            pen.Box(P(176 + (i * 38), 0).X, nose.Y - 38, 18, 22, Ink.Fine);
        }

        pen.Box(P(386, 0).X, nose.Y - 32, 30, 52, Ink.Fine);
        pen.Curve([P(120, 40), P(180, 28), P(300, 36), P(300, 46), P(180, 52)], new(Ink.Black, 2, Ink.Paper), closed: true);
        pen.Curve([P(66, 34), P(80, 14), P(120, 6), P(210, 24), P(232, 38), P(150, 56), P(84, 54)], new(Ink.Black, 2.2, Ink.Paper), closed: true);
        pen.Line(P(82, 13), P(86, 54), Ink.Fine);
        pen.Lines([P(64, 26), P(54, 34), P(64, 42)], Ink.Outline);
        pen.Ellipse(P(58, 34), 3.4, 56, new(Ink.Black, 1, Ink.Paper));
        pen.Line(P(136, 52), P(128, 98), Ink.Outline);
        pen.Line(P(148, 52), P(134, 98), Ink.Outline);
        pen.Circle(P(130, 104), 22, new(Ink.Black, 2.2, Ink.Paper));
        pen.Circle(P(130, 104), 7, Ink.Fine);
        pen.Line(P(530, 20), P(544, 106), Ink.Outline);
        pen.Circle(P(546, 113), 12, new(Ink.Black, 1.8, Ink.Paper));
        pen.Line(P(30, 127), P(600, 127), Ink.Heavy);
        pen.Ball(3, P(300, -132), P(330, -44));
        pen.Ball(4, P(628, -90), P(560, -70));
    }

    /// <summary>A piece of wing, opened: two spars, ribs, skin.</summary>
    private static void Wing(Pen pen, Spot centre)
    {
        // The NACA four-digit thickness line.
        static double Upper(double t) => 720 * ((.2969 * Math.Sqrt(t)) - (.126 * t) - (.3516 * t * t) + (.2843 * t * t * t) - (.1036 * t * t * t * t));
        Spot On(double t, double up, double rib) => centre + new Spot(-290 + (t * 430) + (rib * 34), 40 - up - (rib * 44));
        List<Spot> Rib(double rib) => [.. Enumerable.Range(0, 41).Select(i => i * i / 1600.0).Select(t => On(t, Upper(t), rib)), .. Enumerable.Range(0, 41).Select(i => (40 - i) * (40 - i) / 1600.0).Select(t => On(t, -Upper(t) * .42, rib))];
        for (var rib = 4; rib >= 0; rib--)
        {
            pen.Lines(Rib(rib), new(Ink.Black, rib == 0 ? 2.6 : 1.5, Ink.Paper), closed: true);
            foreach (var (a, b) in ((double, double)[])[(.34, .44), (.47, .6), (.76, .86)])
            {
                pen.Lines([On(a, Upper(a) * .6, rib), On(b, Upper(b) * .6, rib), On(b, -Upper(b) * .2, rib), On(a, -Upper(a) * .2, rib)], Ink.Fine, closed: true);
            }

            if (rib > 0)
            {
                foreach (var t in (double[])[.24, .68])
                {
                    pen.Lines([On(t, Upper(t), rib), On(t, Upper(t), rib - 1), On(t, -Upper(t) * .42, rib - 1), On(t, -Upper(t) * .42, rib)], new(Ink.Black, 1.4, Ink.Paper), closed: true);
                    pen.Hatch([On(t, Upper(t), rib), On(t, Upper(t), rib - 1), On(t, -Upper(t) * .42, rib - 1), On(t, -Upper(t) * .42, rib)], 12, 6, Ink.Hair);
                }
            }
        }

        foreach (var t in (double[])[.24, .68])
        {
            List<Spot> spar = [On(t - .022, Upper(t), 0), On(t + .022, Upper(t), 0), On(t + .022, -Upper(t) * .42, 0), On(t - .022, -Upper(t) * .42, 0)];
            pen.Lines(spar, new(Ink.Black, 2, Ink.Paper), closed: true);
            pen.Hatch(spar, 60, 5, Ink.Fine with { Width = .8 });
        }

        List<Spot> Edge(double rib) =>
        [
            .. Enumerable.Range(0, 11).Select(i => (10 - i) * (10 - i) / 100.0 * .16).Select(t => On(t - .006, (-Upper(t) * .42) - 2, rib)),
            .. Enumerable.Range(0, 21).Select(i => i * i / 400.0 * .24).Select(t => On(t - .006, Upper(t) + 3, rib)),
        ];
        var sweep = On(0, 0, 4) - On(0, 0, 1);
        var whole = Edge(1);
        var brow = whole.IndexOf(whole.MinBy(s => (s.Y * sweep.X) - (s.X * sweep.Y)));
        brow = whole[brow].X < whole[^1].X ? brow : 0;
        var skin = whole.Skip(brow).ToList();
        List<Spot> cover = [.. skin, .. skin.AsEnumerable().Reverse().Select(s => s + sweep)];
        pen.Lines(cover, new(Ink.Black, 1.8, Ink.Mist), closed: true);
        for (var part = 3; part < skin.Count - 1; part += 4)
        {
            pen.Line(skin[part], skin[part] + sweep, Ink.Hair);
        }

        pen.Ball(2, centre + new Spot(-290, -190), skin[^6]);
        pen.Words("木梁", On(.24, -96, 0), 23, Ink.Letter, .5);
        pen.Words("木肋", On(.52, -96, 0), 23, Ink.Letter, .5);
        pen.Line(On(.24, -68, 0), On(.24, -24, 0), Ink.Hair);
        pen.Line(On(.52, -68, 0), On(.52, -10, 0), Ink.Hair);
        pen.Words("蒙皮", On(.04, 74, 4), 23, Ink.Letter, 1);
        pen.Words("机翼构造示意", centre + new Spot(-20, 190), 25, Ink.Letter, .5);
    }
}
