using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

public sealed class ListedEntryTests
{
    private static readonly DeskCollection Stories = DeskCollection.Find("stories")!;

    [Fact]
    public void A_list_is_given_what_it_shows_and_no_more() => Assert.Equal(
        "---\nid: x\nstatus: draft # 还要改\nname: >\n  某某\ndirection: builder\nera: reform\n---\n",
        ListedEntry.Of(Stories,
            "---\nid: x\nstatus: draft # 还要改\n# 生年两说\nbirth: { date: 1913 }\nname: >\n  某某\nevents:\n  - date: 1939\n    id: "
            + "y\ndirection: builder\nera: reform\nsummary: |\n  三句\n---\n\n正文[@s1]\n"));

    [Theory]
    [InlineData("没有分隔的文字\n")]
    [InlineData("---\nid: x\n")]
    [InlineData("---\nbirth: &b { date: 1913 }\nname: *b\n---\n正文\n")]
    public void What_is_written_otherwise_comes_whole(string text) => Assert.Equal(text, ListedEntry.Of(Stories, text));
}
