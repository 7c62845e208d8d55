using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>How a view is laid into a place: <c>preserveAspectRatio</c> (SVG 2, 8.6).</summary>
internal static class ViewBox
{
    /// <summary>Null when there is none, or it is empty.</summary>
    public static Rect? Read(string? text) =>
        Lengths.Numbers(text) is [var x, var y, > 0 and var width, > 0 and var height] ? new(x, y, width, height) : null;

    /// <summary>From the view's units to the place's.</summary>
    /// <param name="aspect">As written; empty for <c>xMidYMid meet</c>.</param>
    /// <param name="overflows">Some of the view lies outside the place.</param>
    public static Matrix Fit(Rect view, Rect place, string? aspect, out bool overflows)
    {
        var words = Lengths.Words(aspect).Where(w => w != "defer").ToArray();
        var align = words is [var first, ..] ? first : "xMidYMid";
        var (sx, sy) = (place.Width / view.Width, place.Height / view.Height);
        overflows = false;
        if (align == "none" || align.Length != 8)
        {
            return Matrix.Translation(place.X, place.Y).After(Matrix.Scale(sx, sy)).After(Matrix.Translation(-view.X, -view.Y));
        }

        overflows = words is [_, "slice", ..] && sx != sy;
        var scale = overflows ? Math.Max(sx, sy) : Math.Min(sx, sy);
        var x = place.X + (Share(align[1..4]) * (place.Width - (view.Width * scale)));
        var y = place.Y + (Share(align[5..8]) * (place.Height - (view.Height * scale)));
        return Matrix.Translation(x, y).After(Matrix.Scale(scale, scale)).After(Matrix.Translation(-view.X, -view.Y));
    }

    private static double Share(string align) => align switch { "Min" => 0, "Max" => 1, _ => 0.5 };
}
