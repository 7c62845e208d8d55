using Xunit;
using YuGong.Api;
using YuGong.Build;
using YuGong.Tests.Support;

namespace YuGong.Tests.Api;

/// <summary>Id, letters and tones from the name: people as their stories have them.</summary>
public sealed class NameSpellingTests
{
    private static readonly NameSpelling Spelling = SearchTablesFile.NamesIn(Repository.At("themes"), "yugong");

    [Theory]
    [InlineData("冯简", "feng-jian", "Feng Jian", "Féng Jiǎn")]
    [InlineData("梅旸春", "mei-yangchun", "Mei Yangchun", "Méi Yángchūn")]
    [InlineData("林同骅", "lin-tonghua", "Lin Tonghua", "Lín Tónghuá")]
    [InlineData("张家德", "zhang-jiade", "Zhang Jiade", "Zhāng Jiādé")]
    [InlineData("蓝田", "lan-tian", "Lan Tian", "Lán Tián")]
    [InlineData("葛修润", "ge-xiurun", "Ge Xiurun", "Gě Xiūrùn")]
    [InlineData("欧阳德安", "ouyang-dean", "Ouyang De'an", "Ōuyáng Dé'ān")]
    [InlineData("吕吉", "lv-ji", "Lü Ji", "Lǚ Jí")]
    [InlineData("单士元", "shan-shiyuan", "Shan Shiyuan", "Shàn Shìyuán")]
    public void A_persons_name_is_spelt_as_the_norm_has_it(string name, string id, string letters, string marked) =>
        Assert.Equal(new(id, letters, marked), Spelling.Of(name, isPerson: true));

    [Theory]
    [InlineData("打枪坝水塔", "da-qiang-ba-shui-ta")]
    [InlineData("中运一号", "zhong-yun-yi-hao")]
    [InlineData("XGOY 短波台", "xgoy-duan-bo-tai")]
    [InlineData("一二三四五六七八九", "yi-er-san-si-wu-liu")]
    [InlineData("???", "")]
    public void A_title_is_spelt_syllable_by_syllable(string title, string id) => Assert.Equal(id, Spelling.Of(title, isPerson: false).Id);

    [Fact]
    public void Without_the_tables_nothing_is_guessed() => Assert.Equal(new("", "", ""), NameSpelling.None.Of("税西恒", isPerson: true));
}
