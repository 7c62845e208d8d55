using Xunit;
using YuGong.Leads;

namespace YuGong.Tests.Leads;

/// <summary>What people write in a cell, and what is kept of it.</summary>
public sealed class AnswersTests
{
    [Theory]
    [InlineData("1970年5月", "1970-05")]
    [InlineData("1970.5", "1970-05")]
    [InlineData("1970-05-12", "1970-05")]
    [InlineData("1970/5/1", "1970-05")]
    [InlineData("197005", "1970-05")]
    [InlineData("19700512", "1970-05")]
    [InlineData("１９７０．０５", "1970-05")]
    [InlineData("1970 年 5 月", "1970-05")]
    [InlineData("1970年5月生", "1970-05")]
    [InlineData("1970年5月12日出生", "1970-05")]
    [InlineData("1970年", "1970")]
    [InlineData("1970", "1970")]
    [InlineData("一九七〇年十二月", "1970-12")]
    [InlineData("一九七零年十月", "1970-10")]
    [InlineData("一九四九年五月", "1949-05")]
    [InlineData("70年5月", null)]
    [InlineData("1970年13月", null)]
    [InlineData("五十岁", null)]
    public void Months_of_birth(string written, string? kept) => Assert.Equal(kept, Answers.Birth(written));

    [Theory]
    [InlineData("男", "男")]
    [InlineData("女性", "女")]
    [InlineData(" 男 ", "男")]
    [InlineData("☑男 □女", "男")]
    [InlineData("□男 ☑女", "女")]
    [InlineData("男☑ 女□", "男")]
    [InlineData("男（√） 女（ ）", null)]
    [InlineData("男√ 女", "男")]
    [InlineData("男 女√", "女")]
    [InlineData("√男 女", "男")]
    [InlineData("男/女", null)]
    [InlineData("M", "男")]
    [InlineData("不详", null)]
    public void Sexes(string written, string? kept) => Assert.Equal(kept, Answers.Sex(written));

    [Theory]
    [InlineData("13800000001", "13800000001", true)]
    [InlineData("138 0000 0001", "13800000001", true)]
    [InlineData("138-0000-0001", "13800000001", true)]
    [InlineData("＋86 13800000001", "13800000001", true)]
    [InlineData("023-60000002", "023-60000002", true)]
    [InlineData("(023)60000002", "023-60000002", true)]
    [InlineData("02360000002", "023-60000002", true)]
    [InlineData("0830-1234567", "0830-1234567", true)]
    [InlineData("60000002", "60000002", true)]
    [InlineData("1380000000", "1380000000", false)]
    [InlineData("12800000001", "12800000001", false)]
    [InlineData("测试微信号", "测试微信号", false)]
    [InlineData("023-60000002 13800000001", "023-60000002、13800000001", true)]
    [InlineData("13800000001，13900000002", "13800000001、13900000002", true)]
    public void Phones(string written, string kept, bool plausible)
    {
        Assert.Equal(kept, Answers.Phones(written));
        Assert.Equal(plausible, kept.Split('、').All(Answers.IsPhone));
    }

    [Theory]
    [InlineData("张　三", "张三")]
    [InlineData(" 测试 甲 ", "测试甲")]
    [InlineData("Test Person", "Test Person")]
    [InlineData("测试·某某", "测试·某某")]
    public void Names(string written, string kept) => Assert.Equal(kept, Answers.Put(Field.Person, written));
}
