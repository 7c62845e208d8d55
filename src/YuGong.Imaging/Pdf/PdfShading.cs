using System.Numerics;
using YuGong.Imaging.Drawing;

namespace YuGong.Imaging.Pdf;

/// <summary>A gradient along a line: an axial shading and the functions of its colours (ISO 32000-1 8.7.4.5.3, 7.10).</summary>
internal sealed class PdfShading
{
    private readonly PdfFile file;
    private readonly string line;
    private readonly IReadOnlyList<ColourStop> stops;

    public PdfShading(PdfFile file, double x0, double y0, double x1, double y1, ReadOnlySpan<ColourStop> stops)
    {
        this.file = file;
        line = PdfFile.Numbers(x0, y0, x1, y1);
        this.stops = [stops[0] with { Offset = 0 }, .. stops, stops[^1] with { Offset = 1 }];
    }

    /// <summary>The opacity of all of it; null when it changes along the line.</summary>
    public double? Opacity => stops.All(s => s.Opacity == stops[0].Opacity) ? stops[0].Opacity : null;

    /// <summary>The pattern that paints with it.</summary>
    /// <param name="place">From the gradient's coordinates to those in which the stream begins.</param>
    public int Pattern(Matrix3x2 place)
    {
        var shading = Shading("DeviceRGB", s => [s.Red, s.Green, s.Blue]);
        var matrix = PdfFile.Numbers(place.M11, place.M12, place.M21, place.M22, place.M31, place.M32);
        return file.Add($"<< /Type /Pattern /PatternType 2 /Shading {shading} 0 R /Matrix [{matrix}] >>");
    }

    /// <summary>A form as bright as the gradient is opaque.</summary>
    /// <param name="box">What it has to cover.</param>
    public int Mask(string box)
    {
        var shading = Shading("DeviceGray", s => [s.Opacity]);
        return file.AddStream($"/Type /XObject /Subtype /Form /BBox [{box}] /Group << /S /Transparency /CS /DeviceGray >> "
            + $"/Resources << /Shading << /S {shading} 0 R >> >>", "/S sh"u8);
    }

    private int Shading(string space, Func<ColourStop, double[]> channels)
    {
        var pairs = stops.Zip(stops.Skip(1)).Where(p => p.Second.Offset > p.First.Offset).ToList();
        var functions = pairs.Select(p => file.Add($"<< /FunctionType 2 /Domain [0 1] /N 1 "
            + $"/C0 [{PdfFile.Numbers(channels(p.First))}] /C1 [{PdfFile.Numbers(channels(p.Second))}] >>")).ToList();
        var all = functions.Count == 1
            ? functions[0]
            : file.Add($"<< /FunctionType 3 /Domain [0 1] /Functions [{string.Join(' ', functions.Select(f => $"{f} 0 R"))}] "
                + $"/Bounds [{PdfFile.Numbers(pairs.Skip(1).Select(p => p.First.Offset))}] "
                + $"/Encode [{string.Join(' ', functions.Select(_ => "0 1"))}] >>");
        return file.Add($"<< /ShadingType 2 /ColorSpace /{space} /Coords [{line}] /Function {all} 0 R /Extend [true true] >>");
    }
}
