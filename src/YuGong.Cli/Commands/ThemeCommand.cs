using System.CommandLine;
using YuGong.Build;

namespace YuGong.Cli;

/// <summary><c>yugong theme eject</c>: the theme that came with the program, to change.</summary>
internal static class ThemeCommand
{
    public static Command Create()
    {
        var root = SharedOptions.Root();
        var eject = new Command("eject", $"把自带的主题复制到 themes/{ToolFolder.Theme}/,从此用这一份,随意改。") { root };
        eject.SetAction(parsed => Eject(Path.GetFullPath(parsed.GetValue(root)!)));
        return new("theme", "主题。") { eject };
    }

    private static int Eject(string root)
    {
        var target = Path.Combine(root, "themes", ToolFolder.Theme);
        if (Directory.Exists(target))
        {
            Console.Error.WriteLine($"themes/{ToolFolder.Theme}/ 已经有了,没有动它。");
            return 1;
        }

        if (ToolFolder.Themes is not { } themes)
        {
            Console.Error.WriteLine("这个程序没有自带主题:请重新安装 yugong。");
            return 1;
        }

        var source = Path.Combine(themes, ToolFolder.Theme);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(source, file);
            if (path.Split(Path.DirectorySeparatorChar).Contains("node_modules"))
            {
                continue;
            }

            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Console.WriteLine($"复制好了:themes/{ToolFolder.Theme}/。怎样改,见其中的 theme.json 和模板;改坏了,删掉它就又用自带的。");
        return 0;
    }
}
