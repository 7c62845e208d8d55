using System.Globalization;
using System.Text;

namespace YuGong.Drawings.Drafting;

/// <summary>SVG path data in steps from the place before, to a tenth of the unit: half as long as places on the sheet, and no error adds up.</summary>
internal sealed class PathText
{
    private readonly StringBuilder text = new();
    private long x, y, startX, startY;

    public PathText Move(Spot to)
    {
        (x, y) = (Tenth(to.X), Tenth(to.Y));
        (startX, startY) = (x, y);
        text.Append('M');
        Add(x, first: true);
        Add(y, first: false);
        return this;
    }

    public PathText Line(Spot to) => Step('l', to);

    public PathText Quadratic(Spot control, Spot to) => Step('q', control, to);

    public PathText Cubic(Spot first, Spot second, Spot to) => Step('c', first, second, to);

    public PathText Close()
    {
        text.Append('z');
        (x, y) = (startX, startY);
        return this;
    }

    public override string ToString() => text.ToString();

    private PathText Step(char letter, params ReadOnlySpan<Spot> spots)
    {
        text.Append(letter);
        var first = true;
        foreach (var spot in spots)
        {
            Add(Tenth(spot.X) - x, first);
            Add(Tenth(spot.Y) - y, first: false);
            first = false;
        }

        (x, y) = (Tenth(spots[^1].X), Tenth(spots[^1].Y));
        return this;
    }

    private static long Tenth(double value) => (long)Math.Round(value * 10, MidpointRounding.AwayFromZero);

    private void Add(long tenths, bool first)
    {
        var words = (tenths / 10m).ToString(CultureInfo.InvariantCulture);
        text.Append(first || words[0] == '-' ? "" : " ").Append(words.StartsWith("0.", StringComparison.Ordinal) ? words[1..] : words.StartsWith("-0.", StringComparison.Ordinal) ? "-" + words[2..] : words);
    }
}
