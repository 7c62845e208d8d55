using System.Text.Json;
using Xunit;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>What strangers wrote is shown and not obeyed.</summary>
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\u001b[2J\u001b]0;x\u0007", "␛[2J␛]0;x␇")]
    [InlineData("a\u009b31mb", "a\uFFFD31mb")]
    [InlineData("a\u202Eb\u2066c\u200Fd\u061Ce", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe")]
    [InlineData("a\nb\rc\td\u2028e", "a b c d\uFFFDe")]
    [InlineData("\u007f\0", "␡␀")]
    [InlineData("a\U000E0041b", "a\uFFFD\uFFFDb")]
    [InlineData("测试𬭎甲👩\u200D🔧 é", "测试𬭎甲👩\u200D🔧 é")]
    public void A_line_has_nothing_that_a_terminal_obeys(string text, string shown) => Assert.Equal(shown, VisibleText.Line(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("a\uFFFDb", VisibleText.Line("a" + (char)0xD800 + "b"));

    [Fact]
    public void Breaks_stay_in_lines_and_other_controls_do_not() => Assert.Equal("a\n\tb␍c", VisibleText.Lines("a\n\tb\rc"));

    [Fact]
    public void A_document_says_the_same_when_it_is_made_visible()
    {
        const string Text = "a\u202Eb\u009bc\u200Fd\U000E0041e";
        var document = VisibleText.Json($"{{\n  \"a\": \"{Text}\"\n}}");
        Assert.DoesNotContain(document, c => c > '~');
        Assert.Equal(Text, JsonDocument.Parse(document).RootElement.GetProperty("a").GetString());
    }
}
