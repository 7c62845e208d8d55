using System.Text;
using System.Text.Json;
using Xunit;
using YuGong.Leads;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Leads;

/// <summary>
/// The whole way on the real site, by the compiled program: from mails to a published story, and nothing private on the way.
/// </summary>
public sealed class LeadsCommandTests : IDisposable
{
    private static readonly string[] Secrets =
    [
        "13800000001", "138-0000-0001", "023-60000002", "02360000002", "1970-05", "群众", "测试推荐者", "ceshi@example.org", "测试寄信人", "泥浆比重",
        "手写记录本", "私下依据", "私下理由", "私下意见", "同乡（测试）",
    ];

    private static readonly string[] Folders = ["input", "output", "preview", ".output.build", ".cache/builds"];

    private readonly Project project = Project.OfRealSite();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task A_lead_goes_all_the_way_and_nothing_private_leaves_the_register()
    {
        Git("init", "-q");
        project.Write(".gitignore", "/leads/\n/output/\n/.output.build/\n/.cache/\n/key\n/scores.*\n");
        await Do("init");
        project.Write("来件/a.eml", Mails.Mail(
            Mails.Subject("渝工故事线索+测试推荐者+13800000001", "gbk"), "From: =?utf-8?B?5rWL6K+V5a+E5L+h5Lq6?= <ceshi@example.org>",
            Mails.Multipart("mixed", "b", Mails.Words("text/plain", "utf-8", "您好"),
                Mails.File("filename=\"a.docx\"",
                FormWriter.Write(null, Sample.Form((Field.Recommender, "测试推荐者"), (Field.Relation, "同乡（测试）")))))));
        await Do("import", project.At("来件"));
        project.Delete("来件");
        await Do("set", "YG-2026-0001", "direction=builder", "district=yuzhong");
        await Do("verify", "YG-2026-0001", "--authentic", "私下依据", "--typical", "私下依据", "--detailed", "私下依据");
        await Do("move", "YG-2026-0001", "verified");
        await Do("score", "export", project.At("scores.csv"));
        var sheet = project.Read("scores.csv");
        project.Write("scores.csv", sheet.TrimEnd('\r', '\n')[..^1] + "92,私下意见\r\n");
        await Do("score", "import", project.At("scores.csv"), "--expert", "专家（测试）");
        project.Delete("scores.csv");
        await Do("move", "YG-2026-0001", "shortlisted");
        await Do("move", "YG-2026-0001", "selected", "--reason", "私下理由");
        var story = await Do("promote", "YG-2026-0001", "ce-shi-jia");
        Assert.Contains("写好了 input/stories/ce-shi-jia/index.md", story.Out);
        var text = project.Read("input/stories/ce-shi-jia/index.md");
        Assert.Contains("name: \"测试甲\"", text);
        Assert.Contains("extra: { lead: YG-2026-0001 }", text);
        Assert.Contains("direction: builder", text);

        await Do("stats");
        await Do("list");
        await Do("journal");
        await Do("backup", project.At("leads/backup"));
        Git("add", "-A");
        Git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "all");
        foreach (var (key, value) in new[] { ("latin_name", "Ce Shi Jia"), ("trades", "[bridge]"), ("era", "reform"), ("headline", "一句测试"),
            ("summary", new string('测', 50)) })
        {
            project.Edit("input/stories/ce-shi-jia/index.md", $"\n{key}:\n", $"\n{key}: {value}\n");
        }

        project.Edit("input/stories/ce-shi-jia/index.md", "[@s1]", "");
        var built = await project.BuildAsync();
        Assert.True(built.Code == 0, built.Err);
        Assert.Contains("“测试甲”没有发布:草稿", built.Out);
        Assert.Contains("测试甲", File.ReadAllText(Path.Combine(project.PublishPreview(), "people", "ce-shi-jia", "index.html")));

        // Everything outside the ignored folders, git's own objects unpacked.
        var (files, found) = (0, new List<string>());
        foreach (var (name, bytes) in Public())
        {
            files++;
            found.AddRange(Secrets.Where(s => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) >= 0).Select(s => $"{name}: {s}"));
        }

        Assert.True(files > 100);
        Assert.Empty(found);
        var scan = await Do("scan", "--git");
        Assert.Contains("一个也没有", scan.Out);

        project.Edit("input/stories/ce-shi-jia/index.md", "status: draft", "status: draft # 138 0000 0001");
        Assert.Contains("YG660", (await Leads("scan")).Err);
    }

    [Fact]
    public async Task Commands_help_speak_json_and_ask_before_what_cannot_be_undone()
    {
        Assert.Contains("erase", (await Tool.RunAsync(Tool.Yugong("leads", "--help"))).Out);
        await Do("init");
        project.Write("a.docx", FormWriter.Write(null, Sample.Form()));
        var tried = await Do("import", project.At("a.docx"), "--dry-run", "--json");
        Assert.Equal(1, JsonDocument.Parse(tried.Out).RootElement[0].GetProperty("people").GetInt32());
        await Do("import", project.At("a.docx"));
        var list = JsonDocument.Parse((await Do("list", "--json", "--state", "收到")).Out).RootElement;
        Assert.Equal("测试甲", list[0].GetProperty("person").GetString());
        Assert.Equal("received", list[0].GetProperty("state").GetString());
        var shown = JsonDocument.Parse((await Do("show", "YG-2026-0001", "--json")).Out).RootElement;
        Assert.Equal("13800000001", shown.GetProperty("fields").GetProperty("person_phone").GetString());

        var refused = await Leads("erase", "YG-2026-0001");
        Assert.Equal((2, true), (refused.Code, refused.Err.Contains("--yes")));
        await Do("export", "YG-2026-0001", project.At("out"));
        Assert.Equal(2, Directory.GetFiles(project.At("out")).Length);
        await Do("erase", "YG-2026-0001", "--yes");
        Assert.Equal(0, JsonDocument.Parse((await Do("list", "--json")).Out).RootElement.GetArrayLength());
        Assert.Equal(2, (await Leads("list", "--state", "无此状态")).Code);
    }

    [Fact]
    public async Task A_register_that_git_would_take_is_refused()
    {
        Git("init", "-q");
        var refused = await Leads("init");
        Assert.Equal(1, refused.Code);
        Assert.Contains("YG655", refused.Err);
        Assert.False(Directory.Exists(project.At("leads")));
    }

    [Fact]
    public async Task The_form_is_written_and_made_a_PDF()
    {
        var said = await Do("form", "--to", project.At("表.docx"), "--pdf");
        Assert.True(File.Exists(project.At("表.pdf")), said.Err);
        var words = Encoding.UTF8.GetString(Unzip(project.At("表.docx")));
        Assert.Contains("以简洁文字阐述人物主要工作经历", words);
        Assert.Contains("标注故事最具代表性的特质", words);
        Assert.Empty(FormReader.ReadDocx(File.ReadAllBytes(project.At("表.docx"))).Forms);
    }

    [Fact]
    public async Task What_leaves_the_register_is_for_its_owner_only_and_no_terminal_obeys_it()
    {
        await Do("init");
        project.Write("来件/a\u001b[2J\n.docx",
            FormWriter.Write(null, Sample.Form((Field.Person, "测试\u202E甲"), (Field.Highlights, "测试的亮点\n【性别】冒充"))));
        project.Write("来件/b\u001b[31m.docx", "坏");
        List<Answer> answers = [await Leads("import", project.At("来件")), await Do("list"), await Do("show", "YG-2026-0001"),
            await Do("held"), await Do("journal"), await Do("list", "--json")];
        Assert.All(answers, a => Assert.DoesNotContain(a.Out + a.Err, c => c is '\u001b' or '\u202E'));
        Assert.Contains("\n  【性别】冒充", answers[2].Out);
        Assert.Equal("测试甲", JsonDocument.Parse(answers[^1].Out).RootElement[0].GetProperty("person").GetString());
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await Do("export", "YG-2026-0001", project.At("out/own"));
        await Do("held", "--to", project.At("out/held"));
        await Do("show", "YG-2026-0001", "--originals", project.At("out/originals"));
        await Do("score", "export", project.At("out/own/scores.xlsx"), "--state", "收到");
        await Do("backup", project.At("out/own/backup"));
        var files = Directory.GetFiles(project.At("out"), "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.'))
            .ToList();
        Assert.True(files.Count >= 7);
#pragma warning disable CA1416 // The tests run where there are such modes.
        Assert.All(files, f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
        Assert.All(Directory.GetDirectories(project.At("out"), "*", SearchOption.AllDirectories),
            f => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(f) & (UnixFileMode)0b111111));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task A_register_is_checked_and_taken_after_an_older_one_was_put_back()
    {
        await Do("init");
        File.Copy(project.At("leads/register.db"), project.At("old.db"));
        project.Write("a.docx", FormWriter.Write(null, Sample.Form()));
        await Do("import", project.At("a.docx"));
        Assert.Contains("\"whole\": true", (await Do("check", "--json")).Out);
        File.Copy(project.At("old.db"), project.At("leads/register.db"), overwrite: true);
        foreach (var command in new[] { "list", "check" })
        {
            var refused = await Leads(command);
            Assert.Equal((1, true), (refused.Code, refused.Err.Contains("YG658", StringComparison.Ordinal)));
        }

        Assert.Equal(2, (await Leads("check", "--accept")).Code);
        await Do("check", "--accept", "--yes");
        await Do("check");
        Assert.Contains("anchor accepted", (await Do("journal")).Out);
    }

    private static byte[] Unzip(string path)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(path);
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    private IEnumerable<(string Name, byte[] Bytes)> Public()
    {
        foreach (var folder in Folders.Select(project.At).Where(Directory.Exists))
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            {
                yield return (file, File.ReadAllBytes(file));
            }
        }

        foreach (var one in YuGong.Cli.GitObjects.All(project.Root))
        {
            yield return one;
        }
    }

    private void Git(params string[] arguments) =>
        Assert.Equal(0, Tool.RunAsync(Tool.Start("git", ["-C", project.Root, .. arguments])).GetAwaiter().GetResult().Code);

    private Task<Answer> Leads(params string[] arguments) =>
        Tool.RunAsync(Tool.Yugong(["leads", .. arguments, "--root", project.Root, "--key-file", project.At("key"), "--by", "测试编辑", "--date",
            "2026-03-03"]));

    private async Task<Answer> Do(params string[] arguments)
    {
        var answer = await Leads(arguments);
        Assert.True(answer.Code == 0, string.Join(' ', arguments) + "\n" + answer.Out + answer.Err);
        return answer;
    }
}
