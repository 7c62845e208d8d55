using System.Diagnostics;
using System.Text;
using Xunit;
using YuGong.Build;
using YuGong.Build.Faults;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Faults;

/// <summary>
/// Whatever lies in the folders, a command says it in findings or in one sentence; a stack is for us and stands in a file.
/// </summary>
public sealed class NoExceptionTests
{
    private const string Page = "input/pages/guide/index.md";

    private const string Head = "---\nid: guide\ntitle: 指南\nsummary: 怎样使用本站的一页说明,给第一次来的人看。\n---\n\n";

    public static TheoryData<string, string, int> DeepBodies => new()
    {
        { "emphasis", Many("**", 130) + "a" + Many("**", 130), 7 },
        { "quotes", Many("> ", 130) + "x", 7 },
        { "lists", Many("- ", 400) + "x", 7 },
        { "indented lists", string.Concat(Enumerable.Range(0, 70).Select(i => new string(' ', i * 2) + "- a\n")), 70 },
        { "brackets", Many("[", 1999), 7 },
        { "pictures", Many("![", 300) + "a" + Many("](/x/)", 300), 7 },
        { "quotes in lists", Many("> - ", 80) + "x", 7 },
        { "after a good part", "好的一段。\n\n另一段。\n\n" + Many("> ", 200) + "x", 11 },
        { "in a footnote", "注[^1]\n\n[^1]: " + Many("> ", 200) + "x", 9 },
        { "in a table", "| a |\n|---|\n| " + Many("**", 200) + "x" + Many("**", 200) + " |", 9 },
        { "in a heading", "## " + Many("_", 300) + "x" + Many("_", 300), 7 },
        { "citations", Many("[@", 300) + Many("]", 300), 7 },
    };

    [Theory]
    [MemberData(nameof(DeepBodies))]
    public void A_body_nested_too_deep_is_one_finding_at_its_line(string kind, string body, int line)
    {
        using var trial = new ExampleProject();
        trial.Put(Page, Head + body + "\n");
        var found = trial.Check().Where(d => d.Rule == ContentRules.BodyBounds).ToList();
        if (found.Count == 0)
        {
            Assert.Contains(kind, (string[])["in a heading", "citations"]); // read as plain text
            return;
        }

        Assert.Single(found);
        Assert.Equal((Page, line), (found[0].Span.File.Path, found[0].Span.File.At(found[0].Span.Start).Line));
    }

    [Theory]
    [InlineData("[a](", 50_000)]
    [InlineData("# a\n", 20_000)]
    [InlineData("a\n-\n", 20_000)]
    [InlineData("`a", 50_000)]
    [InlineData("*a **b ", 20_000)]
    [InlineData("[a]: x\n", 20_000)]
    [InlineData("a|", 50_000)]
    [InlineData("字", 300_000)]
    public void A_body_that_would_take_minutes_is_one_finding(string what, int times)
    {
        using var trial = new ExampleProject();
        trial.Put(Page, Head + Many(what, times) + "\n");
        Assert.Single(trial.Check(), d => d.Rule == ContentRules.BodyBounds);
    }

    [Fact]
    public void Tags_pasted_into_one_paragraph_are_one_finding()
    {
        using var trial = new ExampleProject();
        trial.Put(Page, Head + "一段" + Many("</g>", 25_000) + "\n\n另一段**粗<b>体</b>**<br>。\n");
        Assert.Equal(2, trial.Check().Count(d => d.Rule == ContentRules.RawHtml));
    }

    [Theory]
    [InlineData("\u0001")]
    [InlineData("\u001b[2J")]
    [InlineData("\u009d")]
    [InlineData("\ufffe")]
    [InlineData("\uffff")]
    public void A_control_character_in_any_text_is_found_and_goes_nowhere(string bad)
    {
        using var trial = new ExampleProject();
        trial.Put(Page, Head.Replace("指南", "指" + bad + "南") + "正文" + bad + "。\n");
        trial.Put("statiq.json", File.ReadAllText(trial.At("statiq.json")).Replace("重庆市", "重庆市" + bad));
        trial.Put("themes/yugong/templates/page.scriban", File.ReadAllText(trial.At("themes/yugong/templates/page.scriban")) + bad);
        trial.Put("input/taxonomies/fields.yaml", $"- {{ id: a, name: 甲{bad} }}\n");
        trial.Put("input/urls.txt", $"/{bad}/\n");
        trial.Put("input/withdrawn.txt", $"2026-11-01 /people/x{bad}/\n");
        var found = trial.Check().Where(d => d.Rule == ContentRules.BadCharacter).Select(d => d.Span.File.Path)
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [Page, "input/taxonomies/fields.yaml", "input/urls.txt", "input/withdrawn.txt", "statiq.json",
                "themes/yugong/templates/page.scriban"],
            found);

        var options = new RunOptions(trial.Project, ExampleProject.Today, Edition.Preview) { Jobs = 1, WithFonts = false };
        var plan = SitePlanner.Plan(options, null, new(), TestContext.Current.CancellationToken)!;
        Assert.All(plan.Publication.Files, f => Assert.DoesNotContain(bad, Encoding.UTF8.GetString(f.Render().Span)));
    }

    [Theory]
    [InlineData("a: \"\\ud800\"")]
    [InlineData("a: \"\\uDFFF\\uD800\"")]
    [InlineData("a: \"\\x01\"")]
    [InlineData("a: \"\\0\"")]
    public void Half_a_character_by_its_number_is_a_finding_in_YAML_and_JSON(string line)
    {
        using var trial = new ExampleProject();
        trial.Put(Page, Head.Replace("title: 指南", "title: 指南\nextra:\n  " + line) + "正文。\n");
        trial.Put("statiq.json", File.ReadAllText(trial.At("statiq.json"))
            .Replace("\"重庆市工程师协会\"", line[3..].Replace("\\x01", "\\u0001").Replace("\\0", "\\u0000")));
        var files = trial.Check().Where(d => d.Severity == Severity.Error).Select(d => d.Span.File.Path).Distinct();
        Assert.Equal([Page, "statiq.json"], files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pipe_is_no_file_and_nobody_waits_for_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have names on Linux.");
        using var trial = new ExampleProject();
        string[] pipes =
        [
            "input/pages/guide/index.md", "input/pages/about/photo.jpg", "input/call.yaml", "input/taxonomies/fields.yaml",
            "input/urls.txt", "input/claims.txt", "input/withdrawn.txt", "input/codes.txt",
            "themes/yugong/templates/home.scriban", "themes/yugong/assets/a.css",
        ];
        foreach (var pipe in pipes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(trial.At(pipe))!);
            File.Delete(trial.At(pipe));
            MakePipe(trial.At(pipe));
        }

        var (code, words) = trial.Command("build", "--no-posters");
        Assert.Equal(1, code);
        Assert.All(pipes.Where(p => p != "input/claims.txt"), pipe => Assert.Contains($"{pipe}:1:1: error YG107", words));
        Assert.DoesNotContain("   at ", words);
    }

    [Fact]
    public void Settings_that_are_a_pipe_or_a_folder_are_a_finding()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have names on Linux.");
        using var trial = new ExampleProject();
        File.Delete(trial.At("statiq.json"));
        MakePipe(trial.At("statiq.json"));
        Assert.Contains(trial.Check(), d => d.Rule == ContentRules.Unreadable && d.Span.File.Path == "statiq.json");
        File.Delete(trial.At("statiq.json"));
        Directory.CreateDirectory(trial.At("statiq.json"));
        Assert.Contains(trial.Check(), d => d.Rule == ContentRules.NoInput && d.Span.File.Path == "statiq.json");
        File.Delete(trial.At("themes/yugong/theme.json"));
        MakePipe(trial.At("themes/yugong/theme.json"));
        Assert.Contains(trial.Check(), d => d.Rule == ContentRules.Unreadable && d.Span.File.Path == "themes/yugong/theme.json");
    }

    [Fact]
    public void Links_that_lead_in_a_circle_or_nowhere_and_names_that_are_no_text_are_findings()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names are bytes on Linux.");
        using var trial = new ExampleProject();
        File.CreateSymbolicLink(trial.At("input/pages/about/a.png"), "b.png");
        File.CreateSymbolicLink(trial.At("input/pages/about/b.png"), "a.png");
        File.Delete(trial.At("input/taxonomies/eras.yaml"));
        File.CreateSymbolicLink(trial.At("input/taxonomies/eras.yaml"), "eras.yaml");
        File.CreateSymbolicLink(trial.At("themes/yugong/assets/circle.css"), "circle.css");
        using (var touch = Process.Start("sh",
            ["-c", $"printf x > \"$(printf '{trial.At("input/pages")}/\\377name.md')\"; mkdir -p \"$(printf "
            + $"'{trial.At("input/stories")}/\\300\\200')\""]))
        {
            touch.WaitForExit();
        }

        Directory.CreateDirectory(trial.At("input/pages/" + new string('a', 250)));
        var (code, words) = trial.Command("check");
        using (var remove = Process.Start("rm", ["-rf", trial.At("input")])) // .NET has no name for it
        {
            remove.WaitForExit();
        }

        Assert.Equal(1, code);
        Assert.Contains("error YG108", words);
        Assert.Contains("themes/yugong/assets/circle.css:1:1: error YG108", words);
        Assert.DoesNotContain("   at ", words);
    }

    [Fact]
    public void A_cache_that_is_a_file_is_said_in_one_sentence()
    {
        using var trial = new ExampleProject();
        trial.Put(".cache", "x");
        var (code, words) = trial.Command("build", "--no-posters");
        Assert.DoesNotContain("   at ", words);
        Assert.True(code is 0 or 1, words);
    }

    [Theory]
    [InlineData("input/withdrawn.txt", "2026-11-01 /a//b/")]
    [InlineData("input/withdrawn.txt", "2026-11-01 /./")]
    [InlineData("input/withdrawn.txt", "2026-11-01 /a\\b/")]
    [InlineData("input/urls.txt", "/people/direction/../page/2/")]
    [InlineData("input/urls.txt", "//people/")]
    public void A_line_of_a_ledger_that_is_no_place_is_a_finding(string ledger, string line)
    {
        using var trial = new ExampleProject();
        trial.Put(ledger, line + "\n");
        Assert.Contains(trial.Check(), d => d.Span.File.Path == ledger && d.Rule.Code is "YG210" or "YG216");
    }

    [Theory]
    [InlineData("Host", "a b")]
    [InlineData("Host", "https://example.org")]
    [InlineData("Host", "[::1")]
    [InlineData("Host", "example.org/x?y")]
    [InlineData("LinkRoot", "/..")]
    [InlineData("LinkRoot", "//a")]
    [InlineData("LinkRoot", "/a?b")]
    public void A_setting_that_makes_no_address_is_a_finding(string key, string value)
    {
        using var trial = new ExampleProject();
        var settings = File.ReadAllText(trial.At("statiq.json"))
            .Replace("\"Host\": \"yugong.example.org\"",
            key == "Host" ? $"\"Host\": \"{value}\"" : $"\"Host\": \"yugong.example.org\", \"{key}\": \"{value}\"");
        trial.Put("statiq.json", settings);
        Assert.Contains(trial.Check(), d => d.Rule == ContentRules.BadSetting);
    }

    [Theory]
    [InlineData("preview", "--port", "70000")]
    [InlineData("check", "--root", "no-such-folder-here")]
    [InlineData("build", "--jobs", "0")]
    [InlineData("build", "--jobs", "99999999999999")]
    [InlineData("build", "--input", "")]
    public void A_value_out_of_range_is_misuse(string command, string option, string value)
    {
        Assert.Equal(2, CommandTree.Run([command, option, value]));
    }

    [Fact]
    public void A_mistake_of_ours_writes_a_report_without_a_word_of_what_was_read()
    {
        var fault = Fault.Of(Thrown(() => throw new InvalidOperationException("张三 13800138000")), "check");
        Assert.Equal(70, fault.ExitCode);
        var path = Path.Combine(Path.GetTempPath(), fault.Words.Zh.Split("yugong-crash-")[1].Split(' ')[0])
            .Replace(Path.GetTempPath(), Path.GetTempPath() + "yugong-crash-");
        var report = File.ReadAllText(path);
        Assert.Contains("InvalidOperationException", report);
        Assert.Contains(nameof(NoExceptionTests), report);
        Assert.DoesNotContain("13800138000", report);
        Assert.DoesNotContain("/NoExceptionTests.cs", report);
        File.Delete(path);
    }

    [Theory]
    [InlineData(28, "磁盘满了")]
    [InlineData(30, "只能读")]
    [InlineData(40, "绕成了圈")]
    public void What_the_machine_refuses_is_one_sentence(int errno, string says)
    {
        var fault = Fault.Of(new AggregateException(new InvalidOperationException("x", new IOException("words '/a/b' words", errno))),
            "build");
        Assert.Equal(1, fault.ExitCode);
        Assert.Contains(says, fault.Words.Zh);
        Assert.Contains("/a/b", fault.Words.Zh);
    }

    private static Exception Thrown(Action work)
    {
        try
        {
            work();
        }
        catch (InvalidOperationException e)
        {
            return e;
        }

        throw new UnreachableException();
    }

    private static string Many(string what, int times) => string.Concat(Enumerable.Repeat(what, times));

    private static void MakePipe(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
