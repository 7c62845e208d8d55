using Xunit;
using YuGong.Content;

namespace YuGong.Tests.Content;

public sealed class HistoricalDateTests
{
    [Theory]
    [InlineData("1889", "1889年", "1889", "1889", "1889-01-01", "1889-12-31")]
    [InlineData("1889-02", "1889年2月", "1889", "1889-02", "1889-02-01", "1889-02-28")]
    [InlineData("1889-02-17", "1889年2月17日", "1889", "1889-02-17", "1889-02-17", "1889-02-17")]
    [InlineData("1888-02", "1888年2月", "1888", "1888-02", "1888-02-01", "1888-02-29")]
    [InlineData("1935~", "约1935年", "约1935", null, "1935-01-01", "1935-12-31")]
    [InlineData("1935-07~", "约1935年7月", "约1935", null, "1935-07-01", "1935-07-31")]
    [InlineData("1935-07-07~", "约1935年7月7日", "约1935", null, "1935-07-07", "1935-07-07")]
    [InlineData("1937-21", "1937年春", "1937", null, "1937-02-01", "1937-04-30")]
    [InlineData("1937-22", "1937年夏", "1937", null, "1937-05-01", "1937-07-31")]
    [InlineData("1937-23", "1937年秋", "1937", null, "1937-08-01", "1937-10-31")]
    [InlineData("1937-24", "1937年冬", "1937", null, "1937-11-01", "1937-12-31")]
    [InlineData("194X", "20世纪40年代", "20世纪40年代", null, "1940-01-01", "1949-12-31")]
    [InlineData("190X", "20世纪0年代", "20世纪0年代", null, "1900-01-01", "1909-12-31")]
    [InlineData("194X~", "约20世纪40年代", "约20世纪40年代", null, "1940-01-01", "1949-12-31")]
    [InlineData("1921/1922", "1921—1922年", "1921", null, "1921-01-01", "1922-12-31")]
    [InlineData("1921~/1922", "约1921—1922年", "约1921", null, "1921-01-01", "1922-12-31")]
    [InlineData("1921/1922-03", "1921年—1922年3月", "1921", null, "1921-01-01", "1922-03-31")]
    [InlineData("1921-05-01/1921-05-03", "1921年5月1日—1921年5月3日", "1921", null, "1921-05-01", "1921-05-03")]
    [InlineData("193X/194X", "20世纪30年代—20世纪40年代", "20世纪30年代", null, "1930-01-01", "1949-12-31")]
    [InlineData("1937-24/1938-21", "1937年冬—1938年春", "1937", null, "1937-11-01", "1938-04-30")]
    [InlineData("1921/1921", "1921—1921年", "1921", null, "1921-01-01", "1921-12-31")]
    public void A_date_is_said_like_this(string edtf, string chinese, string year, string? iso, string earliest, string latest)
    {
        var date = HistoricalDate.Parse(edtf)!;
        Assert.Equal((chinese, year, iso), (date.Chinese, date.YearText, date.Iso));
        Assert.Equal((earliest, latest), (date.Earliest.ToString("yyyy-MM-dd"), date.Latest.ToString("yyyy-MM-dd")));
        Assert.Equal(edtf, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("/")]
    [InlineData("89")]
    [InlineData("1889-2-17")]
    [InlineData("1889-13")]
    [InlineData("1889-00")]
    [InlineData("1889-25")]
    [InlineData("1889-20")]
    [InlineData("1889-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("1889-04-31")]
    [InlineData("1889-24-01")]
    [InlineData("1889-02-00")]
    [InlineData("1889/02/17")]
    [InlineData("1889.02.17")]
    [InlineData("1889年")]
    [InlineData("１８８９")]
    [InlineData("+1889")]
    [InlineData("-889")]
    [InlineData("0999")]
    [InlineData("3000")]
    [InlineData("099X")]
    [InlineData("999X")]
    [InlineData("19XX")]
    [InlineData("194x")]
    [InlineData("~1935")]
    [InlineData("1935?")]
    [InlineData("1935~~")]
    [InlineData("1922/1921")]
    [InlineData("1921/")]
    [InlineData("/1921")]
    [InlineData("1921/1922/1923")]
    [InlineData("1921..1922")]
    [InlineData(" 1921")]
    [InlineData("1889-02-17T00:00")]
    public void This_is_no_date(string text) => Assert.Null(HistoricalDate.Parse(text));

    [Fact]
    public void Dates_sort_as_history_goes()
    {
        // What is known to the day stands first; a year, and then a decade, behind what is known to be in it.
        string[] order = ["1889-02-17", "1889-02", "1889", "1921/1922", "1935~", "1937-21", "1937-06", "1937-24", "1940-01-01", "1949",
            "194X"];
        var shuffled = order.OrderBy(d => d[^1]).Select(d => HistoricalDate.Parse(d)!);
        Assert.Equal(order, shuffled.Order().Select(d => d.Edtf));
        Assert.True(HistoricalDate.Parse("1900")!.CompareTo(null) > 0);
    }

    [Fact]
    public void A_day_is_a_date_and_every_day_can_be_read_back()
    {
        for (var day = new DateOnly(1887, 12, 30); day < new DateOnly(1889, 1, 3); day = day.AddDays(1))
        {
            var date = HistoricalDate.Of(day);
            Assert.Equal((day, day, day.Year), (date.Earliest, date.Latest, date.Year));
            Assert.Equal(date, HistoricalDate.Parse(date.Iso!));
        }
    }
}
