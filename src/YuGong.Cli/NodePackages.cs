using System.CommandLine;
using System.CommandLine.Help;
using System.ComponentModel;
using System.Diagnostics;
using YuGong.Build;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The npm packages of a theme (fonts, the search's tables) and of the desk (its editor of texts), fetched when a command first needs
/// them. A checkout is seen to by its <c>./yugong</c>.
/// </summary>
internal static class NodePackages
{
    /// <summary>The commands that draw or show pages.</summary>
    private static readonly string[] Drawing = ["build", "preview", "posters", "article", "desk", "withdraw", "certificates"];

    private static readonly string[] Install =
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1", "--loglevel=error"];

    private static readonly string[] Bundle = ["run", "--silent", "bundle"];

    public static void FetchFor(ParseResult parsed)
    {
        var name = parsed.CommandResult.Command.Name;
        if (CommandName.IsOfAClone || !Drawing.Contains(name) || parsed.Action is HelpAction)
        {
            return;
        }

        var project = ProjectFolder.At(parsed.GetValue<string>("--root") ?? ".");
        Fetch(Path.Combine(project.Themes, Settings.Peek(project.Settings).Theme),
            new("下载主题的字体(npm)", "Downloading the theme's fonts (npm)"),
            new("网页用系统字体,不做海报", "pages use system fonts, and no posters are made"));
        if (name == "desk" && ToolFolder.Desk is { } desk)
        {
            Fetch(desk, new("下载编辑台的正文编辑器(npm)", "Downloading the desk's editor of texts (npm)"),
                new("编辑台里的正文写成 Markdown", "texts at the desk are written as Markdown"), Bundle);
        }
    }

    /// <param name="then">What npm does with the packages afterwards.</param>
    private static void Fetch(string folder, Phrase words, Phrase otherwise, string[]? then = null)
    {
        var (wanted, there) = (new FileInfo(Path.Combine(folder, "package-lock.json")),
            new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json")));
        if (!wanted.Exists || (there.Exists && there.LastWriteTimeUtc >= wanted.LastWriteTimeUtc))
        {
            return;
        }

        Terminal.Warn(words + new Phrase("……", " …"));
        var began = Stopwatch.GetTimestamp();
        var why = Run(folder, Install) ?? (then is null ? null : Run(folder, then));
        var took = $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0}";
        Terminal.Warn(why is null
            ? words + new Phrase($":{took} 秒", $": {took} s")
            : why + new Phrase(":", ": ") + otherwise + new Phrase(";改好以后再运行一次。", "; mend that and run this again."));
    }

    /// <summary>Null when it is done; else why not.</summary>
    private static Phrase? Run(string folder, string[] arguments)
    {
        var start = OperatingSystem.IsWindows() // npm is a script there
            ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments]) : new ProcessStartInfo("npm", arguments);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "node_modules"));
            using var npm = Process.Start(start)!;
            var (said, error) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            npm.WaitForExit();
            Task.WaitAll(said, error);
            var told = error.Result.Trim();
            return npm.ExitCode == 0 ? null : new($"下载不到(离线?)\n{told}\n", $"They cannot be downloaded (offline?)\n{told}\n");
        }
        catch (Win32Exception)
        {
            return new("缺少 Node.js 和 npm", "Node.js and npm are missing");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new($"{folder} 写不进去,请能写的人在那里运行一次 npm ci --ignore-scripts",
                $"{folder} cannot be written; somebody who can should run npm ci --ignore-scripts there once");
        }
    }
}
