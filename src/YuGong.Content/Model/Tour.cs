using System.Globalization;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// A part of a picture, as IIIF Image API 3 writes regions: <c>x,y,w,h</c> in pixels or <c>pct:x,y,w,h</c> in hundredths.
/// </summary>
public sealed record Region(bool IsPercent, double X, double Y, double Width, double Height)
{
    /// <summary>Null when the text is no region, has no area, or (in hundredths) reaches beyond the picture.</summary>
    public static Region? Parse(string text)
    {
        var percent = text.StartsWith("pct:", StringComparison.Ordinal);
        var words = (percent ? text[4..] : text).Split(',');
        var n = words.Select(w => double.TryParse(w.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var v)
            ? v : -1).ToArray();
        return n is [>= 0 and var x, >= 0 and var y, > 0 and var w, > 0 and var h]
            && (percent ? x + w <= 100.001 && y + h <= 100.001 : n.All(double.IsInteger))
            ? new(percent, x, y, w, h)
            : null;
    }

    /// <summary>The same region in whole pixels of a picture of this size, inside it.</summary>
    public (int X, int Y, int Width, int Height) In(int width, int height)
    {
        var (sx, sy) = IsPercent ? (width / 100.0, height / 100.0) : (1, 1);
        var (x, y) = ((int)Math.Clamp(Math.Round(X * sx), 0, width - 1), (int)Math.Clamp(Math.Round(Y * sy), 0, height - 1));
        return (x, y, Math.Clamp((int)Math.Round(Width * sx), 1, width - x), Math.Clamp((int)Math.Round(Height * sy), 1, height - y));
    }

    /// <summary>As IIIF writes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsPercent ? "pct:" : "")}{X},{Y},{Width},{Height}");
}

/// <summary>导览: one stop of a tour over an object's picture.</summary>
public sealed record TourStep(Region Region, string Title, string Text, SourceSpan Span);
