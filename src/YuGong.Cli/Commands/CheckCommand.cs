using System.CommandLine;
using YuGong.Build;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong check</c>: every finding, sorted; nothing is written.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var jobs = SharedOptions.Jobs();
        var format = new Option<string>("--format") { Description = Terminal.Words("text、json 或 sarif",
            "text, json or sarif"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var registered = PrivateValuesFile.Option();
        var fix = new Option<bool>("--fix") { Description = Terminal.Words("把有唯一改法的都改好写回文件,其他一个字节不动;剩下的照样列出",
            "write what has one right answer back into the files and keep every other byte; what is left is listed as ever") };
        var dryRun = new Option<bool>("--dry-run") { Description = Terminal.Words("只显示 --fix 会改什么(diff),不写",
            "only show what --fix would change, as a diff; write nothing") };
        var command = new Command("check", Terminal.Words("检查内容和主题,列出全部发现:构建会拒绝的,这里都说。没有错误时退出码 0,有错误 1,用法不对 2。",
            "Check content and theme and list every finding: whatever a build would refuse is told here. Exit code 0 without "
            + "errors, 1 with errors, 2 for misuse."))
        {
            root, input, date, jobs, format, registered, fix, dryRun,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var options = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), Edition.Release)
            {
                Jobs = Math.Max(1, parsed.GetValue(jobs)), WithFonts = false,
                PrivateValues = PrivateValuesFile.Read(parsed.GetValue(registered)),
            };
            var findings = parsed.GetValue(dryRun) || parsed.GetValue(fix)
                ? FixRun.Findings(options, parsed.GetValue(dryRun), cancel) : Findings(options, cancel);
            return Task.FromResult(findings is null ? 1 : Print(findings, parsed.GetValue(format)!));
        });
        return command;
    }

    /// <summary>All that a build would say before it publishes: a plan, rendered to nowhere when nothing speaks against it.</summary>
    internal static Diagnostics Findings(RunOptions options, CancellationToken cancel)
    {
        var findings = new Diagnostics();
        if (SitePlanner.Plan(options, memory: null, findings, cancel) is { } plan && !findings.HasErrors)
        {
            PlanRendering.Check(plan, findings, cancel);
        }

        return findings;
    }

    private static int Print(Diagnostics findings, string format)
    {
        var sorted = findings.Sorted();
        Terminal.Write(format switch
        {
            "json" => FindingsJson.Plain(sorted, Terminal.Language),
            "sarif" => FindingsJson.Sarif(sorted, Terminal.Language),
            _ => FindingsPrinter.Text(sorted, Terminal.Language, !Console.IsOutputRedirected)
                + Terminal.Words(FindingsPrinter.Summary(sorted)) + "\n",
        });
        return findings.HasErrors ? 1 : 0;
    }
}
