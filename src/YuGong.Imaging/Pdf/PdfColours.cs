using YuGong.Imaging.Vips;

namespace YuGong.Imaging.Pdf;

/// <summary>The colour space in which a canvas draws (ISO 32000-1 8.6.4), and how colours of a screen are said in it.</summary>
/// <param name="Space">Its name.</param>
/// <param name="FillOperator">Sets the colour of what is filled.</param>
/// <param name="StrokeOperator">Sets the colour of lines.</param>
/// <param name="Of">Its channels, of red, green and blue.</param>
/// <param name="OfText">The same for text.</param>
internal sealed record PdfColours(string Space, string FillOperator, string StrokeOperator,
    Func<double, double, double, double[]> Of, Func<double, double, double, double[]> OfText)
{
    public static PdfColours Rgb { get; } = new("DeviceRGB", "rg", "RG", (r, g, b) => [r, g, b], (r, g, b) => [r, g, b]);

    /// <summary>For masks, where red, green and blue are one.</summary>
    public static PdfColours Grey { get; } = new("DeviceGray", "g", "G", (grey, _, _) => [grey], (grey, _, _) => [grey]);

    public static PdfColours Cmyk(CmykInks inks) => new("DeviceCMYK", "k", "K", inks.Of, inks.OfText);
}
