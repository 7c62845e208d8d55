using YuGong.Manuscripts;

namespace YuGong.Books.Screens;

/// <summary>All that an article in pictures is made of.</summary>
public sealed record ScreenRequest
{
    /// <summary>Of the folder <c>articles</c> of a theme.</summary>
    public required BookDesign Design { get; init; }

    public required Article Article { get; init; }

    /// <summary>Who it is about, or what: the name alone.</summary>
    public required string Name { get; init; }

    /// <summary>A poster of 3:4, as a file; null where there is none.</summary>
    public required byte[]? Poster { get; init; }

    public required IReadOnlyList<string> Organizers { get; init; }
}
