namespace YuGong.Publishing.Motifs.Night;

/// <summary>
/// From longitudes to places in a picture, from 0 (west) to 1. Order is kept and distance half: towns that lie close together on the map,
/// as those of a city do, stand apart.
/// </summary>
internal sealed class EastWest
{
    private const double AsOnTheMap = 0.35;

    private readonly double[] known;

    public EastWest(IEnumerable<double> longitudes) => known = [.. longitudes.Distinct().Order()];

    /// <param name="longitude">One of those given.</param>
    public double At(double longitude)
    {
        if (known.Length < 2)
        {
            return 0.5;
        }

        var rank = Array.BinarySearch(known, longitude) / (known.Length - 1.0);
        return (AsOnTheMap * (longitude - known[0]) / (known[^1] - known[0])) + ((1 - AsOnTheMap) * rank);
    }
}
