using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>Mistakes in theme.json are told where they are, as those of statiq.json are.</summary>
public sealed class ThemeSettingsTests
{
    [Theory]
    [InlineData("\"page_size\": 48", "\"pagesize\": 48", "20:3: error YG130", "page_size?")]
    [InlineData("\"page_size\": 48", "\"page_size\": 0", "20:16: error YG302", "1 到 1000")]
    [InlineData("\"page_size\": 48", "\"home_people\": 48", "2:3: error YG131", "page_size")]
    [InlineData("\"trade\"", "\"trades\"", "19:26: error YG139", "trade?")]
    [InlineData("\"use\": \"brush\"", "\"use\": \"brushes\"", "16:14: error YG139", "brush?")]
    [InlineData("\"weight\": 400", "\"weight\": \"fat\"", "13:17: error YG143", "整数")]
    [InlineData("\"name\": \"yugong\"", "\"name\": \"other\"", "2:11: error YG302", "写 yugong")]
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
