using System.Diagnostics;
using YuGong.Content;
using YuGong.Media;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The pictures of a build: made before the site is planned, so that a damaged one can still stop it.</summary>
internal static class SitePictures
{
    /// <summary>A preview and a check make none; the preview makes those that somebody looks at.</summary>
    public static PictureRoom? Open(ProjectFolder project, Site site, BuildRequest request, Diagnostics findings, CancellationToken cancel)
    {
        var theme = site.Settings.Theme;
        var room = PictureRoom.Open(site, new(Path.Combine(project.Cache, "pictures"), Path.Combine(project.Themes, theme), $"{Path.GetFileName(project.Themes)}/{theme}") { TellsInstalled = request.WithFonts }, findings);
        if (room is not null && request.Pictures is { } talk && !findings.HasErrors)
        {
            using var told = new Told(talk);
            room.Make(request.Jobs, findings, told.Step, cancel);
        }

        return room;
    }

    /// <summary>One line that is written over on a terminal, or a line for each picture with <c>--verbose</c>.</summary>
    private sealed class Told(PosterTalk talk) : IDisposable
    {
        private readonly bool terminal = !talk.Quiet && !Console.IsErrorRedirected;
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private readonly Lock drawing = new();
        private bool drawn;

        public void Step(PictureProgress step)
        {
            lock (drawing)
            {
                if (talk is { Verbose: true, Quiet: false })
                {
                    Dispose();
                    Console.Out.WriteLine($"  图片 {step.Done}/{step.Total}  {step.Name}");
                }
                else if (terminal && watch.ElapsedMilliseconds > 400)
                {
                    var left = watch.Elapsed.TotalSeconds / step.Done * (step.Total - step.Done);
                    Console.Error.Write($"\r\u001b[K图片 {step.Done}/{step.Total} · 剩约 {Math.Ceiling(left):0} 秒 · {step.Name}");
                    drawn = true;
                }
            }
        }

        public void Dispose()
        {
            if (drawn)
            {
                Console.Error.Write("\r\u001b[K");
                drawn = false;
            }
        }
    }
}
