using Xunit;
using YuGong.Build;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Text.Segmentation;

namespace YuGong.Tests.Posters;

public sealed class TypesetterTests
{
    private static readonly TextStyle Plain = new() { Compression = false, ScriptGap = 0 };

    [Theory]
    [InlineData("甲，乙", "甲乙", 1)]
    [InlineData("甲：“乙", "甲乙", 1.5)]
    [InlineData("甲。”乙", "甲乙", 1.5)]
    [InlineData("甲》《乙", "甲乙", 1.5)]
    [InlineData("甲》、《乙", "甲乙", 2)]
    [InlineData("甲（《乙", "甲乙", 1.5)]
    public void Marks_side_by_side_share_one_blank_half(string with, string without, double ems) =>
        Assert.Equal(ems, Typesetter.Set(with, Type.Text, new(), 1, 99).Longest - Typesetter.Set(without, Type.Text, new(), 1, 99).Longest,
            0.06);

    [Fact]
    public void An_opening_mark_stands_flush_at_the_head_of_a_line_and_a_closing_one_at_its_end()
    {
        var set = Typesetter.Set("“字字字。”", Type.Text, new(), 10, 100);
        var run = set.In(new(0, 0, 100, 20), "t", Ink)[0];
        Assert.InRange(run.Ink.X, 0, 1);
        Assert.InRange(set.Longest, 44, 46);
    }

    [Fact]
    public void Without_compression_every_mark_is_a_square() =>
        Assert.Equal(7, Typesetter.Set("“字字字。”字", Type.Text, Plain, 1, 99).Longest, 6);

    [Theory]
    [InlineData("重庆35千瓦")]
    [InlineData("重庆 35 千瓦")]
    public void Between_Han_and_digits_stands_a_quarter_em_whether_a_space_was_written_or_not(string text)
    {
        var digits = Typesetter.Set("35", Type.Text, Plain, 1, 99).Longest;
        Assert.Equal(4 + digits + 0.5, Typesetter.Set(text, Type.Text, new(), 1, 99).Longest, 6);
    }

    [Fact]
    public void A_mark_that_may_not_begin_a_line_is_pressed_in()
    {
        var set = Typesetter.Set("一二，三四，五六。七八", Type.Text, new(), 1, 8);
        Assert.Equal("一二，三四，五六。", set.Lines[0].Text);
        Assert.True(set.Lines[0].Length <= 8);
    }

    [Fact]
    public void Or_hangs_outside_if_the_style_allows()
    {
        var set = Typesetter.Set("一二三四五六七八，九十", Type.Text, new() { Hanging = true }, 1, 8);
        Assert.Equal("一二三四五六七八，", set.Lines[0].Text);
        Assert.Equal(8, set.Lines[0].Length, 6);
    }

    [Fact]
    public void Columns_take_vertical_forms_upright_numbers_and_sideways_words()
    {
        var runs = Typesetter.Set("第12条（XGOY）——1944年", Type.Text, new() { Direction = WritingMode.Vertical }, 10, 400)
            .In(new(0, 0, 20, 400), "t", Ink);
        Assert.Equal(["第↓", "12→", "条（↓", "XGOY↷", "）——↓", "1944↷", "年↓"],
            runs.Select(r => r.Text + (r.Setting switch { Setting.Vertical => "↓", Setting.Horizontal => "→", _ => "↷" })));
        Assert.All(runs, r => Assert.InRange(r.Ink.CentreX, 13, 17));
        Assert.Equal(runs.OrderBy(r => r.Ink.Y).Select(r => r.Text), runs.Select(r => r.Text));
    }

    [Fact]
    public void Two_digits_in_one_cell_are_no_wider_than_the_column()
    {
        var run = Assert.Single(Typesetter.Set("88", Type.Serif, new() { Direction = WritingMode.Vertical }, 10, 400)
            .In(new(0, 0, 10, 400), "t", Ink));
        Assert.InRange(run.Ink.Width, 7, 10);
        Assert.InRange(run.Ink.CentreX, 4.5, 5.5);
    }

    [Fact]
    public void Clusters_cover_all_of_the_text_and_all_glyphs()
    {
        foreach (var direction in (WritingMode[])[WritingMode.Horizontal, WritingMode.Vertical])
        {
            foreach (var text in Paragraphs.All.Take(60))
            {
                var set = Typesetter.Set(text, Type.Text, new() { Direction = direction }, 5, 100);
                foreach (var run in set.In(new(0, 0, 100, 1000), "t", Ink))
                {
                    Assert.Equal(run.Text.Length, run.Clusters.Sum(c => c.Length));
                    Assert.Equal(run.Glyphs.Count, run.Clusters.Sum(c => c.GlyphCount));
                    Assert.Equal(run.Clusters.Select(c => c.Start), run.Clusters.Select(c => c.Start).Order());
                }
            }
        }
    }

    /// <summary>孤字.</summary>
    [Theory]
    [InlineData("打枪坝水厂的石砌水塔，带有罗马柱的柱廊。", 108)]
    [InlineData("罩在白鹤梁题刻上的保护体，内外水压平衡。", 216)]
    public void No_paragraph_ends_with_a_line_of_one_character_where_a_slightly_smaller_size_avoids_it(string text, double width)
    {
        var set = Typesetter.Fit(text, Type.Text, new() { Align = Align.Justify }, new(6, 12), width, 200);
        Assert.True(set.Size >= 12 * 0.86, $"{set.Size}");
        Assert.True(set.Lines[^1].Text.Count(c => c >= '一') > 1, set.ToString());
        Assert.Single(Typesetter.Set(text, Type.Text, new() { Align = Align.Justify }, 12, width).Lines[^1].Text, c => c >= '一');
    }

    [Theory]
    [InlineData("天线被炸倒过，电台每天播音", "天线被炸倒过，|电台每天播音")]
    [InlineData("穹顶上的七万五千多枚铆钉", "穹顶上的|七万五千多枚铆钉")]
    [InlineData("没有风洞，首飞时他就在机上", "没有风洞，|首飞时他就在机上")]
    [InlineData("把白鹤梁留在江底", "把白鹤梁|留在江底")]
    public void Titles_are_broken_where_the_sense_allows(string title, string lines) =>
        Assert.Equal(lines, Typesetter.Fit(title, Type.Serif, new() { Balanced = true, MostLines = 2 }, new(10, 30), 180, 100).ToString()
            .Replace('\n', '|'));

    [Fact]
    public void No_word_is_cut_by_a_line_whatever_the_box()
    {
        var phrases = new PhraseBreaker(["打枪坝", "白鹤梁", "望龙门"]);
        string[] titles = ["自来水从打枪坝流进山城", "长寿：一台 292 千瓦的水轮发电机", "没有风洞，首飞时他就在机上",
            "春节前后，带队上山采覆冰数据", "白鹤梁参观廊道与观察窗", "重庆35千瓦短波台（XGOY）", "重庆大学高电压实验室"];
        string[] cuts = ["打枪\n坝", "打\n枪坝", "千\n瓦", "首\n飞", "首飞\n时", "带\n队", "上\n山", "廊\n道", "短\n波", "短波\n台", "高\n电压",
            "高电\n压", "实验\n室", "实\n验", "发\n电", "发电\n机", "水\n轮", "覆\n冰", "数\n据", "白鹤\n梁"];
        foreach (var title in titles)
        {
            foreach (var direction in Enum.GetValues<WritingMode>())
            {
                for (var room = 60; room <= 300; room += 20)
                {
                    var style = new TextStyle { Balanced = room % 40 == 0, Direction = direction, Phrases = phrases };
                    var (width, height) = direction == WritingMode.Vertical ? (300, room) : (room, 300);
                    var set = Typesetter.Fit(title, Type.Serif, style, new(8, 40), width, height).ToString();
                    Assert.All(cuts, cut => Assert.False(set.Contains(cut, StringComparison.Ordinal), set));
                }
            }
        }
    }

    [Fact]
    public void A_text_that_does_not_fit_says_so_and_is_set_at_the_least_size()
    {
        var set = Typesetter.Fit(Paragraphs.All[0], Type.Serif, new(), new(5, 20), 60, 12);
        Assert.False(set.Fits);
        Assert.Equal(5, set.Size);
    }

    [Theory]
    [InlineData("brush")]
    [InlineData("serif")]
    [InlineData("kai")]
    public void Rare_characters_of_names_are_found_along_the_stack(string stack) =>
        Assert.Equal([], Typesetter.Set("𬭎䶮㛃旸骅", Type.Fonts.Stacks[stack], new(), 1, 99).Missing);

    [Fact]
    public void A_character_that_no_font_has_is_named() =>
        Assert.Equal(["\U000323AE"], Typesetter.Set("张\U000323AE", Type.Serif, new(), 1, 99).Missing);

    [Fact]
    public void Fonts_come_from_packages_and_name_their_licence() =>
        Assert.All(Type.Fonts.Stacks.Values.SelectMany(s => s.Fonts), (PosterFont f) => Assert.Equal("OFL-1.1", f.Licence));

    private static readonly Solid Ink = new(new(20, 23, 26));
}
