using Xunit;
using YuGong.Content.Schemas;

namespace YuGong.Tests.Content;

/// <summary>A required text says something; what cannot be seen and what stands for nothing does not.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\u3000\u00A0\u2003")]
    [InlineData("\u200B\u200D\u2060\uFEFF\u00AD")]
    [InlineData("\u3164\u115F\uFFA0\u2800")]
    [InlineData("\uFE0F\u034F\u202E")]
    [InlineData("\U000E0101\U000E0041")]
    public void What_cannot_be_seen_is_empty(string text) => Assert.True(Wording.IsBlank(text));

    [Theory]
    [InlineData("无")]
    [InlineData("（无）")]
    [InlineData("无　无")]
    [InlineData("待补")]
    [InlineData("【待补充】")]
    [InlineData("待\u200B补……")]
    [InlineData("待核实后填写")]
    [InlineData("暂无")]
    [InlineData("尚未查到")]
    [InlineData("不详")]
    [InlineData("-")]
    [InlineData("——")]
    [InlineData("……")]
    [InlineData("？？？")]
    [InlineData("123")]
    [InlineData("N/A")]
    [InlineData("ｎ／ａ")]
    [InlineData("n.a.")]
    [InlineData("TBD")]
    [InlineData("To-do")]
    [InlineData("null")]
    [InlineData("XXX")]
    [InlineData("某某")]
    [InlineData("😀")]
    public void A_placeholder_is_no_statement(string text) => Assert.False(Wording.IsStatement(text));

    [Theory]
    [InlineData("编辑部")]
    [InlineData("无线电杂志社")]
    [InlineData("读书网书摘（书名、页码待补）")]
    [InlineData("刊名待补（fx361.cc）")]
    [InlineData("TIME（《时代》周刊）")]
    [InlineData("ABC News")]
    [InlineData("待渡亭的故事")]
    [InlineData("1949 年")]
    [InlineData("𠮷田")]
    public void What_names_something_is_a_statement(string text) => Assert.True(Wording.IsStatement(text));

    [Theory]
    [InlineData("140", true)]
    [InlineData("A021-003-0117", true)]
    [InlineData("待补", false)]
    [InlineData("-", false)]
    public void A_value_or_a_shelf_mark_may_be_a_number(string text, bool says) => Assert.Equal(says, Wording.IsNotation(text));

    [Fact]
    public void Every_required_text_of_every_kind_of_entry_is_judged()
    {
        var judged = new HashSet<IShape> { Shapes.Statement, Shapes.LongStatement, Shapes.Notation };
        var plain = EntrySchemas.All.SelectMany(Keys).Where(k => k.Required && (k.Shape == Shapes.Words || k.Shape == Shapes.Prose))
            .Select(k => k.Name).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["answer", "question", "text"], plain); // what people said
        Assert.All(EntrySchemas.All.SelectMany(Keys).Where(k => k.Name is "archive" or "by" or "publisher" or "checker" or "method"),
            k => Assert.Contains(k.Shape, judged));
    }

    private static IEnumerable<IKey> Keys(ISchema schema) => schema.Keys.Concat(schema.Keys
        .Select(k => k.Shape is IListShape list ? list.Item : k.Shape).OfType<ISchema>().SelectMany(Keys));
}
