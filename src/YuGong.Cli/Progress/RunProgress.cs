using System.Diagnostics;
using YuGong.Build;
using YuGong.Media;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;

namespace YuGong.Cli;

/// <summary>
/// How far a run is: one line that is written over on a terminal, and with <c>--verbose</c> a line for each poster and picture.
/// </summary>
internal sealed class RunProgress(bool quiet, bool verbose) : IRunProgress, IDisposable
{
    /// <summary>Milliseconds, after which people want to know.</summary>
    private const int Patience = 400;

    /// <summary>Fewer files are rendered before a line could be read.</summary>
    private const int WorthShowing = 400;

    private readonly bool isVerbose = verbose && !quiet;
    private readonly ProgressLine line = new(quiet);
    private readonly string pictures = Terminal.Words("图片", "Pictures");
    private readonly Lock counting = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private double whole;
    private double pressed;
    private double ready;

    public void PostersBegin(IReadOnlyList<PosterJob> orders)
    {
        (whole, pressed, ready) = (orders.Sum(Weight), 0, 0);
        watch.Restart();
    }

    public void PosterDone(PressProgress step)
    {
        lock (counting)
        {
            var isNew = step.Last.Took > TimeSpan.Zero;
            if (isNew)
            {
                pressed += Weight(step.Last.Order);
            }
            else
            {
                ready += Weight(step.Last.Order);
            }

            var took = isNew ? $"{step.Last.Took.TotalMilliseconds,7:0} ms" : Terminal.Words("  已有", "  kept");
            Say($"  {step.Last.Order.Name,-44} {took}  {step.Last.Files.Sum(f => f.Length) / 1024,7} kB");
            var seconds = pressed == 0 ? (double?)null : watch.Elapsed.TotalSeconds / pressed * (whole - pressed - ready);
            Show(Terminal.Words("海报", "Posters"), step.Done, step.Total, seconds, $"{step.Last.Order.Name}");
        }
    }

    public void PictureDone(PictureProgress step)
    {
        lock (counting)
        {
            if (step.Done == 1)
            {
                watch.Restart();
            }

            Say($"  {pictures} {step.Done}/{step.Total}  {step.Name}");
            var seconds = watch.Elapsed.TotalSeconds / step.Done * (step.Total - step.Done);
            Show(pictures, step.Done, step.Total, seconds, step.Name);
        }
    }

    public void FileRendered(int done, int total)
    {
        if (total >= WorthShowing && done % 50 == 0)
        {
            Show(Terminal.Words($"写页面 {done}/{total}", $"Pages {done}/{total}"));
        }
    }

    public void StepEnded()
    {
        lock (counting)
        {
            line.Clear();
            watch.Restart();
        }
    }

    public void Waits(int? process) => Terminal.Warn(process is { } id
        ? new($"另一个构建正在进行(进程 {id}),等它结束……", $"Another build is at work (process {id}); waiting for it …")
        : new("另一个构建正在进行,等它结束……", "Another build is at work; waiting for it …"));

    public void Dispose() => line.Dispose();

    /// <summary>A poster takes about as long as it has pixels, and a little for itself.</summary>
    private static double Weight(PosterJob order)
    {
        var full = order.Page.Full;
        var scale = order.Page.Unit == Unit.Millimetre ? RenderContext.Dpi / 25.4 : 1;
        return (full.Width * full.Height * scale * scale / 1e6) + 0.5;
    }

    private static string Words(double? seconds) => seconds switch
    {
        null => "…",
        < 90 => Terminal.Words($"{Math.Ceiling(seconds.Value):0} 秒", $"{Math.Ceiling(seconds.Value):0} s"),
        _ => Terminal.Words($"{Math.Ceiling(seconds.Value / 60):0} 分钟", $"{Math.Ceiling(seconds.Value / 60):0} min"),
    };

    private void Say(string words)
    {
        if (isVerbose)
        {
            line.Clear();
            Terminal.Write(words + "\n");
        }
    }

    private void Show(string what, int done, int total, double? seconds, string name)
    {
        var left = Words(seconds);
        var (ready, of) = ($"{what} {done}/{total}", name);
        Show(Terminal.Words($"{ready} · 剩约 {left} · {of}", $"{ready} · about {left} left · {of}"));
    }

    private void Show(string words)
    {
        if (watch.ElapsedMilliseconds > Patience)
        {
            line.Show(words);
        }
    }
}
