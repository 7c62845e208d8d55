using Microsoft.Playwright;
using Xunit;
using YuGong.Leads;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>The verify page opens in the browser what the register sealed.</summary>
public sealed class VerifyTests(BuiltSites sites)
{
    private const string Number = "YG-Z-2026-0001", Code = "ABCD-EFGH-JKMN";

    [Fact]
    public async Task Number_and_code_show_the_certificate_and_nothing_else_does()
    {
        using var project = Project.OfRealSite();
        project.Write("input/certificates.txt",
            CheckCode.Line(Number, Code, LeadRegister.PublicRecord(new(Number, "测试推荐单位", "测试甲", new(2026, 3, 1), Code))) + "\n");
        var built = await project.BuildAsync();
        Assert.True(built.Code == 0, built.Err);
        Assert.DoesNotContain(Directory.GetFiles(project.Output, "*", SearchOption.AllDirectories),
            f => File.ReadAllText(f).Contains("测试推荐单位", StringComparison.Ordinal));
        await using var server = await StaticServer.StartAsync(new(project.Output));

        // The code on paper leads here with number and code behind the #, which no server sees.
        var page = await sites.Browser.OpenAsync("release", $"{server.Address}/verify/#{Number}/{Code}");
        var said = page.Locator("#verify-said");
        await Assertions.Expect(said).ToHaveTextAsync("证书 YG-Z-2026-0001 属实：2026-03-01 致谢 测试推荐单位，推荐人物 测试甲。");
        if (Environment.GetEnvironmentVariable("YUGONG_LOOK") is { } look)
        {
            await page.ScreenshotAsync(new() { Path = look });
        }

        await page.FillAsync("#verify-code", "ABCD-EFGH-JKM0");
        await page.ClickAsync("#verify-go");
        await Assertions.Expect(said).ToHaveTextAsync("没有找到这份证书。请核对编号和校验码。");
        await page.FillAsync("#verify-number", "yg-z-2026-0001");
        await page.FillAsync("#verify-code", "abcd efgh jkmn");
        await page.ClickAsync("#verify-go");
        await Assertions.Expect(said).ToContainTextAsync("属实");
        await page.Context.CloseAsync();
    }
}
