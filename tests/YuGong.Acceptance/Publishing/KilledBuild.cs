using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using YuGong.Publishing;

namespace YuGong.Tests.Publishing;

/// <summary>
/// A build in a process of its own, to be killed: the test assembly started again with an order in its environment.
/// It publishes generation after generation until it dies.
/// </summary>
internal static class KilledBuild
{
    private const string Order = "YUGONG_TESTS_KILLED_BUILD";

    /// <summary>What the site is in a generation; any mixture of two shows, since <c>generation.txt</c> tells which it should be.</summary>
    public static Dictionary<string, string> Site(int generation)
    {
        var site = new Dictionary<string, string> { ["generation.txt"] = $"{generation}", ["assets/site.css"] = "never changes" };
        for (var i = 0; i < 24; i++)
        {
            if ((i + generation) % 7 != 0)
            {
                site[$"people/{i}/index.html"] = $"{i} since {generation / ((i % 5) + 1)} {new string('x', i * 100)}";
            }
        }

        site[generation % 2 == 0 ? "switch" : "switch/index.html"] = "a file, then a folder";
        return site;
    }

    /// <param name="step">Where to die by its own hand; null leaves that to the caller.</param>
    public static Process Start(OutputSandbox yard, int generation, bool exchange, PublicationStep? step)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledBuild).Assembly.Location]) { RedirectStandardOutput = true,
            UseShellExecute = false };
        start.Environment[Order] = string.Join('|', yard.Folder, $"{generation}", $"{exchange}", $"{step}");
        return Process.Start(start)!;
    }

    [ModuleInitializer]
    internal static void Obey()
    {
        if (Environment.GetEnvironmentVariable(Order)?.Split('|') is not [var folder, var first, var exchange, var step])
        {
            return;
        }

#pragma warning disable CA2000 // it dies with the process, and its folder must outlive it
        var yard = new OutputSandbox(folder);
#pragma warning restore CA2000
        var publication = new DiskPublication(yard.Output, folder)
        {
            MayExchange = bool.Parse(exchange),
            Progress = (at, done, _) =>
            {
                if ($"{at}" == step && done is 0 or 5)
                {
                    Process.GetCurrentProcess().Kill();
                }
            },
        };
        Console.WriteLine("at work");
        for (var generation = int.Parse(first, CultureInfo.InvariantCulture); ; generation++)
        {
            publication.Publish(OutputSandbox.Plan(Site(generation)), new());
        }
    }
}
