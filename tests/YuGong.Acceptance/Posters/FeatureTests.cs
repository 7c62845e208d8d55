using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Imaging.Vips;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Tests.Designs;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Posters;

/// <summary>
/// What drawing programs put into SVG, sheet by sheet in <c>Features/</c>: our pixels, our SVG and our PDF beside the picture that Chromium
/// makes of the same file. Edges may be softened otherwise; a pixel is off when a channel is off by more than 40 of 255.
/// </summary>
public sealed class FeatureTests
{
    private const int Side = 400, Across = 7;

    /// <summary>Of a hundred pixels; readers of PDF put repeated tiles together by themselves.</summary>
    private const double MostOff = 1, MostOffInPdf = 4;

    [Fact]
    public async Task Every_feature_looks_as_it_does_in_Chromium()
    {
        var sheets = Directory.GetFiles(Repository.At("tests", "YuGong.Acceptance", "Posters", "Features"), "*.svg")
            .Order(StringComparer.Ordinal).Select(f => (Name: Path.GetFileNameWithoutExtension(f), Svg: File.ReadAllText(f))).ToList();
        var drawn = sheets.Select(s => Of(s.Name, s.Svg)).ToList();
        var theirs = await ChromiumAsync([.. sheets.Select(s => s.Svg), .. drawn.Select(d => d.Svg)]);
        var report = new StringBuilder();
        for (var i = 0; i < sheets.Count; i++)
        {
            var (raster, svg, pdf) = (Off(theirs[i], drawn[i].Pixels), Off(theirs[i], theirs[sheets.Count + i]),
                Off(theirs[i], await MuPdfAsync(drawn[i].Pdf)));
            if (raster > MostOff || svg > MostOff || pdf > MostOffInPdf)
            {
                report.Append(CultureInfo.InvariantCulture,
                    $"{sheets[i].Name}: pixels {raster:0.00} %, SVG {svg:0.00} %, PDF {pdf:0.00} %\n");
            }
        }

        Assert.Equal("", report.ToString());
    }

    private static (byte[] Pixels, string Svg, byte[] Pdf) Of(string name, string svg)
    {
        var (design, findings) = Drawn.Read(svg);
        Assert.Equal([], findings.Select(f => $"{name}: {f.Message(Language.English)}"));
        var scene = new Scene(new("features", name, "square"), name, "", false, design!.Page, [],
            [.. design.Layers.Select(l => new Layer(l.Id, l.Name, [.. l.Elements.SelectMany(Drawn.Marks)]))]);
        var (outlines, pictures) = (new GlyphOutlines(font => Type.Fonts.Of(font).File), new ScenePictures(2));
        using var raster = RasterWriter.Draw(scene, 96, outlines, pictures);
        return (Pixels(raster.Png(), 0, 0), Encoding.UTF8.GetString(new SvgWriter(outlines, pictures, false).Write(scene)),
            PdfWriter.Write(scene, new(new(2026, 11, 29), name, CropMarks: false, LiveText: false), outlines, pictures));
    }

    /// <summary>One picture of all of them, taken by one browser.</summary>
    private static async Task<List<byte[]>> ChromiumAsync(IReadOnlyList<string> drawings)
    {
        using var driver = await Playwright.CreateAsync();
        await using var browser = await driver.Chromium.LaunchAsync(
            new() { ExecutablePath = Judge.Program("chromium"), Args = Chromium.Arguments });
        var rows = (drawings.Count + Across - 1) / Across;
        var size = new ViewportSize { Width = Across * Side, Height = rows * Side };
        var page = await browser.NewPageAsync(new() { Locale = "zh-CN", ViewportSize = size });
        await page.SetContentAsync("<!doctype html><body style='margin:0'>" + string.Concat(drawings.Select((d, i) =>
            $"<img style='position:absolute;left:{i % Across * Side}px;top:{i / Across * Side}px' width={Side} height={Side} "
            + $"src='data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(d))}'>")));
        var shot = await page.ScreenshotAsync();
        return [.. drawings.Select((_, i) => Pixels(shot, i % Across * Side, i / Across * Side))];
    }

    private static async Task<byte[]> MuPdfAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("yugong-features-").FullName;
        var (file, picture) = (Path.Combine(folder, "a.pdf"), Path.Combine(folder, "a.png"));
        await File.WriteAllBytesAsync(file, pdf);
        await Tool.RunAsync(Judge.Start("mutool", "draw", "-q", "-r", "96", "-o", picture, file));
        var pixels = Pixels(await File.ReadAllBytesAsync(picture), 0, 0);
        Directory.Delete(folder, recursive: true);
        return pixels;
    }

    private static byte[] Pixels(byte[] png, double x, double y) =>
        Pictures.LoadExactly(png, new(x, y, Side, Side), Side, Side) is { Width: Side, Height: Side } photo
            ? photo.Pixels : throw new InvalidDataException("another size");

    private static double Off(byte[] one, byte[] other)
    {
        var off = 0;
        for (var i = 0; i < one.Length; i += 4)
        {
            off += Math.Abs(one[i] - other[i]) > 40 || Math.Abs(one[i + 1] - other[i + 1]) > 40 || Math.Abs(one[i + 2] - other[i + 2]) > 40
                ? 1 : 0;
        }

        return 400.0 * off / one.Length;
    }
}
