using YuGong.Imaging.Vips;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Publishing.Motifs;
using YuGong.Text;

namespace YuGong.Posters.Preflight;

/// <summary>
/// Looks at a poster as a careful printer does before the plates are made; every complaint is a finding at the story's file.
/// </summary>
internal sealed class PreflightCheck(PosterJob order, Scene scene, GlyphOutlines outlines, ScenePictures pictures, Diagnostics findings)
{
    /// <summary>Least type in print: 8 pt, as mm.</summary>
    private const double LeastPrint = 8 * 25.4 / 72;

    /// <summary>Least size of a printed QR module, mm, and of one on a screen, px.</summary>
    private const double LeastModule = 0.5, LeastModulePixels = 3;

    private readonly IReadOnlyList<PlacedMark> marks = [.. PlacedMark.All(scene)];

    private string Name => scene.Name.ToString();

    private bool Printed => scene.Page.Unit == Scenes.Unit.Millimetre;

    private string Measure => Printed ? "mm" : "px";

    /// <summary>What can be said before anything is drawn.</summary>
    public void Scene()
    {
        SafeArea();
        TypeSize();
        Resolution();
        CodeSize();
        Ribbon();
        Contrast.Check(scene, marks, outlines, pictures, (box, ratio, least) =>
            Say(PressRules.LowContrast, box, SceneText.Number(Math.Floor(ratio * 10) / 10), SceneText.Number(least)));
    }

    /// <summary>What can be said of a finished file.</summary>
    public void File(PosterFormat format, byte[] bytes)
    {
        if (format == PosterFormat.Pdf || format == PosterFormat.PdfOutlines)
        {
            foreach (var (box, wanted, found) in PdfInspection.WrongBoxes(bytes, scene.Page))
            {
                Say(PressRules.WrongBoxes, box, wanted, found);
            }

            foreach (var fault in PdfInspection.FontFaults(bytes, outlined: format == PosterFormat.PdfOutlines))
            {
                Say(PressRules.FontNotEmbedded, fault);
            }
        }
    }

    /// <summary>
    /// Reads every code back: from the finished picture, or, where none was asked for, from the code's place drawn alike.
    /// </summary>
    public void Codes(Raster? finished)
    {
        foreach (var (mark, place) in marks.Where(m => m.Mark is CodeMark)
            .Select(m => ((CodeMark)m.Mark, m.Bounds(((CodeMark)m.Mark).Place))))
        {
            var found = CodeReading.Read(scene, place, finished, outlines, pictures);
            if (!found.Contains(mark.Text))
            {
                Say(PressRules.CodeUnreadable, found.Count == 0 ? "—" : Phrase.List(found), mark.Text);
            }
        }
    }

    private static bool IsDecor(string box) => box.StartsWith("decor", StringComparison.Ordinal);

    private void SafeArea()
    {
        var safe = scene.Page.SafeArea;
        foreach (var (box, ink) in Runs().GroupBy(r => r.Run.Box).Select(g => (g.Key, g.Select(r => r.Ink).Aggregate((a, b) => a.With(b)))))
        {
            var over = Math.Max(Math.Max(safe.X - ink.X, safe.Y - ink.Y), Math.Max(ink.Right - safe.Right, ink.Bottom - safe.Bottom));
            if (over > (Printed ? 0.05 : 0.5))
            {
                Say(PressRules.OutsideSafeArea, box, $"{SceneText.Number(Math.Round(over, 2))} {Measure}");
            }
        }
    }

    private void TypeSize()
    {
        var least = Printed ? LeastPrint : Math.Max(14, Math.Min(scene.Page.Width, scene.Page.Height) / 60);
        foreach (var (box, size) in Runs().GroupBy(r => r.Run.Box).Select(g => (g.Key, g.Min(r => r.Run.Size * r.Scale)))
            .Where(s => s.Item2 < least - 0.001))
        {
            Say(PressRules.TypeTooSmall, box, SizeInWords(size), SizeInWords(least));
        }
    }

    private string SizeInWords(double size) =>
        Printed ? $"{SceneText.Number(Math.Round(size * 72 / 25.4, 1))} pt" : $"{SceneText.Number(Math.Round(size, 1))} px";

    /// <summary>Of the story's pictures; the design's are checked where the design is read.</summary>
    private void Resolution()
    {
        foreach (var (picture, scale) in marks.Where(m => m.Mark is PictureMark { Source.Bytes: null })
            .Select(m => ((PictureMark)m.Mark, m.Scale)))
        {
            var density = picture.PixelsPerUnit / scale;
            var (enough, per) = Printed ? (200 / 25.4, 25.4) : (1, 1.0);
            if (density < enough * 0.995)
            {
                var (wide, high) = (picture.Place.Width * scale, picture.Place.Height * scale);
                Say(
                    PressRules.LowResolution, picture.Source.Name, Printed ? $"{density * per:0} dpi" : $"{density * 100:0} %",
                    $"{wide * enough:0} × {high * enough:0}",
                    $"{SceneText.Number(Math.Round(wide * density / enough))} × "
                    + $"{SceneText.Number(Math.Round(high * density / enough))} {Measure}");
            }
        }
    }

    private void CodeSize()
    {
        foreach (var (code, scale) in marks.Where(m => m.Mark is CodeMark).Select(m => ((CodeMark)m.Mark, m.Scale)))
        {
            var modules = ModulesOf(code);
            var size = code.Place.Width * scale / modules;
            var least = Printed ? LeastModule : LeastModulePixels;
            if (size < least - 0.001)
            {
                Say(PressRules.CodeTooSmall, $"{SceneText.Number(Math.Round(size, 2))} {Measure}", $"{SceneText.Number(least)} {Measure}");
            }
        }
    }

    private static int ModulesOf(CodeMark code) =>
        QrCodes.Of(code.Text).GetLength(0) + (2 * QrCodes.QuietZone);

    private void Ribbon()
    {
        var has = marks.Any(m => m.Mark is GlyphRun { Box: "ribbon" });
        if (has != scene.Sample)
        {
            Say(PressRules.Ribbon, scene.Sample
                ? new("示例没有示例条", "a sample has no ribbon") : new Phrase("真实内容带着示例条", "a real story bears a ribbon"));
        }
    }

    private IEnumerable<(GlyphRun Run, Rect Ink, double Scale)> Runs() =>
        marks.Where(m => m.Mark is GlyphRun run && !IsDecor(run.Box) && run.Box != "ribbon")
            .Select(m => ((GlyphRun)m.Mark, m.Bounds(((GlyphRun)m.Mark).Ink), m.Scale));

    private void Say(Rule rule, params IReadOnlyList<Detail> details) => findings.Report(rule, order.Place, [Name, .. details]);
}
