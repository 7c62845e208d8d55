namespace YuGong.Posters.Scenes;

/// <summary>A rectangle in page units.</summary>
public readonly record struct Rect(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CentreX => X + (Width / 2);

    public double CentreY => Y + (Height / 2);

    public Rect Inset(double by) => new(X + by, Y + by, Width - (2 * by), Height - (2 * by));

    /// <param name="slack">What still counts as inside, in the same unit.</param>
    public bool Holds(Rect other, double slack = 0.001) =>
        other.X >= X - slack && other.Y >= Y - slack && other.Right <= Right + slack && other.Bottom <= Bottom + slack;

    public Rect With(Rect other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }
}

public readonly record struct Point(double X, double Y);

/// <summary>As in SVG and PDF: x' = A·x + C·y + E, y' = B·x + D·y + F.</summary>
public readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    public static Matrix Translation(double x, double y) => new(1, 0, 0, 1, x, y);

    public static Matrix Scale(double x, double y) => new(x, 0, 0, y, 0, 0);

    /// <summary>Clockwise on the page, about a point.</summary>
    public static Matrix Turn(double degrees, Point about)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Translation(about.X, about.Y).After(new Matrix(cos, sin, -sin, cos, 0, 0).After(Translation(-about.X, -about.Y)));
    }

    /// <summary>How much larger it makes things: the root of what it makes of areas.</summary>
    public double Size => Math.Sqrt(Math.Abs((A * D) - (B * C)));

    /// <summary>It moves, turns, mirrors and scales, and bends nothing.</summary>
    public bool KeepsShape =>
        Math.Abs((A * A) + (B * B) - (C * C) - (D * D)) + Math.Abs((A * C) + (B * D)) < 1e-6 * ((A * A) + (B * B) + (C * C) + (D * D));

    /// <summary>It only moves and scales, the same both ways.</summary>
    public bool KeepsUpright => B == 0 && C == 0 && A > 0 && Math.Abs(A - D) < 1e-9 * A;

    /// <summary>Null where it makes everything a line.</summary>
    public Matrix? Inverse
    {
        get
        {
            var det = (A * D) - (B * C);
            return Math.Abs(det) < 1e-300
                ? null
                : new(D / det, -B / det, -C / det, A / det, ((C * F) - (D * E)) / det, ((B * E) - (A * F)) / det);
        }
    }

    public Point Of(double x, double y) => new((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>First the other, then this one.</summary>
    public Matrix After(Matrix first) => new(
        (A * first.A) + (C * first.B),
        (B * first.A) + (D * first.B),
        (A * first.C) + (C * first.D),
        (B * first.C) + (D * first.D),
        (A * first.E) + (C * first.F) + E,
        (B * first.E) + (D * first.F) + F);
}
