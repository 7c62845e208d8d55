using System.Globalization;
using System.Numerics;
using System.Text;
using YuGong.Imaging.Drawing;
using YuGong.Imaging.Vips;

namespace YuGong.Imaging.Pdf;

/// <summary>A page, in points (1/72 in). The media box is all of it; the others lie inside (ISO 32000-1 14.11.2).</summary>
/// <param name="Bleed">How far the bleed box lies inside the media box.</param>
/// <param name="Trim">How far the trim box, the finished page, lies inside the media box.</param>
public sealed record PdfPage(double Width, double Height, double Bleed, double Trim);

/// <summary>
/// Pages of a PDF file (PDF 1.4), one after the other. Fonts are embedded as subsets: CFF as CID Type 0C, TrueType as CID TrueType. With
/// a language it is kept for
/// good: PDF/A-1b (ISO 19005-1: sRGB output intent, XMP) unless something on it is transparent – then what <see cref="PdfPart"/> says –
/// and tagged.
/// </summary>
public sealed partial class PdfCanvas : Canvas
{
    private readonly PdfFile file = new();
    private PdfPage page;
    private readonly PdfMetadata about;
    private readonly string? language;
    private readonly PdfResources resources;
    private readonly PdfStructure structure;
    private readonly StringBuilder path = new();
    private readonly Stack<State> saved = new();
    private readonly Stack<Inner> inner = new();
    private StringBuilder content = new();
    private State state = new();
    private Ink ink = new(0, 0, 0, 1);
    private bool isTransparent;

    /// <summary>Within a mask by brightness colours are greys: PDF weighs the channels otherwise than SVG does.</summary>
    private bool isGrey;

    /// <summary>The colours of pages.</summary>
    private readonly PdfColours whole = PdfColours.Rgb;

    /// <param name="language">As in BCP 47; null for a page that is not tagged.</param>
    public PdfCanvas(PdfPage page, PdfMetadata about, string? language = null)
    {
        (this.page, this.about, this.language) = (page, about, language);
        (resources, structure, navigation) = (new(file), new(file), new(file));
        Begin();
    }

    /// <summary>Which part of ISO 19005 a file with a language claims at level B; null for part 1 where nothing is transparent.</summary>
    public int? PdfPart { get; init; }

    /// <summary>Readers of the file lay spreads from right to left. Only with a language.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Everything is drawn in four inks, for print; null for sRGB.</summary>
    public CmykInks? Inks
    {
        get;
        init => (field, whole) = (value, value is null ? PdfColours.Rgb : PdfColours.Cmyk(value));
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

    public override void Clip(bool evenOdd = false) => Use(evenOdd ? "W* n\n" : "W n\n");

    public override void Fill(bool evenOdd = false) => Paint(isStroke: false, "", evenOdd ? "f*\n" : "f\n");

    public override void Stroke(double width, ReadOnlySpan<double> dashes, LineStyle style)
    {
        var limit = PdfFile.Number(style.MiterLimit ?? LineStyle.UsualMiterLimit);
        Paint(isStroke: true, $"{PdfFile.Number(width)} w {(int)style.Cap} J {(int)style.Join} j {limit} M "
            + $"[{PdfFile.Numbers(dashes.ToArray())}] {PdfFile.Number(style.DashOffset)} d\n", "S\n");
    }

    public override void Colour(double red, double green, double blue, double opacity)
    {
        var seen = Seen(new(0, red, green, blue, opacity));
        ink = new(seen.Red, seen.Green, seen.Blue, opacity);
    }

    public override void Gradient(GradientAxis axis, ReadOnlySpan<ColourStop> stops)
    {
        var seen = stops.ToArray().Select(Seen).ToArray();
        ink = new(0, 0, 0, 1) { Shading = new(file, axis, seen, Colours) };
    }

    public override void Picture(Photo photo, double x, double y, double width, double height)
    {
        Opacity(1);
        isTransparent |= photo.IsClear;
        Write($"q {PdfFile.Numbers(width, 0, 0, -height, x, y + height)} cm /{resources.Picture(photo, Inks)} Do Q\n");
    }

    protected override void Dispose(bool disposing)
    {
    }

    private PdfColours Colours => isGrey && Inks is not null ? PdfColours.Grey : whole;

    private void Begin()
    {
        Write(language is null ? "" : "/Artifact BMC\n");
        Transform(1, 0, 0, -1, 0, page.Height);
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

    private void Paint(bool isStroke, string style, string operation)
    {
        if (ink.Tile is { } tile)
        {
            Save();
            Opacity(1);
            Paint(isStroke, style, operation, resources.Pattern(tile(state.Place)));
            return;
        }

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

        Paint(isStroke, style, operation, resources.Pattern(shading.Pattern(state.Place)));
    }

    private void Paint(bool isStroke, string style, string operation, string pattern)
    {
        Write(isStroke ? $"/Pattern CS /{pattern} SCN\n{style}" : $"/Pattern cs /{pattern} scn\n");
        Use(operation);
        Restore();
    }

    private void Solid(bool isStroke, bool isText = false)
    {
        var colours = Colours;
        var numbers = PdfFile.Numbers((isText ? colours.OfText : colours.Of)(ink.Red, ink.Green, ink.Blue));
        var colour = $"{numbers} {(isStroke ? colours.StrokeOperator : colours.FillOperator)}\n";
        if (isStroke && state.StrokeColour != colour)
        {
            Write(state.StrokeColour = colour);
        }
        else if (!isStroke && state.FillColour != colour)
        {
            Write(state.FillColour = colour);
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
        _ = Matrix3x2.Invert(inner.Aggregate(state.Place, (place, outside) => place * outside.Place), out var back);
        var (width, height) = ((float)page.Width, (float)page.Height);
        Vector2[] corners = [new(0, 0), new(width, 0), new(0, height), new(width, height)];
        var seen = corners.Select(corner => Vector2.Transform(corner, back)).ToList();
        return PdfFile.Numbers(seen.Min(c => c.X), seen.Min(c => c.Y), seen.Max(c => c.X), seen.Max(c => c.Y));
    }

    private void Write(string operators) => content.Append(operators);

    private void Write(StringBuilder operators) => content.Append(operators);

    private sealed record Ink(double Red, double Green, double Blue, double Opacity)
    {
        public PdfShading? Shading { get; init; }

        /// <summary>The pattern of a tile, by the place of the moment.</summary>
        public Func<Matrix3x2, int>? Tile { get; init; }
    }

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
