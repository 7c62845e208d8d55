namespace YuGong.Text.Privacy;

/// <summary>Coordinates of a drawing are no numbers of anybody.</summary>
internal static class DrawingText
{
    private static readonly string[] Attributes =
        ["d", "points", "transform", "viewBox", "stroke-dasharray", "values", "x", "y", "dx", "dy", "gradientTransform",
            "patternTransform", "keyTimes", "keySplines", "path", "srcset", "sizes", "integrity"];

    /// <summary>Whether a piece of a text begins or ends within such an attribute, so that what it means is said outside it.</summary>
    public static bool IsIn(ReadOnlySpan<char> text, int start, int end) => EndAt(text, start) > 0
        || EndAt(text, Math.Min(end, text.Length - 1)) > 0;

    /// <summary>Where the attribute ends in which a place lies; 0 when it lies in no attribute of a drawing.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int at)
    {
        var quote = text[..at].LastIndexOfAny('"', '<', '>');
        if (quote < 2 || text[quote] != '"' || text[quote - 1] != '=')
        {
            return 0;
        }

        var name = text[..(quote - 1)];
        var space = name.LastIndexOfAny(" \n\t");
        if (space < 0)
        {
            return 0;
        }

        var attribute = name[(space + 1)..];
        foreach (var drawing in Attributes)
        {
            if (attribute.SequenceEqual(drawing))
            {
                var end = text[at..].IndexOf('"');
                return end < 0 ? text.Length : at + end;
            }
        }

        return 0;
    }
}
