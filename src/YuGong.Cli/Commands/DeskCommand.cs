using System.CommandLine;
using System.Net;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary><c>yugong desk</c>: the editing desk in the browser.</summary>
internal static class DeskCommand
{
    public static Command Create()
    {
        var (root, input) = (SharedOptions.Root(), SharedOptions.Input());
        var port = new Option<int>("--port") { Description = "端口;0 让系统选一个", DefaultValueFactory = _ => 5085 };
        var command = new Command("desk", "编辑台:在浏览器里写、检查、预览、保存为 git 提交。") { root, input, port };
        command.SetAction(async (parsed, cancel) =>
        {
            var listening = new DeskListening(IPAddress.Loopback, parsed.GetValue(port));
            await using var server = new DeskServer(listening, new OneEditor(new("编辑部", "desk@localhost", EditorRights.All)), []);
            try
            {
                await server.StartAsync(cancel);
            }
            catch (IOException e)
            {
                await Console.Error.WriteLineAsync($"端口 {parsed.GetValue(port)} 用不了({e.Message})。换一个:--port 5086,或 --port 0。");
                return 1;
            }

            await Console.Out.WriteLineAsync($"编辑台:{server.Address}/admin/  (Ctrl-C 结束)");
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
