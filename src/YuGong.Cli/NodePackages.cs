using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using YuGong.Build;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The npm packages of a theme (fonts, the search's tables) and of the desk (its forms), fetched when a command first needs them. A
/// checkout is seen to by its <c>./yugong</c>.
/// </summary>
internal static class NodePackages
{
    /// <summary>The commands that draw or show pages.</summary>
    private static readonly string[] Drawing = ["build", "preview", "posters", "desk", "withdraw", "certificates"];

    public static void FetchFor(ParseResult parsed)
    {
        var name = parsed.CommandResult.Command.Name;
        if (CommandName.IsOfAClone || !Drawing.Contains(name) || parsed.Errors.Count > 0 || parsed.Action?.Terminating == true)
        {
            return;
        }

        var project = ProjectFolder.At(parsed.GetValue<string>("--root") ?? ".");
        Fetch(Path.Combine(project.Themes, Settings.Peek(project.Settings).Theme), "下载主题的字体(npm)", "网页用系统字体,不做海报");
        if (name == "desk" && ToolFolder.Desk is { } desk)
        {
            Fetch(desk, "下载编辑台的表单(npm)", "编辑台没有表单");
        }
    }

    private static void Fetch(string folder, string words, string otherwise)
    {
        var (wanted, there) = (new FileInfo(Path.Combine(folder, "package-lock.json")),
            new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json")));
        if (!wanted.Exists || (there.Exists && there.LastWriteTimeUtc >= wanted.LastWriteTimeUtc))
        {
            return;
        }

        Console.Error.WriteLine($"{words}……");
        var began = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(Run(folder) is { } why
            ? $"{why}:{otherwise};改好以后再运行一次。"
            : $"{words}:{Stopwatch.GetElapsedTime(began).TotalSeconds:0} 秒");
    }

    /// <summary>Null when the packages lie there; else why not.</summary>
    private static string? Run(string folder)
    {
        string[] arguments =
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1", "--loglevel=error"];
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
            return npm.ExitCode == 0 ? null : $"下载不到(离线?)\n{error.Result.Trim()}\n";
        }
        catch (Win32Exception)
        {
            return "缺少 Node.js 和 npm";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{folder} 写不进去,请能写的人在那里运行一次 npm ci --ignore-scripts";
        }
    }
}
