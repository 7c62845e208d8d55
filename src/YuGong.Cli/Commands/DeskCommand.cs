using System.CommandLine;
using YuGong.Build;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong desk</c>: the editing desk in the browser.</summary>
internal static class DeskCommand
{
    public static Command Create()
    {
        var (root, input) = (SharedOptions.Root(), SharedOptions.Input());
        var port = WholeNumber.Port(5085);
        var mode = new Option<string?>("--mode") { Description = "没有用了:每次保存都是一个提交", Hidden = true };
        mode.AcceptOnlyFromAmong("auto", "git");
        var folders = new Option<string?>("--folders") { Description = "只开 Decap 协议,写这些文件夹(逗号分开,. 为全部);不检查内容,没有表单" };
        var quiet = new Option<bool>("--no-open") { Description = "不打开浏览器" };
        var access = new DeskAccess();
        var command = new Command("desk", "编辑台:在浏览器里写、检查、预览、保存为 git 提交。") { root, input, port, mode, folders, quiet };
        foreach (var option in access.Options)
        {
            command.Options.Add(option);
        }

        command.Subcommands.Add(AccountsCommand.Create());
        command.SetAction(async (parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var findings = new Diagnostics();
            using var log = new AuditLog(AuditLog.PathIn(project), new SiteClock(project));
            var opened = access.Open(parsed, project, parsed.GetValue(port), GitUser.Of(project.Root), log, findings);
            using var rooms = opened is null ? null : DeskRooms.Open(project, parsed.GetValue(folders), findings);
            await Console.Error.WriteAsync(FindingsPrinter.Text(findings.Sorted(), Language.Chinese, !Console.IsErrorRedirected));
            if (opened is not var (listening, door) || rooms is null)
            {
                return 1;
            }

            await using var server = new DeskServer(
                listening with { SiteTitle = () => Settings.Peek(project.Settings).SiteTitle }, door, rooms.Parts);
            try
            {
                await server.StartAsync(cancel);
            }
            catch (IOException e)
            {
                await Console.Error.WriteLineAsync($"端口 {parsed.GetValue(port)} 用不了({e.Message})。换一个:--port 5086,或 --port 0。");
                return 1;
            }

            await Console.Out.WriteLineAsync($"编辑台:{server.Address}/admin/  ({rooms.Says};Ctrl-C 结束)");
            if (!parsed.GetValue(quiet) && !Console.IsOutputRedirected)
            {
                Browser.Show($"{server.Address}/admin/");
            }

            try
            {
                await Task.Delay(Timeout.Infinite, cancel);
            }
            catch (OperationCanceledException)
            {
                await Console.Out.WriteLineAsync("正在结束……");
            }

            return 0;
        });
        return command;
    }
}
