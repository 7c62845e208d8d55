using System.CommandLine;
using YuGong.Build;
using YuGong.Cli.Webhooks;
using YuGong.Content;

namespace YuGong.Cli;

/// <summary><c>yugong build</c>: input/ becomes output/, whole or not at all.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var jobs = SharedOptions.Jobs();
        var output = new Option<string?>("--output") { Description = Terminal.Words("输出文件夹,默认 output", "Output folder, usually output") };
        var pipelines = PipelinesOption();
        var force = new Option<bool>("--force") { Description = Terminal.Words("什么都重新读、重新做,并清掉本站输出文件夹里不是本站生成的文件(别的文件夹绝不碰)",
            "Read and make everything anew, and clear files of others out of the output folder of this site "
            + "(never out of any other folder)") };
        var empty = new Option<bool>("--allow-empty") { Description = Terminal.Words("一个条目也没有时,也换下有条目的旧网站",
            "Let a site without a single entry replace an old one that has some") };
        var registered = PrivateValuesFile.Option();
        var compress = new Option<bool>("--compress") { Description = Terminal.Words("给网页、脚本、数据各备一份 .br 和 .gz,服务器不用再压",
            "Put a .br and a .gz beside pages, scripts and data, so that the server need not compress") };
        var quiet = new Option<bool>("--quiet", "-q") { Description = Terminal.Words("只说错误", "Say errors only") };
        var verbose = new Option<bool>("--verbose", "-v") { Description = Terminal.Words("说明每一步、每张海报用了多少时间",
            "Tell how long each step and each poster took") };
        var bare = new Option<bool>("--no-posters") { Description = Terminal.Words("不做海报(页面也不提海报)",
            "Make no posters (and do not mention any on pages)") };
        var silent = new Option<bool>("--no-webhook") { Description = Terminal.Words("发布以后不通知网络钩子(statiq.json 的 Webhooks)",
            "Do not tell the webhooks (Webhooks in statiq.json) after publishing") };
        var command = new Command("build", Terminal.Words("把 input/ 建成 output/:先全部决定,再整体换上;失败或中断时旧网站原样不动。",
            "Build input/ into output/: everything is decided first, then swapped in whole; after a failure or an interruption "
            + "the old site stands as it was."))
        {
            root, input, output, date, jobs, pipelines, bare, force, empty, compress, registered, silent, quiet, verbose,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input), parsed.GetValue(output));
            var options = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), Edition.Release)
            {
                Jobs = Math.Max(1, parsed.GetValue(jobs)),
                Pipelines = Names(parsed.GetValue(pipelines)),
                WithPosters = !parsed.GetValue(bare),
                WithPictures = true,
                PrivateValues = PrivateValuesFile.Read(parsed.GetValue(registered)),
            };
            var publish = new PublishOptions
            {
                Force = parsed.GetValue(force), AllowEmpty = parsed.GetValue(empty), Compress = parsed.GetValue(compress),
            };
            var run = new BuildRun(parsed.GetValue(quiet), parsed.GetValue(verbose))
            {
                Webhooks = parsed.GetValue(silent) ? null : WebhookRun.Usual,
            };
            return Task.FromResult(run.Run(options, publish, cancel));
        });
        return command;
    }

    private static Option<string?> PipelinesOption()
    {
        var option = new Option<string?>("--pipelines")
        {
            Description = Terminal.Words($"只做这些,用逗号分开:{string.Join(",", SitePipelines.Names)}",
                $"Only these, separated by commas: {string.Join(",", SitePipelines.Names)}"),
        };
        option.Validators.Add(result =>
        {
            var said = Names(result.Tokens.Count > 0 ? result.Tokens[0].Value : null);
            foreach (var name in said.Where(n => !SitePipelines.Names.Contains(n)))
            {
                result.AddError(Terminal.Words($"没有流水线 {name};有:{string.Join("、", SitePipelines.Names)}。",
                    $"There is no pipeline {name}; there are: {string.Join(", ", SitePipelines.Names)}."));
            }
        });
        return option;
    }

    private static string[] Names(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
