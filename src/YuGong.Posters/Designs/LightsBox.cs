using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Posters.Designs;

/// <summary>The night of the site, painted: the lamp of the subject larger and named; of a poster about the site, every lamp.</summary>
public sealed record LightsBox : DesignElement
{
    public required string Name { get; init; }

    public required Rect Box { get; init; }

    /// <summary>Where in the box the water begins, from 0 (top) to 1.</summary>
    public required double Shore { get; init; }

    /// <summary>What the highest mountain could rise above it, against the width of the box.</summary>
    public required double Relief { get; init; }

    /// <summary>The part of the mountain that is shown, 0 to 1 from the left.</summary>
    public required double From { get; init; }

    public required double To { get; init; }

    /// <summary>What lamps keep free at the sides of the box, in page units.</summary>
    public required double Margin { get; init; }

    public required string Stack { get; init; }

    /// <summary>Of names: the em.</summary>
    public required double Size { get; init; }

    public required Paint Fill { get; init; }
}
