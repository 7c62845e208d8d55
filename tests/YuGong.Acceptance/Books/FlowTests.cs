using System.Text.RegularExpressions;
using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Tests.Support;
using YuGong.Text;
using Type = YuGong.Tests.Posters.Type;

namespace YuGong.Tests.Books;

/// <summary>What must hold of every line and every page (docs/typesetting.md), on the site's stories and a hundred made texts.</summary>
public sealed partial class FlowTests
{
    /// <summary>点号、结束括号、间隔号、连接号不居行首;开始的括号和引号不居行末.</summary>
    private const string NeverFirst = "，。、；：？！）》〉」』】〕”’·～…—％,.;:?!)]", NeverLast = "（《〈「『【〔“‘([";

    private static readonly Solid Ink = new(new(0, 0, 0));

    public static TheoryData<int> Widths => [24, 28, 31, 34, 38];

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_line_begins_or_ends_with_a_forbidden_mark_and_none_is_a_single_character(int characters)
    {
        foreach (var paragraph in Texts(characters).SelectMany(s => s).Where(p => !p.IsHeading))
        {
            var set = Typesetter.Set(new RichText(paragraph.Words, Type.Text), Style, 1, characters);
            var lines = set.Lines.Select(l => l.Text).ToList();
            Assert.Equal(paragraph.Words.Replace(" ", "", StringComparison.Ordinal),
                string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
            Assert.All(lines.Skip(1), line => Assert.False(NeverFirst.Contains(line[0]) && !line.StartsWith("——", StringComparison.Ordinal)
                && !line.StartsWith("……", StringComparison.Ordinal), line));
            Assert.All(lines.SkipLast(1), line => Assert.DoesNotContain(line[^1], NeverLast));
            Assert.True(lines.Count == 1 || lines[^1].Count(c => !NeverFirst.Contains(c)) > 1, $"孤字: {lines[^1]} ({paragraph.Words})");
            Assert.All(set.Lines, line => Assert.InRange(line.Length, 0, characters + 1e-6));
        }
    }

    /// <summary>Lines but the last fill the measure: what is open between characters is hardly to be seen.</summary>
    [Fact]
    public void Lines_are_full_and_evenly_so()
    {
        var gaps = Stories().SelectMany(s => s).Where(p => !p.IsHeading)
            .Select(p => Typesetter.Set(new RichText(p.Words, Type.Text), Style, 1, 34))
            .SelectMany(set => set.Lines.SkipLast(1).Select(line => Math.Abs(34 - line.Shift - line.Length))).ToList();
        Assert.All(gaps, gap => Assert.InRange(gap, 0, 1e-6));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_page_ends_with_a_heading_and_no_line_of_a_paragraph_stands_alone(int characters)
    {
        var design = new PageDesign
        {
            Name = "t", Width = 210, Height = 285, Bleed = 3, Size = 10, Leading = 17, Characters = characters, Lines = 23, Head = 25,
            Inner = 25,
        };
        foreach (var story in Texts(characters))
        {
            var missing = new List<string>();
            var pages = FlowSetter.Set([.. story.Select(Block)], design, missing);
            Assert.Empty(missing);
            for (var i = 0; i + 1 < pages.Count; i++)
            {
                var (last, next) = (pages[i].TextLines[^1], pages[i + 1].TextLines[0]);
                Assert.False(last.IsHeading, last.Text);
                Assert.False(last.Number == 0 && last.Count > 1, $"first line alone: {last.Text}");
                Assert.False(next.Number > 0 && next.Number == next.Count - 1, $"last line alone: {next.Text}");
                Assert.InRange(pages[i].Blank, 0, 4.01);
            }

            Assert.Equal(string.Concat(story.Select(p => p.Words)).Replace(" ", "", StringComparison.Ordinal),
                string.Concat(pages.SelectMany(p => p.TextLines).Select(l => l.Text)).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_mark_of_a_note_clings_to_what_it_is_about()
    {
        var text = new RichText("打枪坝水厂开工。[3]一九三二年", Type.Text)
        {
            Spans = [new(8, 3) { Scale = 0.6, Rise = 0.36, IsNote = true }],
        };
        for (var ems = 4.0; ems < 12; ems += 0.25)
        {
            Assert.All(Typesetter.Set(text, Style, 1, ems).Lines, l => Assert.NotEqual('[', l.Text[0]));
        }

        var runs = Typesetter.Set(text, Style, 10, 400).In(new(0, 0, 400, 10), "t", Ink);
        Assert.Equal(["打枪坝水厂开工。", "[3]", "一九三二年"], runs.Select(r => r.Text));
        Assert.Equal(6, runs[1].Size, 6);
        Assert.True(runs[1].Ink.Bottom < runs[0].Ink.Bottom);
    }

    [Fact]
    public void A_web_address_may_be_broken_and_a_word_may_not()
    {
        const string Address = "http://news.example.org/zjjjdpd/lz/202412/t5054889.htm";
        var text = new RichText("见" + Address, Type.Text) { Spans = [new(1, Address.Length) { IsAddress = true }] };
        var set = Typesetter.Set(text, Style, 1, 14);
        Assert.True(set.Lines.Count > 1);
        Assert.All(set.Lines, l => Assert.InRange(l.Length, 0, 14 + 1e-6));
    }

    /// <summary>Notes stand on the page of their mark, whole or going on at the next, and are below the text.</summary>
    [Theory]
    [InlineData(WritingMode.Horizontal)]
    [InlineData(WritingMode.Vertical)]
    public void Notes_are_at_the_foot_of_the_page_that_cites_them(WritingMode direction)
    {
        var design = new PageDesign
        {
            Name = "t", Direction = direction, Width = 148, Height = 148, Bleed = 3, Size = 10, Leading = 16, Characters = 28, Lines = 16,
            Head = 24, Inner = 20,
        };
        foreach (var text in MadeTexts.All.Take(30))
        {
            var blocks = text.Select((p, i) => (FlowBlock)(Of(2 * i, p.Words, 2) with
            {
                KeepsWithNext = p.IsHeading, Text = Cited(p.Words, [(i % 7) + 1, (i % 3) + 8]),
            })).ToList();
            var notes = Enumerable.Range(1, 12).ToDictionary(n => n, n => Of(-9, string.Concat(text.Take(n).Select(p => p.Words)), 0) with
            {
                Size = 0.8, Left = 2, Marker = new($"[{n}]", Type.Text),
            });
            var pages = FlowSetter.Set(blocks, design, [], new(notes, new Stroke(Ink, 0.1, [])));
            var open = new List<int>();
            foreach (var page in pages)
            {
                var cited = page.TextLines.SelectMany(l => Marks().Matches(l.Text)).SelectMany(m => m.Groups[1].Value.Split(','))
                    .Select(n => -int.Parse(n, null)).Concat(open).ToHashSet();
                var shown = page.NoteLines.Select(l => l.Block).ToHashSet();
                Assert.Subset(cited, shown);
                open = [.. page.NoteLines.GroupBy(l => l.Block).Where(g => g.Max(l => l.Number) < g.First().Count - 1).Select(g => g.Key),
                    .. cited.Except(shown)];
                Assert.InRange(page.Blank, 0, design.Lines);
                var area = design.Area(recto: true);
                Assert.All(page.In(area).Select(m => m.Mark).OfType<GlyphRun>(), run => Assert.True(
                    run.Ink.X > area.X - 1 && run.Ink.Right < area.Right + 1 && run.Ink.Y > area.Y - 1 && run.Ink.Bottom < area.Bottom + 1,
                    run.Text));
            }

            Assert.Empty(open);
            Assert.Equal(string.Concat(blocks.Cast<TextBlock>().Select(b => b.Text.Text)).Replace(" ", "", StringComparison.Ordinal),
                string.Concat(pages.SelectMany(p => p.TextLines).Select(l => l.Text)).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    /// <summary>竖排: upright characters from the right, two digits side by side, longer words on their side, 『 for “.</summary>
    [Fact]
    public void A_column_is_set_like_this()
    {
        var design = new PageDesign
        {
            Name = "t", Direction = WritingMode.Vertical, Width = 100, Height = 148, Bleed = 3, Size = 10, Leading = 16, Characters = 24,
            Lines = 10, Head = 24, Inner = 20,
        };
        const string Words = "“图上差一丝，地上差一丈。”1932年3月12日，水厂（一期）用No.7水泵——这是《纪事》里的话……";
        var lines = FlowSetter.Set([Of(1, Words, 2) with { Text = Cited(Words, [3]) }], design, []).SelectMany(p => p.In(design.Area(true)))
            .Select(m => (GlyphRun)m.Mark).Select(r => $"{r.Setting} {SceneText.Number(r.Size)} @{SceneText.Number(r.Clusters[0].X)},"
                + $"{SceneText.Number(r.Clusters[0].Y)} “{r.Text}” {string.Join(' ', r.Glyphs.Select(g => g.Id))}");
        Golden.Matches(Repository.At("tests", "YuGong.Acceptance", "Books", "column.golden.txt"), string.Join('\n', lines) + "\n");
    }

    private static RichText Cited(string words, IReadOnlyList<int> notes)
    {
        var mark = $"[{string.Join(',', notes)}]";
        return new(words + mark, Type.Text)
        {
            Spans = [new(words.Length, mark.Length) { Scale = 0.6, Rise = 0.36, IsNote = true, Notes = notes }],
        };
    }

    [GeneratedRegex(@"\[([0-9,]+)\]", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    /// <summary>A page of everything that running text has, as text: where each line stands, and what stands on it.</summary>
    [Fact]
    public void A_page_of_everything_is_set_like_this()
    {
        var design = new PageDesign
        {
            Name = "t", Width = 148, Height = 210, Bleed = 3, Size = 10, Leading = 16, Characters = 30, Lines = 30, Head = 24, Inner = 20,
        };
        const string Words = "甲地的水厂一九二九年三月开工，一九三二年通水，从筹备到通水前后五年。水厂的布局借了山势：前一段要把水提上去，后一段就交给地形。";
        var rule = new Stroke(Ink, 0.1, []);
        var cited = new RichText(Words + "[3]", Type.Text) { Spans = [new(Words.Length, 3) { Scale = 0.6, Rise = 0.36, IsNote = true }] };
        FlowBlock[] blocks =
        [
            Of(1, "一座水厂", 0) with { Size = 1.2, Leading = 8, KeepsWithNext = true, Align = Align.Start },
            Of(2, Words, 2) with { Text = cited }, Of(3, Words, 2),
            new FigureBlock
            {
                Element = 4, Width = 60, Height = 40, Caption = new("图说", Type.Text), CaptionElement = 5, Fill = Ink, Floats = true,
                Draw = place => [new PathMark(Outline.Of(place), Ink)],
            },
            Of(6, "引文缩进两字。" + Words, 0) with { Left = 2, Right = 2, SpaceBefore = 4, SpaceAfter = 4 },
            Of(7, Words, 0) with { Left = 2, Marker = new("1.", Type.Text), MarkerElement = 8 },
            new RowBlock
            {
                Element = 9, Fill = Ink, Rule = rule,
                Cells = [new(new("1929 年", Type.Text), 0, 6, 10), new(new("开工", Type.Text), 7, 23, 11)],
            },
            Of(12, Words, 2), Of(13, Words, 2), Of(14, Words, 2),
        ];
        var lines = new List<string>();
        foreach (var (page, number) in FlowSetter.Set(blocks, design, []).Select((p, i) => (p, i + 1)))
        {
            lines.Add($"page {number}");
            lines.AddRange(page.In(design.Area(number % 2 == 1)).Select(m => m.Mark is GlyphRun run
                ? $"  {m.Element} {SceneText.Number(run.Size)} @{SceneText.Number(run.Clusters[0].X)},"
                    + $"{SceneText.Number(run.Clusters[0].Y)} “{run.Text}” {SceneText.Number(run.Clusters.Sum(c => c.Advance))}"
                : $"  {m.Element} {m.Mark.GetType().Name}"));
        }

        Golden.Matches(Repository.At("tests", "YuGong.Acceptance", "Books", "flow.golden.txt"), string.Join('\n', lines) + "\n");
    }

    private static TextBlock Of(int element, string words, double indent) =>
        new() { Element = element, Text = new(words, Type.Text), Fill = Ink, Indent = indent };

    private static TextStyle Style => new() { Align = Align.Justify, TotalFit = true, Indent = 2 };

    private static FlowBlock Block(Paragraph paragraph) => new TextBlock
    {
        Element = 0, Text = new(paragraph.Words, Type.Text), Fill = Ink, Indent = paragraph.IsHeading ? 0 : 2,
        KeepsWithNext = paragraph.IsHeading, SpaceBefore = paragraph.IsHeading ? PageDesign.Line : 0,
    };

    /// <summary>The site's stories at every width, the made texts at two.</summary>
    private static IEnumerable<IReadOnlyList<Paragraph>> Texts(int characters) => Stories().Concat(characters is 28 or 38
        ? MadeTexts.All.Select(text => (IReadOnlyList<Paragraph>)[.. text.Select(p => new Paragraph(p.Words, p.IsHeading))]) : []);

    private static IEnumerable<IReadOnlyList<Paragraph>> Stories()
    {
        var site = new PublicSite(Loaded.Value);
        return site.Site.Stories.Select(story =>
        {
            var headings = story.Header.Body.Headings.Select(h => h.Text).ToHashSet(StringComparer.Ordinal);
            var lines = site.Whole(site.Of(story)).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return (IReadOnlyList<Paragraph>)[.. lines.Select(l => new Paragraph(l.Trim(), headings.Contains(l.Trim())))];
        });
    }

    private static readonly Lazy<Site> Loaded = new(() =>
        ProjectFolder.At(Repository.Root).Load(Edition.Release, new(2026, 12, 1), new Diagnostics())!);

    private sealed record Paragraph(string Words, bool IsHeading);
}
