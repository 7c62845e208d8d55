using System.Text;
using Xunit;
using YuGong.Cli;
using YuGong.Leads;
using YuGong.Tests.Media;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Leads;

/// <summary>Who is withdrawn is gone from everything that is published or kept to be published.</summary>
public sealed class WithdrawTests : IDisposable
{
    private static readonly string[] Folders = ["output", ".cache/builds", ".cache/posters", "posters"];

    private readonly Project project = Project.OfRealSite();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task Somebody_withdrawn_is_gone_and_a_neutral_page_stays()
    {
        // A made-up person with a picture, an object, a dialogue, a film, a relation and a link, on the real site.
        Lay();
        Assert.Equal(0, (await project.BuildAsync()).Code);
        Assert.True(File.Exists(Path.Combine(project.Output, "people", "ce-shi-jia", "index.html")));
        Poster("posters/ce-shi-jia/peak.pdf", "測");
        Poster("posters/yugong/wall.pdf", "wall");
        Poster("posters/other/peak.pdf", "other");
        Poster("output/tiles/portrait/0,0,1,1/1,/0/default.jpg", "tile");
        Poster(".cache/posters/aa/bb", "测试甲");

        var tried = await project.RunAsync("withdraw", "ce-shi-jia", "--dry-run");
        Assert.Contains("什么也没有改", tried.Out);
        Assert.True(Directory.Exists(project.At("input/stories/ce-shi-jia")));
        Assert.Equal(2, (await project.RunAsync("withdraw", "ce-shi-jia")).Code);

        var done = await Withdraw("ce-shi-jia");
        Assert.True(done.Code == 0, done.Out + done.Err);
        Assert.Contains("都不在了", done.Out);
        Assert.False(Directory.Exists(project.At("input/stories/ce-shi-jia")));
        Assert.False(Directory.Exists(project.At("input/objects/ce-shi-jia-notebook")));
        Assert.False(Directory.Exists(project.At("input/dialogues/ce-shi-jia-talk")));
        Assert.Contains("/people/ce-shi-jia/", project.Read("input/withdrawn.txt"));
        Assert.DoesNotContain("ce-shi-jia", project.Read("input/stories/xu-xi/index.md"));

        var page = project.Read("output/people/ce-shi-jia/index.html");
        Assert.Contains("已经撤下", page);
        Assert.Contains("noindex", page);
        Assert.Equal(page, project.Read("output/410.html"));
        Assert.True(File.Exists(project.At("output/people/ce-shi-jia/gone")));
        foreach (var folder in Folders.Select(project.At).Where(Directory.Exists))
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            {
                var text = File.ReadAllText(file, Encoding.UTF8);
                Assert.False(text.Contains("测试甲", StringComparison.Ordinal) || text.Contains("ce-shi-jia", StringComparison.Ordinal) || text.Contains("Ce Shi Jia", StringComparison.Ordinal), file);
            }
        }

        Assert.False(Directory.Exists(project.At(".output.build/next")));
        Assert.False(Directory.Exists(project.At("posters/ce-shi-jia")));
        Assert.True(File.Exists(project.At("posters/other/peak.pdf")));

        // Neither the next build nor an old branch brings them back.
        Assert.Equal(0, (await project.BuildAsync()).Code);
        Lay();
        var again = await project.BuildAsync();
        Assert.Equal(1, again.Code);
        Assert.Contains("YG214", again.Err);
    }

    [Fact]
    public async Task A_smaller_copy_and_a_cache_of_a_new_kind_are_found_by_themselves()
    {
        Lay();
        Posters.Pngs.Write(project.At("input/stories/ce-shi-jia/portrait.png"), 600, 400);
        Assert.Equal(0, (await project.BuildAsync()).Code);
        Directory.CreateDirectory(project.At("output/derived"));
        Posters.Pngs.Write(project.At("output/derived/0a1b2c-240.png"), 240, 160);
        Posters.Pngs.Write(project.At("output/derived/another.png"), 160, 240);
        Poster(".thumbnails/x.json", "{\"who\":\"测试甲\"}");
        var done = await project.RunAsync("withdraw", "ce-shi-jia", "--yes", "--json", "--date", $"{Project.Today:yyyy-MM-dd}");
        Assert.Equal(1, done.Code);
        Assert.Contains("output/derived/0a1b2c-240.png:1:1: error YG670: 同一张照片", done.Err);
        Assert.Contains(".thumbnails/x.json:1:1: error YG670", done.Err);
        Assert.DoesNotContain("another.png", done.Err);
        var told = System.Text.Json.JsonDocument.Parse(done.Out).RootElement;
        Assert.Equal((true, 2, false, 1), (told.GetProperty("withdrawn").GetBoolean(), told.GetProperty("proof").GetProperty("left").GetInt32(), told.GetProperty("proof").GetProperty("proven").GetBoolean(), told.GetProperty("proof").GetProperty("pictures").GetInt32()));
    }

    [Fact]
    public async Task The_certificate_about_somebody_withdrawn_verifies_no_more()
    {
        Lay();
        project.Write("征集表.docx", FormWriter.Write(null, Sample.Form()));
        Assert.Equal(0, (await project.RunAsync("leads", "init", "--key-file", project.At("key"))).Code);
        Assert.Equal(0, (await project.RunAsync("leads", "import", project.At("征集表.docx"), "--key-file", project.At("key"))).Code);
        using (var register = LeadRegister.Open(project.At("leads"), KeyFile.Read(project.At("key"))!, new())!)
        {
            var row = register.Rows().Single();
            register.Set(row, Field.Story, "ce-shi-jia", Registry.Today);
            register.Move(row, LeadState.Published, "", Registry.Today);
        }

        Assert.Equal(0, (await project.RunAsync("leads", "certificates", "--key-file", project.At("key"))).Code);
        Assert.Single(project.Read("input/certificates.txt").Trim().Split('\n'));
        Assert.Equal(0, (await project.BuildAsync()).Code);
        Assert.Single(Directory.GetFiles(project.At("output/verify/c")));
        var done = await project.RunAsync("withdraw", "ce-shi-jia", "--yes", "--key-file", project.At("key"), "--date", $"{Project.Today:yyyy-MM-dd}");
        Assert.True(done.Code == 0, $"{done.Code} {done.Out} {done.Err}");
        Assert.Contains("收回 1 份证书", done.Out);
        Assert.Equal("", project.Read("input/certificates.txt").Trim());
        Assert.False(Directory.Exists(project.At("output/verify/c")));
    }

    [Fact]
    public async Task What_people_must_mend_is_listed_and_nothing_is_called_done()
    {
        Lay();
        project.Edit("input/pages/about/index.md", "\n---\n", "\n---\n\n感谢测试甲的帮助。\n");
        Assert.Equal(0, (await project.BuildAsync()).Code);
        var done = await Withdraw("ce-shi-jia");
        Assert.Equal(1, done.Code);
        Assert.Contains("input/pages/about/index.md:1:1: error YG670", done.Err);
        Assert.Contains("output/about/index.html:1:1: error YG670", done.Err);
        Assert.DoesNotContain("都不在了", done.Out);
    }

    [Theory]
    [InlineData("related:\n  - { id: x, relation: a, cite: [s1] }\n  - { id: y, relation: b, cite: [s1] }\nobjects: [o]\n", "x", "related:\n  - { id: y, relation: b, cite: [s1] }\nobjects: [o]\n")]
    [InlineData("related:\n  - { id: x, relation: a, cite: [s1] }\nobjects: [o]\n", "x", "objects: [o]\n")]
    [InlineData("related:\n  - id: x\n    relation: a\n    cite: [s1]\n  - id: y\n", "x", "related:\n  - id: y\n")]
    [InlineData("objects: [x, y, z]\n", "x", "objects: [y, z]\n")]
    [InlineData("objects: [y, x, z]\n", "x", "objects: [y, z]\n")]
    [InlineData("objects: [y, z, x]\n", "x", "objects: [y, z]\n")]
    [InlineData("objects: [x]\ntrades: [t]\n", "x", "trades: [t]\n")]
    [InlineData("people: [{ id: x, role: user }, { id: y, role: designer }]\n", "x", "people: [{ id: y, role: designer }]\n")]
    [InlineData("people: [{ id: y, role: user }, { id: x, role: designer }]\n", "x", "people: [{ id: y, role: user }]\n")]
    public void References_go_and_nothing_else_does(string before, string id, string after) =>
        Assert.Equal(after, ReferenceRemoval.Without(before, [before.IndexOf(id, before.Contains("id: x", StringComparison.Ordinal) ? before.IndexOf("id: x", StringComparison.Ordinal) : before.IndexOf('['), StringComparison.Ordinal)], []));

    [Fact]
    public void Links_become_words() => Assert.Equal("见甲和乙。", ReferenceRemoval.Without("见[甲](/people/x/)和[乙](/people/x/#chronicle)。", [], ["/people/x/"]));

    [Fact]
    public void Names_are_found_in_every_spelling()
    {
        var traces = new WithdrawalTraces(["测试甲"], ["ce-shi"], new Dictionary<string, string>());
        using var packed = new MemoryStream();
        packed.Write("%PDF-1.7\n1 0 obj\nstream\n"u8);
        using (var deflate = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write("/ActualText (测试甲)"u8);
        }

        foreach (var bytes in new[] { "x测试甲x"u8.ToArray(), "%E6%B5%8B%E8%AF%95%E7%94%B2"u8.ToArray(), "\"\\u6D4B\\u8BD5\\u7532\""u8.ToArray(), "a href=/q/ce-shi/"u8.ToArray(), packed.ToArray() })
        {
            Assert.NotNull(WithdrawalProof.Speaks(traces, bytes));
        }

        Assert.Null(WithdrawalProof.Speaks(traces, "ce-shi-jia pace-shi ce-shix 测试乙"u8.ToArray()));
    }

    private Task<Answer> Withdraw(string id) => project.RunAsync("withdraw", id, "--yes", "--date", $"{Project.Today:yyyy-MM-dd}");

    private void Poster(string path, string text) => project.Write(path, text);

    private void Lay()
    {
        const string Consent = "verification: { checker: 测试, method: 测试, date: 2026-01-01 }\nconsent: { basis: person, by: 本人, scope: [web, poster] }\n";
        const string Source = "sources:\n  - { id: s1, title: 测试, publisher: 测试, archive: 测试, grade: A }\n";
        var body = "\n## 测试\n\n" + string.Concat(Enumerable.Repeat("这是一段只为测试写的文字,没有任何事实。", 35)) + "[@s1]\n";
        project.Write("input/stories/ce-shi-jia/portrait.png", OddPictures.Png(1200, 1500));
        project.Write(
            "input/stories/ce-shi-jia/index.md",
            "---\nid: ce-shi-jia\nstatus: ready\nname: 测试甲\nlatin_name: Ce Shi Jia\ngender: 男\ndirection: builder\ntrades: [bridge]\nera: reform\nheadline: 一句测试\nsummary: " + new string('测', 50)
            + "\nobjects: [ce-shi-jia-notebook]\nportrait: { src: portrait.png, alt: 测试, credit: 测试 }\nrelated:\n  - { id: xu-xi, relation: 测试, cite: [s1] }\n" + Source + Consent + "---\n" + body);
        project.Write(
            "input/objects/ce-shi-jia-notebook/index.md",
            "---\nid: ce-shi-jia-notebook\nstatus: ready\ntitle: 测试笔记本\nkind: document\npeople: [{ id: ce-shi-jia, role: user }]\nsummary: " + new string('测', 40) + "\n" + Source
            + "verification: { checker: 测试, method: 测试, date: 2026-01-01 }\n---\n\n测试[@s1]。\n");
        project.Write(
            "input/dialogues/ce-shi-jia-talk/index.md",
            "---\nid: ce-shi-jia-talk\nstatus: ready\ntitle: 对话测试甲\nperson: ce-shi-jia\ninterviewer: 测试\ndate: 2026-01-01\nsummary: " + new string('测', 40)
            + "\nexchanges:\n  - { question: 测试, answer: 测试 }\n" + Consent + "---\n");
        var other = project.Read("input/stories/xu-xi/index.md");
        if (!other.Contains("ce-shi-jia", StringComparison.Ordinal))
        {
            var at = other.IndexOf("\n---\n", 4, StringComparison.Ordinal);
            var cite = other[(other.IndexOf("- id: ", other.IndexOf("sources:", StringComparison.Ordinal), StringComparison.Ordinal) + 6)..].Split('\n')[0];
            other = other.Contains("\nrelated:\n", StringComparison.Ordinal)
                ? other.Replace("\nrelated:\n", $"\nrelated:\n  - {{ id: ce-shi-jia, relation: 测试, cite: [{cite}] }}\n")
                : other[..at] + $"\nrelated:\n  - {{ id: ce-shi-jia, relation: 测试, cite: [{cite}] }}" + other[at..];
            project.Write("input/stories/xu-xi/index.md", other);
        }
    }
}
