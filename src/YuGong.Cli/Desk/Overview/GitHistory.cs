using System.Diagnostics;
using System.Globalization;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>Reads the repository's history; writes nothing.</summary>
internal sealed class GitHistory(string root)
{
    /// <summary>A word for git's diff: Latin letters and digits together, of Chinese each character alone.</summary>
    private const string WordPattern = "[A-Za-z0-9]+|[^[:space:]]";

    private const char Record = '\x1e';
    private const char Unit = '\x1f';

    /// <param name="path">A file or folder; null for everything.</param>
    public async Task<IReadOnlyList<Commit>> CommitsAsync(string? path, int most, CancellationToken cancel)
    {
        string[] filter = path is null ? [] : ["--", path];
        var said =
            await RunAsync(["log", $"-n{most.ToString(CultureInfo.InvariantCulture)}", $"--format={Record}%H{Unit}%an{Unit}%aI{Unit}%s",
            "--name-only", .. filter], cancel);
        return [.. said.Split(Record, StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<Commit>()];
    }

    public async Task<IReadOnlyList<DiffLine>> DiffAsync(Commit commit, string path, CancellationToken cancel) =>
        DiffLine.Read(await RunAsync(
        ["show", "--format=", "--unified=1", "--no-ext-diff", "--word-diff=porcelain", $"--word-diff-regex={WordPattern}", commit.Hash,
            "--", path], cancel));

    private static Commit? Read(string record)
    {
        var lines = record.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines[0].Split(Unit) is [var hash, var author, var at, var subject]
            ? new(hash, author, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), subject, [.. lines.Skip(1)])
            : null;
    }

    /// <summary>Empty where there is no repository.</summary>
    private async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("git", ["-C", root, "-c", "core.quotepath=off", "-c", "log.showSignature=false", .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            Environment = { ["LC_ALL"] = "C.UTF-8", ["GIT_OPTIONAL_LOCKS"] = "0", ["GIT_PAGER"] = "" },
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var errors = git.StandardError.ReadToEndAsync(cancel);
        var said = await git.StandardOutput.ReadToEndAsync(cancel);
        await git.WaitForExitAsync(cancel);
        await errors;
        return git.ExitCode == 0 ? said : "";
    }
}
