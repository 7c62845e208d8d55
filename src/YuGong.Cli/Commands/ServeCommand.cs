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
        var output = new Option<string?>("--output") { Description = Terminal.Words("要提供的文件夹,默认 output",
            "Folder to serve, usually output") };
        var port = WholeNumber.Port(5090);
        var host = new Option<string>("--host") { Description = Terminal.Words("监听的地址;0.0.0.0 为全部",
            "Address to listen on; 0.0.0.0 for all"), DefaultValueFactory = _ => "127.0.0.1" };
        host.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !IPAddress.TryParse(result.Tokens[0].Value, out _))
            {
                result.AddError(Terminal.Words("--host 要写 IP 地址,例如 127.0.0.1 或 0.0.0.0。",
                    "--host wants an IP address, such as 127.0.0.1 or 0.0.0.0."));
            }
        });
        var operating = new OperationsOptions();
        var command = new Command("serve", Terminal.Words("把 output/ 提供给公众:压缩、缓存、断点续传、安全响应头,以及 /api/v1/search 一类的查询。",
            "Serve output/ to the public: compression, caching, ranges, security headers, and queries such as /api/v1/search.")) { root,
                output, host, port };
        operating.Options.ToList().ForEach(command.Options.Add);
        command.SetAction(async (parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, output: parsed.GetValue(output));
            if (!Directory.Exists(project.Output))
            {
                Terminal.Warn(new($"没有 {project.Output}。先运行 {CommandName.Value} build。",
                    $"There is no {project.Output}. Run {CommandName.Value} build first."));
                return 1;
            }

            if (operating.Open(parsed, project) is not { } operations)
            {
                return 1;
            }

            var (settings, tables) = Read(project);
            await using var log = operations.Log;
            await using var server = new SiteServer(project.Output, settings.LinkRoot, tables, operations);
            try
            {
                await server.StartAsync(IPAddress.Parse(parsed.GetValue(host)!), parsed.GetValue(port), cancel);
            }
            catch (IOException e)
            {
                Terminal.Warn(new($"端口 {parsed.GetValue(port)} 用不了({e.Message})。换一个:--port 5091,或 --port 0。",
                    $"Port {parsed.GetValue(port)} cannot be used ({e.Message}). Take another one: --port 5091, or --port 0."));
                return 1;
            }

            return await operations.RunAsync(
                new($"提供 {server.Count} 个文件:{server.Address}{settings.LinkRoot}/  (Ctrl-C 结束,正在进行的请求会答完)",
                    $"Serving {Phrase.Count(server.Count, "file")}: {server.Address}{settings.LinkRoot}/  "
                    + "(Ctrl-C to end; requests under way are answered)"),
                cancel);
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
