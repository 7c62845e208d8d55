using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;
using Xunit;
using YuGong.Imaging.Codes;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Press;

/// <summary>The files of a poster, looked at by programs that did not write them.</summary>
public sealed class FilesTests : IDisposable
{
    private static readonly PdfOptions Plain = new(new(2026, 11, 22), "海报", CropMarks: false, LiveText: true);

    private readonly string folder = Directory.CreateTempSubdirectory("yugong-press-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_pdf_says_where_it_is_cut_and_embeds_its_fonts()
    {
        var pdf = Put("card.pdf", Pdf(Plain, live: true));
        Assert.Contains("No syntax or stream encoding errors", (await Ask("qpdf", "--check", pdf)).Out, StringComparison.Ordinal);
        var info = (await Ask("pdfinfo", "-box", pdf)).Out;
        Assert.Matches(@"MediaBox:\s+0\.00\s+0\.00\s+300\.47\s+436\.54", info);
        Assert.Matches(@"BleedBox:\s+0\.00\s+0\.00\s+300\.47\s+436\.54", info);
        Assert.Matches(@"TrimBox:\s+8\.50\s+8\.50\s+291\.97\s+428\.03", info);
        Assert.Contains("愚公:移山", info, StringComparison.Ordinal);
        var fonts = (await Ask("pdffonts", pdf)).Out.Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Matches(@"TrueType|Type 0C", f));
        Assert.All(fonts, f => Assert.Matches(@"yes yes yes\s+\d+\s+0$", f));
        var words = (await Ask("pdftotext", pdf, "-")).Out;
        Assert.Contains("1932", words, StringComparison.Ordinal);
        Assert.Contains("自来水从打枪坝", words.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outlined_pdf_has_no_font_and_marks_where_to_cut()
    {
        var pdf = Put("outlines.pdf", Pdf(Plain with { CropMarks = true }, live: false));
        Assert.Equal(2, (await Ask("pdffonts", pdf)).Out.Trim().Split('\n').Length);
        var info = (await Ask("pdfinfo", "-box", pdf)).Out;
        Assert.Matches(@"MediaBox:\s+0\.00\s+0\.00\s+357\.17\s+493\.23", info);
        Assert.Matches(@"BleedBox:\s+28\.35\s+28\.35\s+328\.82\s+464\.88", info);
        Assert.Matches(@"TrimBox:\s+36\.85\s+36\.85\s+320\.31\s+456\.38", info);
        Assert.Contains("No syntax or stream encoding errors", (await Ask("qpdf", "--check", pdf)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_have_their_exact_size_and_say_their_resolution()
    {
        using var raster = RasterWriter.Draw(Sheet.Card(), 300, Sheet.Outlines, Sheet.NoPictures());
        Assert.Equal((1252, 1819), (raster.Width, raster.Height));
        var png = raster.Png();
        Assert.Equal(1252, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        var density = png.AsSpan().IndexOf("pHYs"u8);
        Assert.Equal(11811, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(density + 4)));
        var jpeg = raster.Jpeg();
        Assert.Equal("JFIF"u8, jpeg.AsSpan(6, 4));
        Assert.Equal((1, 300), (jpeg[13], BinaryPrimitives.ReadInt16BigEndian(jpeg.AsSpan(14))));
        Assert.True(png.AsSpan().IndexOf("iCCP"u8) > 0 && jpeg.AsSpan().IndexOf("ICC_PROFILE"u8) > 0);
    }

    [Fact]
    public void A_code_is_read_back_from_the_finished_picture()
    {
        using var raster = RasterWriter.Draw(Sheet.Card(), 300, Sheet.Outlines, Sheet.NoPictures());
        var grey = new byte[raster.Width * raster.Height];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = raster.Pixels[(i * 3) + 1];
        }

        Assert.Equal([Sheet.Address], QrReader.Read(grey, raster.Width, raster.Height));
    }

    [Fact]
    public void Live_text_can_be_edited_and_outlines_need_no_font()
    {
        XNamespace svg = "http://www.w3.org/2000/svg", inkscape = "http://www.inkscape.org/namespaces/inkscape";
        var live =
            XDocument.Parse(Encoding.UTF8.GetString(new SvgWriter(Sheet.Outlines, Sheet.NoPictures(), liveText: true).Write(Sheet.Card())));
        Assert.Equal(["纸", "印", "字", "码"], live.Root!.Elements(svg + "g").Select(g => g.Attribute(inkscape + "label")?.Value));
        Assert.Contains(live.Descendants(svg + "text"), t => t.Value == "渝工移山" && t.Attribute("font-family")!.Value == "'Ma Shan Zheng'");
        Assert.Equal("106mm", live.Root.Attribute("width")!.Value);
        var outlined =
            XDocument.Parse(Encoding.UTF8.GetString(new SvgWriter(Sheet.Outlines, Sheet.NoPictures(), liveText: false)
            .Write(Sheet.Card())));
        Assert.Empty(outlined.Descendants(svg + "text"));
    }

    [Fact]
    public async Task Three_readers_show_the_same_page()
    {
        var pdf = Put("same.pdf", Pdf(Plain, live: true));
        var ours = Grey(RasterWriter.Draw(Sheet.Card(), Sheet.Card().Page.Full, 438, 636, 105, Sheet.Outlines, Sheet.NoPictures()));
        await Ask("pdftoppm", "-r", "105", "-gray", "-singlefile", pdf, Path.Combine(folder, "poppler"));
        await Ask("mutool", "draw", "-q", "-r", "105", "-c", "gray", "-F", "pgm", "-o", Path.Combine(folder, "mupdf.pgm"), pdf);
        foreach (var reader in (string[])["poppler", "mupdf"])
        {
            var (width, height, theirs) = Pgm(Path.Combine(folder, reader + ".pgm"));
            Assert.InRange(width, 437, 439);
            Assert.InRange(height, 635, 637);
            Assert.InRange(Difference(ours, 438, theirs, width, Math.Min(height, 636)), 0, 3.0);
        }
    }

    [Fact]
    public void Two_runs_give_the_same_bytes()
    {
        Assert.Equal(Pdf(Plain, live: true), Pdf(Plain, live: true));
        Assert.Equal(Pdf(Plain, live: false), Pdf(Plain, live: false));
    }

    private static byte[] Pdf(PdfOptions options, bool live) =>
        PdfWriter.Write(Sheet.Card(), options with { LiveText = live }, Sheet.Outlines, Sheet.NoPictures());

    /// <summary>Mean difference of grey, 0 to 255: edges are drawn softer or harder by each program, the page is the same.</summary>
    private static double Difference(byte[] ours, int ourWidth, byte[] theirs, int theirWidth, int height)
    {
        var (sum, count) = (0L, 0);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < Math.Min(ourWidth, theirWidth); x++, count++)
            {
                sum += Math.Abs(ours[(y * ourWidth) + x] - theirs[(y * theirWidth) + x]);
            }
        }

        return sum / (double)count;
    }

    private static byte[] Grey(Imaging.Vips.Raster raster)
    {
        using (raster)
        {
            var grey = new byte[raster.Width * raster.Height];
            for (var i = 0; i < grey.Length; i++)
            {
                grey[i] =
                    (byte)(((raster.Pixels[i * 3] * 299) + (raster.Pixels[(i * 3) + 1] * 587) + (raster.Pixels[(i * 3) + 2] * 114)) / 1000);
            }

            return grey;
        }
    }

    private static (int Width, int Height, byte[] Pixels) Pgm(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var (words, at) = (new List<string>(), 0);
        while (words.Count < 4)
        {
            var end = bytes.AsSpan(at).IndexOfAny((byte)' ', (byte)'\n');
            words.Add(Encoding.ASCII.GetString(bytes, at, end));
            at += end + 1;
            if (words[^1].StartsWith('#'))
            {
                at += bytes.AsSpan(at).IndexOf((byte)'\n') + 1;
                words.RemoveAt(words.Count - 1);
            }
        }

        return (int.Parse(words[1]), int.Parse(words[2]), bytes[at..]);
    }

    private string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<Answer> Ask(string program, params string[] arguments)
    {
        var answer = await Tool.RunAsync(Judge.Start(program, arguments));
        Assert.True(answer.Code == 0, $"{program}: {answer.Err}");
        return answer;
    }
}
