using System.CommandLine;
using YuGong.Content;

namespace YuGong.Cli;

/// <summary><c>yugong preview</c>: the whole site from memory, with ribbons, reloading as files change.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var (root, input, date, language, jobs) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date(), SharedOptions.Language(), SharedOptions.Jobs());
        var port = SharedOptions.Port(5080);
        var command = new Command("preview", "在 127.0.0.1 上预览全部内容(含草稿和示例),保存即刷新,发现直接显示在页面上。") { root, input, date, language, jobs, port };
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new BuildRequest(
                ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input)), parsed.GetValue(date) ?? ProjectFolder.Today(), Edition.Preview, Math.Max(1, parsed.GetValue(jobs)), []);
            await using var server = new PreviewServer(request, SharedOptions.LanguageOf(parsed.GetValue(language)!));
            return await server.RunAsync(parsed.GetValue(port), cancel);
        });
        return command;
    }
}
