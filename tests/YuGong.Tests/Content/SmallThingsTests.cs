using System.Text;
using Xunit;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.Content;

public sealed class SmallThingsTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("shui-xiheng", true)]
    [InlineData("35-kilowatt", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("a_b", false)]
    [InlineData("a.b", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("..", false)]
    [InlineData("渝工", false)]
    [InlineData("é", false)]
    [InlineData("a\n", false)]
    public void A_slug(string text, bool valid) => Assert.Equal(valid, Slug.IsValid(text));

    [Fact]
    public void A_slug_has_at_most_64_letters()
    {
        Assert.True(Slug.IsValid(new string('a', 64)));
        Assert.False(Slug.IsValid(new string('a', 65)));
    }

    [Theory]
    [InlineData("udpated", "updated")]
    [InlineData("titel", "title")]
    [InlineData("tittle", "title")]
    [InlineData("Title", "title")]
    [InlineData("headlin", "headline")]
    [InlineData("summary", "summary")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    [InlineData("标题", null)]
    public void Did_you_mean(string word, string? nearest) =>
        Assert.Equal(nearest, Suggestion.Nearest(word, ["title", "summary", "updated", "headline"]));

    [Fact]
    public void Of_two_equally_near_words_the_first_by_letter_is_meant()
    {
        Assert.Equal("cat", Suggestion.Nearest("bat", ["hat", "cat"]));
        Assert.Null(Suggestion.Nearest("bat", []));
    }

    /// <summary>Vectors of the reference implementation (xxHash 0.8, XXH64, seed 0).</summary>
    [Theory]
    [InlineData("", "ef46db3751d8e999")]
    [InlineData("a", "d24ec4f1a98c6e5b")]
    [InlineData("abc", "44bc2cf5ad770999")]
    [InlineData("Nobody inspects the spammish repetition", "fbcea83c8a378bf1")]
    public void A_fingerprint_is_xxHash64(string text, string expected) =>
        Assert.Equal(expected, Fingerprint.Of(Encoding.UTF8.GetBytes(text)).ToString());

    [Fact]
    public void Fingerprints_of_all_lengths_differ()
    {
        var bytes = Enumerable.Range(0, 200).Select(i => (byte)i).ToArray();
        Assert.Equal(201, Enumerable.Range(0, 201).Select(n => Fingerprint.Of(bytes.AsSpan(0, n))).Distinct().Count());
        Assert.NotEqual(Fingerprint.Of("a").With(Fingerprint.Of("b")), Fingerprint.Of("b").With(Fingerprint.Of("a")));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(6, 3, 1)]
    [InlineData(99, 3, 3)]
    public void A_place_has_a_line_and_a_column(int offset, int line, int column)
    {
        var file = new SourceFile("x", "渝工\n山\r\n城b");
        var span = file.Span(offset, 1);
        Assert.Equal(new LinePosition(line, column), file.At(span.Start));
        Assert.Equal(["渝工", "山", "城b"], Enumerable.Range(1, 3).Select(n => file.Line(n).ToString()));
    }
}
