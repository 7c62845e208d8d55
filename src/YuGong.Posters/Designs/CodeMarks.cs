using YuGong.Posters.Scenes;
using YuGong.Publishing.Motifs;

namespace YuGong.Posters.Designs;

/// <summary>A QR code outside a design.</summary>
public static class CodeMarks
{
    /// <param name="place">A square, with the quiet zone.</param>
    public static IReadOnlyList<Mark> Of(string name, string address, Rect place, Solid ground, Solid ink) =>
    [
        new PathMark(Outline.Of(place), ground),
        new CodeMark(name, address, place, Motifs.Modules(QrCodes.Of(address), place), ink),
    ];
}
