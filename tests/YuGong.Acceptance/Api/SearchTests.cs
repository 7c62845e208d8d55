using Microsoft.Playwright;
using Xunit;
using YuGong.Api;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Tests.Browser;
using YuGong.Tests.Sites;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.Api;

/// <summary>The search in a real browser against a plain scan of the same texts: nothing is missed and nothing is too much.</summary>
public sealed class SearchTests(BuiltSites sites)
{
    /// <summary>Cases of blanks, marks, forms and single characters.</summary>
    private static readonly string[] Asked =
    [
        "1927 年", "1929 年 3 月", "约 30 万", "18 根", "30万人", "大约30万人", "292千瓦", "水", "福", "塔", "水 塔", "1929", "1", "·", "，",
        "稅西恆", "打槍壩水塔", "⽔塔", "ＳＨＵＩ　ＸＩＨＥＮＧ", "shuixiheng", "sxh", "zhanggd", "税西恒 1932", "“重庆 1932”", "重庆，1932",
        "打枪坝·水塔", "打枪坝‧水塔", "\"水塔", "水塔”", "冯简（外部", "[1] 水塔", "1911—2007", "1911-2007", "１９２７年", "㎡", "Ｍａｓｓａｃｈｕｓｅｔｔｓ",
    ];

    /// <summary>Marks that a query uses for itself.</summary>
    private static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("\n“”\"「」『』");

    private readonly Chromium chromium = sites.Browser;

    [Fact]
    public void A_head_may_be_as_long_as_the_titles_in_it()
    {
        var call = $"f(\"{new string('长', 40_000)}\",\"";
        var bits = new Utf16BitWriter(call);
        bits.Write(1, 15);
        Assert.Equal($"\ufeff{call}\u3001\")", System.Text.Encoding.Unicode.GetString(bits.Close("\")")));
    }

    [Fact]
    public async Task Every_piece_of_every_name_and_title_and_random_pieces_of_the_texts_are_found_exactly()
    {
        var texts = Texts(sites.RealProject.Value);
        var random = new Random(20261122);
        var pieces = texts.SelectMany(t => Pieces(t.Text[..t.NamesEnd])).Concat(Enumerable.Range(0, 2000).Select(_ => Piece(random, texts)))
            .Distinct(StringComparer.Ordinal).Where(p => Folded(p).Length > 0).ToList();
        var page = await chromium.OpenAsync("release", "/search/");
        var found = await FindAsync(page, [.. pieces.Select(p => $"“{p}”")]);
        Assert.True(pieces.Count > 2500, $"{pieces.Count}");
        var wrong = pieces.Select((piece, i) => (piece, Expected: Scan(texts, piece), Found: found[i]))
            .Where(x => !x.Expected.SequenceEqual(x.Found))
            .Select(x => $"{x.piece}: {string.Join(' ', x.Expected)} — {string.Join(' ', x.Found)}").Take(10);
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_line_that_a_page_shows_of_its_own_is_found()
    {
        var site = await sites.ReleaseAsync();
        var page = await chromium.OpenAsync("release", "/search/");
        var lines = site.Pages().Where(p => p.Address.StartsWith("/people/", StringComparison.Ordinal)
            || p.Address.StartsWith("/objects/", StringComparison.Ordinal))
            .SelectMany(p => p.Html.QuerySelectorAll(".prose p, .prose h2, h1")
                .Where(e => p.Html.QuerySelector(".prose") is not null && e.QuerySelector("sup") is null)
                .Select(e => (p.Address, Line: e.TextContent.Trim())))
            .Concat(Open(Load(sites.RealProject.Value)).SelectMany(LinesOf))
            .Where(x => x.Line.Length >= 2 && !x.Line.AsSpan().ContainsAny(Quotes)).ToList();
        var found = await FindAsync(page, [.. lines.Select(l => $"“{l.Line}”")]);
        Assert.NotEmpty(lines);
        Assert.Empty(lines.Where((l, i) => !found[i].Contains(l.Address[1..])).Select(l => $"{l.Address}: {l.Line}"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_browser_and_the_server_give_the_same_answers_in_the_same_order()
    {
        var site = await sites.ReleaseAsync();
        var index = DocumentIndex.Read(site.Folder, Tables.Value);
        var texts = Texts(sites.RealProject.Value);
        var random = new Random(20261129);
        string[] queries =
        [
            .. Asked, .. Enumerable.Range(0, 200).Select(_ => Piece(random, texts, 40)),
            .. Enumerable.Range(0, 100).Select(_ => $"{Piece(random, texts)} {Piece(random, texts)}"),
        ];
        var page = await chromium.OpenAsync("release", "/search/");
        foreach (var query in queries)
        {
            var server = index.Answer(new(query, [], null, 1, 100)).Items.Select(h =>
                EntryAddresses.Of(h.Document.Type == "person" ? "story" : h.Document.Type, h.Document.Id)[1..]);
            var browser = (await OrderedAsync(page, query)).Where(p => p != "call/"); // which is a page and no document
            Assert.Equal((query, string.Join(' ', server)), (query, string.Join(' ', browser)));
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_character_is_folded_the_same_in_the_browser_and_on_the_server()
    {
        var page = await chromium.OpenAsync("release", "/search/");
        var browser = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const { open, fold, everything } = document.querySelector('[data-search]').yugong;
              await open();
              await everything();
              return Array.from({ length: 0xd800 }, (_, code) => fold(`1${String.fromCharCode(code)}1`).text)
                .concat(Array.from({ length: 0x2000 }, (_, i) => fold(`1${String.fromCharCode(0xe000 + i)}1`).text));
            }
            """);
        var codes = Enumerable.Range(0, 0xD800).Concat(Enumerable.Range(0xE000, 0x2000)).ToList();
        Assert.Equal([], codes.Select((code, i) => (code, Server: Folded($"1{(char)code}1"), Browser: browser[i]))
            .Where(x => x.Server != x.Browser // but for letters that the browser alone knows, of a later Unicode
                && char.GetUnicodeCategory((char)x.code) != System.Globalization.UnicodeCategory.OtherNotAssigned)
            .Select(x => $"U+{x.code:X4} {x.Server} {x.Browser}").Take(20));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("1927 年", "people/shui-xiheng/")]
    [InlineData("1929 年 3 月", "people/shui-xiheng/")]
    [InlineData("约 30 万", "people/shui-xiheng/")]
    [InlineData("大约30万人", "people/shui-xiheng/")]
    [InlineData("18 根", "objects/daqiangba-water-tower/")]
    [InlineData("292千瓦", "people/zhang-guangdou/")]
    [InlineData("⽔塔", "objects/daqiangba-water-tower/")]
    [InlineData("打・枪‧坝•水 塔", "objects/daqiangba-water-tower/")]
    [InlineData("税西恒", "people/shui-xiheng/")]
    [InlineData("shuixiheng", "people/shui-xiheng/")]
    [InlineData("sxh", "people/shui-xiheng/")]
    [InlineData("Shui Xiheng", "people/shui-xiheng/")]
    [InlineData("zhanggd", "people/zhang-guangdou/")]
    [InlineData("稅西恆", "people/shui-xiheng/")]
    [InlineData("打槍壩水塔", "objects/daqiangba-water-tower/")]
    [InlineData("chongqingdaxue", "objects/cqu-engineering-building/")]
    [InlineData("君策", "people/feng-jian/")]
    [InlineData("冯", "people/feng-jian/")]
    [InlineData("ＳＨＵＩ　ＸＩＨＥＮＧ", "people/shui-xiheng/")]
    public async Task The_first_result_is_who_was_meant(string query, string first)
    {
        var page = await chromium.OpenAsync("release", "/search/");
        Assert.Equal(first, (await OrderedAsync(page, query)).FirstOrDefault());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Several_words_must_all_be_there_and_a_phrase_as_it_is()
    {
        var texts = Texts(sites.RealProject.Value);
        var page = await chromium.OpenAsync("release", "/search/");
        var found = await FindAsync(page, ["重庆 1932", "“重庆 1932”", "打枪坝 自来水 水塔", "没有这样的词组吧"]);
        Assert.Equal(texts.Where(t => t.Text.Contains("重庆", StringComparison.Ordinal) && t.Text.Contains("1932", StringComparison.Ordinal))
            .Select(t => t.Path).Order(StringComparer.Ordinal), found[0]);
        Assert.Equal(Scan(texts, "重庆 1932"), found[1]);
        Assert.Contains("people/shui-xiheng/", found[2]);
        Assert.Empty(found[3]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_is_enough_and_filters_narrow_the_list()
    {
        var page = await chromium.OpenAsync("release", "/search/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("重庆");
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^找到 [0-9]+ 条$"));
        var all = await page.Locator("[data-said]").TextContentAsync();
        await Assertions.Expect(page.Locator(".hit mark").First).ToHaveTextAsync("重庆");
        await page.Locator("[data-facet='type:person']").ClickAsync();
        await Assertions.Expect(page.Locator("[data-said]")).Not.ToHaveTextAsync(all!);
        Assert.All(await page.Locator(".hit-kind").AllTextContentsAsync(), kind => Assert.Equal("人物", kind));
        Assert.Contains("type=person", page.Url);
        await page.Locator("#search-words").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".hit-way").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        // Asked again and again: an event may come before somebody waits for it
        await Assertions.Expect(page.Locator(".person-headline")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit, Timeout = 120_000 });
        await Assertions.Expect(page.Locator("[data-facet='type:person']")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_a_disk_it_finds_as_well()
    {
        var site = await sites.ReleaseAsync();
        var page = await chromium.OpenAsync("release", "/404.html");
        var faults = new List<string>();
        page.Console += (_, message) => faults.Add($"{message.Text} {message.Location}");
        await page.GotoAsync($"file://{site.Folder}/search/index.html");
        await page.Locator("#search-words").FillAsync("水塔");
        await page.Locator(".hit-way").First.WaitForAsync();
        var target = await page.Locator(".hit-way").First.EvaluateAsync<string>("a => a.href");
        Assert.EndsWith("/index.html", target);
        Assert.True(File.Exists(new Uri(target).LocalPath), target);

        // Browsers refuse to fetch fonts beforehand from a disk; by the style sheet they come all the same.
        Assert.DoesNotContain(faults, fault => !fault.Contains(".woff2", StringComparison.Ordinal));
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.ready.then(fonts => [...fonts].some(f => f.status === 'loaded'))"));
        await page.Context.CloseAsync();
    }

    private static List<SearchText> Texts(Project project)
    {
        var site = Load(project);
        return [.. Open(site).Select(SearchText.Of), SearchText.Of(site.Call!, "征集线索")];
    }

    private static Site Load(Project project) => SiteLoader.Load(
        new(project.At("input"), "input", project.At("statiq.json"), Project.Today, Edition.Release, new HashSet<Text.Fingerprint>(), 2),
        InputFiles.Scan(project.At("input")), new())!.Site;

    private static IEnumerable<PublicDocument> Open(Site site)
    {
        var open = new PublicSite(site);
        return open.Entries.Select(open.Whole);
    }

    /// <summary>Names, headlines, what stands below and for pictures.</summary>
    private static IEnumerable<(string Address, string Line)> LinesOf(PublicDocument d) =>
        new[] { d.Title, (d as PersonDocument)?.Headline }.Concat(d.Pictures.SelectMany(p => new[] { p.Caption, p.Alt })).OfType<string>()
            .Select(line => ("/" + SearchText.Of(d).Path, line.Trim()));

    private static IEnumerable<string> Pieces(string names) =>
        from line in names.Split('\n')
        from length in Enumerable.Range(2, 5)
        from start in Enumerable.Range(0, Math.Max(0, line.Length - length + 1))
        let piece = line.Substring(start, length)
        where piece.Trim() == piece && !piece.AsSpan().ContainsAny(Quotes)
        select piece;

    private static string Piece(Random random, List<SearchText> texts, int longest = 6)
    {
        while (true)
        {
            var text = texts[random.Next(texts.Count)].Text;
            var length = random.Next(2, longest + 1);
            var piece = text.Substring(random.Next(text.Length - length), length);
            if (piece.Trim() == piece && !piece.AsSpan().ContainsAny(Quotes))
            {
                return piece;
            }
        }
    }

    private static List<string> Scan(List<SearchText> texts, string piece) =>
        [.. texts.Where(t => Folded(t.Text).Contains(Folded(piece), StringComparison.OrdinalIgnoreCase)).Select(t => t.Path)
            .Order(StringComparer.Ordinal)];

    /// <summary>Traditional titles are found by Simplified words and the other way round.</summary>
    private static string Folded(string text) => Tables.Value.SearchFolding.Value.Of(text);

    private static readonly Lazy<SearchTables> Tables =
        new(() => SearchTablesFile.Read(GitRepository.At("themes", "yugong"), "yugong", new()));

    /// <summary>Paths of exact hits for each query, sorted.</summary>
    private static Task<string[][]> FindAsync(IPage page, string[] queries) => page.EvaluateAsync<string[][]>(
        """
        async queries => {
          const { find, open, textsOf } = document.querySelector('[data-search]').yugong;
          await open();
          const found = [];
          for (const query of queries) {
            const hits = (await find(query)).hits.filter(hit => hit.match !== 'pinyin');
            found.push((await Promise.all(hits.map(async hit => (await textsOf(hit.doc)).path))).sort((a, b) => a < b ? -1 : 1));
          }
          return found;
        }
        """,
        queries);

    private static Task<string[]> OrderedAsync(IPage page, string query) => page.EvaluateAsync<string[]>(
        """
        async query => {
          const { find, textsOf } = document.querySelector('[data-search]').yugong;
          return Promise.all((await find(query)).hits.map(async hit => (await textsOf(hit.doc)).path));
        }
        """,
        query);
}
