using YuGong.Imaging.Cairo;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>What a PDF is made with.</summary>
/// <param name="Date">The story's own day, so that equal stories give equal bytes.</param>
/// <param name="CropMarks">Marks outside the bleed at which the page is cut.</param>
internal sealed record PdfOptions(DateOnly Date, string Subject, bool CropMarks);

/// <summary>
/// Scene → PDF page. MediaBox is what is drawn, BleedBox reaches over the trimmed edge, TrimBox is the finished page (ISO 32000-1 14.11.2).
/// Screens count 96 px to the inch. Colours are sRGB.
/// </summary>
internal static class PdfWriter
{
    /// <summary>Room for crop marks on every side, mm.</summary>
    private const double Slug = 10;

    /// <param name="fonts">Null: text as outlines.</param>
    public static byte[] Write(Scene scene, PdfOptions options, GlyphOutlines outlines, ScenePictures pictures, EmbeddedFonts? fonts)
    {
        var page = scene.Page;
        var points = page.Unit == Unit.Millimetre ? 72 / 25.4 : 0.75;
        var marks = options.CropMarks && page.Unit == Unit.Millimetre;
        var media = marks ? page.Full.Inset(-Slug) : page.Full;
        var metadata = new PdfMetadata(scene.Title, scene.Author, options.Subject, scene.Id, "YuGongSite",
            $"{options.Date:yyyy-MM-dd}T00:00:00+08:00");
        using var canvas = new PdfCanvas(media.Width * points, media.Height * points, metadata);
        canvas.Transform(points, 0, 0, points, -media.X * points, -media.Y * points);
        canvas.Save();
        canvas.Rectangle(page.Full.X, page.Full.Y, page.Full.Width, page.Full.Height);
        canvas.Clip();
        new SceneDrawing(canvas, outlines, pictures, fonts).Draw(scene);
        canvas.Restore();
        if (marks)
        {
            CropMarks(canvas, page);
        }

        var bleed = page.Bleed * points;
        var slug = marks ? Slug * points : 0;
        return PdfBoxes.Add(canvas.Finish(), bleed: slug, trim: slug + bleed, scene.Key);
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
        canvas.Stroke(0.25 * 25.4 / 72, [], round: false);
    }

    private static void Line(Canvas canvas, double x0, double y0, double x1, double y1)
    {
        canvas.MoveTo(x0, y0);
        canvas.LineTo(x1, y1);
    }
}
