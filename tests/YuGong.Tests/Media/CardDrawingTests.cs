using System.Text;
using System.Xml.Linq;
using Xunit;
using YuGong.Content;
using YuGong.Media.Originals;

namespace YuGong.Tests.Media;

/// <summary>Drawings on cards and sheets: a part, without words, callouts and frame, as small as it can be.</summary>
public sealed class CardDrawingTests
{
    private const string Sheet = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200">
          <title>示意图</title>
          <g id="sheet"><path d="M20 20H1580V1180H20Z"/></g>
          <g id="view" data-box="60 60 1480 920">
            <path id="tower" d="M100 100l50 800h200l50-800z"/>
            <path d="M1200 100c50 0 100 50 100 100s-50 100-100 100"/>
            <path class="callout" d="M200 200L300 300"/>
            <g id="dimensions"><path d="M100 950H400"/></g>
            <text x="10" y="10">塔</text>
          </g>
        </svg>
        """;

    [Fact]
    public void A_card_shows_the_part_that_an_editor_chose_and_nothing_that_lies_outside_it()
    {
        var card = Read(CardDrawing.Card(Drawing(Sheet), new(true, 0, 0, 36, 60), isStop: false));
        Assert.Equal("0 0 576 720", card.Attribute("viewBox")!.Value);
        Assert.Equal(["tower"], card.Descendants().Where(e => e.Name.LocalName == "path").Select(e => e.Attribute("id")?.Value));
    }

    [Fact]
    public void Words_callouts_measures_and_the_frame_stay_away()
    {
        var sheet = Read(CardDrawing.Sheet(Drawing(Sheet)));
        Assert.Equal(2, sheet.Descendants().Count(e => e.Name.LocalName == "path"));
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName is "text" or "title");
        Assert.Equal("23 23 1554 994", sheet.Attribute("viewBox")!.Value);
    }

    [Fact]
    public void A_stop_of_a_tour_is_widened_to_the_shape_of_a_card_inside_the_picture()
    {
        var card = Read(CardDrawing.Card(Drawing(Sheet), new(true, 70, 0, 30, 30), isStop: true));
        Assert.Equal("1120 0 480 600", card.Attribute("viewBox")!.Value);
    }

    [Fact]
    public void Where_nobody_chose_it_is_the_place_where_most_is_drawn()
    {
        var busy = string.Concat(Enumerable.Range(0, 40).Select(i => $"<path d=\"M{1100 + (i * 5)} 300v40l9 9\"/>"));
        var card = Read(CardDrawing.Card(Drawing($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 1200\">{busy}</svg>"), null,
            isStop: true));
        var box = card.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse).ToArray();
        Assert.InRange(1200, box[0], box[0] + box[2]);
        Assert.Equal(40, card.Descendants().Count(e => e.Name.LocalName == "path"));
    }

    [Theory]
    [InlineData("M10 10h20v20z", 10, 10, 20, 20)]
    [InlineData("M0,0 10-5.5.5 3", 0, -5.5, 10, 8.5)]
    [InlineData("m5 5a5 5 0 1110 0", 5, -5, 10, 20)]
    public void The_extent_of_a_path_holds_all_of_it(string data, double x, double y, double width, double height)
    {
        var extent = PathExtent.Of(data, null)!.Value;
        Assert.Equal((x, y, width, height), (extent.X, extent.Y, extent.Width, extent.Height));
    }

    [Theory]
    [InlineData("")]
    [InlineData("M 1")]
    [InlineData("K5 5")]
    public void What_is_no_path_has_no_extent(string data) => Assert.Null(PathExtent.Of(data, null));

    private static DrawingFile Drawing(string svg) => DrawingFile.Read(Encoding.UTF8.GetBytes(svg), []).File!;

    private static XElement Read(byte[] svg) => XElement.Parse(Encoding.UTF8.GetString(svg));
}
