using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>The call for leads is the printed notice, word for word, and sends mail to the right place.</summary>
public sealed class CallTests(BuiltSites sites)
{
    private const string Subject = "渝工故事线索+推荐单位/推荐人+联系方式";

    [Fact]
    public async Task The_page_holds_every_sentence_of_the_notice_that_matters()
    {
        var page = Plain((await sites.ReleaseAsync()).Page("/call/").QuerySelector("main")!.TextContent);
        var notice = await File.ReadAllLinesAsync(GitRepository.At("tests", "YuGong.Acceptance", "Site", "notice.txt"),
            TestContext.Current.CancellationToken);
        Assert.True(notice.Length > 30);
        Assert.All(notice, sentence => Assert.Contains(Plain(sentence), page));

        // 2026年1月26日 and 2026 年 1 月 26 日 are one.
        static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public async Task The_form_of_the_notice_is_there_field_by_field()
    {
        var fields = (await sites.ReleaseAsync()).Page("/call/").QuerySelectorAll(".form-table tbody th").Select(f => f.TextContent);
        Assert.Equal(
            ["被推荐人姓名", "性别", "出生年月", "工作单位", "党派", "工作年限", "职务", "职称", "被推荐人联系电话", "推荐人联系电话", "核心事迹简介", "线索亮点", "推荐人/单位", "与被推荐人关系"],
            fields);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/call/")]
    public async Task Mail_goes_to_the_association_with_the_subject_it_asks_for(string address)
    {
        var page = (await sites.ReleaseAsync()).Page(address);
        var mail = page.QuerySelector("main a[href^='mailto:'][href*=subject]")!.GetAttribute("href")!;
        Assert.Equal($"mailto:ceacq@163.com?subject={Uri.EscapeDataString(Subject)}", mail);
        Assert.DoesNotContain('+', mail);
        Assert.Equal(Subject, page.GetElementById("call-subject")?.TextContent);
        Assert.Equal("ceacq@163.com", page.GetElementById("call-mail")?.TextContent);
    }
}
