using Xunit;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>What changed, in words: of texts the words, of entries the fields, the items, the paragraphs.</summary>
public sealed class ComparisonTests
{
    private const string Text = """
        ---
        id: yu-gong
        name: 愚公
        headline: 子子孙孙无穷匮也
        birth: { date: 1896, cite: [s1] }
        events:
          - { date: 1919-03, text: 毕业, cite: [s1] }
          - { date: 1921, text: 回国, cite: [s1] }
        sources:
          - { id: s1, title: 列子, publisher: 中华书局, grade: A }
          - { id: s2, title: 汤问, publisher: 中华书局, grade: B }
        ---

        第一段。

        第二段说山。

        第三段。
        """;

    [Theory]
    [InlineData("重庆的工程师", "重庆的老工程师", "重庆的 +老+ 工程师")]
    [InlineData("1949 年到台湾", "1950 年到台湾", "-1949- +1950+  年到台湾")]
    [InlineData("电台每天播音", "电台天天播音", "电台 -每+天 天播音")]
    [InlineData("甲的乙", "丙的丁", "-甲的乙- +丙的丁+")]
    [InlineData("", "新的", "+新的+")]
    [InlineData("没了", "", "-没了-")]
    [InlineData("一样", "一样", "一样")]
    public void Words_that_differ_are_told_apart_and_put_together(string before, string after, string said)
    {
        var words = WordDiff.Of(before, after);
        Assert.Equal(before, string.Concat(words.Where(w => w.Kind != '+').Select(w => w.Text)));
        Assert.Equal(after, string.Concat(words.Where(w => w.Kind != '-').Select(w => w.Text)));
        var told = string.Join(' ', words.Select(w => w.Kind == ' ' ? w.Text : $"{w.Kind}{w.Text}{w.Kind}"));
        Assert.Equal(said.Replace("-每+天", "-每- +天+", StringComparison.Ordinal), told);
    }

    [Fact]
    public void A_text_is_compared_with_itself_in_silence() => Assert.Empty(Changes(Text, Text));

    [Fact]
    public void Every_changed_field_is_told_once_in_the_words_of_the_form()
    {
        var after = Text.Replace("子子孙孙", "子又有子", StringComparison.Ordinal)
            .Replace("1919-03", "1920", StringComparison.Ordinal)
            .Replace("date: 1896, cite: [s1]", "date: 1896~, cite: [s1, s2]", StringComparison.Ordinal)
            .Replace("第二段说山。", "第二段说水。", StringComparison.Ordinal) + "\n\n第四段。";
        Assert.Equal(
            """
            出生 · 日期: 1896年 → 约1896年
            出生 · 依据: 《列子》 → 《列子》、《汤问》
            主题句: 子子孙孙无穷匮也 → 子又有子无穷匮也
            年表 · 第 1 项 · 日期: 1919年3月 → 1920年
            正文 · 第 2 段: 第二段说山。 → 第二段说水。
            正文 · 第 4 段:  → 第四段。
            """, Told(Changes(Text, after)));
    }

    [Fact]
    public void An_item_put_in_front_is_new_and_the_others_are_what_they_were()
    {
        var after = Text.Replace("events:\n", "events:\n  - { date: 1910, text: 入学, cite: [s2] }\n", StringComparison.Ordinal)
            .Replace("  - { id: s2, title: 汤问, publisher: 中华书局, grade: B }\n", "", StringComparison.Ordinal);
        Assert.Equal(
            """
            来源 · 第 2 项: 标题：汤问
            出版者：中华书局
            等级：刊物转载、地方文史、图书摘录 → 
            年表 · 第 1 项:  → 日期：1910年
            事件：入学
            依据：s2
            """, Told(Changes(Text, after)));
    }

    [Fact]
    public void A_new_entry_is_all_new()
    {
        var changes = Changes(null, Text);
        Assert.All(changes, c => Assert.Equal("", c.Before));
        Assert.Contains(changes, c => c is { Place: "正文 · 第 3 段", After: "第三段。" });
        Assert.DoesNotContain(changes, c => c.Field is ["id"] or ["status"]);
    }

    private static IReadOnlyList<ChangedField> Changes(string? before, string after)
    {
        FieldWords Words(params (string Id, string Title)[] sources) => new(Taxonomies.Empty, (_, _) => null)
        {
            Sources = sources.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal),
        };
        var known = Words(("s1", "《列子》"), ("s2", "《汤问》"));
        var made = after.Contains("id: s2", StringComparison.Ordinal) ? known : Words(("s1", "《列子》"));
        return new FieldComparison(EntrySchemas.Story.Keys, known, made).Of(before is null ? null : FormValues.Of(before),
            FormValues.Of(after)!);
    }

    private static string Told(IEnumerable<ChangedField> changes) =>
        string.Join('\n', changes.Select(c => $"{c.Place}: {c.Before} → {c.After}"));
}
