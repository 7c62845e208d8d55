using System.CommandLine;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong check</c>: every finding, sorted; nothing is written.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var (root, input, date, language, jobs) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date(), SharedOptions.Language(), SharedOptions.Jobs());
        var format = new Option<string>("--format") { Description = "text、json 或 sarif", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var registered = PrivateValuesFile.Option();
        var command = new Command("check", "检查内容和主题,列出全部发现:构建会拒绝的,这里都说。没有错误时退出码 0,有错误 1,用法不对 2。") { root, input, date, language, jobs, format, registered };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var request = new BuildRequest(project, parsed.GetValue(date) ?? ProjectFolder.Today(), Edition.Release, Math.Max(1, parsed.GetValue(jobs)), [])
            {
                WithFonts = false, PrivateValues = PrivateValuesFile.Read(parsed.GetValue(registered)),
            };
            return Task.FromResult(Run(request, SharedOptions.LanguageOf(parsed.GetValue(language)!), parsed.GetValue(format)!, cancel));
        });
        return command;
    }

    /// <summary>All that a build would say before it publishes.</summary>
    internal static Diagnostics Findings(BuildRequest request, CancellationToken cancel)
    {
        var findings = new Diagnostics();
        var read = SiteBuild.Stamp(request);
        if (SiteBuild.Decide(request, read, findings, cancel) is { } decided)
        {
            var looked = SiteChecks.Run(request, decided, read, memory: false, findings);
            if (!findings.HasErrors)
            {
                SiteChecks.Render(looked, request.Jobs, findings, cancel);
            }
        }

        return findings;
    }

    private static int Run(BuildRequest request, Language language, string format, CancellationToken cancel)
    {
        var findings = Findings(request, cancel);
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
