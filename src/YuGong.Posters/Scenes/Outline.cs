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

/// <summary>A path in page units: absolute moves, lines, cubic curves and closings.</summary>
/// <param name="evenOdd">Filled by the even-odd rule instead of the non-zero one.</param>
public sealed class Outline(IReadOnlyList<Segment> segments, bool evenOdd = false) : IEquatable<Outline>
{
    public bool EvenOdd => evenOdd;

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

    /// <summary>What the line itself spans: how far its curves reach, not their controls.</summary>
    public Rect Extent
    {
        get
        {
            var at = default(Point);
            double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
            void Reach(Point p) =>
                (left, top, right, bottom) = (Math.Min(left, p.X), Math.Min(top, p.Y), Math.Max(right, p.X), Math.Max(bottom, p.Y));
            foreach (var s in Segments.Where(s => s.OutlineStep != OutlineStep.Close))
            {
                if (s.OutlineStep == OutlineStep.Curve)
                {
                    foreach (var t in Turns(at.X, s.First.X, s.Second.X, s.To.X).Concat(Turns(at.Y, s.First.Y, s.Second.Y, s.To.Y)))
                    {
                        Reach(new(On(t, at.X, s.First.X, s.Second.X, s.To.X), On(t, at.Y, s.First.Y, s.Second.Y, s.To.Y)));
                    }
                }

                Reach(at = s.To);
            }

            return left > right ? default : new(left, top, right - left, bottom - top);
        }
    }

    public Outline Moved(Matrix by)
    {
        Point Map(Point p) => by.Of(p.X, p.Y);
        return new([.. Segments.Select(s => s.OutlineStep == OutlineStep.Close
            ? s : new Segment(s.OutlineStep, Map(s.To), s.OutlineStep == OutlineStep.Curve ? Map(s.First) : default,
            s.OutlineStep == OutlineStep.Curve ? Map(s.Second) : default))], EvenOdd);
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

    public bool Equals(Outline? other) =>
        other is not null && (ReferenceEquals(this, other) || (EvenOdd == other.EvenOdd && Segments.SequenceEqual(other.Segments)));

    public override bool Equals(object? obj) => Equals(obj as Outline);

    public override int GetHashCode() =>
        HashCode.Combine(Segments.Count, Segments.Count == 0 ? default : Segments[0], Segments.Count == 0 ? default : Segments[^1]);

    private static double On(double t, double a, double b, double c, double d)
    {
        var u = 1 - t;
        return (u * u * u * a) + (3 * u * u * t * b) + (3 * u * t * t * c) + (t * t * t * d);
    }

    /// <summary>Where a cubic curve turns back in one direction.</summary>
    private static IEnumerable<double> Turns(double a, double b, double c, double d)
    {
        var (p, q, r) = (d - a + (3 * (b - c)), 2 * (a - (2 * b) + c), b - a);
        if (Math.Abs(p) < 1e-12)
        {
            return Math.Abs(q) < 1e-12 ? [] : Within(-r / q);
        }

        var root = (q * q) - (4 * p * r);
        return root < 0 ? [] : Within((-q + Math.Sqrt(root)) / (2 * p)).Concat(Within((-q - Math.Sqrt(root)) / (2 * p)));

        static IEnumerable<double> Within(double t) => t is > 0 and < 1 ? [t] : [];
    }

    private static void Add(StringBuilder path, Point p) =>
        path.Append(SceneText.Number(p.X)).Append(' ').Append(SceneText.Number(p.Y));
}
