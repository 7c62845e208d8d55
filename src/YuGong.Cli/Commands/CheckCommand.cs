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
        var (language, jobs) = (SharedOptions.Language(), SharedOptions.Jobs());
        var format = new Option<string>("--format") { Description = "text、json 或 sarif", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var registered = PrivateValuesFile.Option();
        var command = new Command("check", "检查内容和主题,列出全部发现:构建会拒绝的,这里都说。没有错误时退出码 0,有错误 1,用法不对 2。")
        {
            root, input, date, language, jobs, format, registered,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var options = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), Edition.Release)
            {
                Jobs = Math.Max(1, parsed.GetValue(jobs)), WithFonts = false,
                PrivateValues = PrivateValuesFile.Read(parsed.GetValue(registered)),
            };
            return Task.FromResult(Run(options, SharedOptions.LanguageOf(parsed.GetValue(language)!), parsed.GetValue(format)!, cancel));
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

    private static int Run(RunOptions options, Language language, string format, CancellationToken cancel)
    {
        var findings = Findings(options, cancel);
        var sorted = findings.Sorted();
        Console.Out.Write(format switch
        {
            "json" => FindingsJson.Plain(sorted, language),
            "sarif" => FindingsJson.Sarif(sorted, language),
            _ => FindingsPrinter.Text(sorted, language, !Console.IsOutputRedirected) + FindingsPrinter.Summary(sorted, language) + "\n",
        });
        return findings.HasErrors ? 1 : 0;
    }
}
