using Microsoft.Playwright;
using Xunit;
using YuGong.Imaging.Vips;
using YuGong.Leads;
using YuGong.Tests.Browser;
using YuGong.Tests.Manuscripts;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>Word in: a manuscript that LibreOffice saved, dropped on the desk's list in a real browser.</summary>
public sealed class ManuscriptTests(PlainDesk open, BuiltSites sites) : IClassFixture<PlainDesk>
{
    [Fact]
    public async Task A_dropped_Word_manuscript_is_a_draft_with_its_pictures_and_what_was_not_understood_above_it()
    {
        var page = await sites.Browser.OpenAsync("release", new Uri(open.Desk.Address, "/desk/write/stories/").ToString(), 390);
        await DropAsync(page, "老稿.doc", [1]);
        await Assertions.Expect(page.Locator("[data-import] [role=status]")).ToContainTextAsync("另存为 .docx");

        await page.Locator("[data-begin] [name=name]").FillAsync("来新人");
        await DropAsync(page, "来稿.docx", Written());
        await page.WaitForURLAsync("**/desk/write/stories/lai-xinren/");
        var remarks = page.Locator(".remark").Filter(new() { HasText = "没有进正文" });
        await Assertions.Expect(remarks.First).ToContainTextAsync("由 来稿.docx 做成");
        await Assertions.Expect(remarks.First).ToContainTextAsync("批注里的话");

        var body = page.Locator(".rich");
        await Assertions.Expect(body.Locator("h2")).ToHaveTextAsync(["一、开工", "二、通水"]);
        await Assertions.Expect(body.Locator("img")).ToHaveCountAsync(3);
        await page.WaitForFunctionAsync("[...document.querySelectorAll('.rich img')].every(i => i.complete && i.naturalWidth === 60)");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Axe.FindsNothingAsync(page, "a draft that was a manuscript, 390 px");
        await page.SetViewportSizeAsync(1440, 900);
        await Axe.FindsNothingAsync(page, "a draft that was a manuscript, 1440 px");
        await page.Context.CloseAsync();
    }

    /// <summary>Two pictures in the line, one that floats; a note, a comment, a text box.</summary>
    private static byte[] Written()
    {
        var folder = Directory.CreateTempSubdirectory("yugong-manuscript-").FullName;
        try
        {
            var file = Path.Combine(folder, "来稿.fodt");
            File.WriteAllText(file, FlatText.Of($"""
                <text:h text:outline-level="1">一、开工</text:h><text:p>　　甲地的水厂一九二九年开工<text:note text:note-class="footnote">
                <text:note-citation>1</text:note-citation><text:note-body><text:p>《纪事》第三页</text:p></text:note-body></text:note>。</text:p>
                <text:p>{FlatText.Picture(Picture(160, 40, 30), "as-char")}</text:p><text:p>图 1　开工那一年</text:p>
                <text:p>批注<office:annotation><dc:creator>某</dc:creator><text:p>批注里的话</text:p></office:annotation>所在的一段。</text:p>
                <text:h text:outline-level="1">二、通水</text:h>
                <text:p>{FlatText.Picture(Picture(30, 90, 160), "as-char")}</text:p>
                <text:p>{FlatText.Picture(Picture(40, 140, 60), "paragraph")}两年以后通水。</text:p>
                """));
            Assert.Null(Office.Convert(Judge.Program("soffice"), "docx:MS Word 2007 XML", folder, file));
            return File.ReadAllBytes(Path.ChangeExtension(file, "docx"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Picture(byte red, byte green, byte blue)
    {
        using var raster = new Raster(60, 40, 3, 96);
        for (var i = 0; i < raster.Pixels.Length; i += 3)
        {
            (raster.Pixels[i], raster.Pixels[i + 1], raster.Pixels[i + 2]) = (red, green, blue);
        }

        return raster.Png();
    }

    private static async Task DropAsync(IPage page, string name, byte[] content)
    {
        var dropped = await page.EvaluateHandleAsync("""
            ({ name, content }) => {
              const dropped = new DataTransfer();
              dropped.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
              return dropped;
            }
            """, new { name, content = Convert.ToBase64String(content) });
        await page.Locator("h1").DispatchEventAsync("drop", new { dataTransfer = dropped });
    }
}
