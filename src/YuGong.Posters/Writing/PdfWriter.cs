using YuGong.Imaging.Drawing;
using YuGong.Imaging.Pdf;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>What a PDF is made with.</summary>
/// <param name="Date">The story's own day, so that equal stories give equal bytes.</param>
/// <param name="CropMarks">Marks outside the bleed at which the page is cut.</param>
/// <param name="LiveText">Text that can be searched and copied; otherwise outlines (转曲).</param>
internal sealed record PdfOptions(DateOnly Date, string Subject, bool CropMarks, bool LiveText);

/// <summary>
/// Scene → PDF page. MediaBox is what is drawn, BleedBox reaches over the trimmed edge, TrimBox is the finished page (ISO 32000-1 14.11.2).
/// Screens count 96 px to the inch. Colours are sRGB.
/// </summary>
internal static class PdfWriter
{
    /// <summary>Room for crop marks on every side, mm.</summary>
    private const double Slug = 10;

    public static byte[] Write(Scene scene, PdfOptions options, GlyphOutlines outlines, ScenePictures pictures)
    {
        var page = scene.Page;
        var slug = options.CropMarks && page.Unit == Unit.Millimetre ? Slug : 0;
        using var canvas = Open(scene, slug, options.Date, options.Subject, language: null);
        canvas.Save();
        canvas.Rectangle(page.Full.X, page.Full.Y, page.Full.Width, page.Full.Height);
        canvas.Clip();
        new SceneDrawing(canvas, outlines, pictures, options.LiveText ? canvas : null).Draw(scene);
        canvas.Restore();
        if (slug > 0)
        {
            CropMarks(canvas, page);
        }

        return canvas.Finish();
    }

    /// <summary>
    /// One page that is kept for good, and tagged: every text box is a heading or a paragraph, a code is a figure with words for it, the
    /// rest is decoration. Only level B is claimed: the tags go beyond it, but nobody has judged them for level A or PDF/UA.
    /// </summary>
    /// <param name="subject">What it says of itself, for metadata.</param>
    public static byte[] Archive(Scene scene, DateOnly day, string subject, GlyphOutlines outlines, ScenePictures pictures)
    {
        using var canvas = Open(scene, slug: 0, day, subject, language: "zh-CN");
        var drawing = new SceneDrawing(canvas, outlines, pictures, canvas);
        foreach (var (tag, marks) in Parts(scene))
        {
            if (tag is null)
            {
                drawing.Draw(marks);
            }
            else
            {
                var words = marks.OfType<CodeMark>().Select(code => $"二维码：{code.Text}").FirstOrDefault();
                canvas.Tag(tag, words, () => drawing.Draw(marks));
            }
        }

        return canvas.Finish();
    }

    private static PdfCanvas Open(Scene scene, double slug, DateOnly date, string subject, string? language)
    {
        var page = scene.Page;
        var points = page.Unit == Unit.Millimetre ? 72 / 25.4 : 0.75;
        var media = page.Full.Inset(-slug);
        var boxes = new PdfPage(media.Width * points, media.Height * points, slug * points, (slug + page.Bleed) * points);
        var canvas = new PdfCanvas(boxes, new(scene.Title, scene.Author, subject, scene.Id, "YuGongSite", date), language);
        canvas.Transform(points, 0, 0, points, -media.X * points, -media.Y * points);
        return canvas;
    }

    /// <summary>Neighbours of one box belong to one element.</summary>
    private static IEnumerable<(string? Tag, List<Mark> Marks)> Parts(Scene scene)
    {
        (string? Tag, string Box, List<Mark> Marks) open = (null, "", []);
        foreach (var mark in scene.Layers.SelectMany(l => l.Marks))
        {
            var (tag, box) = mark switch
            {
                GlyphRun { Box: var name } when name.StartsWith("decor", StringComparison.Ordinal) => (null, ""),
                GlyphRun { Box: "title" } => ("H1", "title"),
                GlyphRun run => ("P", run.Box),
                CodeMark code => ("Figure", code.Box),
                _ => ((string?)null, ""),
            };
            if ((tag, box) != (open.Tag, open.Box) && open.Marks.Count > 0)
            {
                yield return (open.Tag, open.Marks);
                open.Marks = [];
            }

            (open.Tag, open.Box) = (tag, box);
            open.Marks.Add(mark);
        }

        yield return (open.Tag, open.Marks);
    }

    /// <summary>Hairlines of 0.25 pt, 5 mm long, 2 mm outside the bleed.</summary>
    private static void CropMarks(Canvas canvas, PageBox page)
    {
        var (near, far) = (page.Bleed + 2, page.Bleed + 7);
        foreach (var x in (double[])[0, page.Width])
        {
            Line(canvas, x, -far, x, -near);
            Line(canvas, x, page.Height + near, x, page.Height + far);
        }

        foreach (var y in (double[])[0, page.Height])
        {
            Line(canvas, -far, y, -near, y);
            Line(canvas, page.Width + near, y, page.Width + far, y);
        }

        canvas.Colour(0, 0, 0, 1);
        canvas.Stroke(0.25 * 25.4 / 72, [], LineStyle.Plain);
    }

    private static void Line(Canvas canvas, double x0, double y0, double x1, double y1)
    {
        canvas.MoveTo(x0, y0);
        canvas.LineTo(x1, y1);
    }
}
