using Xunit;
using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Tests.Content;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Desk;

/// <summary>A form writes everything anew; the file changes where its meaning does.</summary>
public sealed class FrontMatterWritingTests
{
    private const string Standing =
        """
        ---
        id: a
        # 生年两说,只写约 1896。
        birth: { date: 1896~, place: 江苏嘉定, cite: [s1, s2] } # 卷宗 3
        traits: [dedication, perseverance]

        # 单一 B 级的都不写。
        events:
          # 学历
          - { date: 1919, text: 毕业, cite: [s1] }
          - { date: 1928, text: "教: 书", cite: [s2] }
        sources:
          - id: s1
            title: 紀念 # 原题
            grade: A
          - id: s2
            title: 察电子之微妙
            grade: B
        # 结束
        ---

        正文[^s1]。

        """;

    public static TheoryData<string> RealEntries =>
        [.. Directory.GetFiles(Repository.At("input"), "index.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(RealEntries))]
    public void A_form_saved_without_a_change_leaves_the_file_as_it_is(string path)
    {
        var text = File.ReadAllText(Repository.At(path));
        Assert.Equal(text, FrontMatterPatcher.Merge(text, FormText.Of(text)));
    }

    [Fact]
    public void One_changed_value_changes_one_line()
    {
        Changes("place: 江苏嘉定", "place: 江苏 嘉定", "birth: { date: 1896~, place: 江苏 嘉定, cite: [s1, s2] } # 卷宗 3");
        Changes("title: 紀念", "title: 紀念馮簡", "    title: 紀念馮簡 # 原题");
        Changes("教: 书", "教书: 二", "  - { date: 1928, text: \"教书: 二\", cite: [s2] }");
        Changes("- perseverance", "- innovation", "traits: [dedication, innovation]");
    }

    [Fact]
    public void Items_come_and_go_and_the_others_keep_their_comments()
    {
        var form = FormText.Of(Standing);
        var less = FrontMatterPatcher.Merge(Standing,
            form.Replace("  - date: 1919\n    text: 毕业\n    cite:\n      - s1\n", "", StringComparison.Ordinal));
        Assert.Equal(Standing.Replace("  - { date: 1919, text: 毕业, cite: [s1] }\n", "", StringComparison.Ordinal), less);
        var more = FrontMatterPatcher.Merge(Standing,
            form.Replace("  - date: 1928\n", "  - date: 1920\n    text: 赴美\n    cite:\n      - s1\n  - date: 1928\n",
            StringComparison.Ordinal));
        Assert.Equal(Standing.Replace("  - { date: 1928", "  - { date: 1920, text: 赴美, cite: [s1] }\n  - { date: 1928",
            StringComparison.Ordinal), more);
    }

    [Fact]
    public void Keys_come_where_the_form_has_them_and_cleared_ones_go()
    {
        var form = FormText.Of(Standing)
            .Replace("id: a\n", "id: a\nstatus: draft\npost: \"\"\ncover: ''\nsample: false\n", StringComparison.Ordinal)
            .Replace("traits:\n  - dedication\n  - perseverance\n", "traits: []\n", StringComparison.Ordinal);
        Assert.Equal(
            Standing.Replace("id: a\n", "id: a\nstatus: draft\n", StringComparison.Ordinal)
                .Replace("traits: [dedication, perseverance]\n", "", StringComparison.Ordinal),
            FrontMatterPatcher.Merge(Standing, form));
    }

    [Fact]
    public void A_new_file_has_no_empty_values() =>
        Assert.Equal("---\nid: b\nfigures:\n  - { value: \"35\" }\n---\n\n正文\n",
            FrontMatterPatcher.Merge(null,
            "---\nid: b\npost: \"\"\nbirth:\n  date: \"\"\ntraits: []\nfigures:\n  - value: \"35\"\n    unit: \"\"\n---\n正文\n"));

    [Fact]
    public void One_key_can_be_set()
    {
        Assert.Equal(Standing.Replace("id: a\n", "id: a\nstatus: published\n", StringComparison.Ordinal),
            FrontMatterPatcher.With(Standing, "status", "published"));
        Assert.Equal("---\nid: a\nstatus: ready # 注\n---\n文\n",
            FrontMatterPatcher.With("---\nid: a\nstatus: draft # 注\n---\n文\n", "status", "ready"));
    }

    [Fact]
    public void Random_documents_changed_into_each_other_say_what_the_form_says()
    {
        var (random, kept) = (new Random(5), 0);
        for (var i = 0; i < 3000; i++)
        {
            var (standing, form) = ($"---\n{new YamlWriter(random).Document()}---\n甲\n",
                $"---\n{new YamlWriter(random).Document()}---\n乙\n");
            if (FormText.Root(form) is not { } wanted || YamlEquality.Of(wanted) is not { } said)
            {
                continue;
            }

            var made = FrontMatterPatcher.Merge(standing, form);
            var without = said with { Entries = [.. said.Entries.Where(e => e.Value is not Scalar { Plain: true, Text: "false" })] };
            Assert.True(FormText.Root(made) is { } root && (YamlEquality.Same(YamlEquality.Of(root), said)
                || YamlEquality.Same(YamlEquality.Of(root), without)), $"{standing}\n=====\n{form}\n=====\n{made}");
            kept++;
        }

        Assert.True(kept > 800, $"{kept}");
    }

    [Fact]
    public void Random_small_changes_of_real_entries_keep_every_comment_and_every_other_line()
    {
        var random = new Random(11);
        foreach (var path in Directory.GetFiles(Repository.At("input", "stories"), "index.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            for (var round = 0; round < 25; round++)
            {
                var form = FormText.Of(text);
                var words = Scalars(FormText.Root(form)!).Where(s => s.Text.Length > 1).ToList();
                var one = words[random.Next(words.Count)];
                var edited = form[..one.Span.Start] + "\"改：" + round + "\"" + form[(one.Span.Start + one.Span.Length)..];
                var made = FrontMatterPatcher.Merge(text, edited);
                Assert.True(YamlEquality.Same(YamlEquality.Of(FormText.Root(edited)!), YamlEquality.Of(FormText.Root(made)!)), made);
                var (before, after) = (text.Split('\n'), made.Split('\n'));
                Assert.Equal(before.Length, after.Length);
                Assert.Single(before.Zip(after), p => p.First != p.Second);
            }
        }
    }

    private static void Changes(string from, string to, string line)
    {
        var form = FormText.Of(Standing);
        Assert.Contains(from, form);
        var made = FrontMatterPatcher.Merge(Standing, form.Replace(from, to, StringComparison.Ordinal)).Split('\n');
        var (before, after) = (Standing.Split('\n'), made);
        Assert.Equal(before.Length, after.Length);
        var (_, changed) = Assert.Single(before.Zip(after), p => p.First != p.Second);
        Assert.Equal(line, changed);
    }

    private static IEnumerable<Scalar> Scalars(Node node) => node switch
    {
        Scalar scalar => [scalar],
        Sequence list => list.Items.SelectMany(Scalars),
        Mapping map => map.Entries.SelectMany(e => Scalars(e.Value)),
        _ => [],
    };
}
