using System.Net;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Desk;
using YuGong.Manuscripts;
using YuGong.Tests.Desk;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>三审三校 in a real browser: three people, a published entry, sent back, approved, changed, approved again.</summary>
public sealed class ReviewTests(BuiltSites sites)
{
    private const string Person = "/desk/write/stories/test-person/";
    private const string Review = "/desk/review/stories/test-person/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_approved_was_seen_beside_what_stood_and_a_change_voids_it()
    {
        var password = PasswordHash.Of(AccountsDesk.Password);
        var accounts = AccountFile.Empty.With(new("王编", Role.Editor, "wang@desk.invalid", password))
            .With(new("张核", Role.Checker, "zhang@desk.invalid", password))
            .With(new("李发", Role.Publisher, "li@desk.invalid", password));

        // The address is published: a draft of it takes nothing from the site.
        await using var desk = await OpenDesk.StartAsync(accounts, p => p.Write("input/urls.txt", "/people/test-person/\n"));
        var (editor, checker) = (await desk.LogInAsync(sites, "王编"), await desk.LogInAsync(sites, "张核"));

        await WriteAsync(editor, desk, "山不加增");
        await StepAsync(editor, "送审");

        // Whose turn it is, is said.
        await checker.GotoAsync(new Uri(desk.Address, "/desk/").ToString());
        await Assertions.Expect(checker).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^\\(1\\)"));
        await checker.Locator("section:has(#mine) a").ClickAsync();
        await checker.WaitForURLAsync("**" + Review);
        await Assertions.Expect(checker.Locator(".change").First).ToContainTextAsync("山不加增");
        Assert.Equal(2, await checker.Locator("iframe").CountAsync());
        foreach (var width in (int[])[390, 1440])
        {
            await checker.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await checker.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await checker.EvaluateAsync("document.querySelectorAll('iframe').forEach(f => f.remove())"); // pages have tests of their own
            await Axe.FindsNothingAsync(checker, $"{width} px");
        }

        // Whoever it is about reads this version by a link, without a login, and nothing else.
        await checker.Locator("[data-share] [name=for]").FillAsync("本人");
        await checker.GetByRole(AriaRole.Button, new() { Name = "做链接" }).ClickAsync();
        var link = await checker.Locator("[data-shared] input").InputValueAsync();
        await ShownAsync(link);
        await checker.ReloadAsync();
        await Assertions.Expect(checker.Locator(".shared li")).ToContainTextAsync("打开过");

        // Nobody remarks on what is not there; a remark on the words that are selected, and back with a reason.
        Assert.Equal(404, await checker.EvaluateAsync<int>("""
            async () => (await fetch('/desk/review/stories/nobody-here/remark', { method: 'POST',
              headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text: '依据在哪里', seen: '' }) })).status
            """));
        Assert.False(Directory.Exists(desk.Project.At(".desk/remarks/stories/nobody-here")));
        await checker.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('.change .diff ins'))");
        await checker.Locator(".change [data-remark]").First.ClickAsync();
        await checker.Locator(".change form textarea").FillAsync("依据在哪里？");
        await checker.GetByRole(AriaRole.Button, new() { Name = "记下批注" }).First.ClickAsync();
        await Assertions.Expect(checker.Locator(".remark blockquote")).ToContainTextAsync("山不加增");
        await checker.Locator(".return summary").ClickAsync();
        await checker.Locator(".return textarea").FillAsync("先补依据");
        await checker.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(checker.Locator(".review > p.soft")).ToContainTextAsync("草稿，王编");

        await checker.Locator("[data-unshare]").ClickAsync();
        await Assertions.Expect(checker.Locator("[data-unshare]")).ToHaveCountAsync(0);
        using (var client = new HttpClient())
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(link), Cancel)).StatusCode);
        }

        // Whoever wrote it reads why, beside the field, and says that it is done.
        await editor.GotoAsync(new Uri(desk.Address, Person).ToString());
        await Assertions.Expect(editor.Locator(".remark.returned")).ToContainTextAsync("先补依据");
        await editor.Locator(".asked [data-lead]").ClickAsync();
        Assert.Equal("headline", await editor.EvaluateAsync<string>("document.activeElement.closest('[data-key]').dataset.key"));
        await editor.Locator("[data-settle]").First.ClickAsync();
        await Assertions.Expect(editor.Locator(".asked .remark")).ToHaveCountAsync(1);
        await WriteAsync(editor, desk, "何苦而不平");
        await StepAsync(editor, "送审");

        // Sending back is no writing: it is the checker's turn again.
        await checker.GotoAsync(new Uri(desk.Address, "/desk/").ToString());
        await Assertions.Expect(checker.Locator("section:has(#mine) a")).ToHaveCountAsync(1);

        // Approved is what was seen; a change voids it.
        await checker.GotoAsync(new Uri(desk.Address, Review).ToString());
        await DecideAsync(checker, "定为就绪", "就绪，王编");
        await WriteAsync(editor, desk, "改过又改");
        await checker.ReloadAsync();
        await Assertions.Expect(checker.Locator(".review > p.soft")).ToContainTextAsync("审核中，王编");
        await DecideAsync(checker, "定为就绪", "就绪，王编");

        // On paper it says who approved which revision.
        var paper = await checker.Context.APIRequest.GetAsync(
            new Uri(desk.Address, "/desk/paper/stories/test-person/review.docx").ToString());
        Assert.True(paper.Ok, await paper.TextAsync());
        var rows = WordReader.Read(await paper.BodyAsync(), ReadingBudget.Ample()).Blocks.OfType<TableBlock>().SelectMany(b => b.Lines)
            .Select(l => string.Join(' ', l.Cells.Select(PlainText.Of)));
        Assert.Contains(rows, r => r.StartsWith("就绪 张核 20", StringComparison.Ordinal));

        var publisher = await desk.LogInAsync(sites, "李发");
        publisher.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await publisher.GotoAsync(new Uri(desk.Address, Review).ToString());
        await publisher.Locator("[data-decide=published]").ClickAsync();
        await publisher.WaitForURLAsync("**/desk/");
        Assert.Contains("headline: 改过又改", desk.Project.Read("input/stories/test-person/index.md"), StringComparison.Ordinal);
        Assert.Contains("\"return", desk.Project.Read(".desk/remarks/stories/test-person/remarks.json")
            .Replace("\"isReturn", "\"return", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "ls-files", ".desk"));
        foreach (var page in (IPage[])[editor, checker, publisher])
        {
            await page.Context.CloseAsync();
        }
    }

    /// <summary>With no cookie, and led here by a chat.</summary>
    private async Task ShownAsync(string link)
    {
        var page = await sites.Browser.OpenAsync("release", link, 390);
        await Assertions.Expect(page.Locator(".shown-note")).ToContainTextAsync("给本人看");
        await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
        Assert.Contains("山不加增", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await page.Locator("script").AllAsync());
        Assert.True(await page.EvaluateAsync<bool>("[...document.styleSheets].some(s => s.href.includes('/site/assets/'))"));
        await page.Context.CloseAsync();

        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
        using var answer = await client.GetAsync(new Uri(link), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        string[] others =
            ["site/", "site/people/test-person/", "site/index.html", "site/search.json", "site/assets/portrait.png", "../", "step"];
        foreach (var other in others)
        {
            using var refused = await client.GetAsync(new Uri(new Uri(link), other), Cancel);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }
    }

    private static async Task WriteAsync(IPage page, OpenDesk desk, string headline)
    {
        await page.GotoAsync(new Uri(desk.Address, Person).ToString());
        await page.Locator("[data-key=headline] .v").FillAsync(headline);
        await page.GetByRole(AriaRole.Button, new() { Name = "存成一步" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("存成了一步", new() { Timeout = 30_000 });
    }

    private static async Task StepAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".badge")).ToContainTextAsync("审核中", new() { Timeout = 30_000 });
    }

    private static async Task DecideAsync(IPage page, string name, string stands)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".review > p.soft")).ToContainTextAsync(stands, new() { Timeout = 30_000 });
    }
}
