using System.Numerics;
using System.Text;
using YuGong.Imaging.Drawing;

namespace YuGong.Imaging.Pdf;

/// <summary>A gradient: an axial or radial shading and the functions of its colours (ISO 32000-1 8.7.4.5.3, 8.7.4.5.4, 7.10).</summary>
internal sealed class PdfShading
{
    private readonly PdfFile file;
    private readonly GradientAxis axis;
    private readonly IReadOnlyList<ColourStop> stops;
    private readonly PdfColours colours;

    public PdfShading(PdfFile file, GradientAxis axis, ReadOnlySpan<ColourStop> stops, PdfColours colours)
    {
        (this.file, this.axis, this.colours) = (file, axis, colours);
        this.stops = [stops[0] with { Offset = 0 }, .. stops, stops[^1] with { Offset = 1 }];
    }

    /// <summary>The opacity of all of it; null when it changes along the line.</summary>
    public double? Opacity => stops.All(s => s.Opacity == stops[0].Opacity) ? stops[0].Opacity : null;

    /// <summary>The pattern that paints with it.</summary>
    /// <param name="place">From the gradient's coordinates to those in which the stream begins.</param>
    public int Pattern(Matrix3x2 place)
    {
        var shading = Shading(colours.Space, s => colours.Of(s.Red, s.Green, s.Blue));
        var to = axis.Place * place;
        var matrix = PdfFile.Numbers(to.M11, to.M12, to.M21, to.M22, to.M31, to.M32);
        return file.Add($"<< /Type /Pattern /PatternType 2 /Shading {shading} 0 R /Matrix [{matrix}] >>");
    }

    /// <summary>A form as bright as the gradient is opaque.</summary>
    /// <param name="box">What it has to cover.</param>
    public int Mask(string box)
    {
        var shading = Shading("DeviceGray", s => [s.Opacity]);
        var to = axis.Place;
        var move = to.IsIdentity ? "" : $"{PdfFile.Numbers(to.M11, to.M12, to.M21, to.M22, to.M31, to.M32)} cm ";
        return file.AddStream($"/Type /XObject /Subtype /Form /BBox [{box}] /Group << /S /Transparency /CS /DeviceGray >> "
            + $"/Resources << /Shading << /S {shading} 0 R >> >>", Encoding.ASCII.GetBytes(move + "/S sh"));
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
        var (type, ends) = axis.Radii is { } radii
            ? (3, PdfFile.Numbers(axis.X0, axis.Y0, radii.Start, axis.X1, axis.Y1, radii.End))
            : (2, PdfFile.Numbers(axis.X0, axis.Y0, axis.X1, axis.Y1));
        return file.Add($"<< /ShadingType {type} /ColorSpace /{space} /Coords [{ends}] /Function {all} 0 R /Extend [true true] >>");
    }
}
