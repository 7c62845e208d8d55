using Xunit;
using YuGong.Content;

namespace YuGong.Tests.Collection;

/// <summary>Regions as IIIF Image API 3 writes them.</summary>
public sealed class RegionTests
{
    [Theory]
    [InlineData("pct:10,20,30,40", "160,240,480,480")]
    [InlineData("pct:66.25,5,28.75,28.75", "1060,60,460,345")]
    [InlineData("100,200,300,400", "100,200,300,400")]
    [InlineData("1500,1100,300,400", "1500,1100,100,100")]
    [InlineData("pct:0,0,0.01,0.01", "0,0,1,1")]
    public void A_region_is_a_piece_of_the_picture(string text, string pixels)
    {
        var (x, y, width, height) = Region.Parse(text)!.In(1600, 1200);
        Assert.Equal(pixels, $"{x},{y},{width},{height}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("full")]
    [InlineData("pct:10,20,30")]
    [InlineData("pct:60,10,60,40")]
    [InlineData("pct:-1,10,60,40")]
    [InlineData("10,20,0,40")]
    [InlineData("1.5,20,10,40")]
    [InlineData("1e2,20,10,40")]
    public void What_is_no_region_is_refused(string text) => Assert.Null(Region.Parse(text));

    [Fact]
    public void A_region_is_written_as_it_was_read() =>
        Assert.Equal("pct:66.25,5,28.75,28.75", Region.Parse("pct:66.25,5,28.75,28.75")!.ToString());
}
