using System.Diagnostics;
using System.Globalization;

namespace YuGong.Attack.Mutations;

/// <summary>
/// Spoiled inputs of every kind, through the functions that the commands are made of: none may throw, overflow the stack, or take more than
/// ten seconds.
/// </summary>
internal static class MutationCampaign
{
    private const int Whole = 10_400, Stretch = 400;

    /// <summary>Of a processor, so that a busy machine does not count.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static Verdict Run(AttackRun attack)
    {
        var whole = attack.Some(Whole);
        var (faults, tried, slowest) =
            (new SortedDictionary<string, (int Count, string First)>(StringComparer.Ordinal),
            new SortedDictionary<string, int>(StringComparer.Ordinal), 0L);
        for (var from = 0; from < whole;)
        {
            var to = Math.Min(whole, from + Stretch);
            var last = from;
            using var child = Start(attack, from, to);
            using var dog = new Watchdog(child, Longest);
            var what = "";
            while (child.StandardOutput.ReadLine() is { } line)
            {
                var words = line.Split(' ', 3);
                switch (words[0])
                {
                    case "held":
                        slowest = Math.Max(slowest, long.Parse(words[1], CultureInfo.InvariantCulture));
                        last++;
                        break;
                    case "fault":
                        Note(line["fault ".Length..]);
                        last++;
                        break;
                    default:
                        dog.Begin();
                        what = line;
                        tried[words[1]] = tried.GetValueOrDefault(words[1]) + 1;
                        break;
                }
            }

            child.WaitForExit();
            if (child.ExitCode != 0)
            {
                Note(dog.HasBitten ? "more than 10 s" : $"the process died with {child.ExitCode}");
                last++;
            }

            from = last;

            void Note(string fault) => faults[fault] = faults.TryGetValue(fault, out var known)
                ? (known.Count + 1, known.First) : (1, what);
        }

        return new(tried.Values.Sum(), [.. faults.Select(f => $"{f.Key}: {f.Value.Count}, first by {f.Value.First}")])
        {
            Figures = [string.Join(", ", tried.Select(t => $"{t.Key} {t.Value}")), $"slowest {slowest} ms"],
        };
    }

    private static Process Start(AttackRun attack, int from, int to)
    {
        var own = typeof(MutationCampaign).Assembly.Location;
        string[] arguments = [own, attack.Root, MutationChild.Option, attack.Root, attack.Work, $"{attack.Seed}", $"{from}", $"{to}"];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true,
            RedirectStandardError = true, Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" } })!;
    }

    /// <summary>Ends a process that has worked too long at one attack.</summary>
    private sealed class Watchdog : IDisposable
    {
        private readonly Process process;
        private readonly TimeSpan longest;
        private readonly Timer timer;
        private TimeSpan began;

        public Watchdog(Process process, TimeSpan longest)
        {
            (this.process, this.longest) = (process, longest);
            _ = process.StandardError.ReadToEndAsync(); // a stack overflow tells its whole stack
            timer = new(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }

        public bool HasBitten { get; private set; }

        public void Begin() => began = Worked();

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            if (Worked() - began > longest)
            {
                HasBitten = true;
                process.Kill();
            }
        }

        private TimeSpan Worked()
        {
            try
            {
                return process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                return began; // it has ended
            }
        }
    }
}
