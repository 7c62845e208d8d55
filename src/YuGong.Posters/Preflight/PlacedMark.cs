using YuGong.Posters.Scenes;

namespace YuGong.Posters.Preflight;

/// <summary>A mark and where its groups have moved it.</summary>
internal sealed record PlacedMark(Mark Mark, Matrix Move, double Opacity)
{
    /// <summary>How much larger it is drawn than it says.</summary>
    public double Scale => Move.Size;

    public static IEnumerable<PlacedMark> All(Scene scene) => scene.Layers.SelectMany(l => Open(l.Marks, Matrix.Identity, 1));

    /// <summary>The rectangle on the page around a rectangle of the mark.</summary>
    public Rect Bounds(Rect rect)
    {
        if (Move == Matrix.Identity)
        {
            return rect;
        }

        Point[] corners = [Move.Of(rect.X, rect.Y), Move.Of(rect.Right, rect.Y), Move.Of(rect.X, rect.Bottom),
            Move.Of(rect.Right, rect.Bottom)];
        var (x, y) = (corners.Min(p => p.X), corners.Min(p => p.Y));
        return new(x, y, corners.Max(p => p.X) - x, corners.Max(p => p.Y) - y);
    }

    private static IEnumerable<PlacedMark> Open(IEnumerable<Mark> marks, Matrix move, double opacity) =>
        marks.SelectMany(m => m is Group g
            ? Open(g.Marks, g.Move is { } own ? move.After(own) : move, opacity * g.Opacity) : [new PlacedMark(m, move, opacity)]);
}
