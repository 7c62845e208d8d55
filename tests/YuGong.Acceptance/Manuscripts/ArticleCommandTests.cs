using System.IO.Compression;
using System.Text.Json;
using Xunit;
using YuGong.Imaging.Vips;
using YuGong.Leads;
using YuGong.Manuscripts;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Manuscripts;

/// <summary>From the real site to WeChat and to a newsroom, and back from Word.</summary>
public sealed class ArticleCommandTests : IDisposable
{
    private readonly Project site = Project.OfRealSite(ownPictures: true);

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_story_goes_to_WeChat_with_its_covers_and_a_second_run_writes_nothing()
    {
        foreach (var file in new[] { "fonts.json", "lights/wechat.svg", "lights/square.svg" })
        {
            site.Write($"themes/yugong/posters/{file}", File.ReadAllBytes(GitRepository.At("themes", "yugong", "posters", file)));
        }

        var first = await site.RunAsync("article", "shui-xiheng", "--for", "wechat");
        Assert.True(first.Code == 0 && !first.Err.Contains("YG805", StringComparison.Ordinal), first.Out + first.Err);
        using var facts = JsonDocument.Parse(site.Read("articles/person-shui-xiheng/wechat/article.json"));
        Assert.InRange(facts.RootElement.GetProperty("title").GetString()!.Length, 1, 64);
        Assert.InRange(facts.RootElement.GetProperty("summary").GetString()!.Length, 1, 120);
        Assert.Matches("^[0-9a-f]{16}$", facts.RootElement.GetProperty("revision").GetString());
        foreach (var (name, width, height) in ChannelProfile.Wechat.Covers)
        {
            Assert.Equal((width, height), Pictures.Size(site.At($"articles/person-shui-xiheng/wechat/{name}")));
        }

        Assert.Contains("新写 0 个", (await site.RunAsync("article", "shui-xiheng", "--for", "wechat")).Out);
    }

    [Fact]
    public async Task A_story_becomes_pictures_for_phones_and_a_second_run_writes_nothing()
    {
        List<string> theme =
        [
            .. Directory.GetFiles(GitRepository.At("themes", "yugong", "articles")),
            GitRepository.At("themes", "yugong", "posters", "fonts.json"),
            GitRepository.At("themes", "yugong", "posters", "lights", "3x4.svg"),
        ];
        foreach (var file in theme)
        {
            site.Write(Path.GetRelativePath(GitRepository.Root, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }

        foreach (var target in new[] { "carousel", "long-picture" })
        {
            var made = await site.RunAsync("article", "shui-xiheng", "--for", target);
            Assert.True(made.Code == 0, made.Out + made.Err);
            var files = Directory.GetFiles(site.At($"articles/person-shui-xiheng/{target}"), "0*").Order(StringComparer.Ordinal).ToList();
            Assert.All(files, f => Assert.InRange(new FileInfo(f).Length, 1, 5_000_000));
            var sizes = files.Select(f => Pictures.Size(File.ReadAllBytes(f))).ToList();
            Assert.InRange(files.Count, target == "carousel" ? 4 : 1, target == "carousel" ? 18 : 2);
            Assert.All(sizes, s => Assert.Equal(1080, s.Width));
            Assert.All(sizes, s => Assert.True(target == "carousel" ? s.Height == 1440 : s.Height <= 16_000));

            // Once from what was kept, once drawn anew: the files are the same.
            if (target == "carousel")
            {
                Directory.Delete(site.At(".cache/articles"), recursive: true);
            }

            Assert.Contains("新写 0 个", (await site.RunAsync("article", "shui-xiheng", "--for", target)).Out);
        }

        Assert.Contains("YG810", (await site.RunAsync("article", "sample-duihua", "--for", "carousel")).Err);
    }

    [Fact]
    public async Task An_object_goes_to_a_newsroom_as_Word_and_LibreOffice_reads_the_same_text()
    {
        var made = await site.RunAsync("article", "object/line-insulator", "--for", "word");
        Assert.True(made.Code == 0, made.Out + made.Err);
        var folder = site.At("articles/object-line-insulator/word");
        var document = Path.Combine(folder, "line-insulator.docx");
        using (var zip = ZipFile.OpenRead(Path.Combine(folder, "pictures.zip")))
        {
            Assert.Equal(["01.jpg", "pictures.txt"], zip.Entries.Select(e => e.FullName));
        }

        var read = WordReader.Read(await File.ReadAllBytesAsync(document, TestContext.Current.CancellationToken), ReadingBudget.Ample());
        Assert.Equal(["picture-01.jpg"], read.Pictures.Select(p => p.Name));
        Assert.Null(Office.Convert(Judge.Program("soffice"), "txt:Text (encoded):UTF8", folder, document));
        var text = Bare(await File.ReadAllTextAsync(Path.Combine(folder, "line-insulator.txt"), TestContext.Current.CancellationToken));
        foreach (var paragraph in read.Blocks.OfType<ParagraphBlock>().Where(p => p.Inlines.All(i => i is TextInline)))
        {
            Assert.Contains(Bare(PlainText.Of(paragraph.Inlines)), text, StringComparison.Ordinal);
        }

        // Saved again by LibreOffice it says the same, notes too.
        var resaved = Directory.CreateDirectory(Path.Combine(folder, "resaved")).FullName;
        Assert.Null(Office.Convert(Judge.Program("soffice"), "docx:MS Word 2007 XML", resaved, document));
        var again = WordReader.Read(await File.ReadAllBytesAsync(Path.Combine(resaved, "line-insulator.docx"),
            TestContext.Current.CancellationToken), ReadingBudget.Ample());
        Assert.Equal(PlainText.Of(read), PlainText.Of(again));
        Assert.Equal(read.Notes, again.Notes);

        // What came back from the newsroom is a draft again, which blocks nothing.
        var back = await site.RunAsync("import", document, "jue-yuan-zi-gao");
        Assert.True(back.Code == 0, back.Out + back.Err);
        Assert.Contains("没有进正文的 0 处", back.Out);
        Assert.True(File.Exists(site.At("input/stories/jue-yuan-zi-gao/picture-01.jpg")));
        Assert.Contains("- id: s1", site.Read("input/stories/jue-yuan-zi-gao/index.md"));
    }

    [Fact]
    public async Task A_draft_that_nobody_may_publish_is_a_paper_to_sign_and_nothing_else()
    {
        foreach (var file in Directory.GetFiles(GitRepository.At("themes", "yugong", "books")))
        {
            var design = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            site.Write($"themes/yugong/books/{Path.GetFileName(file)}", design);
        }

        Assert.Contains("YG810", (await site.RunAsync("article", "sample-duihua", "--for", "word")).Err);
        var made = await site.RunAsync("article", "sample-duihua", "--for", "review");
        Assert.True(made.Code == 0, made.Out + made.Err);
        var bytes = await File.ReadAllBytesAsync(site.At("articles/dialogue-sample-duihua/review/sample-duihua-review.docx"),
            TestContext.Current.CancellationToken);
        var text = string.Concat(WordReader.Read(bytes, ReadingBudget.Ample()).Blocks.OfType<TableBlock>()
            .SelectMany(t => t.Lines).SelectMany(l => l.Cells).Select(PlainText.Of));
        Assert.Contains("终审", text);
        Assert.Contains("受访人", text);
        var paper = await Tool.RunAsync(Judge.Start("pdftotext", "-layout",
            site.At("articles/dialogue-sample-duihua/review/sample-duihua-review.pdf"), "-"));
        Assert.Contains("供审核，请勿外传", paper.Out);
        Assert.Contains("受访人", paper.Out);
        Assert.Matches(@"(?m)^ *12 +\S", paper.Out);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
