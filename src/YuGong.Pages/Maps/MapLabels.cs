using YuGong.Content;

namespace YuGong.Pages;

/// <summary>
/// Where names stand on a sketch map: beside their marks, never over anything else; one that finds no room is left to the list.
/// </summary>
internal sealed class MapLabels(double width, double height)
{
    /// <summary>px; a Han character of a name, and how far a name stands from the middle of its mark.</summary>
    private const double Em = 22;

    private const double Off = 22;

    private readonly List<LabelBox> taken = [];

    public void Take(LabelBox box) => taken.Add(box);

    /// <summary>A word that the map itself has, turned as it stands.</summary>
    /// <param name="letter">px for each character, with the room between them.</param>
    public void Take(double x, double y, int characters, double letter, double turn)
    {
        var (half, angle) = (characters * letter / 2, turn * Math.PI / 180);
        var (wide, high) = (Math.Abs(Math.Cos(angle) * half) + (letter / 3), Math.Abs(Math.Sin(angle) * half) + 14);
        taken.Add(new(x - wide, y - high - 6, x + wide, y + high));
    }

    /// <summary>The first free place right, left, below, above or at a corner, then the same further away; null for none.</summary>
    public Label? Place(double x, double y, string name)
    {
        var wide = name.Length * Em;
        foreach (var off in (ReadOnlySpan<double>)[Off, Off * 1.8])
        {
            Label[] choices =
            [
                new("start", x + off, y + 8, x + off), new("end", x - off, y + 8, x - off - wide),
                new("middle", x, y + off + 18, x - (wide / 2)), new("middle", x, y - off - 2, x - (wide / 2)),
                new("start", x + (off * 0.7), y + off + 12, x + (off * 0.7)), new("start", x + (off * 0.7), y - off + 2, x + (off * 0.7)),
                new("end", x - (off * 0.7), y + off + 12, x - (off * 0.7) - wide),
                new("end", x - (off * 0.7), y - off + 2, x - (off * 0.7) - wide),
            ];
            foreach (var choice in choices)
            {
                var box = new LabelBox(choice.Left, choice.Y - Em, choice.Left + wide, choice.Y + 5);
                if (box.Left > 4 && box.Right < width - 4 && box.Top > 4 && box.Bottom < height - 4 && !taken.Exists(box.Meets))
                {
                    taken.Add(box);
                    return choice;
                }
            }
        }

        return null;
    }
}

/// <summary>px.</summary>
internal readonly record struct LabelBox(double Left, double Top, double Right, double Bottom)
{
    public bool Meets(LabelBox other) => other.Left < Right && other.Right > Left && other.Top < Bottom && other.Bottom > Top;
}

/// <param name="Anchor">start, middle or end, as SVG has it.</param>
/// <param name="Y">Of the line it stands on.</param>
/// <param name="Left">Where its first character begins.</param>
internal sealed record Label(string Anchor, double X, double Y, double Left);
