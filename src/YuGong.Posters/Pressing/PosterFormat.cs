using YuGong.Text;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Pressing;

/// <summary>A kind of file that a poster is copied out to.</summary>
/// <param name="Name">As in <c>--format</c>.</param>
/// <param name="Suffix">Behind the poster's name.</param>
/// <param name="MediaType">As in RFC 6838.</param>
/// <param name="Says">What it is for, in a few words.</param>
public sealed record PosterFormat(string Name, string Suffix, string MediaType, Phrase Says, bool IsRaster, Unit? Only = null)
{
    public static PosterFormat Pdf { get; } =
        new("pdf", ".pdf", "application/pdf", new("矢量 PDF,字体嵌入,含出血框和裁切框", "vector PDF, fonts embedded, with bleed and trim boxes"), false);

    public static PosterFormat PdfOutlines { get; } =
        new("pdf-outlines", "-outlines.pdf", "application/pdf",
        new("矢量 PDF,文字已转曲,印刷页带裁切线", "vector PDF, text as outlines, crop marks on printed pages"), false);

    public static PosterFormat Svg { get; } =
        new("svg", ".svg", "image/svg+xml", new("分层 SVG,文字可改(需装字体)", "layered SVG with live text (needs the fonts)"), false);

    public static PosterFormat SvgOutlines { get; } =
        new("svg-outlines", "-outlines.svg", "image/svg+xml", new("分层 SVG,文字已转曲", "layered SVG, text as outlines"), false);

    public static PosterFormat Png { get; } =
        new("png", ".png", "image/png", new("PNG,印刷幅面 300 dpi", "PNG, printed sizes at 300 dpi"), true);

    public static PosterFormat Jpeg { get; } =
        new("jpg", ".jpg", "image/jpeg", new("JPEG,印刷幅面 300 dpi", "JPEG, printed sizes at 300 dpi"), true);

    public static PosterFormat Webp { get; } = new("webp", ".webp", "image/webp", new("WebP,屏幕用", "WebP for screens"), true, Unit.Pixel);

    public static PosterFormat Tiff { get; } =
        new("tiff", "-cmyk.tif", "image/tiff", new("CMYK TIFF,300 dpi,内嵌 ICC", "CMYK TIFF, 300 dpi, ICC profile embedded"), true,
        Unit.Millimetre);

    /// <summary>A small picture of the poster for pages and contact sheets.</summary>
    public static PosterFormat Preview { get; } = new("preview", "-preview.webp", "image/webp", new("预览", "preview"), true);

    public static IReadOnlyList<PosterFormat> All { get; } = [Pdf, PdfOutlines, Svg, SvgOutlines, Png, Jpeg, Webp, Tiff, Preview];

    public bool Fits(PageBox page) => Only is null || Only == page.Unit;

    public override string ToString() => Name;
}
