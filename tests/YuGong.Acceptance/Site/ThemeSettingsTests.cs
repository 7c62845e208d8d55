using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>Mistakes in theme.json are told where they are, as those of statiq.json are.</summary>
public sealed class ThemeSettingsTests
{
    [Theory]
    [InlineData("\"page_size\": 400", "\"pagesize\": 400", "error YG130", "page_size?")]
    [InlineData("\"page_size\": 400", "\"page_size\": 0", "error YG302", "1 到 1000")]
    [InlineData("\"by\": \"trade\"", "\"by\": \"trades\"", "error YG139", "trade?")]
    [InlineData("\"by\": \"trade\"", "\"by\": \"kind\"", "error YG302", "work_unit")]
    [InlineData("{name}：{names}", "{nmae}：{names}", "error YG302", "{name}")]
    [InlineData("/people/era/{id}/", "/people/era/", "error YG302", "{id}")]
    [InlineData("/hall/map/", "hall/map", "error YG302", "/ 开头")]
    [InlineData("\"use\": \"brush\"", "\"use\": \"brushes\"", "17:14: error YG139", "brush?")]
    [InlineData("\"weight\": 400", "\"weight\": \"fat\"", "14:17: error YG143", "整数")]
    [InlineData("\"name\": \"yugong\"", "\"name\": \"other\"", "3:11: error YG302", "写 yugong")]
    [InlineData("\"fonts\": [", "\"fonts\": {", "themes/yugong/theme.json:", "error")]
    public async Task A_mistake_is_told_with_its_place(string written, string mistake, string place, string words)
    {
        using var project = Project.OfRealSite();
        project.Edit("themes/yugong/theme.json", written, mistake);

        var said = await project.RunAsync("check");

        Assert.Equal(1, said.Code);
        Assert.Contains(place, said.Out);
        Assert.Contains(words, said.Out);
        Assert.DoesNotContain("   at ", said.Out + said.Err);
    }
}
