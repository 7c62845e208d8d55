using Xunit;
using YuGong.Content;

namespace YuGong.Tests.Content;

public sealed class PrivateDataTests
{
    [Theory]
    [InlineData("电话13800138000。", "13800138000", "手机号码")]
    [InlineData("138 0013 8000", "138 0013 8000", "手机号码")]
    [InlineData("138-0013-8000", "138-0013-8000", "手机号码")]
    [InlineData("1891-2345-678", "1891-2345-678", "手机号码")]
    [InlineData("(19912345678)", "19912345678", "手机号码")]
    [InlineData("023-67856789", "023-67856789", "电话号码")]
    [InlineData("010-6785 6789", "010-6785 6789", "电话号码")]
    [InlineData("0831-2345678", "0831-2345678", "电话号码")]
    [InlineData("11010519491231002X", "11010519491231002X", "身份证号")]
    [InlineData("11010519491231002x号", "11010519491231002x", "身份证号")]
    [InlineData("邮箱:yu.gong+a@example.org,谢谢", "yu.gong+a@example.org", "邮箱地址")]
    [InlineData("yugong@example.org.", "yugong@example.org", "邮箱地址")]
    public void This_is_private(string text, string found, string kind)
    {
        var one = Assert.Single(PrivateData.Find(text, []));
        Assert.Equal((found, kind), (text.Substring(one.Start, one.Length), one.Kind));
    }

    [Theory]
    [InlineData("1889-02-17")]
    [InlineData("1921/1922")]
    [InlineData("1950-1952 年")]
    [InlineData("1950-1952-1953")]
    [InlineData("1889-02-17 1921-03")]
    [InlineData("1927 1932 140")]
    [InlineData("1950-01-02 140 千瓦")]
    [InlineData("发电 13800138 千瓦时")]
    [InlineData("3.14159265358979")]
    [InlineData("共 12345678901 元")]
    [InlineData("11010519491231002Y")]
    [InlineData("110105194912310021")]
    [InlineData("ISBN 978-7-101-00304-8")]
    [InlineData("abc13800138000")]
    [InlineData("13800138000123")]
    [InlineData("@s1")]
    [InlineData("[@s1,s2]")]
    [InlineData("a@b")]
    [InlineData("@example.org")]
    [InlineData("2026-01-26 至 2026-03-31")]
    [InlineData("")]
    public void This_is_not_private(string text) => Assert.Empty(PrivateData.Find(text, []));

    [Fact]
    public void The_public_address_of_the_association_may_be_written() =>
        Assert.Empty(PrivateData.Find("寄到 CEACQ@163.com。", ["ceacq@163.com"]));

    [Fact]
    public void Several_are_all_found() =>
        Assert.Equal(["手机号码", "邮箱地址", "电话号码"], PrivateData.Find("13800138000、a@b.cn、023-67856789", []).Select(f => f.Kind));

    [Theory]
    [InlineData("phone")]
    [InlineData("Phone")]
    [InlineData("email")]
    [InlineData("身份证号")]
    [InlineData("联系电话")]
    [InlineData("党派")]
    public void These_keys_have_no_place(string key) => Assert.True(PrivateData.IsPrivateKey(key));
}
