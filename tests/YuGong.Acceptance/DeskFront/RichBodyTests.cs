using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;

namespace YuGong.Tests.DeskFront;

/// <summary>The body as it will be read, in a real browser: what was not edited comes back character by character.</summary>
public sealed class RichBodyTests(PlainDesk open, BuiltSites sites) : IClassFixture<PlainDesk>
{
    private const string Written = """
        ## 一节

        第一段。[@s1,s2]

        - 甲
        - 乙

        第二段，[同事](/people/nobody/)说：3*5。[原文]{.sic}
        """;

    /// <summary>Each text whole, and each of its blocks written anew: the writer's Markdown is the house's own.</summary>
    [Fact]
    public async Task Every_text_of_the_site_comes_back_as_it_is_written()
    {
        var page = await OpenAsync();
        var bodies = Directory.GetFiles(GitRepository.At("input"), "index.md", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Select(t => t[(t.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)..]).ToArray();
        Assert.True(bodies.Length > 30);
        var other = await page.EvaluateAsync<string[]>("""
            async bodies => {
              const { Texts, write } = await import('/desk/editor.js'), { post } = await import('/desk/post.js'), other = [];
              for (const text of bodies) {
                const doc = new Texts().open(await post(`${location.pathname}body`, { text }), text);
                if (!doc) other.push(text);
                doc?.forEach((block, _, i) => { if (write(block, doc, i) !== block.attrs.source) other.push(block.attrs.source); });
              }
              return other;
            }
            """, bodies);
        Assert.Empty(other);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whatever_is_made_means_the_same_when_it_is_read_again()
    {
        var page = await OpenAsync();
        var script = await File.ReadAllTextAsync(GitRepository.At("tests", "YuGong.Acceptance", "DeskFront", "made-texts.js"),
            TestContext.Current.CancellationToken);
        Assert.Equal("[]", await page.EvaluateAsync<string>(script, new { seed = 11, count = 150 }));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Only_the_edited_block_is_another_and_one_undo_serves_all_fields()
    {
        var page = await OpenAsync(Written);
        await page.Locator(".rich li p").First.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("*");
        Assert.Equal(Written.Replace("- 甲", "- 甲\\*", StringComparison.Ordinal), await TextAsync(page));
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal(Written, await TextAsync(page));
        Assert.Equal("甲", await page.Locator(".rich li p").First.TextContentAsync());
        await page.Keyboard.PressAsync("Control+y");
        Assert.Contains("甲\\*", await TextAsync(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+z");

        // Marks as they are typed, then a citation from its list.
        await page.Locator(".rich > .ProseMirror > p").Last.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        foreach (var line in (string[])["### 小节", "1. 第一", "第二", "", "> 引一句**要紧的**话"])
        {
            await page.Keyboard.TypeAsync(line);
            await page.Keyboard.PressAsync("Enter");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("末段@");
        await page.WaitForSelectorAsync("dialog.offer[open]");
        await page.Keyboard.TypeAsync("来源 2");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("完。");
        Assert.Equal(Written + "\n\n### 小节\n\n1. 第一\n2. 第二\n\n> 引一句**要紧的**话\n\n末段[@s2]完。", await TextAsync(page));
        Assert.Equal("[2]", await page.Locator(".rich .cite").Last.TextContentAsync());
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("还没存成一步");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_written_in_the_box_while_the_editor_comes_is_in_it()
    {
        Judge.Editor();
        var comes = new TaskCompletionSource();
        var page = await sites.Browser.OpenAsync("release", new Uri(open.Desk.Address, "/desk/").ToString(), 1440);
        await page.RouteAsync("**/test-person/body", async route =>
        {
            await comes.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(new Uri(open.Desk.Address, "/desk/write/stories/test-person/").ToString());
        var area = page.Locator("[data-key=body] textarea");
        await area.FillAsync("## 抢先写的\n\n一段。");
        comes.SetResult();
        await Assertions.Expect(page.Locator("[data-as-written]")).ToBeVisibleAsync();
        Assert.True(await area.IsVisibleAsync()); // whoever writes in the box is not taken out of it
        await page.Locator("[data-key=headline] .v").FocusAsync();
        await Assertions.Expect(page.Locator(".rich h2")).ToHaveTextAsync("抢先写的");
        await page.Locator(".rich p").Last.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("接着写");
        Assert.Equal("## 抢先写的\n\n一段。接着写", await TextAsync(page));
        await page.Context.CloseAsync();
    }

    /// <summary>Composition as Chromium gets it from an input method: letters stand in the text until the characters are chosen.</summary>
    [Fact]
    public async Task An_input_method_composes_within_a_paragraph()
    {
        var page = await OpenAsync(Written);
        await page.Locator(".rich > .ProseMirror > p").First.ClickAsync();
        await page.Keyboard.PressAsync("Home");
        var client = await page.Context.NewCDPSessionAsync(page);
        foreach (var letters in (string[])["c", "cho", "chongqing"])
        {
            await client.SendAsync("Input.imeSetComposition",
                new() { ["text"] = letters, ["selectionStart"] = letters.Length, ["selectionEnd"] = letters.Length });
        }

        await client.SendAsync("Input.insertText", new() { ["text"] = "重庆" });
        await page.Keyboard.TypeAsync("的");
        Assert.Equal(Written.Replace("第一段", "重庆的第一段", StringComparison.Ordinal), await TextAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_paste_keeps_its_structure_and_a_picture_has_its_words_beside_it()
    {
        var page = await OpenAsync(Written);
        await page.Locator(".rich > .ProseMirror > p").Last.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await PasteAsync(page, "<h2>二节</h2><p style='font-size:14px'>粘来的<b>一段</b>。</p><ul><li>丙</li></ul>"
            + "<table><tr><th>年</th><th>事</th></tr><tr><td>1935</td><td>建成</td></tr></table>");
        await Assertions.Expect(page.Locator(".rich table")).ToBeVisibleAsync();
        Assert.Equal(Written + "\n\n## 二节\n\n粘来的**一段**。\n\n- 丙\n\n| 年 | 事 |\n|---|---|\n| 1935 | 建成 |", await TextAsync(page));

        // In a table: another row, and words with the mark that parts cells.
        await page.Locator(".rich td").Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "加一行" }).ClickAsync();
        await page.Locator(".rich td").Nth(2).ClickAsync();
        await page.Keyboard.TypeAsync("1936|7");
        Assert.EndsWith("| 1935 | 建成 |\n| 1936\\|7 |  |", await TextAsync(page), StringComparison.Ordinal);

        await page.Locator(".rich > .ProseMirror > p").First.ClickAsync();
        await page.Locator("[data-body-upload]").SetInputFilesAsync(new FilePayload
        {
            Name = "图 一.png", MimeType = "image/png", Buffer = Convert.FromBase64String(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
        });
        await page.Locator(".rich figure input").First.FillAsync("一个点");
        await page.Locator(".rich figure input").Last.FillAsync("测试");
        Assert.Matches("(?m)^!\\[一个点\\]\\([^)]+\\.png \"测试\"\\)$", await TextAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Findings_lead_into_it_and_Markdown_is_a_button_away()
    {
        var page = await OpenAsync(Written);
        await page.Locator("[data-look=findings]").ClickAsync();
        await page.Locator(".told-list button").Filter(new() { HasText = "nobody" }).First.ClickAsync();
        Assert.True(await page.Locator(".rich .ProseMirror").EvaluateAsync<bool>("e => e.contains(document.activeElement)"));
        await page.GetByRole(AriaRole.Button, new() { Name = "看 Markdown" }).ClickAsync();
        var area = page.Locator("[data-key=body] textarea");
        await area.FillAsync("## 改过的\n\n一段。[@s1]");
        await page.GetByRole(AriaRole.Button, new() { Name = "看排好的" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rich h2")).ToHaveTextAsync("改过的");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rich h2")).ToHaveTextAsync("一节");
        Assert.Equal(Written, await TextAsync(page));
        await page.Context.CloseAsync();
    }

    private static Task PasteAsync(IPage page, string html) => page.EvaluateAsync("""
        html => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', html);
          const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
          document.querySelector('.rich .ProseMirror').dispatchEvent(pasted);
        }
        """, html);

    private static Task<string> TextAsync(IPage page) => page.Locator("[data-key=body] textarea").InputValueAsync();

    /// <param name="text">What the body is made to be.</param>
    private async Task<IPage> OpenAsync(string? text = null)
    {
        Judge.Editor();
        var address = new Uri(open.Desk.Address, "/desk/write/stories/test-person/");
        var page = await sites.Browser.OpenAsync("release", address.ToString(), 1440);
        await page.WaitForSelectorAsync(".rich .ProseMirror");
        if (text is not null)
        {
            await page.EvaluateAsync("""
                async text => {
                  const { field, write } = await import('/desk/write-fields.js');
                  write(field('body'), text);
                  field('body').querySelector('textarea').dispatchEvent(new Event('input', { bubbles: true }));
                }
                """, text);
            await Assertions.Expect(page.Locator(".rich > .ProseMirror > *")).ToHaveCountAsync(4);
            await page.Locator("[data-key=headline] .v").FillAsync(Path.GetRandomFileName()); // what comes is a step of its own
        }

        return page;
    }
}
