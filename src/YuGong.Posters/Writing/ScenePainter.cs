using YuGong.Imaging.Drawing;
using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>Scenes as pictures of a given width, without bleed: covers of files, pages for screens.</summary>
/// <param name="outlines">Of the scene's fonts.</param>
public sealed class ScenePainter(GlyphOutlines outlines)
{
    /// <summary>What files of screens record, dpi.</summary>
    private const double Screen = 96;

    /// <summary>Part of the key of whatever is kept of what is painted.</summary>
    public static string Engines => $"{RasterCanvas.EngineVersion} | {Engine.Version}";

    /// <summary>The caller gives the raster back.</summary>
    /// <param name="width">Pixels; the height follows the page.</param>
    public Raster Paint(Scene scene, int width)
    {
        var page = scene.Page;
        var scale = width / page.Width;
        var height = (int)Math.Round(page.Height * scale);
        return RasterWriter.Draw(scene, page.Trim, width, height, Screen, outlines, new(scale));
    }
}
