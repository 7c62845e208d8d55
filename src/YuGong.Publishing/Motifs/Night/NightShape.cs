namespace YuGong.Publishing.Motifs.Night;

/// <summary>How a night is composed: the size in px and where in it the river begins.</summary>
/// <param name="Width">px.</param>
/// <param name="Height">px.</param>
/// <param name="Shore">The water's edge, px from the top.</param>
/// <param name="Relief">What a skyline of height 1 rises above the shore, px.</param>
public sealed record NightShape(int Width, int Height, double Shore, double Relief)
{
    /// <summary>Which part of the mountain is seen, from 0 (left) to 1: a narrow picture shows fewer peaks, not steeper ones.</summary>
    public double From { get; init; }

    public double To { get; init; } = 1;

    /// <summary>What is kept free at both sides, px.</summary>
    public double Margin { get; init; }

    /// <summary>What a name that stands upright takes, with air; px.</summary>
    public double NameWidth { get; init; }

    /// <summary>Whether so many names can stand beside one another.</summary>
    public bool HasRoomFor(int names) => (names - 1) * NameWidth <= Width - (2 * Margin);

    /// <summary>For screens as wide as high, and wider.</summary>
    public static NightShape Wide { get; } = new(1440, 600, 470, 520) { Margin = 72, NameWidth = 32 };

    /// <summary>For phones held upright.</summary>
    public static NightShape Tall { get; } =
        new(390, 460, 352, 330) { From = 0.46, To = 0.97, Margin = 22, NameWidth = 24 };

    /// <summary>One slope among others, low and broad.</summary>
    public static NightShape Slope { get; } = new(1200, 500, 408, 430) { Margin = 130, NameWidth = 36 };

    /// <summary>The same for phones.</summary>
    public static NightShape TallSlope { get; } =
        new(390, 440, 342, 330) { From = 0.3, To = 0.75, Margin = 36, NameWidth = 26 };

    /// <summary>The same picture at another size.</summary>
    public NightShape Times(double scale) =>
        new((int)Math.Round(Width * scale), (int)Math.Round(Height * scale), Shore * scale, Relief * scale)
    {
        From = From, To = To, Margin = Margin * scale, NameWidth = NameWidth * scale,
    };

    /// <summary>A place from 0 to 1 between the margins as one from 0 to 1 of the whole width.</summary>
    public double Inside(double part) => (Margin + (part * (Width - (2 * Margin)))) / Width;
}
