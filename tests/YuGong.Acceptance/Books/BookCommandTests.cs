using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;

namespace YuGong.Tests.Books;

/// <summary>The book of the real site, as a printer gets it, judged by programs that are not ours.</summary>
public sealed partial class BookCommandTests : IDisposable
{
    private static readonly string[] Preflight =
        "preflight pdfbox2 fontbox2 xmpbox commons-logging commons-io javax.activation jaxb-api".Split(' ');

    private const string Book = "books/hall/hall.pdf", Epub = "books/hall/hall.epub", Inks = "books/hall/hall-cmyk.pdf";

    private readonly Project site = Project.OfRealSite(ownPictures: true);

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_hall_becomes_a_book_that_others_can_read_and_a_second_run_makes_nothing()
    {
        await BringDesign();
        var made = await site.RunAsync("book", "--epub", "--cmyk", "--contact");
        Assert.True(made.Code == 0, made.Out + made.Err);
        Assert.Equal(5, made.Out.Split("新做").Length - 1);
        var (pdf, epub) = (await File.ReadAllBytesAsync(site.At(Book), Cancel), await File.ReadAllBytesAsync(site.At(Epub), Cancel));

        var again = await site.RunAsync("book", "--epub");
        Assert.Equal(2, again.Out.Split("没有变").Length - 1);
        Directory.Delete(site.At(".cache/books"), recursive: true);
        await site.RunAsync("book", "--epub");
        Assert.Equal(pdf, await File.ReadAllBytesAsync(site.At(Book), Cancel));
        Assert.Equal(epub, await File.ReadAllBytesAsync(site.At(Epub), Cancel));

        await Judged(site.At(Book));
        await JudgedForGood(site.At(Book));
        await JudgedForGood(site.At(Inks));
        await OnlyInks(site.At(Inks));
        await JudgedAsEpub(site.At(Epub));

        // Page by page, as whoever looked at the contact sheet wanted it.
        var golden = GitRepository.At("tests", "YuGong.Acceptance", "Books", "book.golden.txt");
        Golden.Matches(golden, site.Read("books/hall/hall-contact.txt"));
    }

    /// <summary>竖排 and 页下注: the same words in the same order, the pages turned to the right.</summary>
    [Fact]
    public async Task A_book_of_columns_with_its_notes_at_the_foot_of_pages_says_the_same()
    {
        await BringDesign();
        site.Write("input/books/columns.md", """
            ---
            direction: vertical
            format: a5
            footnotes: true
            people: [shui-xiheng]
            ---

            """);
        var made = await site.RunAsync("book", "columns", "--epub");
        Assert.True(made.Code == 0, made.Out + made.Err);
        var file = site.At("books/columns/columns-a5.pdf");
        await JudgedForGood(file);
        Assert.Contains("\"/Direction\": \"/R2L\"", await Said("qpdf", "--json", "--json-key=qpdf", file), StringComparison.Ordinal);
        var words = Bare(await Said("pdfinfo", "-struct-text", file));
        SaysTheStory(words);
        Assert.Contains("Note", await Said("pdfinfo", "-struct", file), StringComparison.Ordinal);

        // Each source once, though later pages that cite it say so.
        Assert.Equal(2, words.Split("lshm-sszl/238120.html").Length);
        Assert.Contains("，同前。", Bare(await Said("pdftotext", file, "-")), StringComparison.Ordinal);

        var epub = site.At("books/columns/columns.epub");
        await JudgedAsEpub(epub);
        using var zip = await ZipFile.OpenReadAsync(epub, Cancel);
        Assert.Contains("page-progression-direction=\"rtl\"", await TextOf(zip, "package.opf"), StringComparison.Ordinal);
        var chapter = await TextOf(zip, "person-shui-xiheng.xhtml");
        Assert.Contains("class=\"vertical\"", chapter, StringComparison.Ordinal);
        Assert.Contains("<span class=\"upright\">", chapter, StringComparison.Ordinal);
        Assert.DoesNotContain('“', chapter);
    }

    private static async Task<string> TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry($"EPUB/{name}")!.OpenAsync(Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }

    /// <summary>No colour of a screen is left; pictures are in four inks too.</summary>
    private static async Task OnlyInks(string file)
    {
        var pictures = (await Said("pdfimages", "-list", file)).Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, p => Assert.Matches(@" (cmyk +4|gray +1) ", p));
        var drawn = await Said("qpdf", "--qdf", "--object-streams=disable", file, "-");
        Assert.DoesNotContain("/DeviceRGB", drawn, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^[0-9. ]+ (rg|RG)\r?$", drawn);
        Assert.Contains("0 0 0 1 k\n", drawn, StringComparison.Ordinal);
    }

    private async Task BringDesign()
    {
        foreach (var file in Directory.GetFiles(GitRepository.At("themes", "yugong", "books"), "*", SearchOption.AllDirectories))
        {
            site.Write(Path.GetRelativePath(GitRepository.Root, file).Replace('\\', '/'), await File.ReadAllBytesAsync(file, Cancel));
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task Judged(string file)
    {
        Assert.Contains("No syntax or stream encoding errors", await Said("qpdf", "--check", file), StringComparison.Ordinal);
        var about = await Said("pdfinfo", "-box", file);
        Assert.Matches("Tagged: +yes", about);

        // 210 × 285 mm and 3 mm of bleed on every side.
        Assert.Matches(@"Page size: +612\.283 x 824\.882 pts", about);
        Assert.Matches(@"TrimBox: +8\.50 +8\.50 +603\.78 +816\.38", about);
        Assert.Matches(@"BleedBox: +0\.00 +0\.00 +612\.28 +824\.88", about);
        var pages = int.Parse(PageCount().Match(about).Groups[1].Value, null);
        Assert.Equal(0, pages % 2);

        var fonts = (await Said("pdffonts", file)).Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        Assert.All(fonts, f => Assert.Matches(@"CID .*Identity-H +yes yes yes", f));

        var tree = await Said("pdfinfo", "-struct", file);
        foreach (var role in new[] { "TOC", "TOCI", "H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "Figure", "Caption" })
        {
            Assert.Matches($@"(?m)^ *{role}( |$)", tree);
        }

        SaysTheStory(Bare(await Said("pdfinfo", "-struct-text", file)));
    }

    /// <summary>Reading order is the story's own.</summary>
    private void SaysTheStory(string words)
    {
        var story = Bare(site.Read("input/stories/shui-xiheng/index.md"));
        foreach (var sentence in new[] { "重庆城在山上，江水在山下。", "前一段要把水提上去，后一段就交给地形。", "一座为供水而建的构筑物，外形也做得讲究。", "主持修建水厂的人，最后留在了水厂。" })
        {
            Assert.Contains(sentence, story, StringComparison.Ordinal);
            var at = words.IndexOf(sentence, StringComparison.Ordinal);
            Assert.True(at >= 0, sentence);
            words = words[at..];
        }
    }

    /// <summary>
    /// No program here judges PDF/A-2. That for PDF/A-1 finds nothing in it but what part 2 allows: that something is transparent, and the
    /// number of the part.
    /// </summary>
    private static async Task JudgedForGood(string file)
    {
        var jars = string.Join(':', Preflight.Select(Judge.Jar));
        var answer = await Tool.RunAsync(Judge.Start("java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", file));
        var errors = (answer.Out + answer.Err).Split('\n').Where(l => ErrorNumber().IsMatch(l)).ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.Matches("^(4\\.1\\.2 : Transparency error|2\\.2\\.1 : Invalid graphics transparency|"
            + "7\\.11\\.2 : Error on MetaData, part must be 1)", e));
    }

    /// <summary>The file says what it is before anything is unpacked; the text is the story's, and links lead somewhere.</summary>
    private async Task JudgedAsEpub(string file)
    {
        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(file, Cancel))[30..58]));
        using (var zip = await ZipFile.OpenReadAsync(file, Cancel))
        {
            var page = XDocument.Parse(await TextOf(zip, "person-shui-xiheng.xhtml"));
            page.Descendants().Where(e => e.Name.LocalName == "sup").Remove();
            SaysTheStory(Bare(page.Root!.Value));
        }

        var answer = await Tool.RunAsync(Judge.Start("java", "-jar", Judge.Jar("epubcheck"), file));
        Assert.True(answer.Code == 0, answer.Out + answer.Err);
        Assert.Contains("0 fatals / 0 errors / 0 warnings", answer.Out + answer.Err, StringComparison.Ordinal);
    }

    private static async Task<string> Said(string program, params string[] arguments)
    {
        var answer = await Tool.RunAsync(Judge.Start(program, arguments));
        Assert.True(answer.Code == 0, answer.Out + answer.Err);
        return answer.Out;
    }

    /// <summary>Without blanks and line ends, which are no part of the words.</summary>
    private static string Bare(string text) => Blanks().Replace(text, "").Replace("\"", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9.]+ : ", RegexOptions.None, 1000)]
    private static partial Regex ErrorNumber();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"Pages: +([0-9]+)", RegexOptions.None, 1000)]
    private static partial Regex PageCount();
}
