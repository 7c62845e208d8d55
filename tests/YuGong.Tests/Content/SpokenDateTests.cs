using Xunit;
using YuGong.Content;

namespace YuGong.Tests.Content;

/// <summary>Dates as people type them, and as they are said back.</summary>
public sealed class SpokenDateTests
{
    [Theory]
    [InlineData("1956年3月", "1956-03", "1956年3月")]
    [InlineData("1956年3月17日", "1956-03-17", "1956年3月17日")]
    [InlineData("１９５６ 年 ３ 月", "1956-03", "1956年3月")]
    [InlineData("1956.3", "1956-03", "1956年3月")]
    [InlineData("1956.3.7", "1956-03-07", "1956年3月7日")]
    [InlineData("1956/3/7", "1956-03-07", "1956年3月7日")]
    [InlineData("1956", "1956", "1956年")]
    [InlineData("约1935年", "1935~", "约1935年")]
    [InlineData("大约1935", "1935~", "约1935年")]
    [InlineData("1935年前后", "1935~", "约1935年")]
    [InlineData("20世纪40年代", "194X", "20世纪40年代")]
    [InlineData("二十世纪四十年代", "194X", "20世纪40年代")]
    [InlineData("上世纪五十年代", "195X", "20世纪50年代")]
    [InlineData("1937年冬", "1937-24", "1937年冬")]
    [InlineData("1937年冬天", "1937-24", "1937年冬")]
    [InlineData("1921—1922年", "1921/1922", "1921—1922年")]
    [InlineData("1921至1922年", "1921/1922", "1921—1922年")]
    [InlineData("1921-22年", "1921/1922", "1921—1922年")]
    [InlineData("1936年10月—1937年2月", "1936-10/1937-02", "1936年10月—1937年2月")]
    [InlineData("民国二十六年", "1937", "1937年")]
    [InlineData("民国二十六年七月", "1937-07", "1937年7月")]
    [InlineData("一九五六年三月", "1956-03", "1956年3月")]
    [InlineData("一九五六年十二月三十一日", "1956-12-31", "1956年12月31日")]
    [InlineData("1927/1932", "1927/1932", "1927—1932年")]
    public void What_is_typed_is_understood_and_said_back(string typed, string edtf, string said)
    {
        Assert.Equal(edtf, SpokenDate.ToEdtf(typed));
        Assert.Equal(said, SpokenDate.Understood(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("不知道")]
    [InlineData("1956年13月")]
    [InlineData("1956年2月30日")]
    [InlineData("五十年代")] // of which century
    [InlineData("56年")]
    [InlineData("3月")]
    public void What_is_no_date_is_none(string typed) => Assert.Null(SpokenDate.ToEdtf(typed));

    /// <summary>A form shows Chinese only where that leads back to what the file says.</summary>
    [Theory]
    [InlineData("1889-02-17")]
    [InlineData("1935~")]
    [InlineData("194X")]
    [InlineData("194X~")]
    [InlineData("1937-21")]
    [InlineData("1921/1922")]
    [InlineData("1936-10/1937-02")]
    [InlineData("1921~/1922")]
    [InlineData("某年")]
    public void What_a_form_shows_means_what_the_file_says(string edtf)
    {
        var shown = SpokenDate.Shown(edtf);
        Assert.Equal(edtf, SpokenDate.ToEdtf(shown) ?? shown);
    }
}
