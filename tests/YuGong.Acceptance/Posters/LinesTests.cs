using System.Text.RegularExpressions;
using Xunit;
using YuGong.Posters.Typesetting;

namespace YuGong.Tests.Posters;

/// <summary>CLREQ held over every paragraph, in both directions, at many measures.</summary>
public sealed partial class LinesTests
{
    /// <summary>行首禁则 (CLREQ 3.1.7): pauses and closing marks, 间隔号, 连接号, 分隔号.</summary>
    private const string NeverFirst = "、，。．：；！？）」』》〉】〗〕］｝”’·～–／,.:;!?)]}%％‰℃°…";

    /// <summary>行尾禁则: opening marks.</summary>
    private const string NeverLast = "（「『《〈【〖〔［｛“‘([{￥$";

    private static readonly double[] Measures = [9, 12.5, 17, 20, 26.3, 38];

    [Fact]
    public void There_are_enough_paragraphs_to_speak_of() => Assert.True(Paragraphs.All.Count >= 200, $"{Paragraphs.All.Count}");

    [Theory]
    [InlineData(WritingMode.Horizontal)]
    [InlineData(WritingMode.Vertical)]
    public void No_line_begins_or_ends_with_a_forbidden_mark(WritingMode direction)
    {
        var broken = new List<string>();
        foreach (var (text, set) in Sets(direction))
        {
            foreach (var (line, i) in set.Lines.Select((l, i) => (l, i)))
            {
                if ((i > 0 && NeverFirst.Contains(line.Text[0])) || (i < set.Lines.Count - 1 && NeverLast.Contains(line.Text[^1])))
                {
                    broken.Add($"{set.Measure}: {line.Text} in {text}");
                }
            }
        }

        Assert.Equal([], broken);
    }

    [Theory]
    [InlineData(WritingMode.Horizontal)]
    [InlineData(WritingMode.Vertical)]
    public void Numbers_words_dashes_and_ellipses_stay_whole(WritingMode direction)
    {
        var broken = new List<string>();
        foreach (var (text, set) in Sets(direction))
        {
            foreach (var line in set.Lines.Skip(1))
            {
                var (before, after) = (text[..line.Start], text[line.Start..]);
                if (Whole().IsMatch($"{before[^1]}{after[0]}") || (Dashes().Match(before).Length % 2 == 1 && after[0] is '—' or '…'))
                {
                    broken.Add($"{set.Measure}: {before[^Math.Min(6, before.Length)..]}|{after[..Math.Min(6, after.Length)]}");
                }
            }
        }

        Assert.Equal([], broken);
    }

    [Fact]
    public void No_line_is_longer_than_the_measure_and_justified_lines_fill_it()
    {
        foreach (var (_, set) in Sets(WritingMode.Horizontal, Align.Justify))
        {
            Assert.True(set.Longest <= set.Measure + 1e-6, $"{set.Longest} > {set.Measure}:\n{set}");
            var ragged = set.Lines.SkipLast(1)
                .Where(l => set.Measure - l.Length > 1e-6 && !l.Text.All(c => c < 0x80 || "。，、）（".Contains(c)));
            Assert.All(ragged, l => Assert.True(set.Measure - l.Length > 0.4 * 2, l.Text));
        }
    }

    [Fact]
    public void Nothing_of_the_text_is_lost()
    {
        foreach (var (text, set) in Sets(WritingMode.Horizontal))
        {
            Assert.Equal(text.Replace(" ", ""), string.Concat(set.Lines.Select(l => l.Text)).Replace(" ", ""));
        }
    }

    private static IEnumerable<(string Text, TextLayout Set)> Sets(WritingMode direction, Align align = Align.Start)
    {
        foreach (var text in Paragraphs.All.Where(t => !t.Contains("https://")))
        {
            foreach (var measure in Measures)
            {
                var set = Typesetter.Set(text, Type.Text, new() { Direction = direction, Align = align }, 1, measure);
                if (set.Longest <= measure + 1e-6)
                {
                    yield return (text, set);
                }
            }
        }
    }

    [GeneratedRegex("[0-9][0-9]|[A-Za-z][A-Za-z0-9]|[0-9][A-Za-z%]|[0-9][.,:][0-9]")]
    private static partial Regex Whole();

    [GeneratedRegex("(—+|…+)$")]
    private static partial Regex Dashes();
}
