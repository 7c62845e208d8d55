using Xunit;
using YuGong.Leads;

namespace YuGong.Tests.Leads;

/// <summary>A register gets no passphrase that people think of first.</summary>
public sealed class PassphraseTests
{
    /// <summary>Of a site and who runs it, as <c>leads init</c> gives them.</summary>
    private static readonly string[] Names = ["渝工移山", "匠心实干", "渝工移山匠心实干", "重庆市工程师协会", "重庆", "重庆市"];

    [Theory]
    [InlineData("short")]
    [InlineData("十一个字不够用的口令")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("abcdefghijkl")]
    [InlineData("lkjihgfedcba")]
    [InlineData("123456789012")]
    [InlineData("1234567890123456")]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("drowssapdrowssap")]
    [InlineData("qwertyuiop12")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("q w e r t y u i o p")]
    [InlineData("13800138000138")]
    [InlineData("202601262026")]
    [InlineData("500101198001011234")]
    [InlineData("Chongqing2026!")]
    [InlineData("chongqinggongchengshi")]
    [InlineData("woaichongqing")]
    [InlineData("yugongyishan2026")]
    [InlineData("渝工移山匠心实干2026")]
    [InlineData("渝工移山匠心实干渝工移山")]
    [InlineData("重庆市工程师协会线索库")]
    [InlineData("我爱重庆我爱重庆我爱重庆")]
    [InlineData("床前明月光疑是地上霜")]
    [InlineData("一二三四五六七八九十一二")]
    [InlineData("不忘初心牢记使命2026")]
    [InlineData("啊啊啊啊啊啊啊啊啊啊啊啊啊啊")]
    [InlineData("            a            ")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    [InlineData("correcthorsebatterystaple")]
    public void A_weak_passphrase_is_refused(string words)
    {
        var why = Passphrase.WhyWeak(words, Names);
        Assert.NotNull(why);
        Assert.Matches("至少|四个以上", why.Zh);
    }

    [Theory]
    [InlineData("梧桐 打字机 南瓜汤 第三根桅杆")]
    [InlineData("茶壶骑驴过冬天的石桥去买盐")]
    [InlineData("walnut trombone gravel seventeen")]
    [InlineData("xK9#mQ2v$Lp7")]
    [InlineData("kfwvqzhtmbxp")]
    [InlineData("72 松鼠 kayak 砚台 +")]
    [InlineData("lanxiang zhutong fengche guqiao nv")]
    public void A_passphrase_of_unrelated_words_will_do(string words) => Assert.Null(Passphrase.WhyWeak(words, Names));

    [Fact]
    public void A_register_with_a_weak_passphrase_of_before_still_opens()
    {
        using var registry = new Registry();
        Assert.NotNull(Passphrase.WhyWeak(Registry.Words, Names));
        registry.Reopen();
    }

    /// <summary>Set by a form that takes blanks away, opened by one that does not, or by a paste with a blank behind it.</summary>
    [Theory]
    [InlineData(" 梧桐 打字机 南瓜汤 ")]
    [InlineData("\u3000梧桐 打字机 南瓜汤\r\n")]
    public void Blanks_around_a_passphrase_do_not_count(string typed)
    {
        var salt = new byte[16];
        Assert.Equal(new Passphrase("梧桐 打字机 南瓜汤").Derive(salt, 1), new Passphrase(typed).Derive(salt, 1));
        Assert.NotEqual(new Passphrase("梧桐打字机南瓜汤").Derive(salt, 1), new Passphrase(typed).Derive(salt, 1));
    }
}
