using System.CommandLine;
using System.Text;
using YuGong.Build;
using YuGong.Content;
using YuGong.Pages;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong hosting</c>: what other people's servers must be told of the site.</summary>
internal static class HostingCommand
{
    private const string Folder = "hosting";

    public static Command Create()
    {
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var server = Server();
        var folder = new Option<string>("--output-folder") { Description = "写到哪个文件夹", DefaultValueFactory = _ => Folder };
        var command = new Command("hosting", "写出服务器的配置:nginx、Caddy、Apache,和 Netlify 一类读的 _headers、_redirects。")
        {
            server, root, input, folder, SiteFolder(), date,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var options = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), Edition.Release) { WithFonts = false };
            var wanted = ServerFiles.All.Where(s => parsed.GetValue(server) is not { } name || s.Name == name);
            var place = Path.GetFullPath(Path.Combine(project.Root, parsed.GetValue(folder)!));
            return Task.FromResult(Run(options, wanted, place, parsed.GetValue<string?>("--site-folder"), cancel));
        });
        return command;
    }

    private static Argument<string?> Server()
    {
        var names = string.Join("、", ServerFiles.All.Select(s => s.Name));
        var argument = new Argument<string?>("server")
        {
            Description = $"哪一种服务器:{names};不写就全写", Arity = ArgumentArity.ZeroOrOne,
        };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var said] && !ServerFiles.All.Any(s => s.Name == said.Value))
            {
                result.AddError($"没有服务器“{said.Value}”;有:{names}。");
            }
        });
        return argument;
    }

    private static Option<string?> SiteFolder()
    {
        var option = new Option<string?>("--site-folder") { Description = "服务器上放网站的文件夹(完整路径),默认 /var/www/<Host>" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var said] && !IsServerPath(said.Value))
            {
                result.AddError($"--site-folder 要写服务器上的完整路径,例如 /srv/www/output,不能是“{said.Value}”。");
            }
        });
        return option;
    }

    /// <summary>Full, and without what quotation marks do not keep together in one of the files.</summary>
    private static bool IsServerPath(string path) =>
        path.TrimEnd('/').Length > 1
            && (path[0] == '/' || (char.IsAsciiLetter(path[0]) && path[1..].StartsWith(":/", StringComparison.Ordinal)))
            && !path.Any(c => char.IsControl(c) || c is '"' or '\\' or '$' or '%' or '{' or '}');

    private static int Run(
        RunOptions options, IEnumerable<ServerFiles> servers, string folder, string? siteFolder, CancellationToken cancel)
    {
        var findings = new Diagnostics();
        if (SitePlanner.Plan(options, memory: null, findings, cancel) is not { } plan || findings.HasErrors)
        {
            return WritePlaces.Refuse(findings);
        }

        var settings = plan.Site.Settings;
        var site = new HostedSite(
            settings, siteFolder?.TrimEnd('/') ?? $"/var/www/{settings.Host.Split(':')[0]}", plan.Moved)
        {
            Folders = [.. NetlifyFiles.FoldersOf(plan.Publication.Addresses())],
        };
        var files = servers.SelectMany(s => s.Files(site)).Select(f => (Path: Path.Combine(folder, f.File), f.Text)).ToList();
        if (!MayWrite(options.Project, folder, files.Select(f => f.Path)))
        {
            return 1;
        }

        Directory.CreateDirectory(folder);
        foreach (var (path, text) in files)
        {
            File.WriteAllText(path, text, new UTF8Encoding(false));
            Console.WriteLine($"写好了 {Path.GetRelativePath(options.Project.Root, path).Replace('\\', '/')}");
        }

        Console.WriteLine($"网站在服务器上的文件夹:{site.Folder}(用 --site-folder 改)。怎样放进服务器,每份开头都写了。");
        return 0;
    }

    /// <summary>Nothing is written among what people keep, nor over a file that somebody else wrote.</summary>
    private static bool MayWrite(ProjectFolder project, string folder, IEnumerable<string> files)
    {
        var findings = new Diagnostics();
        if (!WritePlaces.Public(project).IsFree(folder, findings))
        {
            WritePlaces.Refuse(findings);
            return false;
        }

        if (files.FirstOrDefault(f => Path.Exists(f) && !IsOurs(f)) is { } foreign)
        {
            Console.Error.WriteLine($"{foreign} 不是 {CommandName.Value} hosting 写的,没有动它。请改名,或用 --output-folder 写到别处。");
            return false;
        }

        return true;
    }

    private static bool IsOurs(string file)
    {
        using var reader = new StringReader(PlainFile.IsSafe(file) ? File.ReadAllText(file) : "");
        return (reader.ReadLine() ?? "").StartsWith(HostedSite.FirstLine, StringComparison.Ordinal);
    }
}
