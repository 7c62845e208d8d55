using System.Diagnostics;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;

namespace YuGong.Cli;

/// <summary>How far the press is: one line that is written over on a terminal, or a line for each poster with <c>--verbose</c>.</summary>
internal sealed class PressTold(IReadOnlyList<PosterOrder> orders, bool quiet, bool verbose) : IDisposable
{
    private readonly bool terminal = !quiet && !Console.IsErrorRedirected;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock drawing = new();
    private readonly double whole = orders.Sum(Weight);
    private double pressed;
    private double ready;
    private bool drawn;

    public void Step(PressProgress step)
    {
        lock (drawing)
        {
            if (step.Last.Took > TimeSpan.Zero)
            {
                pressed += Weight(step.Last.Order);
            }
            else
            {
                ready += Weight(step.Last.Order);
            }

            if (verbose && !quiet)
            {
                Clear();
                Console.Out.WriteLine($"  {step.Last.Order.Name,-44} {(step.Last.Took > TimeSpan.Zero ? $"{step.Last.Took.TotalMilliseconds,7:0} ms" : "  已有")}  {step.Last.Files.Sum(f => f.Length) / 1024,7} kB");
            }

            if (terminal && watch.ElapsedMilliseconds > 400)
            {
                Console.Error.Write($"\r\u001b[K海报 {step.Done}/{step.Total} · 剩约 {Left()} · {step.Last.Order.Name}");
                drawn = true;
            }
        }
    }

    public void Dispose() => Clear();

    /// <summary>A poster takes about as long as it has pixels, and a little for itself.</summary>
    private static double Weight(PosterOrder order)
    {
        var full = order.Page.Full;
        var scale = order.Page.Unit == Unit.Millimetre ? PressMeans.Dpi / 25.4 : 1;
        return (full.Width * full.Height * scale * scale / 1e6) + 0.5;
    }

    private string Left()
    {
        if (pressed == 0)
        {
            return "…";
        }

        var seconds = watch.Elapsed.TotalSeconds / pressed * (whole - pressed - ready);
        return seconds < 90 ? $"{Math.Ceiling(seconds):0} 秒" : $"{Math.Ceiling(seconds / 60):0} 分钟";
    }

    private void Clear()
    {
        if (drawn)
        {
            Console.Error.Write("\r\u001b[K");
            drawn = false;
        }
    }
}
