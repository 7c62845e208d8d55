using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>「复制到公众号」 in a real browser: what is put on the clipboard is the article.</summary>
public sealed class ArticleTests(BuiltSites sites)
{
    [Fact]
    public async Task An_editor_copies_an_article_for_WeChat_and_sees_which_files_are_older_than_their_entry()
    {
        await using var open = await OpenDesk.StartAsync(change: project =>
        {
            project.Write("articles/person-plain-one/word/article.json", "{ \"revision\": \"0000000000000000\" }");
            project.Write("books/hall/hall.pdf", "");
            project.Write("books/hall/book.json", "{ \"hall.pdf\": { \"person/plain-one\": \"0000000000000000\" } }");
        });
        var errors = new List<string>();
        var page = await sites.Browser.OpenAsync("release", open.Address + "desk/entry/stories/plain-one/", 390,
            watch: page => page.Console += (_, said) => errors.AddRange(said.Type == "error" ? [said.Text] : []));

        // A browser without a screen has a clipboard that nobody can be sure of: what would be put there is kept.
        await page.AddInitScriptAsync("navigator.clipboard.write = async items => { "
            + "window.copied = await (await items[0].getType('text/html')).text(); };");
        await page.GetByRole(AriaRole.Link, new() { Name = "复制到公众号" }).ClickAsync();
        await page.GetByText("articles/person-plain-one/word").WaitForAsync();
        Assert.Contains("旧了", await page.Locator(".stale").TextContentAsync());
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        // In the frame no script runs, not even that of a judge.
        await page.FrameLocator("iframe").GetByText("来源").First.WaitForAsync();
        await page.EvaluateAsync("document.querySelector('iframe').remove()");
        await Axe.FindsNothingAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "复制到公众号" }).ClickAsync();
        await page.GetByText("复制好了").WaitForAsync();
        var html = await page.EvaluateAsync<string>("window.copied");
        Assert.Contains("style=\"", html, StringComparison.Ordinal);
        Assert.Contains("来源", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Empty(errors);

        // The overview tells of it too, and of the book.
        await page.GotoAsync(open.Address + "desk/");
        var made = page.Locator("section", new() { Has = page.Locator("#made") });
        Assert.Contains("Word 稿 旧了：条目改过，在 articles/person-plain-one/word", await made.TextContentAsync());
        Assert.Contains("在 books/hall/hall.pdf", await made.TextContentAsync());
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await page.GotoAsync(open.Address + "desk/article/stories/no-such-one/wechat/");
        Assert.Contains("YG811", await page.Locator(".findings").TextContentAsync());
        await page.Context.CloseAsync();
    }
}
