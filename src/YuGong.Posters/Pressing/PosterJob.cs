using YuGong.Content;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <summary>A poster that will be: what it is called, what everything on it depends on, and how to typeset it.</summary>
public sealed record PosterJob
{
    public required SceneName Name { get; init; }

    /// <summary>For people: <c>税西恒 · peak · A3</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Whose poster it is; null for posters about the whole site.</summary>
    public required Story? Story { get; init; }

    public required Scenes.PageBox Page { get; init; }

    /// <summary>
    /// Of all that the scene is made from (facts, design, fonts, pictures). Equal keys mean equal scenes, so nothing is typeset
    /// twice.
    /// </summary>
    public required Fingerprint Key { get; init; }

    /// <summary>What people call the design in this shape; its names where it says nothing.</summary>
    public required string Label { get; init; }

    /// <summary>The story's own day, for metadata and archives.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Of the story as it was printed, so that a stale poster can be seen.</summary>
    public required Fingerprint Revision { get; init; }

    /// <summary>What its findings point at: the story's file, or the design's.</summary>
    public required SourceSpan Place { get; init; }

    /// <summary>Called at most once a run, from any thread. Null, with findings, when the design does not hold the story.</summary>
    public required Func<Diagnostics, Scene?> Compose { get; init; }
}
