using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace YuGong.Attack.Kills;

/// <summary>
/// SIGKILL at any moment of what writes: build, posters, a save at the desk, an import of leads. Afterwards everything is as before or as
/// it
/// should be, and the next run finishes without help. (There is no command that deploys.)
/// </summary>
internal static class KillCampaign
{
    private const int Builds = 110, Posters = 20, Saves = 40, Imports = 30;

    public static Verdict Run(AttackRun attack)
    {
        var faults = new List<string>();
        var dice = new Random(attack.Seed);
        var kills = new (string Name, int Whole, Func<AttackRun, Random, IKilled> Make)[]
        {
            ("build", Builds, (a, d) => new KilledBuild(a, d)), ("posters", Posters, (a, d) => new KilledPosters(a, d)),
            ("save", Saves, (a, d) => new KilledSave(a, d)), ("import", Imports, (a, d) => new KilledImport(a, d)),
        };
        var (done, figures) = (0, new List<string>());
        foreach (var (name, whole, make) in kills)
        {
            using var killed = make(attack, dice);
            var (some, alive) = (attack.Some(whole), 0);
            for (var i = 0; i < some; i++, done++)
            {
                var hit = killed.KillOnce(i);
                alive += hit.WasAtWork ? 1 : 0;
                if (hit.Fault is { } fault)
                {
                    faults.Add($"{name} {i}: {fault}");
                }
            }

            figures.Add($"{name} {some}, {alive} of them while it was at work");
        }

        return new(done, faults) { Figures = figures };
    }
}

/// <param name="WasAtWork">Whether the process was still there when the signal came.</param>
/// <param name="Fault">What was not as it should be; null when all was.</param>
internal sealed record Hit(bool WasAtWork, string? Fault);

/// <summary>One command that is killed again and again, in a folder of its own.</summary>
internal interface IKilled : IDisposable
{
    Hit KillOnce(int turn);
}

/// <summary>The program beside this one, in a process of its own.</summary>
internal static class Yugong
{
    public static Process Start(string root, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "yugong.dll"), .. arguments, "--root", root])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>To its end; null when it ended well, otherwise its last words.</summary>
    public static string? Fault(string root, params IEnumerable<string> arguments)
    {
        using var process = Start(root, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var words = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? null : $"exit {process.ExitCode}: "
            + $"{string.Join(' ', (words + errors.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(3))}";
    }

    /// <summary>Kills it at a moment within so long.</summary>
    public static bool Kill(Process process, TimeSpan within, Random dice)
    {
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var atWork = !process.WaitForExit((int)(within.TotalMilliseconds * dice.NextDouble()));
        process.Kill();
        process.WaitForExit();
        return atWork;
    }

    /// <summary>Of every name and byte under a folder, but what begins with a dot.</summary>
    public static string Digest(string folder)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file);
            if (!name.Split('/').Any(part => part.StartsWith('.')))
            {
                sum.AppendData(Encoding.UTF8.GetBytes(name));
                sum.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return Convert.ToHexString(sum.GetHashAndReset());
    }
}
