using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>
/// Whatever is typed, pasted or escaped into a headline, a value and a body: nothing throws, and a page is published or a finding names its
/// file. <c>YUGONG_STRINGS=20000</c> tries more of them.
/// </summary>
public sealed class AnyTextTests
{
    private const int PagesOfASite = 120;

    private static readonly string[] Pieces =
    [
        "水泵", "工程师", "约 30 万", "1929年3月", "kW", "abc", "é", "e\u0301", "か\u3099", " ", "　", "\u00A0", "，", "。", "：", "（", "《图》",
        "“", "”", "——", "……", "·", "*", "**", "_", "#", " #", "# ", "[", "]", "](", "[@s1]", "［@s1］", "`", "~", "|", "-", "- ",
        "1. ", "> ", "<b>", "&amp;", "&#8;", "&#x200B;", ":", ": ", "\"", "'", "\\", "{", "}", "%", "@", "!", "\t", "\u0008",
        "\u000B", "\u000C", "\u001B", "\u007F", "\u0085", "\u2028", "\u2029", "\u200B", "\u200D", "\u2060", "\u00AD", "\uFEFF",
        "\u202E", "\u2066", "\uFE0F", "\U000E0100", "⼯", "⻓", "\uF900", "\uFFFC", "\uFFFD", "\uFFFE", "\uE000", "👷",
        "👨‍👩‍👧", "\uD800", "\uDC00", "\uFDD0", "\u3164", "ｋＷ", "㎡", "①", "一、", "\r", "\r\n", "\n",
    ];

    [Fact]
    public void Whatever_is_typed_is_published_or_found()
    {
        var all = int.TryParse(Environment.GetEnvironmentVariable("YUGONG_STRINGS"), CultureInfo.InvariantCulture, out var said)
            ? said : 720;
        var random = new Random(2022);
        for (var done = 0; done < all; done += PagesOfASite * 3)
        {
            using var trial = new ExampleProject();
            var pages = new List<(string Id, string Source)>();
            for (var i = 0; i < PagesOfASite; i++)
            {
                var id = $"p-{i}";
                var source = $"---\nid: {id}\ntitle: {Value(random, 1, 6)}\nsummary: {Value(random, 4, 14)}\n---\n\n{Body(random)}\n";
                trial.Put($"input/pages/{id}/index.md", Encoding.UTF8.GetBytes(source));
                pages.Add((id, source));
            }

            var findings = trial.Check();
            var options = new RunOptions(trial.Project, ExampleProject.Today, Edition.Preview) { Jobs = 1, WithFonts = false };
            var plan = SitePlanner.Plan(options, null, new(), TestContext.Current.CancellationToken)!;
            var made = plan.Publication.Files.ToDictionary(f => f.Path.ToString());
            foreach (var (id, source) in pages)
            {
                if (made.TryGetValue($"{id}/index.html", out var page))
                {
                    var html = Encoding.UTF8.GetString(page.Render().Span);
                    Assert.True(BadCharacters.In(html) < 0 && !html.Contains('\u200B', StringComparison.Ordinal), source);
                }
                else
                {
                    Assert.True(findings.Any(f => f.Span.File.Path == $"input/pages/{id}/index.md"), source);
                }
            }

            Assert.All(made.Values, f => Assert.True(f.Render().Length >= 0));
        }
    }

    private static string Value(Random random, int least, int most)
    {
        var words = Words(random, least, most);
        return random.Next(3) switch
        {
            0 => JsonSerializer.Serialize(words),
            1 => "'" + words.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ") + "'",
            _ => words.ReplaceLineEndings(" "),
        };
    }

    private static string Body(Random random) =>
        $"## {Words(random, 1, 5).ReplaceLineEndings(" ")}\n\n{Words(random, 3, 25)}\n\n{Words(random, 3, 25)}\n";

    private static string Words(Random random, int least, int most)
    {
        var words = new StringBuilder("字");
        for (var i = random.Next(least, most); i > 0; i--)
        {
            words.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return words.ToString();
    }
}
