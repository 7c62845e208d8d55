using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using YuGong.Drawings;
using YuGong.Pages;
using YuGong.Posters.Fonts;
using YuGong.Publishing.Motifs;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong film</c>: the short title film of the ridges, with ffmpeg.</summary>
internal static class FilmCommand
{
    private const int Rate = 24, Width = 960;

    public static Command Create()
    {
        var root = SharedOptions.Root();
        var output = new Argument<string>("file") { Description = "写到哪个文件(.mp4)", DefaultValueFactory = _ => "title.mp4" };
        var seconds = WholeNumber.Option("--seconds", "片长,秒", 2, 60, 10);
        var command = new Command("film", "用山脊和题字做一条无声的片头(要有 ffmpeg)。") { output, seconds, root };
        command.SetAction(parsed =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!);
            var (file, length) = (Path.GetFullPath(parsed.GetValue(output)!), parsed.GetValue(seconds));
            var findings = new Diagnostics();
            var guard = WritePlaces.Public(project, "input");
            if (!guard.MayWrite(file, null, findings) || !guard.MayWrite(WorkOf(file), null, findings))
            {
                return WritePlaces.Refuse(findings);
            }

            var theme = ThemeChoice.Of(project.Settings).Name;
            using var fonts = PosterFonts.Open(Path.Combine(project.Themes, theme), $"themes/{theme}", Path.Combine(project.Cache, "posters", "fonts"), findings);
            if (fonts is null || !fonts.Stacks.TryGetValue("brush", out var brush))
            {
                Console.Error.Write(FindingsPrinter.Text(findings.Sorted(), Language.Chinese));
                return 1;
            }

            var skylines = Enumerable.Range(0, 6).Select(layer => Ridges.Skyline("yugong", layer, 6, 480)).ToList();
            var film = new TitleFilm(new(skylines, "渝工移山", brush.Fonts[0].File), Width, length * Rate);
            return Encode(film, length * Rate, file);
        });
        return command;
    }

    private static string WorkOf(string file) => file + ".part.mp4";

    /// <summary>The file appears only when it is whole.</summary>
    private static int Encode(TitleFilm film, int frames, string file)
    {
        var work = WorkOf(file);
        var start = new ProcessStartInfo("ffmpeg") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-y", "-v", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{film.Width}x{film.Height}", "-r", $"{Rate}", "-i", "-",
            "-c:v", "libx264", "-preset", "slow", "-crf", "30", "-pix_fmt", "yuv420p", "-threads", "1", "-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", work])
        {
            start.ArgumentList.Add(word);
        }

        try
        {
            using var ffmpeg = Process.Start(start)!;
            var complaint = ffmpeg.StandardError.ReadToEndAsync();
            try
            {
                for (var i = 0; i < frames; i++)
                {
                    ffmpeg.StandardInput.BaseStream.Write(film.Frame(i));
                }

                ffmpeg.StandardInput.Close();
            }
            catch (IOException)
            {
                // ffmpeg ended early; it says why below.
            }

            ffmpeg.WaitForExit();
            if (ffmpeg.ExitCode != 0)
            {
                Console.Error.WriteLine($"ffmpeg 没有做成:{complaint.GetAwaiter().GetResult().Trim()}");
                File.Delete(work);
                return 1;
            }
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("找不到 ffmpeg:安装 Debian 软件包 ffmpeg。没有它网站照常构建,只是做不了新的片头。");
            return 1;
        }

        File.Move(work, file, overwrite: true);
        Console.WriteLine($"做好了 {file}:{frames / Rate} 秒,{new FileInfo(file).Length / 1024} KB。");
        return 0;
    }
}
