using Xunit;
using YuGong.Content;
using YuGong.Text.Privacy;

namespace YuGong.Tests.Content;

public sealed class PrivateTextTests
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
        var one = Assert.Single(PrivacyMatcher.Plain.Find(text));
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
    [InlineData("13800138000123")]
    [InlineData("@s1")]
    [InlineData("[@s1,s2]")]
    [InlineData("a@b")]
    [InlineData("@example.org")]
    [InlineData("2026-01-26 至 2026-03-31")]
    [InlineData("")]
    public void This_is_not_private(string text) => Assert.Empty(PrivacyMatcher.Plain.Find(text));

    [Fact]
    public void Everything_in_disguise_is_found() =>
        Assert.Equal([], Lines("disguised.txt").Where(l => PrivacyMatcher.Plain.Find(l).Count == 0));

    [Fact]
    public void Nothing_innocent_is_taken_for_private() =>
        Assert.Equal([], Lines("innocent.txt").SelectMany(l => PrivacyMatcher.Plain.Find(l).Select(m => $"{m.Kind} {m.Value}: {l}")));

    [Fact]
    public void A_number_is_named_where_it_stands()
    {
        const string Text = "一行\n电话 13\u200B8-1234&nbsp;5678 转告";
        var found = Assert.Single(PrivacyMatcher.Plain.Find(Text));
        Assert.Equal((Text.IndexOf('1', StringComparison.Ordinal), "13\u200B8-1234&nbsp;5678", "13812345678"),
            (found.Start, found.Value, found.Canonical));
    }

    [Theory]
    [InlineData("{\"tel\":13812345678}", TextForm.Code, 1)]
    [InlineData("{\"size\":13812345678}", TextForm.Code, 0)]
    [InlineData("<p>138<b>1234</b>5678</p>", TextForm.Markup, 1)]
    [InlineData("<td>138</td><td>1234</td><td>5678</td>", TextForm.Markup, 0)]
    [InlineData("<w:t>138</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>12345678</w:t>", TextForm.Markup, 1)]
    [InlineData("<path d=\"M138 1234 5678\"/>", TextForm.Markup, 0)]
    [InlineData("a{margin:138 1234 5678}", TextForm.Noise, 0)]
    public void What_a_text_is_written_in_matters(string text, TextForm form, int count) =>
        Assert.Equal(count, PrivacyMatcher.Plain.Find(text, form).Count);

    [Theory]
    [InlineData("渝中区某某路７号３—２", "渝中区某某路 7 号 3-2")]
    [InlineData("张　三​丰", "张三丰")]
    [InlineData("&#24352;三丰", "张三丰")]
    [InlineData("电话13-8001-3800-0", "13800138000")]
    [InlineData("一三八零零一三八零零零", "138 0013 8000")]
    [InlineData("+86（138）00138000", "13800138000")]
    public void A_registered_value_is_found_in_every_spelling(string text, string value) =>
        Assert.Equal(value, Assert.Single(new PrivacyMatcher([new("登记", value)], [], shapes: false).Find(text)).Registered!.Value);

    private static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Support.Repository.At("tests", "YuGong.Tests", "Content", name))
            .Where(l => !l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l.Replace("\\n", "\n", StringComparison.Ordinal));

    [Fact]
    public void The_public_address_of_the_association_may_be_written() =>
        Assert.Empty(new PrivacyMatcher([], ["ceacq@163.com"]).Find("寄到 CEACQ@163.com。"));

    [Fact]
    public void Several_are_all_found() =>
        Assert.Equal(["手机号码", "邮箱地址", "电话号码"], PrivacyMatcher.Plain.Find("13800138000、a@b.cn、023-67856789").Select(f => f.Kind));

    [Theory]
    [InlineData("phone")]
    [InlineData("Phone")]
    [InlineData("email")]
    [InlineData("身份证号")]
    [InlineData("联系电话")]
    [InlineData("党派")]
    public void These_keys_have_no_place(string key) => Assert.True(PrivateKeys.Contains(key));
}
