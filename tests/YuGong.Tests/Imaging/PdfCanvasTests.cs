using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Imaging.Drawing;
using YuGong.Imaging.Pdf;

namespace YuGong.Tests.Imaging;

/// <summary>What a page's file says, read as text; readers that did not write it judge the same in the acceptance tests.</summary>
public sealed partial class PdfCanvasTests
{
    private static readonly PdfPage Page = new(200, 100, 5, 10);
    private static readonly PdfMetadata About = new("题", "作者", "事", "字", "YuGongSite", new(2026, 11, 29));

    [Fact]
    public void Boxes_are_exact_and_centred()
    {
        var text = Drawn(_ => { });
        Assert.Contains("/MediaBox [0 0 200 100] /BleedBox [5 5 195 95] /TrimBox [10 10 190 90]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_drawings_are_equal_files()
    {
        Assert.Equal(Drawn(Everything), Drawn(Everything));
        Assert.NotEqual(Drawn(Everything), Drawn(_ => { }));
    }

    [Fact]
    public void The_table_at_the_end_finds_every_object()
    {
        var text = Drawn(Everything);
        var places = Entry().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(places);
        Assert.All(places.Select((place, i) => (place, Number: i + 1)),
            o => Assert.StartsWith($"{o.Number} 0 obj\n", text[o.place..], StringComparison.Ordinal));
        Assert.Equal("xref", text.Substring(int.Parse(Start().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), 4));
    }

    [Fact]
    public void A_colour_is_said_once_and_brought_back_by_what_kept_it()
    {
        Assert.Equal(
            """
            1 0 0 -1 0 100 cm
            1 0 0 rg
            0 0 m
            1 0 l
            1 1 l
            0 1 l
            h
            f
            q
            0 0 1 rg
            0 0 m
            1 0 l
            1 1 l
            0 1 l
            h
            f
            Q
            0 0 m
            1 0 l
            1 1 l
            0 1 l
            h
            f

            """, Content(Drawn(canvas =>
            {
                Square(canvas, 1, 0, 0);
                canvas.Save();
                Square(canvas, 0, 0, 1);
                canvas.Restore();
                Square(canvas, 1, 0, 0);
            })));
    }

    [Fact]
    public void A_gradient_of_three_colours_is_stitched_and_stands_where_its_path_stands()
    {
        var text = Drawn(canvas =>
        {
            canvas.Transform(2, 0, 0, 2, 0, 0);
            canvas.Gradient(new(0, 0, 0, 50), [new(0, 1, 0, 0, 1), new(0.25, 0, 1, 0, 1), new(1, 0, 0, 1, 1)]);
            canvas.Rectangle(0, 0, 10, 50);
            canvas.Fill();
        });
        Assert.Contains("/FunctionType 3 /Domain [0 1] /Functions [2 0 R 3 0 R] /Bounds [0.25] /Encode [0 1 0 1]", text,
            StringComparison.Ordinal);
        Assert.Contains("/Matrix [2 0 0 -2 0 100]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Group", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_that_fades_has_a_mask_as_large_as_the_page()
    {
        var text = Drawn(canvas =>
        {
            canvas.Transform(2, 0, 0, 2, 0, 0);
            canvas.Gradient(new(0, 0, 0, 50), [new(0, 1, 0, 0, 1), new(1, 1, 0, 0, 0)]);
            canvas.Rectangle(0, 0, 10, 50);
            canvas.Fill();
        });
        Assert.Contains("/SMask << /Type /Mask /S /Luminosity", text, StringComparison.Ordinal);
        Assert.Contains("/BBox [0 0 100 50] /Group << /S /Transparency /CS /DeviceGray >>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fades_together_is_a_form_in_the_coordinates_around_it()
    {
        var text = Drawn(canvas =>
        {
            canvas.Transform(2, 0, 0, 2, 20, 0);
            canvas.BeginGroup(0.5);
            Square(canvas, 1, 0, 0);
            canvas.EndGroup();
        });
        Assert.Contains("/Subtype /Form /BBox [-10 0 90 50]", text, StringComparison.Ordinal);
        Assert.Contains("/ca 0.5 /CA 0.5", text, StringComparison.Ordinal);
        Assert.EndsWith(" gs\n/X2 Do\n", Content(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_kept_for_good_tags_what_is_read_and_calls_the_rest_decoration()
    {
        var text = Drawn(canvas =>
        {
            Square(canvas, 1, 0, 0);
            canvas.Tag("Figure", "二维码", () => Square(canvas, 0, 0, 0));
        }, "zh-CN");
        Assert.Matches(@"^/Artifact BMC\n[^B]*EMC\n/Figure << /MCID 0 >> BDC\n[^B]*EMC\n/Artifact BMC\nEMC\n$", Content(text));
        Assert.Contains("/S /Figure", text, StringComparison.Ordinal);
        Assert.Contains("/Alt <FEFF4E8C7EF47801>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>B</pdfaid:conformance>", text, StringComparison.Ordinal);
    }

    /// <summary>ISO 19005-1 6.4 allows no transparency, so the claim is not made.</summary>
    [Fact]
    public void A_page_with_something_transparent_does_not_claim_to_be_archivable()
    {
        var text = Drawn(canvas =>
        {
            canvas.Colour(1, 0, 0, 0.5);
            canvas.Rectangle(0, 0, 1, 1);
            canvas.Fill();
        }, "zh-CN");
        Assert.DoesNotContain("pdfaid", text, StringComparison.Ordinal);
        Assert.Contains("/Group << /S /Transparency", text, StringComparison.Ordinal);
    }

    private static void Everything(PdfCanvas canvas)
    {
        canvas.Colour(0.2, 0.4, 0.6, 0.9);
        canvas.Rectangle(1, 2, 3, 4);
        canvas.Stroke(0.5, [1, 2, 3], LineStyle.Round);
        canvas.Gradient(new(0, 0, 10, 10), [new(0.1, 1, 0, 0, 1), new(0.9, 0, 1, 0, 0.5)]);
        canvas.CurveTo(1, 1, 2, 2, 3, 1);
        canvas.Stroke(1, [], LineStyle.Plain);
        canvas.Rectangle(0, 0, 50, 50);
        canvas.Clip();
    }

    private static void Square(PdfCanvas canvas, double red, double green, double blue)
    {
        canvas.Colour(red, green, blue, 1);
        canvas.Rectangle(0, 0, 1, 1);
        canvas.Fill();
    }

    private static string Drawn(Action<PdfCanvas> draw, string? language = null)
    {
        using var canvas = new PdfCanvas(Page, About, language);
        draw(canvas);
        return Encoding.Latin1.GetString(canvas.Finish());
    }

    private static string Content(string file)
    {
        var number = Contents().Match(file).Groups[1].Value;
        var stream = Regex.Match(file, $@"\n{number} 0 obj\n<<[^\n]*>>\nstream\n(.*?)\nendstream", RegexOptions.Singleline);
        using var plain = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(stream.Groups[1].Value)), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"(?<=\n)(\d{10}) 00000 n ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"startxref\n(\d+)")]
    private static partial Regex Start();

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex Contents();
}
