using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Posters.Designs;

/// <summary>What every poster made from a sample carries, whatever its design: a cinnabar ribbon that says so.</summary>
internal static class Ribbon
{
    public const string Name = "ribbon";

    private static readonly Colour Cinnabar = Colour.Parse("#B3261E")!.Value, White = Colour.Parse("#FFFFFF")!.Value;

    public static Layer On(PageBox page, PosterFonts fonts)
    {
        // It hangs in the margin, where designs keep nothing, and never over a face or a name.
        var size = Math.Max(Math.Min(page.Width, page.Height) * 0.032, Math.Max(page.Width, page.Height) * 0.018);
        var text = Typesetter.Set("示例", fonts.Stacks["serif"], new() { Direction = WritingMode.Vertical, Tracking = 0.15 }, size, size * 4);
        var box = new Rect(page.Width - page.Safe - size, page.Safe, size, size * 2.2);
        var band = new Rect(box.X - (size * 0.25), -page.Bleed, size * 1.5, page.Bleed + page.Safe + (size * 2.9));
        var ground = new Outline(
        [
            new(OutlineStep.Move, new(band.X, band.Y)), new(OutlineStep.Line, new(band.Right, band.Y)),
            new(OutlineStep.Line, new(band.Right, band.Bottom)),
            new(OutlineStep.Line, new(band.CentreX, band.Bottom - (size * 0.5))), new(OutlineStep.Line, new(band.X, band.Bottom)),
            new(OutlineStep.Close, default),
        ]);
        return new(Name, "示例", [new PathMark(ground, new Solid(Cinnabar)), .. text.In(box, Name, new Solid(White))]);
    }
}
