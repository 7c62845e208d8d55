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
        var mode = new Option<string?>("--mode") { Description = Terminal.Words("没有用了:每次保存都是一个提交",
            "No longer of use: every save is a commit"), Hidden = true };
        mode.AcceptOnlyFromAmong("auto", "git");
        var quiet = new Option<bool>("--no-open") { Description = Terminal.Words("不打开浏览器", "Do not open a browser") };
        var service = new Option<bool>("--service") { Description = Terminal.Words("只打印 systemd 的单元:让这台机器一直开着这个项目的编辑台",
            "Only print a systemd unit that keeps the desk of this project open on this machine") };
        var access = new DeskAccess();
        var command = new Command("desk", Terminal.Words("编辑台:在浏览器里写、检查、预览、保存为 git 提交。",
            "The editing desk: write, check, preview and save as git commits, in the browser.")) { root, input, port, mode, quiet,
                service };
        foreach (var option in access.Options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(access.Validate);
        command.Subcommands.Add(AccountsCommand.Create());
        command.SetAction(async (parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            if (parsed.GetValue(service))
            {
                Terminal.Write(DeskUnit.For(project.Root, Environment.UserName, Environment.ProcessPath!, parsed.Tokens));
                return 0;
            }

            var findings = new Diagnostics();
            using var log = new AuditLog(AuditLog.PathIn(project), new SiteClock(project));
            var opened = access.Open(parsed, project, parsed.GetValue(port), GitUser.Of(project.Root), log, findings);
            using var rooms = opened is null ? null : DeskRooms.Open(project, findings);
            Terminal.Report(findings.Sorted());
            if (opened is not var (listening, door) || rooms is null)
            {
                return 1;
            }

            await using var accesses = listening.Operations.Log;
            string Title() => Settings.Peek(project.Settings, project.Input).SiteTitle;
            await using var server = new DeskServer(listening with { SiteTitle = Title }, door, rooms.Parts, rooms.IsFine);
            try
            {
                await server.StartAsync(cancel);
            }
            catch (IOException e)
            {
                Terminal.Warn(new($"端口 {parsed.GetValue(port)} 用不了({e.Message})。换一个:--port 5086,或 --port 0。",
                    $"Port {parsed.GetValue(port)} cannot be used ({e.Message}). Take another one: --port 5086, or --port 0."));
                return 1;
            }

            if (!parsed.GetValue(quiet) && !Console.IsOutputRedirected)
            {
                Browser.Show($"{server.Address}/desk/");
            }

            return await listening.Operations.RunAsync(
                new($"编辑台:{server.Address}/desk/  ({rooms.Says.Zh};Ctrl-C 结束)",
                    $"The desk: {server.Address}/desk/  ({rooms.Says.En}; Ctrl-C to end)"),
                cancel);
        });
        return command;
    }
}
