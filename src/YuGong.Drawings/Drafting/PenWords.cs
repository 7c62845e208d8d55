namespace YuGong.Drawings.Drafting;

/// <content>What is written: labels, dimensions, numbered balls, arrows.</content>
internal sealed partial class Pen
{
    /// <param name="at">On the baseline: the words begin, stand centred, or end here.</param>
    /// <param name="align">0 begin, 0.5 centre, 1 end.</param>
    public void Words(string text, Spot at, double size, Ink with, double align = 0, double angle = 0)
    {
        var back = letters.Width(text, size) * align;
        var along = Spot.At(default, back, angle);
        Path(letters.Path(text, at - along, size, angle), with);
        Flush();
    }

    public double WidthOf(string text, double size) => letters.Width(text, size);

    /// <summary>A slender arrow head whose tip is at <paramref name="tip"/>, coming from <paramref name="from"/>.</summary>
    public void Head(Spot tip, Spot from, Ink with, double length = 15)
    {
        var back = (from - tip).Unit * length;
        var side = back.Left.Unit * (length * .2);
        Lines([tip, tip + back + side, tip + back - side], new Ink(null, 0, with.Stroke ?? with.Fill), closed: true);
    }

    public void Arrow(Spot from, Spot to, Ink with, double head = 15)
    {
        Line(from, to + ((from - to).Unit * (head * .8)), with);
        Head(to, from, with, head);
    }

    /// <summary>A dimension: extension lines, a line with two heads, and what it measures above it.</summary>
    /// <param name="offset">How far the line stands to the left of the way from a to b.</param>
    public void Dimension(Spot a, Spot b, double offset, string text, double size = 24)
    {
        var side = (b - a).Unit.Left * offset;
        var over = side.Unit * 9;
        var gap = side.Unit * 6;
        Line(a + gap, a + side + over, Ink.Measure);
        Line(b + gap, b + side + over, Ink.Measure);
        Line(a + side, b + side, Ink.Measure);
        Head(a + side, b + side, Ink.Measure);
        Head(b + side, a + side, Ink.Measure);
        var angle = Math.Atan2(-(b.Y - a.Y), b.X - a.X) * 180 / Math.PI;
        if (angle is > 91 or < -89)
        {
            angle -= 180;
        }

        var up = Spot.At(default, 9, angle + 90);
        Words(text, Spot.Between(a, b, .5) + side + up, size, Ink.SoftLetter, .5, angle);
    }

    /// <summary>A numbered ball with a line to what it names; the legend and the tour say the rest.</summary>
    public void Ball(int number, Spot at, Spot to)
    {
        const double Radius = 19;
        if ((to - at).Length > Radius)
        {
            Line(at + ((to - at).Unit * Radius), to, Ink.Mark with { Width = 1.1 });
            Circle(to, 3.6, new(null, 0, Ink.Cinnabar));
        }

        Circle(at, Radius, new(Ink.Cinnabar, 1.6, Ink.Paper));
        Words(number.ToString(System.Globalization.CultureInfo.InvariantCulture), at + new Spot(0, 8.6), 24, Ink.RedLetter, .5);
    }
}
