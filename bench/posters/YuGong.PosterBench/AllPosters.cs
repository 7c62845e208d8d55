using System.Diagnostics;
using YuGong.Posters;
using YuGong.Posters.Kit;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;

namespace YuGong.PosterBench;

/// <summary>All designs in all shapes for everybody, PNG and PDF, on two cores; then once more.</summary>
internal static class AllPosters
{
    /// <summary>The pixels of an A3 page at 300 dpi.</summary>
    private const double A3 = 17.6e6;

    public static bool Measure(Func<string, PosterRenderer> open, string work)
    {
        using var room = open("all");
        var orders = room.Orders.Where(o => !KitAssets.IsOne(o)).ToList();
        PosterFormat[] formats = [PosterFormat.Png, PosterFormat.Pdf];
        var me = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), me.TotalProcessorTime);
        var pressed = room.Printer.Run(orders, _ => formats, 2, new(), null, CancellationToken.None);
        me.Refresh();
        var (wall, cpu) = (watch.Elapsed.TotalSeconds, (me.TotalProcessorTime - before).TotalSeconds);
        var pages = pressed.Sum(p => (double)p.File(PosterFormat.Png)!.Width * p.File(PosterFormat.Png)!.Height) / A3;
        var peak = me.PeakWorkingSet64 / 1e6;
        using var again = open("all");
        watch.Restart();
        var second = again.Printer.Run([.. again.Orders.Where(o => !KitAssets.IsOne(o))], _ => formats, 2, new(), null,
            CancellationToken.None);
        var repeat = watch.Elapsed.TotalSeconds;
        Console.WriteLine($"{pressed.Count} posters, {pages:0} A3 pages at 300 dpi, each as PNG and PDF, two jobs");
        Console.WriteLine(
            $"  {pages / wall:0.0} pages a second (bar 3), {wall:0.0} s; by processor time {pages / (cpu / 2):0.0}; peak memory "
            + $"{peak:0} MB (bar 900)");
        Console.WriteLine($"  second run {repeat:0.00} s (bar 1), rendered {second.Count(p => p.Took > TimeSpan.Zero)} (bar 0)");
        Console.WriteLine($"  {pressed.Count(p => !p.Holds)} not held");
        return pages / wall >= 3 && peak <= 900 && repeat <= 1 && second.All(p => p.Took == TimeSpan.Zero);
    }
}
