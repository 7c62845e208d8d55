using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Tests.Desk;
using YuGong.Tests.Leads;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>A day of the staff for leads in a real browser: mails come in, and a story begins; nothing private is left behind.</summary>
public sealed class LeadsDeskTests(BuiltSites sites)
{
    private static readonly string[] Secrets =
    [
        "13800000001", "02360000002", "测试甲", "虚构设计院", "泥浆比重", "ceshi@example.org", "档案里核过", "写得实在", "甲的表", "材料扎实", "专家甲", Registry.Words,
    ];

    [Fact]
    public async Task A_lead_goes_from_a_mail_to_a_story_at_the_desk()
    {
        var password = PasswordHash.Of(AccountsDesk.Password);
        await using var desk = await OpenDesk.StartAsync(AccountFile.Empty
            .With(new("王编", Role.Editor, "wang@desk.invalid", password)).With(new("李发", Role.Publisher, "li@desk.invalid", password)));
        using (var book = LeadRegister.Create(desk.Project.At("leads"), Registry.Key, Registry.Today, rounds: 1000))
        {
            new Import(book, Registry.Taxonomies, Registry.Today).Take(Reading.Read("a.docx", Form()), new());
        }

        var page = await desk.LogInAsync(sites, "王编");
        await UnlockAsync(page, desk);
        await Assertions.Expect(page.Locator("table.leads tbody tr")).ToHaveCountAsync(1);
        await FitAsync(page, "list");

        // A mail of the same person, a form that came before, and something that is none.
        await page.GetByRole(AriaRole.Link, new() { Name = "收件", Exact = true }).ClickAsync();
        await page.Locator("#files").SetInputFilesAsync((FilePayload[])
        [
            new() { Name = "甲的表.eml", MimeType = "message/rfc822", Buffer = Letter() },
            new() { Name = "again.docx", MimeType = "application/octet-stream", Buffer = Form() },
            new() { Name = "other.bin", MimeType = "application/octet-stream", Buffer = "??"u8.ToArray() },
        ]);
        await Assertions.Expect(page.Locator(".taken li")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".taken li").Nth(0)).ToContainTextAsync("新登记 YG-");
        await Assertions.Expect(page.Locator(".taken li").Nth(1)).ToContainTextAsync("收过了，是 YG-2026-0001");
        await Assertions.Expect(page.Locator(".taken li").Nth(2)).ToContainTextAsync("读不出线索");
        await Assertions.Expect(page.Locator("section:has(#held) li")).ToContainTextAsync("不认识的文件");
        await FitAsync(page, "intake");
        var came = await page.Locator(".taken li a").First.GetAttributeAsync("href");
        await page.Locator(".taken li a").First.ClickAsync();

        // The form beside the mail, and the lead that it resembles; the two become one.
        await Assertions.Expect(page.Locator(".original")).ToContainTextAsync("信里的话");
        await Assertions.Expect(page.Locator(".lead-form")).ToContainTextAsync("虚构设计院");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^(\\(\\d+\\) )?YG-\\d{4}-\\d{4} "));
        await FitAsync(page, "lead");
        await page.GetByText("对着看").ClickAsync();
        await FitAsync(page, "same");
        await page.Locator("input[name='take:unit'][value=kept]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^并成一条") }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("YG-2026-0001 并入了");
        await Assertions.Expect(page.Locator("#same")).ToHaveCountAsync(0);

        // Somebody sees to it; signed with evidence, then on.
        await page.Locator("[name=assigned]").SelectOptionAsync("王编");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".lead-state")).ToContainTextAsync("由 王编 经办");
        await MoveAsync(page, "verified", "还缺");
        foreach (var field in await page.Locator("[name^='sign:']").AllAsync())
        {
            await field.FillAsync("档案里核过");
        }

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("名字签$") }).ClickAsync();
        await Assertions.Expect(page.Locator(".checks .done")).ToHaveCountAsync(3);
        await MoveAsync(page, "verified", null);

        // Scored without knowing whom.
        await page.GetByText("去评分").ClickAsync();
        await Assertions.Expect(page.Locator(".blind")).ToContainTextAsync("泥浆比重");
        Assert.DoesNotContain("测试甲", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Locator("[name^='points:']").FillAsync("92.5");
        await page.Locator("[name^='remark:']").FillAsync("写得实在");
        await FitAsync(page, "blind");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下评分" }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("记下 1 条评分");
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/scores/").ToString());
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("92.5");
        await ByLinkAsync(page);
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/statistics/").ToString());
        await Assertions.Expect(page.Locator(".bars").First).ToContainTextAsync("已核实");
        await FitAsync(page, "statistics");

        await DownloadsAsync(page, desk, came!);
        await page.GotoAsync(new Uri(desk.Address, came!).ToString());
        await MoveAsync(page, "shortlisted", null);
        await MoveAsync(page, "selected", null);
        await page.GetByRole(AriaRole.Button, new() { Name = "写成故事" }).ClickAsync();
        await page.WaitForURLAsync("**/desk/write/stories/*/");
        Assert.Equal("测试甲", await page.Locator("[data-key=name] .v").First.InputValueAsync());
        Assert.Equal("", await page.Locator("[data-key=headline] .v").InputValueAsync());

        await page.GotoAsync(new Uri(desk.Address, came!).ToString());
        await Assertions.Expect(page.GetByText("打开故事")).ToBeVisibleAsync();
        await MoveAsync(page, "interviewed", null);
        await MoveAsync(page, "published", null);
        await KeeperAsync(desk, came!);
        Assert.Contains("\"leads-merge\"", desk.LogText, StringComparison.Ordinal);
        await page.Context.CloseAsync();
        await desk.KillAsync(); // it holds its lock open
        Nowhere(desk);
    }

    /// <summary>An expert without an account, led here by a mail, scores by a link of their own; the office takes it.</summary>
    private async Task ByLinkAsync(IPage page)
    {
        var making = page.Locator("form[data-leads$='scores/link']");
        await making.Locator("[name=expert]").FillAsync("专家甲");
        await making.GetByRole(AriaRole.Button).ClickAsync();
        var link = await making.Locator("[role=status] input").InputValueAsync();
        var expert = await sites.Browser.OpenAsync("release", link, 390);
        await Assertions.Expect(expert.Locator("h1")).ToContainTextAsync("请专家甲评分");
        await Assertions.Expect(expert.Locator(".blind")).ToContainTextAsync("泥浆比重");
        Assert.All((string[])["测试甲", "虚构设计院", "13800000001", "92.5"], s => Assert.DoesNotContain(s, expert.ContentAsync().Result));
        await expert.Locator("[name^='points:']").FillAsync("81.5");
        await expert.Locator("[name^='remark:']").FillAsync("材料扎实");
        await expert.GetByRole(AriaRole.Button, new() { Name = "记下评分" }).ClickAsync();
        await Assertions.Expect(expert.Locator(".told")).ToContainTextAsync("记下了 1 条");
        await FitAsync(expert, "by-link");
        await page.ReloadAsync();
        await FitAsync(page, "scores");
        await page.GetByRole(AriaRole.Button, new() { Name = "收进来" }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("记下 1 条评分");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("87.0"); // the mean of both
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "收回链接" }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("收回了");
        await expert.ReloadAsync();
        await Assertions.Expect(expert.Locator("h1")).ToContainTextAsync("这个链接打不开");
        await FitAsync(expert, "by-no-link");
        await expert.Context.CloseAsync();
    }

    /// <summary>What only whoever keeps the register may do, and the number that is typed before somebody is erased.</summary>
    private async Task KeeperAsync(OpenDesk desk, string lead)
    {
        var page = await desk.LogInAsync(sites, "李发");
        await UnlockAsync(page, desk);
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/register/").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "查一遍" }).ClickAsync();
        await Assertions.Expect(page.Locator("form[data-leads$=check] [role=status]")).ToContainTextAsync("线索库完整");
        await FitAsync(page, "register");
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/mend/").ToString());
        await FitAsync(page, "mend");
        await RestoreAsync(page);
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/due/").ToString());
        await FitAsync(page, "due");
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/certificates/").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "发 1 份" }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("新发 1 份");
        await FitAsync(page, "certificates");
        var printed = await page.EvaluateAsync<string>("""
            async address => { const a = await fetch(address); return `${a.status} ${(await a.text()).slice(0, 200)}`; }
            """, await page.Locator("tbody a[download]").First.GetAttributeAsync("href"));
        Assert.False(Directory.Exists(desk.Project.At("leads/printing")));
        Assert.Equal("input/certificates.txt", DeskTrial.Git(desk.Project.Root, "show", "--format=", "--name-only", "HEAD"));
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/YG-2026-0001/").ToString());
        await page.GetByText("删除这个人的全部信息").ClickAsync();
        await page.Locator("[name=number]").FillAsync("YG-2026-0009");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("form[data-leads$=erase] [role=status]")).ToContainTextAsync("什么也没有删");
        await page.Locator("[name=number]").FillAsync("YG-2026-0001");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("YG-2026-0001 删除了");
        await Assertions.Expect(page.Locator("table.leads tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/journal/").ToString());
        await Assertions.Expect(page.Locator(".journal")).ToContainTextAsync("收到 → 已核实");
        await FitAsync(page, "journal");

        // Locked, nothing is answered.
        await page.Locator("[data-leads-close]").ClickAsync();
        await Assertions.Expect(page.Locator("#passphrase")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(desk.Address, lead).ToString());
        await Assertions.Expect(page.Locator("#passphrase")).ToBeVisibleAsync();
        Assert.Equal("423", await StatusAsync(page, lead + "move"));
        Assert.Matches("^(200 %PDF|422 .*posters/fonts.json)", printed); // the small site of tests has no fonts of posters
        await page.Context.CloseAsync();
    }

    /// <summary>The backup of this moment, sent in parts, in the register's place.</summary>
    private static async Task RestoreAsync(IPage page)
    {
        var backup = await page.EvaluateAsync<int[]>(
            "async () => [...new Uint8Array(await (await fetch('/desk/leads/register/backup.zip')).arrayBuffer())]");
        await page.Locator("[name=backup]").SetInputFilesAsync(new FilePayload
        {
            Name = "leads.zip", MimeType = "application/zip", Buffer = [.. backup.Select(b => (byte)b)],
        });
        await page.Locator("#of-backup").FillAsync(Registry.Words);
        await page.GetByLabel("用备份换掉现在的库").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "恢复", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("恢复了 2 条线索");
    }

    /// <summary>Originals are kept, never opened; nothing may be kept by a browser; what is not this role's is refused.</summary>
    private static async Task DownloadsAsync(IPage page, OpenDesk desk, string lead)
    {
        await page.GotoAsync(new Uri(desk.Address, lead).ToString());
        var original = await page.Locator(".lead-sides a[download]").Nth(1).GetAttributeAsync("href");
        var said = await page.EvaluateAsync<string>("""
            async address => {
              const answer = await fetch(address), head = name => answer.headers.get(name);
              return [answer.status, head('content-type'), head('content-disposition'), head('cache-control'),
                head('x-content-type-options'), (await answer.text()).slice(0, 8)].join('|');
            }
            """, original);
        Assert.Matches("^200\\|application/octet-stream\\|attachment; filename=\"YG-\\d{4}-\\d{4}-\\d+\\.eml\""
            + "\\|no-store\\|nosniff\\|Subject:$", said);
        Assert.Equal("no-store", await page.EvaluateAsync<string>(
            "async address => (await fetch(address)).headers.get('cache-control')", lead));
        Assert.Equal("403", await page.EvaluateAsync<string>("async address => String((await fetch(address + 'all.zip')).status)", lead));
        Assert.Equal("403", await StatusAsync(page, lead + "erase"));
        Assert.Equal("404", await page.EvaluateAsync<string>(
            "async () => String((await fetch('/desk/leads/YG-2020-0001/')).status)"));
    }

    private static Task<string> StatusAsync(IPage page, string address) => page.EvaluateAsync<string>(
        "async a => String((await fetch(a, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })).status)",
        address);

    /// <summary>Not in the desk's log, not in git, not beside the register; in the story that began, its name alone.</summary>
    private static void Nowhere(OpenDesk desk)
    {
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "ls-files", "leads"));
        var files = Directory.GetFiles(desk.Project.Root, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var story = file.Contains("unsaved", StringComparison.Ordinal) ? (string[])["测试甲", "虚构设计院"] : [];
            Assert.All(Secrets.Except(story), s => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) < 0, $"{file}: {s}"));
        }
    }

    private static async Task MoveAsync(IPage page, string to, string? refused)
    {
        await page.Locator("form[data-leads$=move] [name=state]").SelectOptionAsync(to);
        await page.GetByRole(AriaRole.Button, new() { Name = "走这一步" }).ClickAsync();
        if (refused is not null)
        {
            await Assertions.Expect(page.Locator("form[data-leads$=move] [role=status]")).ToContainTextAsync(refused);
            return;
        }

        await Assertions.Expect(page.Locator(".lead-state .badge")).ToHaveTextAsync(LeadLabels.Of(LeadLabels.StateOf(to)!.Value));
    }

    private static async Task UnlockAsync(IPage page, OpenDesk desk)
    {
        await page.GotoAsync(new Uri(desk.Address, "/desk/leads/").ToString());
        await page.Locator("#passphrase").FillAsync("不是这个口令");
        await page.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await Assertions.Expect(page.Locator(".lock [role=status]")).ToContainTextAsync("口令不对");
        await page.Locator("#passphrase").FillAsync(Registry.Words);
        await page.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.leads")).ToBeVisibleAsync();
    }

    /// <summary>For everybody, on a phone and on a desk.</summary>
    private static async Task FitAsync(IPage page, string name)
    {
        foreach (var width in (int[])[390, 1440])
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            if (Environment.GetEnvironmentVariable("YUGONG_LOOK") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"leads-{name}-{width}.png"), FullPage = true });
            }

            await Axe.FindsNothingAsync(page, $"{name}, {width} px");
        }
    }

    private static byte[] Form() => FormWriter.Write(null, Sample.Form());

    private static byte[] Letter() => Mails.Mail(Mails.Subject("故事线索+测试推荐者+13800000001", "gbk"), "From: <ceshi@example.org>",
        Mails.Multipart("mixed", "b", Mails.Words("text/plain", "utf-8", "信里的话"),
            Mails.File("filename=\"a.docx\"", FormWriter.Write(null, Sample.Form((Field.Unit, "虚构设计院"))))));
}
