using System.Globalization;
using System.Numerics;
using System.Text;
using YuGong.Imaging.Drawing;

namespace YuGong.Imaging.Pdf;

/// <summary>A page, in points (1/72 in). The media box is all of it; the others lie inside (ISO 32000-1 14.11.2).</summary>
/// <param name="Bleed">How far the bleed box lies inside the media box.</param>
/// <param name="Trim">How far the trim box, the finished page, lies inside the media box.</param>
public sealed record PdfPage(double Width, double Height, double Bleed, double Trim);

/// <summary>
/// One PDF page (PDF 1.4). Fonts are embedded as subsets: CFF as CID Type 0C, TrueType as CID TrueType. With a language it is kept for
/// good: PDF/A-1b (ISO 19005-1: sRGB output intent, XMP) unless something on it is transparent, and tagged.
/// </summary>
public sealed partial class PdfCanvas : Canvas
{
    private readonly PdfFile file = new();
    private readonly PdfPage page;
    private readonly PdfMetadata about;
    private readonly string? language;
    private readonly PdfResources resources;
    private readonly PdfStructure structure;
    private readonly StringBuilder path = new();
    private readonly Stack<State> saved = new();
    private readonly Stack<(StringBuilder Content, State State, double Opacity)> groups = new();
    private StringBuilder content = new();
    private State state = new();
    private Ink ink = new(0, 0, 0, 1, null);
    private bool isTransparent;

    /// <param name="language">As in BCP 47; null for a page that is not tagged.</param>
    public PdfCanvas(PdfPage page, PdfMetadata about, string? language = null)
    {
        (this.page, this.about, this.language) = (page, about, language);
        (resources, structure) = (new(file), new(file));
        Write(language is null ? "" : "/Artifact BMC\n");
        Transform(1, 0, 0, -1, 0, page.Height);
    }

    public override void Save()
    {
        Write("q\n");
        saved.Push(state);
    }

    public override void Restore()
    {
        Write("Q\n");
        state = saved.Pop();
    }

    public override void Transform(double a, double b, double c, double d, double e, double f)
    {
        Write($"{PdfFile.Numbers(a, b, c, d, e, f)} cm\n");
        state.Move(new((float)a, (float)b, (float)c, (float)d, (float)e, (float)f));
    }

    public override void MoveTo(double x, double y) => Step("m", x, y);

    public override void LineTo(double x, double y) => Step("l", x, y);

    public override void CurveTo(double x1, double y1, double x2, double y2, double x, double y) => Step("c", x1, y1, x2, y2, x, y);

    public override void ClosePath() => path.Append("h\n");

    public override void Clip() => Use("W n\n");

    public override void Fill() => Paint(isStroke: false, "");

    public override void Stroke(double width, ReadOnlySpan<double> dashes, bool round)
    {
        var style = round ? "1 J 1 j" : "0 J 0 j";
        Paint(isStroke: true, $"{PdfFile.Number(width)} w {style} 10 M [{PdfFile.Numbers(dashes.ToArray())}] 0 d\n");
    }

    public override void Colour(double red, double green, double blue, double opacity) => ink = new(red, green, blue, opacity, null);

    public override void Gradient(double x0, double y0, double x1, double y1, ReadOnlySpan<ColourStop> stops) =>
        ink = new(0, 0, 0, 1, new(file, x0, y0, x1, y1, stops));

    public override void BeginGroup(double opacity)
    {
        groups.Push((content, state, opacity));
        content = new();
        state = new();
    }

    /// <summary>What is faded as one is a form of its own (11.6.6).</summary>
    public override void EndGroup()
    {
        var (outside, before, opacity) = groups.Pop();
        var drawn = Encoding.Latin1.GetBytes(content.ToString());
        (content, state) = (outside, before);
        var form = file.AddStream($"/Type /XObject /Subtype /Form /BBox [{Everything()}] /Resources {resources.Number} 0 R "
            + "/Group << /S /Transparency /CS /DeviceRGB /I true >>", drawn);
        Opacity(opacity);
        isTransparent = true;
        Write($"/{resources.Form(form)} Do\n");
    }

    public override void Picture(Photo photo, double x, double y, double width, double height)
    {
        Opacity(1);
        Write($"q {PdfFile.Numbers(width, 0, 0, -height, x, y + height)} cm /{resources.Picture(photo)} Do Q\n");
    }

    protected override void Dispose(bool disposing)
    {
    }

    private void Step(string operation, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            path.Append(number.ToString(state.Format, CultureInfo.InvariantCulture)).Append(' ');
        }

        path.Append(operation).Append('\n');
    }

    private void Use(string operation)
    {
        Write(path.Append(operation));
        path.Clear();
    }

    private void Paint(bool isStroke, string style)
    {
        var operation = isStroke ? "S\n" : "f\n";
        if (ink.Shading is not { } shading)
        {
            Opacity(ink.Opacity);
            Solid(isStroke);
            Write(style);
            Use(operation);
            return;
        }

        Save();
        if (shading.Opacity is { } opacity)
        {
            Opacity(opacity);
        }
        else
        {
            isTransparent = true;
            Opacity(1);
            Write($"/{resources.Mask(shading.Mask(Everything()))} gs\n");
        }

        var pattern = resources.Pattern(shading.Pattern(state.Place));
        Write(isStroke ? $"/Pattern CS /{pattern} SCN\n{style}" : $"/Pattern cs /{pattern} scn\n");
        Use(operation);
        Restore();
    }

    private void Solid(bool isStroke)
    {
        var colour = PdfFile.Numbers(ink.Red, ink.Green, ink.Blue);
        if (isStroke && state.StrokeColour != colour)
        {
            Write($"{state.StrokeColour = colour} RG\n");
        }
        else if (!isStroke && state.FillColour != colour)
        {
            Write($"{state.FillColour = colour} rg\n");
        }
    }

    private void Opacity(double opacity)
    {
        if (1 - state.Clearness != opacity)
        {
            state.Clearness = 1 - opacity;
            isTransparent |= opacity < 1;
            Write($"/{resources.Opacity(opacity)} gs\n");
        }
    }

    /// <summary>The box of the whole page in the coordinates of the moment.</summary>
    private string Everything()
    {
        _ = Matrix3x2.Invert(groups.Aggregate(state.Place, (place, group) => place * group.State.Place), out var back);
        var (width, height) = ((float)page.Width, (float)page.Height);
        Vector2[] corners = [new(0, 0), new(width, 0), new(0, height), new(width, height)];
        var seen = corners.Select(corner => Vector2.Transform(corner, back)).ToList();
        return PdfFile.Numbers(seen.Min(c => c.X), seen.Min(c => c.Y), seen.Max(c => c.X), seen.Max(c => c.Y));
    }

    private void Write(string operators) => content.Append(operators);

    private void Write(StringBuilder operators) => content.Append(operators);

    private sealed record Ink(double Red, double Green, double Blue, double Opacity, PdfShading? Shading);

    /// <summary>What q keeps and Q brings back, as far as it is known: nothing is said twice.</summary>
    private struct State()
    {
        /// <summary>From the coordinates of the moment to those in which the stream begins.</summary>
        public Matrix3x2 Place { get; private set; } = Matrix3x2.Identity;

        /// <summary>Of coordinates: exact to about a thousandth of a point.</summary>
        public string Format { get; private set; } = "0.###";

        public string FillColour { get; set; } = "";

        public string StrokeColour { get; set; } = "";

        public double Clearness { get; set; }

        public void Move(Matrix3x2 by)
        {
            Place = by * Place;
            var digits = Math.Ceiling(Math.Log10(Math.Sqrt(Math.Abs(Place.GetDeterminant()))) + 2.5);
            Format = "0." + new string('#', (int)Math.Clamp(digits, 1, 9));
        }
    }
}
