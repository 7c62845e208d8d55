using System.CommandLine;
using System.Text;
using YuGong.Drawings;
using YuGong.Imaging;
using YuGong.Pages;
using YuGong.Posters.Fonts;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong drawings</c>: our own line drawings, drawn anew beside the objects that they show.</summary>
internal static class DrawingsCommand
{
    /// <summary>Stands in the description of every drawing of ours; somebody else's is never drawn over.</summary>
    private const string Ours = "yugong drawings";

    public static Command Create()
    {
        var (root, input) = (SharedOptions.Root(), SharedOptions.Input());
        var check = new Option<bool>("--check") { Description = "只比较,不写:有一张和程序画的不一样就以 1 结束" };
        var command = new Command("drawings", "重画老物件的示意线稿(input/objects/<id>/drawing.svg);尺寸和数目按文献,画法在 src/YuGong.Drawings。") { root, input, check };
        command.SetAction(parsed =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var (stale, foreign) = (0, 0);
            if (Each(project, (drawing, svg) =>
            {
                var path = Path.Combine(project.Input, "objects", drawing.ObjectId, Drawing.FileName);
                var shown = $"{project.InputName}/objects/{drawing.ObjectId}/{Drawing.FileName}";
                if (!Directory.Exists(Path.GetDirectoryName(path)))
                {
                    Console.Error.WriteLine($"没有老物件 {drawing.ObjectId},{shown} 没有画。");
                }
                else if (File.Exists(path) && !File.ReadAllText(path).Contains(Ours, StringComparison.Ordinal))
                {
                    foreign++;
                    Console.Error.WriteLine($"{shown} 不是程序画的,没有动它;要换成程序画的,先把它移走。");
                }
                else if (!File.Exists(path) || File.ReadAllText(path) != svg)
                {
                    stale++;
                    Console.WriteLine(parsed.GetValue(check) ? $"不一样:{shown}" : $"画好了:{shown}");
                    if (!parsed.GetValue(check))
                    {
                        File.WriteAllText(path, svg, new UTF8Encoding(false));
                    }
                }
            }))
            {
                Console.WriteLine(stale == 0 ? "没有要重画的线稿。" : $"{stale} 张。");
                return foreign > 0 || (parsed.GetValue(check) && stale > 0) ? 1 : 0;
            }

            return 1;
        });
        return command;
    }

    /// <summary>Every drawing as SVG; false, with a message, where a library or the theme's fonts are missing.</summary>
    public static bool Each(ProjectFolder project, Action<Drawing, string> take)
    {
        if (NativeLibraries.Missing() is { Count: > 0 } missing)
        {
            Console.Error.WriteLine($"缺少图像库:{string.Join(' ', missing.Select(m => m.Linux))}。运行 ./yugong build 会自动安装。");
            return false;
        }

        var findings = new Diagnostics();
        var theme = ThemeChoice.Of(project.Settings).Name;
        using var fonts = PosterFonts.Open(Path.Combine(project.Themes, theme), $"themes/{theme}", Path.Combine(project.Cache, "posters", "fonts"), findings);
        if (fonts is null || !fonts.Stacks.TryGetValue("text", out var stack))
        {
            Console.Error.Write(FindingsPrinter.Text(findings.Sorted(), Language.Chinese, color: false));
            Console.Error.WriteLine($"主题 {theme} 没有 text 字体:在 themes/{theme} 运行 npm ci --ignore-scripts。");
            return false;
        }

        foreach (var drawing in Drawing.All)
        {
            take(drawing, drawing.Draw(stack.Fonts[0].File));
        }

        return true;
    }
}
