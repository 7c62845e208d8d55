using YuGong.Drawings.Drafting;

namespace YuGong.Drawings.Subjects;

/// <summary>A hemisphere of 36 meridians and 19 rings, seen from above the horizon and from the top.</summary>
internal static class GreatHallDome
{
    public const int Meridians = 36, Rings = 19;

    /// <summary>How high the eye stands above the horizon, degrees.</summary>
    private const double Tilt = 17;

    public static Drawing Drawing { get; } = new(
        "great-hall-dome",
        new("大礼堂穹顶钢网壳", "YG-D-01", "网壳轴测、平面、支座与吊装示意", "直径约 46 米、36 片经杆、19 环纬杆、重 280 吨，据央视网；环距、构造不按比例"),
        ["经杆 36 片", "环纬杆 19 环", "铆钉 75000 多枚，连接各杆", "支座可自然滑动，适应热胀冷缩", "地面试装后拆开，逐片吊装"],
        View);

    /// <summary>The rings stand at equal steps of latitude; the nineteenth closes the crown.</summary>
    public static double Latitude(int ring) => ring * 85.5 / (Rings - 1);

    public static double Longitude(int meridian) => meridian * 360.0 / Meridians;

    private static void View(Pen pen)
    {
        var (centre, radius) = (new Spot(560, 690), 440.0);
        pen.Ellipse(centre, radius, radius * Sin(Tilt), Ink.Shade);
        pen.Group("dome-back", () => Net(pen, centre, radius, front: false));
        pen.Group("dome-front", () => Net(pen, centre, radius, front: true));
        Supports(pen, centre, radius);
        pen.Dimension(centre + new Spot(-radius, 74), centre + new Spot(radius, 74), -188, "直径约 46 米", 30);
        pen.Line(centre + new Spot(0, -470), centre + new Spot(0, 160), Ink.Axis);
        pen.Ball(1, new(960, 200), On(centre, radius, -58, 38));
        pen.Ball(2, new(150, 260), On(centre, radius, -146, 44));
        pen.Ball(3, new(1010, 330), On(centre, radius, -40, Latitude(5)));
        Plan(pen, new(1290, 262), 176);
        Bearing(pen, new(1180, 720));
        Lifting(pen, new(1440, 720));
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);

    /// <summary>A point of the sphere on the sheet; the eye is at longitude −90°.</summary>
    private static Spot On(Spot centre, double radius, double longitude, double latitude) => new(
        centre.X + (radius * Cos(latitude) * Cos(longitude)),
        centre.Y - (radius * ((Sin(latitude) * Cos(Tilt)) + (Cos(latitude) * Sin(longitude) * Sin(Tilt)))));

    private static bool IsFront(double longitude, double latitude) => (Sin(latitude) * Sin(Tilt)) - (Cos(latitude) * Sin(longitude) * Cos(Tilt)) >= 0;

    private static void Net(Pen pen, Spot centre, double radius, bool front)
    {
        var (bars, rings) = front ? (new Ink(Ink.Black, 1.7), new Ink(Ink.Black, 1.05)) : (new Ink(Ink.Haze, .8), new Ink(Ink.Haze, .7));
        for (var m = 0; m < Meridians; m++)
        {
            Pieces(pen, Enumerable.Range(0, 58).Select(i => (Longitude(m), Latitude(Rings - 1) * i / 57)), centre, radius, front, bars);
            pen.Flush();
        }

        for (var r = 0; r < Rings; r++)
        {
            Pieces(pen, Enumerable.Range(0, 145).Select(i => (i * 2.5, Latitude(r))), centre, radius, front, r == 0 ? bars with { Width = front ? 3.2 : 1 } : rings);
            pen.Flush();
        }
    }

    private static void Pieces(Pen pen, IEnumerable<(double Longitude, double Latitude)> points, Spot centre, double radius, bool front, Ink ink)
    {
        var piece = new List<Spot>();
        (double Longitude, double Latitude)? before = null;
        foreach (var at in points)
        {
            if (before is { } from && IsFront((from.Longitude + at.Longitude) / 2, (from.Latitude + at.Latitude) / 2) == front)
            {
                if (piece.Count == 0)
                {
                    piece.Add(On(centre, radius, from.Longitude, from.Latitude));
                }

                piece.Add(On(centre, radius, at.Longitude, at.Latitude));
            }
            else
            {
                Draw();
            }

            before = at;
        }

        Draw();

        void Draw()
        {
            if (piece.Count > 1)
            {
                pen.Lines(piece, ink);
            }

            piece.Clear();
        }
    }

    /// <summary>A foot under each meridian, on the ring that carries the shell.</summary>
    private static void Supports(Pen pen, Spot centre, double radius)
    {
        pen.Lines(Curves.Arc(centre + new Spot(0, 26), radius + 10, (radius + 10) * Sin(Tilt), 180, 360), Ink.Outline);
        pen.Lines(Curves.Arc(centre + new Spot(0, 62), radius + 10, (radius + 10) * Sin(Tilt), 180, 360), Ink.Heavy);
        pen.Line(centre + new Spot(-radius - 10, 26), centre + new Spot(-radius - 10, 62), Ink.Outline);
        pen.Line(centre + new Spot(radius + 10, 26), centre + new Spot(radius + 10, 62), Ink.Outline);
        for (var m = Meridians / 2; m <= Meridians; m++)
        {
            var foot = On(centre, radius, Longitude(m), 0);
            pen.Lines([foot, foot + new Spot(-7, 24), foot + new Spot(7, 24)], new(Ink.Black, 1.1, Ink.Paper), closed: true);
        }
    }

    private static void Plan(Pen pen, Spot centre, double radius)
    {
        pen.Group("plan-meridians", () =>
        {
            for (var m = 0; m < Meridians; m++)
            {
                pen.Line(Spot.At(centre, radius * Cos(Latitude(Rings - 1)), Longitude(m)), Spot.At(centre, radius, Longitude(m)), Ink.Fine);
                pen.Flush();
            }
        });
        pen.Group("plan-rings", () =>
        {
            for (var r = 0; r < Rings; r++)
            {
                pen.Circle(centre, radius * Cos(Latitude(r)), r == 0 ? Ink.Outline : Ink.Hair);
                pen.Flush();
            }
        });

        pen.Line(centre + new Spot(-radius - 26, 0), centre + new Spot(radius + 26, 0), Ink.Axis);
        pen.Line(centre + new Spot(0, -radius - 26), centre + new Spot(0, radius + 26), Ink.Axis);
        pen.Words("平面", centre + new Spot(0, radius + 58), 25, Ink.Letter, .5);
    }

    /// <summary>What “slides by itself” means: the foot moves on the ring when the steel grows.</summary>
    private static void Bearing(Pen pen, Spot centre)
    {
        pen.Circle(centre, 118, new(Ink.Black, 1.1, Ink.Paper));
        List<Spot> ring = [centre + new Spot(-96, 40), centre + new Spot(96, 40), centre + new Spot(82, 84), centre + new Spot(-82, 84)];
        pen.Hatch(ring, 45, 9, Ink.Hair);
        pen.Line(ring[0], ring[1], Ink.Heavy);
        pen.Box(centre.X - 46, centre.Y + 16, 92, 10, Ink.Outline);
        for (var i = 0; i < 4; i++)
        {
            pen.Circle(centre + new Spot(-33 + (i * 22), 32.5), 6.5, Ink.Outline);
        }

        pen.Lines([centre + new Spot(-30, 16), centre + new Spot(-4, -96), centre + new Spot(14, -101), centre + new Spot(30, 16)], Ink.Outline);
        foreach (var (x, y) in ((double, double)[])[(-8, -56), (8, -58), (-14, -28), (13, -30), (-20, 0), (18, -2)])
        {
            pen.Circle(centre + new Spot(x, y), 3.6, Ink.Fine);
        }

        pen.Arrow(centre + new Spot(10, 62), centre + new Spot(62, 62), Ink.Mark);
        pen.Arrow(centre + new Spot(-10, 62), centre + new Spot(-62, 62), Ink.Mark);
        pen.Ball(4, centre + new Spot(-118, -96), centre + new Spot(-44, 20));
        pen.Words("支座", centre + new Spot(0, 160), 25, Ink.Letter, .5);
    }

    private static void Lifting(Pen pen, Spot centre)
    {
        var mast = centre + new Spot(48, 118);
        pen.Line(mast, mast + new Spot(-18, -228), Ink.Outline);
        pen.Line(mast + new Spot(9, 0), mast + new Spot(-18, -228), Ink.Outline);
        pen.Line(mast + new Spot(-18, -228), mast + new Spot(52, 0), Ink.Hair);
        pen.Line(centre + new Spot(-100, 118), centre + new Spot(104, 118), Ink.Heavy);
        var hook = mast + new Spot(-86, -172);
        pen.Line(mast + new Spot(-18, -228), hook, Ink.Fine);
        pen.Circle(hook, 5, Ink.Outline);
        var outer = Curves.Arc(hook + new Spot(66, 170), 150, 168, 118, 178);
        var inner = Curves.Arc(hook + new Spot(66, 170), 122, 140, 118, 178);
        pen.Lines([.. outer, .. inner.Reverse()], Ink.Outline, closed: true);
        for (var i = 2; i < outer.Count; i += 3)
        {
            pen.Line(outer[i], inner[Math.Min(i, inner.Count - 1)], Ink.Fine);
        }

        pen.Line(hook, outer[2], Ink.Fine);
        pen.Line(hook, outer[9], Ink.Fine);
        pen.Arrow(centre + new Spot(-96, 60), centre + new Spot(-96, -30), Ink.Mark);
        pen.Ball(5, centre + new Spot(-88, -112), outer[6]);
        pen.Words("吊装", centre + new Spot(0, 160), 25, Ink.Letter, .5);
    }
}
