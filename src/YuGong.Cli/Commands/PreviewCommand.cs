using System.CommandLine;
using YuGong.Build;
using YuGong.Content;

namespace YuGong.Cli;

/// <summary><c>yugong preview</c>: the whole site from memory, with ribbons, reloading as files change.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var (language, jobs) = (SharedOptions.Language(), SharedOptions.Jobs());
        var port = WholeNumber.Port(5080);
        var command = new Command("preview", "在 127.0.0.1 上预览全部内容(含草稿和示例),保存即刷新,发现直接显示在页面上。")
        {
            root, input, date, language, jobs, port,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var options = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), Edition.Preview)
            {
                Jobs = Math.Max(1, parsed.GetValue(jobs)),
            };
            await using var server = new PreviewServer(options, SharedOptions.LanguageOf(parsed.GetValue(language)!));
            return await server.RunAsync(parsed.GetValue(port), cancel);
        });
        return command;
    }
}
