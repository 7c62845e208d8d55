using YuGong.Content;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <summary>A poster that will be: what it is called, what everything on it depends on, and how to typeset it.</summary>
/// <param name="Title">For people: <c>税西恒 · peak · A3</c>.</param>
/// <param name="Story">Whose poster it is; null for posters about the whole site.</param>
/// <param name="Key">Of all that the scene is made from (facts, design, fonts, pictures). Equal keys mean equal scenes, so nothing is
/// typeset twice.</param>
/// <param name="Date">The story's own day, for metadata and archives.</param>
/// <param name="Revision">Of the story as it was printed, so that a stale poster can be seen.</param>
/// <param name="Place">What its findings point at: the story's file, or the design's.</param>
/// <param name="Compose">Called at most once a run, from any thread. Null, with findings, when the design does not hold the story.</param>
public sealed record PosterJob(
    SceneName Name, string Title, Story? Story, Scenes.PageBox Page, Fingerprint Key, DateOnly Date, Fingerprint Revision, SourceSpan Place,
    Func<Diagnostics, Scene?> Compose);
