using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Kit;

/// <summary>
/// Pieces for designers, on a clear ground: title, seal, ridges, code. They are designs like others, in the folder <c>kit</c> of the
/// theme's
/// posters, so that a theme can change them.
/// </summary>
public static class KitAssets
{
    public const string Design = "kit";

    private const string Numerals = "一二三四五六七八九十";

    internal static IReadOnlyList<PosterFormat> Formats { get; } = [PosterFormat.SvgOutlines, PosterFormat.Png];

    public static bool IsOne(PosterJob order) => order.Name.Design == Design;

    /// <summary>Each ridge becomes a layer of its own, so that it can be moved, hidden and coloured.</summary>
    internal static Scene Layered(Scene scene) =>
        scene with { Layers = [.. scene.Layers.SelectMany(l => l.Id == "ridges" && l.Marks.Count > 1 ? Split(l) : [l])] };

    private static IEnumerable<Layer> Split(Layer layer) =>
        layer.Marks.Select((mark, i) => new Layer($"{layer.Id}-{i}", layer.Name + (i < Numerals.Length ? Numerals[i] : ""), [mark]));
}
