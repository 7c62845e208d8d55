namespace YuGong.Drawings.Drafting;

/// <summary>How a line is drawn or a field is filled: the few kinds that an engineer's sheet knows.</summary>
/// <param name="Width">Sheet units; 0 for a field without an edge.</param>
internal sealed record Ink(string? Stroke, double Width, string? Fill = null, string? Dash = null, double Opacity = 1)
{
    public const string Black = "#14171A", Survey = "#3F6466", Slope = "#6F8D8A", Haze = "#9FB3AE", Mist = "#C9D3CF", Cinnabar = "#B3261E", Paper = "#FBF7EC";

    /// <summary>The cut edge of a section.</summary>
    public static Ink Heavy { get; } = new(Black, 3.4);

    /// <summary>What one sees of the thing.</summary>
    public static Ink Outline { get; } = new(Black, 2);

    public static Ink Fine { get; } = new(Black, 1.1);

    public static Ink Hair { get; } = new(Survey, .7);

    public static Ink Faint { get; } = new(Haze, .8);

    /// <summary>Behind something.</summary>
    public static Ink Hidden { get; } = new(Black, 1.1, Dash: "9 6");

    public static Ink Axis { get; } = new(Cinnabar, .9, Dash: "26 6 5 6");

    public static Ink Measure { get; } = new(Survey, 1);

    public static Ink Mark { get; } = new(Cinnabar, 1.6);

    public static Ink Solid { get; } = new(null, 0, Black);

    public static Ink Letter { get; } = new(null, 0, Black);

    public static Ink SoftLetter { get; } = new(null, 0, Survey);

    public static Ink RedLetter { get; } = new(null, 0, Cinnabar);

    /// <summary>Covers what lies behind.</summary>
    public static Ink Blank { get; } = new(null, 0, Paper);

    public static Ink Water { get; } = new(null, 0, Mist, Opacity: .5);

    public static Ink Shade { get; } = new(null, 0, Mist, Opacity: .38);
}
