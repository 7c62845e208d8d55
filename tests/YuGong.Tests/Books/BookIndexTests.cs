using Xunit;
using YuGong.Books;

namespace YuGong.Tests.Books;

public sealed class BookIndexTests
{
    [Fact]
    public void Neighbouring_pages_are_one_range() =>
        Assert.Equal(["3", "5–7", "9"], BookIndex.Ranges([3, 5, 6, 7, 9]));

    [Fact]
    public void A_word_is_found_on_its_pages_also_where_it_runs_from_one_to_the_next()
    {
        var index = new BookIndex(["甲在测试城", "", "桥在测", "试城东", "没有"]);
        var (term, pages) = Assert.Single(index.Find([new("测试城", "ce shi cheng", null)]));
        Assert.Equal([1, 3], pages);
        Assert.Equal("测试城", term.Word);
    }

    [Fact]
    public void Words_stand_by_their_readings_and_what_cannot_be_read_stands_last()
    {
        var index = new BookIndex(["乙 甲 〇"]);
        Assert.Equal(["甲", "乙", "〇"], index.Find([new("乙", "yi", null), new("〇", "", null), new("甲", "jia", null)])
            .Select(t => t.Term.Word));
    }
}
