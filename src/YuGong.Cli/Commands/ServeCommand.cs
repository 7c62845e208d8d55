using System.CommandLine;
using System.Net;
using YuGong.Api;
using YuGong.Build;
using YuGong.Content;
using YuGong.Pages;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong serve</c>: the output for the public, with search and queries.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var root = SharedOptions.Root();
        var output = new Option<string?>("--output") { Description = "要提供的文件夹,默认 output" };
        var port = WholeNumber.Port(5090);
        var host = new Option<string>("--host") { Description = "监听的地址;0.0.0.0 为全部", DefaultValueFactory = _ => "127.0.0.1" };
        host.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !IPAddress.TryParse(result.Tokens[0].Value, out _))
            {
                result.AddError("--host 要写 IP 地址,例如 127.0.0.1 或 0.0.0.0。");
            }
        });
        var command = new Command("serve", "把 output/ 提供给公众:压缩、缓存、断点续传、安全响应头,以及 /api/v1/search 一类的查询。") { root, output, host, port };
        command.SetAction(async (parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, output: parsed.GetValue(output));
            if (!Directory.Exists(project.Output))
            {
                await Console.Error.WriteLineAsync($"没有 {project.Output}。先运行 {CommandName.Value} build。");
                return 1;
            }

            var (settings, tables) = Read(project);
            await using var server = new SiteServer(project.Output, settings.LinkRoot, tables);
            try
            {
                await server.StartAsync(IPAddress.Parse(parsed.GetValue(host)!), parsed.GetValue(port), cancel);
            }
            catch (IOException e)
            {
                await Console.Error.WriteLineAsync($"端口 {parsed.GetValue(port)} 用不了({e.Message})。换一个:--port 5091,或 --port 0。");
                return 1;
            }

            await Console.Out.WriteLineAsync($"提供 {server.Count} 个文件:{server.Address}{settings.LinkRoot}/  (Ctrl-C 结束,正在进行的请求会答完)");
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

    /// <summary>Only the settings and the tables; what is wrong with the content is the build's business.</summary>
    private static (Settings Settings, SearchTables Tables) Read(ProjectFolder project)
    {
        var findings = new Diagnostics();
        var request = project.Reading(Edition.Release, Clock.Today(project));
        var settings = Directory.Exists(project.Input)
            ? SiteLoader.Load(request, [], findings)?.Site.Settings ?? Settings.Default : Settings.Default;
        var name = ThemeChoice.Of(project.Settings).Name;
        return (settings, SearchTablesFile.Read(Path.Combine(project.Themes, name), name, findings));
    }
}
