using System.Text;
using Xunit;
using YuGong.Build.Takedown;
using YuGong.Cli;
using YuGong.Leads;
using YuGong.Tests.Media;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Leads;

/// <summary>Who is withdrawn is gone from everything that is published or kept to be published.</summary>
public sealed class WithdrawTests : IDisposable
{
    private static readonly string[] Folders = ["output", ".cache/builds", ".cache/posters", "posters"];

    private readonly Lazy<Project> laid = new(() => Project.OfRealSite(ownPictures: true));

    private Project Site => laid.Value;

    public void Dispose()
    {
        if (laid.IsValueCreated)
        {
            laid.Value.Dispose();
        }
    }

    [Fact]
    public async Task Somebody_withdrawn_is_gone_and_a_neutral_page_stays()
    {
        // A made-up person with a picture, an object, a dialogue, a film, a relation and a link, beside one of the real site.
        Thin();
        Lay();
        Assert.Equal(0, (await Site.BuildAsync()).Code);
        Assert.True(File.Exists(Path.Combine(Site.Output, "people", "ce-shi-jia", "index.html")));
        Poster("posters/ce-shi-jia/peak.pdf", "測");
        Poster("posters/yugong/wall.pdf", "wall");
        Poster("posters/other/peak.pdf", "other");
        Poster("output/tiles/portrait/0,0,1,1/1,/0/default.jpg", "tile");
        Poster(".cache/posters/aa/bb", "测试甲");
        string[] desk = [".desk/unsaved/stories/ce-shi-jia/entry.json", ".desk/remarks/stories/ce-shi-jia/remarks.json",
            ".desk/shared.json"];
        foreach (var path in desk)
        {
            Poster(path, "测试甲");
        }

        var tried = await Site.RunAsync("withdraw", "ce-shi-jia", "--dry-run");
        Assert.Contains("什么也没有改", tried.Out);
        Assert.True(Directory.Exists(Site.At("input/stories/ce-shi-jia")));
        Assert.Equal(2, (await Site.RunAsync("withdraw", "ce-shi-jia")).Code);

        var done = await Withdraw("ce-shi-jia");
        Assert.True(done.Code == 0, done.Out + done.Err);
        Assert.Contains("都不在了", done.Out);
        Assert.False(Directory.Exists(Site.At("input/stories/ce-shi-jia")));
        Assert.False(Directory.Exists(Site.At("input/objects/ce-shi-jia-notebook")));
        Assert.False(Directory.Exists(Site.At("input/dialogues/ce-shi-jia-talk")));
        Assert.Contains("/people/ce-shi-jia/", Site.Read("input/withdrawn.txt"));
        Assert.DoesNotContain("ce-shi-jia", Site.Read("input/stories/xu-xi/index.md"));

        var page = Site.Read("output/people/ce-shi-jia/index.html");
        Assert.Contains("已经撤下", page);
        Assert.Contains("noindex", page);
        Assert.Equal(page, Site.Read("output/410.html"));
        Assert.True(File.Exists(Site.At("output/people/ce-shi-jia/gone")));
        foreach (var folder in Folders.Select(Site.At).Where(Directory.Exists))
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            {
                var text = File.ReadAllText(file, Encoding.UTF8);
                Assert.False(text.Contains("测试甲", StringComparison.Ordinal) || text.Contains("ce-shi-jia",
                    StringComparison.Ordinal) || text.Contains("Ce Shi Jia", StringComparison.Ordinal), file);
            }
        }

        Assert.False(Directory.Exists(Site.At(".output.build/next")));
        Assert.All(desk, path => Assert.False(File.Exists(Site.At(path)), path));
        Assert.False(Directory.Exists(Site.At("posters/ce-shi-jia")));
        Assert.True(File.Exists(Site.At("posters/other/peak.pdf")));

        // Neither the next build nor an old branch brings them back.
        Assert.Equal(0, (await Site.BuildAsync()).Code);
        Lay();
        var again = await Site.BuildAsync();
        Assert.Equal(1, again.Code);
        Assert.Contains("YG214", again.Err);
    }

    [Fact]
    public async Task A_smaller_copy_and_a_cache_of_a_new_kind_are_found_by_themselves()
    {
        Thin();
        Lay();
        Posters.Pngs.Write(Site.At("input/stories/ce-shi-jia/portrait.png"), 600, 400);
        Assert.Equal(0, (await Site.BuildAsync()).Code);
        Directory.CreateDirectory(Site.At("output/derived"));
        Posters.Pngs.Write(Site.At("output/derived/0a1b2c-240.png"), 240, 160);
        Posters.Pngs.Write(Site.At("output/derived/another.png"), 160, 240);
        Poster(".thumbnails/x.json", "{\"who\":\"测试甲\"}");
        var done = await Site.RunAsync("withdraw", "ce-shi-jia", "--yes", "--json", "--date", $"{Project.Today:yyyy-MM-dd}");
        Assert.Equal(1, done.Code);
        Assert.Contains("output/derived/0a1b2c-240.png:1:1: error YG670: 同一张照片", done.Err);
        Assert.Contains(".thumbnails/x.json:1:1: error YG670", done.Err);
        Assert.DoesNotContain("another.png", done.Err);
        var told = System.Text.Json.JsonDocument.Parse(done.Out).RootElement;
        Assert.Equal((true, 2, false, 1),
            (told.GetProperty("withdrawn").GetBoolean(), told.GetProperty("proof").GetProperty("left").GetInt32(),
            told.GetProperty("proof").GetProperty("proven").GetBoolean(), told.GetProperty("proof").GetProperty("pictures").GetInt32()));
    }

    [Fact]
    public async Task The_certificate_about_somebody_withdrawn_verifies_no_more()
    {
        Thin();
        Lay();
        Site.Write("征集表.docx", FormWriter.Write(null, Sample.Form()));
        Assert.Equal(0, (await Site.RunAsync("leads", "init", "--key-file", Site.At("key"))).Code);
        Assert.Equal(0, (await Site.RunAsync("leads", "import", Site.At("征集表.docx"), "--key-file", Site.At("key"))).Code);
        using (var register = LeadRegister.Open(Site.At("leads"), KeyFile.Read(Site.At("key"))!, new())!)
        {
            var row = register.Rows().Single();
            register.Set(row, Field.Story, "ce-shi-jia", Registry.Today);
            register.Move(row, LeadState.Published, "", Registry.Today);
        }

        Assert.Equal(0, (await Site.RunAsync("leads", "certificates", "--key-file", Site.At("key"))).Code);
        Assert.Single(Site.Read("input/certificates.txt").Trim().Split('\n'));
        Assert.Equal(0, (await Site.BuildAsync()).Code);
        Assert.Single(Directory.GetFiles(Site.At("output/verify/c")));
        var done = await Site.RunAsync("withdraw", "ce-shi-jia", "--yes", "--key-file", Site.At("key"), "--date",
            $"{Project.Today:yyyy-MM-dd}");
        Assert.True(done.Code == 0, $"{done.Code} {done.Out} {done.Err}");
        Assert.Contains("收回 1 份证书", done.Out);
        Assert.Equal("", Site.Read("input/certificates.txt").Trim());
        Assert.False(Directory.Exists(Site.At("output/verify/c")));
    }

    [Fact]
    public async Task What_people_must_mend_is_listed_and_nothing_is_called_done()
    {
        Thin();
        Lay();
        Site.Edit("input/pages/about/index.md", "\n---\n", "\n---\n\n感谢测试甲的帮助。\n");
        Assert.Equal(0, (await Site.BuildAsync()).Code);
        var done = await Withdraw("ce-shi-jia");
        Assert.Equal(1, done.Code);
        Assert.Contains("input/pages/about/index.md:1:1: error YG670", done.Err);
        Assert.Contains("output/about/index.html:1:1: error YG670", done.Err);
        Assert.DoesNotContain("都不在了", done.Out);

        // Mended, the proof goes on where it stopped, and what it had to remember is gone as well.
        Assert.Contains("Ce Shi Jia", Site.Read(".withdrawal/ce-shi-jia.json"));
        Assert.Equal("*\n", Site.Read(".withdrawal/.gitignore"));
        Site.Edit("input/pages/about/index.md", "感谢测试甲的帮助。", "");
        var proven = await Withdraw("ce-shi-jia");
        Assert.True(proven.Code == 0, proven.Out + proven.Err);
        Assert.Contains("都不在了", proven.Out);
        Assert.False(Directory.Exists(Site.At(".withdrawal")));
        Assert.Contains("YG671", (await Withdraw("ce-shi-jia")).Err);
    }

    [Fact]
    public async Task Posters_tiles_printed_codes_and_emptied_lists_go_too()
    {
        const string Id = "xu-xi", Name = "徐僖", Object = "wubeizi-specimen";
        foreach (var design in (string[])["fonts.json", "kit/code.svg", "kit/lockup.svg", "kit/lockup-wide.svg", "kit/ridges.svg",
            "kit/seal.svg", "card/og.svg", "wall/og.svg"])
        {
            Site.Write($"themes/yugong/posters/{design}", File.ReadAllBytes(GitRepository.At("themes", "yugong", "posters", design)));
        }

        var built = await Site.BuildAsync();
        Assert.True(built.Code == 0, built.Out + built.Err);
        Assert.Contains(Paths(), p => p.StartsWith($"posters/{Id}/", StringComparison.Ordinal) && p.EndsWith(".png",
            StringComparison.Ordinal));
        Assert.Contains(Paths(), p => p.StartsWith($"iiif/objects/{Object}/", StringComparison.Ordinal) && p.EndsWith("/default.jpg",
            StringComparison.Ordinal));
        var code = Assert.Single(Directory.GetDirectories(Site.At("output/q")),
            q => File.ReadAllText(Path.Combine(q, "index.html")).Contains($"/people/{Id}/", StringComparison.Ordinal));
        var lists = Paths().Where(p => p.StartsWith("people/trade/", StringComparison.Ordinal)).ToList();

        var tried = await Site.RunAsync("withdraw", Id, "--dry-run");
        Assert.Contains("提到 input/stories/feng-jian/index.md", tried.Out);
        foreach (var file in Directory.GetFiles(Site.At("input"), "*.md", SearchOption.AllDirectories)
            .Where(f => !f.Contains(Id, StringComparison.Ordinal)))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(Name, "同事", StringComparison.Ordinal));
        }

        var done = await Withdraw(Id);
        Assert.True(done.Code == 0, done.Out + done.Err);
        Assert.Contains("都不在了", done.Out);
        Assert.Equal(
            [$"objects/{Object}/gone", $"objects/{Object}/index.html", $"people/{Id}/gone", $"people/{Id}/index.html"],
            Paths().Where(p => p.Contains(Id, StringComparison.Ordinal) || p.Contains(Object, StringComparison.Ordinal)));
        Assert.Contains("已经撤下", File.ReadAllText(Path.Combine(code, "index.html")));
        Assert.True(File.Exists(Path.Combine(code, "gone")));
        Assert.Contains("posters/yugong/yugong-wall-og.png", Paths());
        Assert.Equal(lists, Paths().Where(p => p.StartsWith("people/trade/", StringComparison.Ordinal)));
        Assert.Contains("url=/people/\"", Site.Read("output/people/trade/polymer/index.html"));

        IReadOnlyList<string> Paths() =>
            [.. Directory.GetFiles(Site.Output, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Site.Output, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("related:\n  - { id: x, relation: a, cite: [s1] }\n  - { id: y, relation: b, cite: [s1] }\nobjects: [o]\n", "x",
        "related:\n  - { id: y, relation: b, cite: [s1] }\nobjects: [o]\n")]
    [InlineData("related:\n  - { id: x, relation: a, cite: [s1] }\nobjects: [o]\n", "x", "objects: [o]\n")]
    [InlineData("related:\n  - id: x\n    relation: a\n    cite: [s1]\n  - id: y\n", "x", "related:\n  - id: y\n")]
    [InlineData("objects: [x, y, z]\n", "x", "objects: [y, z]\n")]
    [InlineData("objects: [y, x, z]\n", "x", "objects: [y, z]\n")]
    [InlineData("objects: [y, z, x]\n", "x", "objects: [y, z]\n")]
    [InlineData("objects: [x]\ntrades: [t]\n", "x", "trades: [t]\n")]
    [InlineData("people: [{ id: x, role: user }, { id: y, role: designer }]\n", "x", "people: [{ id: y, role: designer }]\n")]
    [InlineData("people: [{ id: y, role: user }, { id: x, role: designer }]\n", "x", "people: [{ id: y, role: user }]\n")]
    public void References_go_and_nothing_else_does(string before, string id, string after) =>
        Assert.Equal(after, ReferenceRemoval.Without(before,
            [before.IndexOf(id, before.Contains("id: x", StringComparison.Ordinal) ? before.IndexOf("id: x",
            StringComparison.Ordinal) : before.IndexOf('['), StringComparison.Ordinal)], []));

    [Fact]
    public void Links_become_words() =>
        Assert.Equal("见甲和乙。", ReferenceRemoval.Without("见[甲](/people/x/)和[乙](/people/x/#chronicle)。", [], ["/people/x/"]));

    [Fact]
    public void Names_are_found_in_every_spelling()
    {
        var traces = new TakedownTargets(["测试甲"], ["ce-shi"], new Dictionary<string, string>());
        using var packed = new MemoryStream();
        packed.Write("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"u8);
        using (var deflate = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write("/ActualText (测试甲)"u8);
        }

        foreach (var bytes in new[] { "x测试甲x"u8.ToArray(), "%E6%B5%8B%E8%AF%95%E7%94%B2"u8.ToArray(),
            "\"\\u6D4B\\u8BD5\\u7532\""u8.ToArray(), "a href=/q/ce-shi/"u8.ToArray(), packed.ToArray() })
        {
            Assert.True(WithdrawalProof.Speaks(traces, "a.bin", bytes) is not null, System.Text.Encoding.UTF8.GetString(bytes));
        }

        Assert.Null(WithdrawalProof.Speaks(traces, "a.html", "ce-shi-jia pace-shi ce-shix 测试乙"u8.ToArray()));
    }

    private Task<Answer> Withdraw(string id) => Site.RunAsync("withdraw", id, "--yes", "--date", $"{Project.Today:yyyy-MM-dd}");

    private void Poster(string path, string text) => Site.Write(path, text);

    /// <summary>One person and their objects are left of the real site: what is proven is proven of few files as well.</summary>
    private void Thin()
    {
        var left = (string[])["xu-xi", "wubeizi-specimen", "chongqing-beisuan-plastics-factory", "ce-shi-jia", "ce-shi-jia-notebook"];
        var folders = (string[])["input/stories", "input/objects", "input/dialogues", "input/videos"];
        var gone = folders.SelectMany(f => Directory.GetDirectories(Site.At(f))).Where(f => !left.Contains(Path.GetFileName(f)));
        foreach (var folder in gone.ToList())
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var ledger in (string[])["input/urls.txt", "input/claims.txt", "input/codes.txt"])
        {
            File.Delete(Site.At(ledger));
        }

        Site.Edit("input/stories/xu-xi/index.md", "[孙才新](/people/sun-caixin/)", "孙才新");
    }

    private void Lay()
    {
        const string Consent =
            "verification: { checker: 测试, method: 测试, date: 2026-01-01 }\nconsent: { basis: person, by: 本人, scope: [web, poster] }\n";
        const string Source = "sources:\n  - { id: s1, title: 测试, publisher: 测试, archive: 测试, grade: A }\n";
        var body = "\n## 测试\n\n" + string.Concat(Enumerable.Repeat("这是一段只为测试写的文字,没有任何事实。", 35)) + "[@s1]\n";
        Site.Write("input/stories/ce-shi-jia/portrait.png", OddPictures.Png(660, 825));
        Site.Write(
            "input/stories/ce-shi-jia/index.md",
            "---\nid: ce-shi-jia\nstatus: ready\nname: 测试甲\nlatin_name: Ce Shi Jia\ngender: 男\ndirection: builder\ntrades: "
                + "[bridge]\nera: reform\nheadline: 一句测试\nsummary: " + new string('测', 50)
            + "\nobjects: [ce-shi-jia-notebook]\nportrait: { src: portrait.png, alt: 测试, credit: 测试 }\nrelated:\n  - { id: xu-xi, "
                + "relation: 测试, cite: [s1] }\n" + Source + Consent + "---\n" + body);
        Site.Write(
            "input/objects/ce-shi-jia-notebook/index.md",
            "---\nid: ce-shi-jia-notebook\nstatus: ready\ntitle: 测试笔记本\nkind: document\npeople: [{ id: ce-shi-jia, role: user }]\nsummary: "
                + new string('测', 40) + "\n" + Source
            + "verification: { checker: 测试, method: 测试, date: 2026-01-01 }\n---\n\n测试[@s1]。\n");
        Site.Write(
            "input/dialogues/ce-shi-jia-talk/index.md",
            "---\nid: ce-shi-jia-talk\nstatus: ready\ntitle: 对话测试甲\nperson: ce-shi-jia\ninterviewer: 测试\ndate: 2026-01-01\nsummary: "
                + new string('测', 40)
            + "\nexchanges:\n  - { question: 测试, answer: 测试 }\n" + Consent + "---\n");
        var other = Site.Read("input/stories/xu-xi/index.md");
        if (!other.Contains("ce-shi-jia", StringComparison.Ordinal))
        {
            var at = other.IndexOf("\n---\n", 4, StringComparison.Ordinal);
            var cite = other[(other.IndexOf("- id: ", other.IndexOf("sources:", StringComparison.Ordinal), StringComparison.Ordinal) + 6)..]
                .Split('\n')[0];
            other = other.Contains("\nrelated:\n", StringComparison.Ordinal)
                ? other.Replace("\nrelated:\n", $"\nrelated:\n  - {{ id: ce-shi-jia, relation: 测试, cite: [{cite}] }}\n")
                : other[..at] + $"\nrelated:\n  - {{ id: ce-shi-jia, relation: 测试, cite: [{cite}] }}" + other[at..];
            Site.Write("input/stories/xu-xi/index.md", other);
        }
    }
}
