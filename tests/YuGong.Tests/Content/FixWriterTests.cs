using System.Text;
using Xunit;
using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>What a fix writes, and what it leaves.</summary>
public sealed class FixWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-fix-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("\uFEFF---\r\nid: x # 春节,前后\r\ntitle: '春节,前后'\r\n---\r\n正文,在后。\r\n")]
    [InlineData("---\nid: x\ntitle: \"春节\\\",前后\" # 注\n---\n\n\n正文,在后。")]
    [InlineData("---\rid: x\r---\r正文,在后。\r")]
    [InlineData("---\nid: x\ntitle: >-\n  春节,前后\n  带队\n---\n\t正文,在后。  \n\n")]
    public void Everything_else_stays_byte_for_byte(string text)
    {
        var place = Path.Combine(folder, "index.md");
        File.WriteAllBytes(place, Encoding.UTF8.GetBytes(text));
        var read = text.TrimStart('\uFEFF');
        var at = read.IndexOf("正文,", StringComparison.Ordinal) + 2;
        var made = Assert.Single(FixWriter.Plan([Found(read, at, 1, "，")], _ => place));
        FixWriter.Write(made, place);
        Assert.Equal(text.Replace("正文,", "正文，", StringComparison.Ordinal), Encoding.UTF8.GetString(File.ReadAllBytes(place)));
    }

    [Theory]
    [InlineData("title: 春节,前后", ",", "，", "title: 春节，前后")]
    [InlineData("title: \"春节\\\"前\\\"后\"", "\\\"前\\\"", "“前”", "title: \"春节“前”后\"")]
    [InlineData("title: '它''s'", "''", "’", "title: '它’s'")]
    [InlineData("title: >-\n  春节,前后\n  带队\nid: x", ",", "，", "title: >-\n  春节，前后\n  带队\nid: x")]
    [InlineData("items: [春节.前后, 上山]", ".", "·", "items: [春节·前后, 上山]")]
    public void A_value_of_yaml_says_what_it_said_but_for_the_fix(string yaml, string old, string now, string expected) =>
        Assert.Equal(expected, Fixed(yaml, old, now).Text);

    [Theory]
    [InlineData("title: 春节 前后", " ", ": ")] // would be a mapping
    [InlineData("title: 春节 前后", " ", " #")] // would be a comment
    [InlineData("title: \"春节,前后\"", ",", "\"")] // would end the value
    [InlineData("items: [春节.前后, 上山]", ".", ", ")] // would be one item more
    [InlineData("title: 春节\nid: x", "\nid", " id")] // would take a key away
    [InlineData("id: x\ntitle: 春前后", "春", "*")] // would be an alias
    public void What_would_make_another_file_of_it_is_left(string yaml, string old, string now) => Assert.Empty(Fixed(yaml, old, now).Edits);

    [Fact]
    public void One_fix_that_cannot_be_does_not_hinder_the_others()
    {
        var file = new SourceFile("a.yaml", "a: 春节 前后\nb: 春节,前后\n");
        var made = FixedText.Of(file, [Fix.Replace(file.Span(5, 1), ": "), Fix.Replace(file.Span(file.Text.IndexOf(','), 1), "，")]);
        Assert.Equal("a: 春节 前后\nb: 春节，前后\n", made.Text);
    }

    [Fact]
    public void A_body_keeps_its_links()
    {
        var file = new SourceFile("index.md", "---\nid: x\n---\n[水位](/a/)再写。\n");
        Assert.Empty(FixedText.Of(file, [Fix.Replace(file.Span(file.Text.IndexOf('('), 1), "（")]).Edits);
    }

    [Fact]
    public void Of_two_fixes_for_one_place_the_first_is_made()
    {
        var file = new SourceFile("a.txt", "春节,,前后");
        Assert.Equal("春节，前后", FixedText.Of(file, [Fix.Replace(file.Span(2, 2), "，"), Fix.Replace(file.Span(3, 1), "；")]).Text);
    }

    [Fact]
    public void What_somebody_must_look_at_first_is_not_written_and_neither_is_a_file_that_has_changed()
    {
        var place = Path.Combine(folder, "a.txt");
        File.WriteAllText(place, "春节,前后");
        var found = Found("春节,前后", 2, 1, "，", "a.txt");
        Assert.Empty(FixWriter.Plan([found with { Fix = found.Fix! with { IsSafe = false } }], _ => place));
        File.WriteAllText(place, "春分,前后");
        Assert.Empty(FixWriter.Plan([found], _ => place));
    }

    private static Diagnostic Found(string text, int start, int length, string replacement, string path = "input/pages/x/index.md")
    {
        var span = new SourceFile(path, text).Span(start, length);
        return new(YuGong.Content.CopyRules.HalfWidthMark, span) { Fix = Fix.Replace(span, replacement) };
    }

    private static FixedText Fixed(string yaml, string old, string now)
    {
        var file = new SourceFile("a.yaml", yaml);
        return FixedText.Of(file, [Fix.Replace(file.Span(yaml.IndexOf(old, StringComparison.Ordinal), old.Length), now)]);
    }
}
