using System.Globalization;

namespace YuGong.Posters.Pressing;

/// <summary>
/// A stable part of the work: the first of sixteen is <c>1/16</c>. All parts together are the whole, and no two share a poster.
/// </summary>
public sealed record Shard(int Number, int Of)
{
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Null for anything but I/N with 1 ≤ I ≤ N.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var i, var n] && int.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var of) && number >= 1 && number <= of
            ? new(number, of)
            : null;

    /// <summary>Every N-th in the order of names, so that each part gets large and small posters alike.</summary>
    public IEnumerable<PosterJob> Take(IEnumerable<PosterJob> orders) =>
        orders.OrderBy(o => o.Name.Shape, StringComparer.Ordinal).ThenBy(o => o.Name.ToString(), StringComparer.Ordinal)
            .Where((_, place) => place % Of == Number - 1);

    public override string ToString() => $"{Number}/{Of}";
}
