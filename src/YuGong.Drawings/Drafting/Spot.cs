namespace YuGong.Drawings.Drafting;

/// <summary>A place on the sheet in its units (1600 × 1200), y downwards; also a direction.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    public Spot Unit => Length == 0 ? this : new(X / Length, Y / Length);

    /// <summary>Turned a quarter to the left of the way it points.</summary>
    public Spot Left => new(Y, -X);

    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

    public static Spot operator -(Spot a, Spot b) => new(a.X - b.X, a.Y - b.Y);

    public static Spot operator *(Spot a, double by) => new(a.X * by, a.Y * by);

    /// <param name="angle">Degrees, from the right, counter-clockwise as one sees it.</param>
    public static Spot At(Spot centre, double radius, double angle) =>
        new(centre.X + (radius * Math.Cos(angle * Math.PI / 180)), centre.Y - (radius * Math.Sin(angle * Math.PI / 180)));

    public static Spot Between(Spot a, Spot b, double part) => a + ((b - a) * part);
}
