using System.Text;

namespace YuGong.Posters.Scenes;

public enum OutlineStep
{
    Move,
    Line,

    /// <summary>A cubic Bézier: two controls, then the end.</summary>
    Curve,
    Close,
}

/// <summary>One step of an outline; unused points are zero.</summary>
public readonly record struct Segment(OutlineStep OutlineStep, Point To, Point First = default, Point Second = default);

/// <summary>A path in page units: absolute moves, lines, cubic curves and closings; filled by the non-zero rule.</summary>
public sealed class Outline(IReadOnlyList<Segment> segments) : IEquatable<Outline>
{
    public IReadOnlyList<Segment> Segments { get; } = segments;

    public static Outline Of(Rect rect) => new(
    [
        new(OutlineStep.Move, new(rect.X, rect.Y)), new(OutlineStep.Line, new(rect.Right, rect.Y)),
        new(OutlineStep.Line, new(rect.Right, rect.Bottom)),
        new(OutlineStep.Line, new(rect.X, rect.Bottom)), new(OutlineStep.Close, default),
    ]);

    /// <summary>What the points (controls too) span.</summary>
    public Rect Bounds
    {
        get
        {
            var points = Segments.Where(s => s.OutlineStep != OutlineStep.Close)
                .SelectMany(s => s.OutlineStep == OutlineStep.Curve ? [s.First, s.Second, s.To] : (Point[])[s.To]).ToList();
            if (points.Count == 0)
            {
                return default;
            }

            var (x, y) = (points.Min(p => p.X), points.Min(p => p.Y));
            return new(x, y, points.Max(p => p.X) - x, points.Max(p => p.Y) - y);
        }
    }

    public Outline Moved(Matrix by)
    {
        Point Map(Point p) => by.Of(p.X, p.Y);
        return new([.. Segments.Select(s => s.OutlineStep == OutlineStep.Close
            ? s : new Segment(s.OutlineStep, Map(s.To), s.OutlineStep == OutlineStep.Curve ? Map(s.First) : default,
            s.OutlineStep == OutlineStep.Curve ? Map(s.Second) : default))]);
    }

    /// <summary>As SVG path data, to a thousandth of the unit.</summary>
    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var s in Segments)
        {
            switch (s.OutlineStep)
            {
                case OutlineStep.Move:
                    path.Append('M');
                    Add(path, s.To);
                    break;
                case OutlineStep.Line:
                    path.Append('L');
                    Add(path, s.To);
                    break;
                case OutlineStep.Curve:
                    path.Append('C');
                    Add(path, s.First);
                    Add(path.Append(' '), s.Second);
                    Add(path.Append(' '), s.To);
                    break;
                default:
                    path.Append('Z');
                    break;
            }
        }

        return path.ToString();
    }

    public bool Equals(Outline? other) => other is not null && (ReferenceEquals(this, other) || Segments.SequenceEqual(other.Segments));

    public override bool Equals(object? obj) => Equals(obj as Outline);

    public override int GetHashCode() =>
        HashCode.Combine(Segments.Count, Segments.Count == 0 ? default : Segments[0], Segments.Count == 0 ? default : Segments[^1]);

    private static void Add(StringBuilder path, Point p) =>
        path.Append(SceneText.Number(p.X)).Append(' ').Append(SceneText.Number(p.Y));
}
