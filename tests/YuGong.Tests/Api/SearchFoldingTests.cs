using System.Globalization;
using System.Text;
using Xunit;
using YuGong.Api;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Tests.Findings;

namespace YuGong.Tests.Api;

/// <summary>Whatever is copied from a page finds it: what the search folds, how it ranks, and that nothing is lost on the way.</summary>
public sealed class SearchFoldingTests : IDisposable
{
    private static readonly SearchFolding Folding = SearchFolding.Of(new StringReader("稅\t税\n恆\t恒\n槍\t枪\n壩\t坝\n塔\t塔\n萬\t万\n"));
    private static readonly SearchTables Tables = SearchTables.None with { SearchFolding = new(() => Folding) };

    private readonly ExampleProject project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("1927 年", "1927年")]
    [InlineData("1929 年 3 月", "１９２９年３月")]
    [InlineData("约 30 万", "约30萬")]
    [InlineData("292 千瓦", "292\u00a0千瓦")]
    [InlineData("渝工移山·匠心实干", "渝工移山•匠心实干")]
    [InlineData("渝工移山‧匠心实干", "渝工移山・匠心实干")]
    [InlineData("渝工移山･匠心实干", "渝工移山．匠心实干")]
    [InlineData("渝工移山·匠心实干", "渝工移山匠心实干")]
    [InlineData("“先看水位”", "\"先看水位\"")]
    [InlineData("「先看水位」", "‘先看水位’")]
    [InlineData("稅西恆", "税西恒")]
    [InlineData("⽔塔", "水塔")]
    [InlineData("ﬁrst ＮＡＭＥ", "First name")]
    [InlineData("30 ㎡", "30m²")]
    [InlineData("Müller", "Mu\u0308ller")]
    [InlineData("Müller", "MULLER")]
    [InlineData("1927—1932", "1927 – 1932")]
    [InlineData("1927——1932", "1927-1932")]
    [InlineData("12：30", "12:30")]
    [InlineData("1,000", "1，000")]
    [InlineData("葛\U000E0100", "葛")]
    [InlineData("水\u200b塔", "水塔")]
    public void What_readers_take_for_equal_is_equal(string one, string other) => Assert.Equal(Folding.Of(one), Folding.Of(other));

    [Theory]
    [InlineData("3.14", "314")]
    [InlineData("1927-1932", "19271932")]
    [InlineData("水\n塔", "水塔")]
    [InlineData("が", "か")]
    public void What_differs_stays_different(string one, string other) => Assert.NotEqual(Folding.Of(one), Folding.Of(other));

    [Fact]
    public void Every_character_knows_where_it_stands()
    {
        var folded = Folding.Fold("约 30 ㎡，1927 — 1932");
        Assert.Equal("约30m21927-1932", folded.Text);
        Assert.Equal([0, 2, 3, 5, 5, 7, 8, 9, 10, 12, 14, 15, 16, 17, 18], folded.Places);
    }

    [Fact]
    public void A_query_copied_whole_ranks_before_its_words_scattered()
    {
        var documents = Documents(["他 3 月来,1929 年走。年、月都记着。", "1929 年 3 月，水厂开工。", "开工"]);
        var answer = new DocumentIndex(documents, Tables).Answer(new("1929年3月 开工", [], null, 1, 10));
        Assert.Equal(["p1"], answer.Items.Select(h => h.Document.Id));
        var scattered = new DocumentIndex(documents, Tables).Answer(new("1929 年 3 月", [], null, 1, 10));
        Assert.Equal(["p1", "p0"], scattered.Items.Select(h => h.Document.Id));
        var first = scattered.Items[0];
        Assert.Equal("1929 年 3 月", first.Excerpt.Substring(first.Marks[0][0], first.Marks[0][1]));
    }

    [Fact]
    public void A_Traditional_text_is_marked_as_it_is_written()
    {
        var hit = Assert.Single(new DocumentIndex(Documents(["他就是稅西恆，大家都說。"]), Tables).Answer(new("税西恒", [], null, 1, 10)).Items);
        Assert.Equal("稅西恆", hit.Excerpt.Substring(hit.Marks[0][0], hit.Marks[0][1]));
    }

    [Fact]
    public void Marks_alone_find_nothing()
    {
        Assert.Empty(new DocumentIndex(Documents(["水，塔"]), Tables).Answer(new("，·", [], null, 1, 10)).Items);
        Assert.Single(new DocumentIndex(Documents(["水，塔"]), Tables).Answer(new("塔，水", [], null, 1, 10)).Items);
        Assert.Single(new DocumentIndex(Documents(["水，塔"]), Tables).Answer(new(null, [], null, 1, 10)).Items);
    }

    /// <summary>YUGONG_STRINGS says how many; the full bar is 20,000.</summary>
    [Fact]
    public void Whatever_stands_in_a_text_is_found_by_any_piece_of_it()
    {
        var wanted = Environment.GetEnvironmentVariable("YUGONG_STRINGS");
        var count = int.TryParse(wanted, CultureInfo.InvariantCulture, out var said) ? said : 2000;
        var random = new Random(22);
        const int Together = 100;
        for (var done = 0; done < count; done += Together)
        {
            var texts = Enumerable.Range(0, Together).Select(_ => RandomText(random)).ToList();
            var index = new DocumentIndex(Documents(texts), Tables);
            for (var i = 0; i < Together; i++)
            {
                var lines = texts[i].Split('\n', StringSplitOptions.RemoveEmptyEntries);
                var line = lines[random.Next(lines.Length)];
                var start = random.Next(line.Length);
                var piece = line.Substring(start, random.Next(1, line.Length - start + 1));
                if (Folding.Of(piece).Length > 0)
                {
                    Assert.True(index.Answer(new(piece, [], null, 1, 100)).Items.Any(h => h.Document.Id == $"p{i}"),
                        $"{Escaped(piece)} in {Escaped(texts[i])}");
                }
            }
        }
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c is > ' ' and < '\u007f' ? $"{c}" : $"\\u{(int)c:x4}"));

    /// <summary>Han, Latin, digits, marks, wide, composed, compatible, zero-width characters and line ends.</summary>
    private static string RandomText(Random random)
    {
        string[] pool =
        [
            "水塔税稅西恒恆山年月万根的", "abcXYZ", "0123456789", "，。、；：！？（）《》“”‘’「」【】", "·•・‧･．…—－~～", " \u00a0\u3000\t",
            "ＡＺａｚ０９％", "éüÅñÇ", "e\u0301u\u0308", "㎡℃①½ﬁⅣ", "⽔⼭⾦", "\u200b\u2060\ufeff\u00ad", ".,:;/-_()\"'[]", "ガがパぱー々〆", "\n",
        ];
        var text = new StringBuilder("起");
        for (var left = random.Next(4, 40); left > 0; left--)
        {
            var from = pool[random.Next(3) == 0 ? random.Next(pool.Length) : random.Next(4)];
            text.Append(from[random.Next(from.Length)]);
        }

        return text.Append('终').ToString();
    }

    /// <summary>People of whom nothing differs but what is said of them.</summary>
    private List<PublicDocument> Documents(IReadOnlyList<string> texts)
    {
        var site = project.Load(Edition.Release);
        var open = new PublicSite(site);
        var model = open.Whole(open.Entries.First(e => e.Entry is Story));
        return [.. texts.Select((text, i) => ((PersonDocument)model) with
        {
            Id = $"p{i}", Title = "某", Headline = "", Summary = "", Text = text, Sources = [], Events = [], Quotations = [], Objects = [],
        })];
    }
}
