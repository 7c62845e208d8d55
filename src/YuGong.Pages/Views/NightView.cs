using YuGong.Documents;

namespace YuGong.Pages.Views;

/// <summary>A mountain at night with a lamp for each person, for wide pages and for narrow ones.</summary>
public sealed record NightView
{
    public required NightPictureView Wide { get; init; }

    public required NightPictureView Tall { get; init; }

    /// <summary>The lamps in groups: by the first district of each person, from west to east.</summary>
    public required IReadOnlyList<NightPartView> Parts { get; init; }

    /// <summary>The people whose lamps burn, from west to east.</summary>
    public required IReadOnlyList<PersonDocument> People { get; init; }

    /// <summary>Whether there are too many for every name to stand beside its lamp on a narrow page: they want a list too.</summary>
    public required bool Crowded { get; init; }
}

/// <param name="Day">The same mountain by day, SVG.</param>
/// <param name="Src">JPEG.</param>
/// <param name="Width">Of the largest file, px.</param>
/// <param name="Crowded">Whether names must wait until somebody points at their lamp.</param>
public sealed record NightPictureView(Markup Day, string Src, string Avif, string Webp, string Jpeg, int Width, int Height,
    bool Crowded);

/// <param name="Id">Of the district; <c>other</c> for who has none.</param>
/// <param name="Wide">Links as SVG, to lie over the wide picture.</param>
/// <param name="Tall">To lie over the tall one.</param>
public sealed record NightPartView(string Id, string Name, int Count, Markup Wide, Markup Tall);
