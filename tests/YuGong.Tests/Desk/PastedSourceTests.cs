using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>A pasted citation fills the source's fields with its own words; nothing is made up.</summary>
public sealed class PastedSourceTests
{
    [Theory]
    [InlineData("https://example.org/a?b=1", "", "", "", "", "https://example.org/a?b=1", "")]
    [InlineData("[1] 甲某, 乙某. 一座水厂的历史[J]. 城市史研究, 1998, 12(3): 45-51.", "一座水厂的历史", "甲某, 乙某", "城市史研究", "1998年", "",
        "城市史研究, 1998, 12(3): 45-51")]
    [InlineData("甲某. 水厂志[M]. 重庆: 某某出版社, 1986: 20.", "水厂志", "甲某", "某某出版社", "1986年", "", "重庆: 某某出版社, 1986: 20")]
    [InlineData("水厂通水[N]. 某某日报, 2010-08-11(3).", "水厂通水", "", "某某日报", "2010年8月11日", "", "某某日报, 2010-08-11(3)")]
    [InlineData("甲某. 水厂的故事[EB/OL]. (2010-08-11)[2020-01-01]. http://example.org/x.html.", "水厂的故事", "甲某", "", "2010年8月11日",
        "http://example.org/x.html", "")]
    [InlineData("甲某：《水厂旧事》，某某晚报，2013年7月11日", "水厂旧事", "甲某", "某某晚报", "2013年7月11日", "", "某某晚报，2013年7月11日")]
    [InlineData("《水厂旧事》 http://example.org/1", "水厂旧事", "", "", "", "http://example.org/1", "")]
    public void A_citation_is_taken_apart(string pasted, string title, string author, string publisher, string date, string url,
        string archive) => Assert.Equal(new()
        {
            Title = title, Author = author, Publisher = publisher, Date = date, Url = url, Archive = archive,
        }, PastedSource.Of(pasted));
}
