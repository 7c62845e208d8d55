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
        var command = new Command("check", "检查内容和主题,列出全部发现。没有错误时退出码 0,有错误 1,用法不对 2。") { root, input, date, language, jobs, format };
        command.SetAction(parsed =>
        {
            var request = new BuildRequest(
                ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input)), parsed.GetValue(date) ?? ProjectFolder.Today(), Edition.Release, Math.Max(1, parsed.GetValue(jobs)), []) { WithFonts = false };
            return Run(request, SharedOptions.LanguageOf(parsed.GetValue(language)!), parsed.GetValue(format)!);
        });
        return command;
    }

    private static int Run(BuildRequest request, Language language, string format)
    {
        var findings = new Diagnostics();
        if (SiteBuild.Decide(request, SiteBuild.Stamp(request), findings) is { } decided)
        {
            AddressLedger.Check(request, decided, findings);
        }

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
