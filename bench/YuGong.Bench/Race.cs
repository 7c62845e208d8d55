using System.Diagnostics;
using System.Globalization;

namespace YuGong.Bench;

/// <summary>Wall and processor seconds and the greatest memory (MB) of one whole process.</summary>
internal sealed record Cost(double Wall, double Processor, double Memory)
{
    public static Cost Median(IReadOnlyList<Cost> runs) =>
        new(Middle(runs, r => r.Wall), Middle(runs, r => r.Processor), Middle(runs, r => r.Memory));

    private static double Middle(IReadOnlyList<Cost> runs, Func<Cost, double> value)
    {
        var sorted = runs.Select(value).Order().ToList();
        return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }
}

/// <summary>Runs both programs turn by turn on the same corpus and prints medians beside the bars.</summary>
internal sealed class Race(string bench, string work, string program, int runs)
{
    /// <summary>Our greatest share of Hugo's wall time by number of stories.</summary>
    /// <summary>
    /// What is promised against Hugo in the same run, by the number of stories; seconds differ between hours of one machine by four.
    /// </summary>
    private static readonly Dictionary<int, Bars> Promised = new()
    {
        [100] = new(Wall: 0.35), [1000] = new(Wall: 0.25) { Nothing = 0.03, Edit = 0.08 },
        [10000] = new(Wall: 0.20) { Memory = 0.36, Edit = 0.03 },
    };

    private readonly string session = Path.Combine(work, $"run-{Environment.ProcessId}");
    private readonly List<string> missed = [];
    private int outputs;

    /// <summary>Leaves the corpora and outputs in the work folder.</summary>
    public bool Keep { get; init; }

    public int Run(IReadOnlyList<int> sizes)
    {
        try
        {
            Console.WriteLine(
                $"{Environment.ProcessorCount} cores; {Read("hugo", "version").Split(' ')[1]}; load "
                + $"{File.ReadAllText("/proc/loadavg").Split(' ')[0]}; {runs} runs each, turn by turn; medians of whole processes");
            var full = new Dictionary<int, Cost>();
            foreach (var size in sizes)
            {
                var corpus = new Corpus(Path.Combine(session, $"corpus-{size}"), size);
                corpus.Write(bench);
                full[size] = Size(corpus);
            }

            if (full.TryGetValue(1000, out var thousand) && full.TryGetValue(10000, out var ten))
            {
                Console.WriteLine($"\ngrowth 1,000 → 10,000: {ten.Wall / thousand.Wall:0.0} ×");
            }

            Console.WriteLine(missed.Count == 0 ? "\nall bars held" : $"\nmissed: {string.Join("; ", missed)}");
            return missed.Count == 0 ? 0 : 1;
        }
        finally
        {
            if (!Keep)
            {
                Directory.Delete(session, recursive: true);
            }
        }
    }

    private Cost Size(Corpus corpus)
    {
        var (ours, hugo) = (Fresh("ours"), Fresh("hugo"));
        Ours(corpus, ours);
        Hugo(corpus, hugo);
        var differences = Equality.Differences(ours, hugo, out var summary);
        Console.WriteLine($"\n{corpus.Stories:N0} stories: {(differences.Count == 0 ? "equal" : "NOT EQUAL")}, {summary}");
        if (differences.Count > 0)
        {
            missed.Add($"{corpus.Stories:N0}: sites differ");
            Console.WriteLine(string.Join('\n', differences.Take(12).Select(d => "  " + d)));
        }

        List<Cost> mine = [], theirs = [], none = [], edit = [], hugoEdit = [];
        for (var i = 0; i < runs; i++)
        {
            mine.Add(Ours(corpus, Fresh("ours")));
            theirs.Add(Hugo(corpus, Fresh("hugo")));
        }

        Ours(corpus, ours);
        for (var i = 1; i <= runs; i++)
        {
            none.Add(Ours(corpus, ours));
            corpus.Edit(i);
            edit.Add(Ours(corpus, ours));
            hugoEdit.Add(Hugo(corpus, hugo));
        }

        Console.WriteLine($"  {"",-22}{"wall s",9}{"CPU s",9}{"MB",9}   {"wall",6}{"MB",7}");
        var (full, other) = (Cost.Median(mine), Cost.Median(theirs));
        Line("hugo", other, null);
        Line("yugong", full, other);
        var (again, changed, theirEdit) = (Cost.Median(none), Cost.Median(edit), Cost.Median(hugoEdit));
        Line("hugo, one edited", theirEdit, null);
        Line("yugong, nothing new", again, theirEdit);
        Line("yugong, one edited", changed, theirEdit);
        if (Promised.TryGetValue(corpus.Stories, out var bars))
        {
            Bar($"{corpus.Stories:N0} wall", full.Wall / other.Wall, bars.Wall);
            Bar($"{corpus.Stories:N0} memory", full.Memory / other.Memory, bars.Memory);
            Bar($"{corpus.Stories:N0} nothing new", again.Wall / theirEdit.Wall, bars.Nothing);
            Bar($"{corpus.Stories:N0} one edited", changed.Wall / theirEdit.Wall, bars.Edit);
        }

        return full;
    }

    /// <param name="bar">× Hugo; null where nothing is promised.</param>
    private void Bar(string what, double value, double? bar)
    {
        if (bar is not { } most)
        {
            return;
        }

        Console.WriteLine($"  {what} ≤ {most} × Hugo: {(value <= most ? "held" : "MISSED")}");
        if (value > most)
        {
            missed.Add($"{what} {value:0.00} > {most} × Hugo");
        }
    }

    private static void Line(string name, Cost cost, Cost? other)
    {
        var ratios = other is null ? "" : $"   {cost.Wall / other.Wall,6:0.00}{cost.Memory / other.Memory,7:0.00}";
        Console.WriteLine($"  {name,-22}{cost.Wall,9:0.000}{cost.Processor,9:0.00}{cost.Memory,9:0}{ratios}");
    }

    private string Fresh(string name) => Path.Combine(session, "out", $"{name}-{++outputs}");

    private Cost Ours(Corpus corpus, string output) =>
        Time(corpus.Folder, program, "build", "--quiet", "--date", "2026-01-01", "--pipelines", "pages,assets,sitemap", "--output", output);

    private Cost Hugo(Corpus corpus, string output) =>
        Time(corpus.Folder, "hugo", "--quiet", "--noBuildLock", "--source", "hugo", "--destination", output);

    private Cost Time(string folder, params string[] command)
    {
        Wait("sync"); // The pages of the run before go to disk now, not in this one's time.
        var note = Path.Combine(session, "time");
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%U %S %M", "-o", note, .. command]) { WorkingDirectory = folder };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var wall = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: exit {process.ExitCode}");
        }

        var numbers = File.ReadAllText(note).Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new(wall, numbers[0] + numbers[1], numbers[2] / 1024);
    }

    private static void Wait(string command)
    {
        using var process = Process.Start(command)!;
        process.WaitForExit();
    }

    private static string Read(string command, string argument)
    {
        using var process =
            Process.Start(new ProcessStartInfo(command, argument) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return process.StandardOutput.ReadToEnd();
    }

    private sealed record Bars(double Wall)
    {
        public double? Memory { get; init; }

        public double? Nothing { get; init; }

        public double? Edit { get; init; }
    }
}
