using Xunit;
using YuGong.Pages;
using YuGong.Pages.Views;

namespace YuGong.Tests.Sites;

/// <summary>Stops of a tour beside the headings of a story that tell of the same.</summary>
public sealed class HeadingStopsTests
{
    private const string Story = "<h2 id=\"a\">挖山</h2>\n<p>他和儿孙挖土石，畚箕一趟一趟运到海边。</p>\n<h2 id=\"b\">邻居</h2>\n<p>邻居家的孩子也来帮忙。</p>\n";

    [Fact]
    public void A_stop_stands_behind_the_heading_whose_section_says_its_words()
    {
        var html = HeadingStops.Into(Story, [Stop(1, "畚箕", "畚箕一趟一趟运土石。")]);
        Assert.StartsWith("<h2 id=\"a\">挖山</h2><figure class=\"beside\">", html);
        Assert.Contains("<figcaption>畚箕</figcaption></figure>\n<p>他和儿孙", html);
    }

    [Fact]
    public void A_stop_that_no_section_tells_of_stays_away() =>
        Assert.Equal(Story, HeadingStops.Into(Story, [Stop(1, "铁轨", "铁轨铺在枕木上面。")]));

    [Fact]
    public void A_heading_has_one_stop_and_a_stop_one_heading()
    {
        var html = HeadingStops.Into(Story, [Stop(1, "畚箕", "畚箕一趟一趟运土石。"), Stop(2, "土石", "儿孙挖土石。")]);
        Assert.Equal(2, html.Split("<figure").Length);
    }

    [Fact]
    public void A_story_without_headings_is_left_as_it_is() =>
        Assert.Equal("<p>畚箕</p>", HeadingStops.Into("<p>畚箕</p>", [Stop(1, "畚箕", "畚箕。")]));

    private static TourStepView Stop(int number, string title, string text) =>
        new(number, title, text, "pct:0,0,50,50", "0 0 800 600", "/objects/x/drawing.svg", 1600, 1200);
}
