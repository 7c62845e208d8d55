using YuGong.Imaging;
using YuGong.Posters.Codes;
using YuGong.Posters.Fonts;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Posters.Writing;
using YuGong.Publishing.Motifs;
using YuGong.Text;

namespace YuGong.Tests.Press;

/// <summary>A small printed page with everything a scene can hold, typeset with the theme's fonts.</summary>
internal static class Sheet
{
    public const string Address = "https://yugong.example.org/q/k7m2/";

    private static readonly Colour Paper = Colour.Parse("#F5EFE2")!.Value, Ink = Colour.Parse("#14171A")!.Value,
        Cinnabar = Colour.Parse("#B3261E")!.Value;

    public static PosterFonts Fonts => Posters.Type.Fonts;

    public static GlyphOutlines Outlines { get; } = new(font => Fonts.Of(font).File);

    public static ScenePictures NoPictures() => new(1);

    /// <summary>A postcard of 100 × 148 mm with 3 mm bleed.</summary>
    public static Scene Card(Colour? text = null, double nudge = 0, double type = 6, bool sample = false)
    {
        var page = new PageBox(Unit.Millimetre, 100, 148, 3, 5);
        var ink = new Solid(text ?? Ink);
        List<Mark> words =
        [
            .. Set("渝工移山", "brush", WritingMode.Vertical, 18, new(70, 10, 20, 80), "title", ink),
            .. Set("自来水从打枪坝流进山城,1932年完工。", "serif", WritingMode.Horizontal, type, new(8 - nudge, 100, 60, 30), "lead", ink),
        ];
        return Of("card", page, words, sample);
    }

    public static Scene Of(string name, PageBox page, IReadOnlyList<Mark> words, bool sample = false)
    {
        var ground = new Gradient(new(0, 0), new(0, page.Height), [new(0, Paper), new(1, Colour.Parse("#EBE4D4")!.Value)]);
        var code = new Rect(page.Width - 30, page.Height - 30, 24.6, 24.6);
        var modules = QrCodes.Of(Address);
        var side = code.Width / (modules.GetLength(0) + (2 * QrCodes.QuietZone));
        var dark = new List<Segment>();
        for (var row = 0; row < modules.GetLength(0); row++)
        {
            for (var column = 0; column < modules.GetLength(0); column++)
            {
                if (modules[row, column])
                {
                    dark.AddRange(Outline.Of(new Rect(code.X + ((column + 4) * side), code.Y + ((row + 4) * side), side, side)).Segments);
                }
            }
        }

        var scene = new Scene(new("yu-gong", name, "postcard"), "愚公:移山", "重庆市工程师协会", sample, page, [],
        [
            new("ground", "纸", [new PathMark(Outline.Of(page.Full), ground)]),
            new("seal", "印",
                [new Group([new PathMark(Outline.Of(new Rect(8, 60, 14, 14)), new Solid(Cinnabar))], 0.9,
                Move: Matrix.Turn(2, new(15, 67)))]),
            new("words", "字", words),
            new("code", "码", [new PathMark(Outline.Of(code), new Solid(Colour.Parse("#FFFFFF")!.Value)),
                new CodeMark("code", Address, code, new(dark), new Solid(Ink))]),
        ]);
        return scene with { Fonts = [.. scene.Marks.OfType<GlyphRun>().Select(r => r.Font).Distinct()] };
    }

    public static PosterJob OrderOf(Scene scene, string key = "") => new()
    {
        Name = scene.Name, Label = scene.Title, Title = scene.Title, Story = null,
        Page = scene.Page, Key = Fingerprint.Of(scene.Id + key).With(scene.Key),
        Date = new(2026, 11, 22), Revision = new(7), Place = new SourceFile("input/stories/yu-gong/index.md", "").Whole,
        Compose = _ => scene,
    };

    private static IEnumerable<Mark> Set(string text, string stack, WritingMode direction, double size, Rect box, string name, Paint ink) =>
        Typesetter.Set(text, Fonts.Stacks[stack], new() { Direction = direction, Leading = 1.4 }, size,
            direction == WritingMode.Vertical ? box.Height : box.Width).In(box, name, ink);
}
