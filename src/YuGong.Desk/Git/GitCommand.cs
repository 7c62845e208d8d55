using System.Diagnostics;
using System.Text;

namespace YuGong.Desk;

/// <param name="Code">0 when git did it.</param>
internal sealed record GitAnswer(int Code, byte[] Out, string Err)
{
    public string Text => Encoding.UTF8.GetString(Out);

    /// <summary>The parts of an answer given with <c>-z</c>.</summary>
    public string[] Parts => Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs git in a repository. Names are bytes between zeros, never quoted, so Chinese ones come as they are.</summary>
/// <param name="folder">The top of its work tree.</param>
internal sealed class GitCommand(string folder)
{
    private static readonly string[] Foreign = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"];

    /// <summary>
    /// Drafts are saved side by side: one waits for the other's lock on the references instead of failing (milliseconds).
    /// </summary>
    private static readonly string[] Settings =
        ["-c", "core.quotepath=off", "-c", "core.filesRefLockTimeout=10000", "-c", "core.packedRefsTimeout=10000"];

    public GitAnswer Ask(params IReadOnlyList<string> arguments) => Run([], arguments);

    /// <summary>The answer without the line break at its end, or null when git says no.</summary>
    public string? Line(params IReadOnlyList<string> arguments) => Ask(arguments) is { Code: 0 } answer ? answer.Text.TrimEnd('\n') : null;

    /// <exception cref="InvalidOperationException">Git does not do it; the message is its own.</exception>
    public GitAnswer Do(byte[] input, params IReadOnlyList<string> arguments) =>
        Run(input, arguments) is { Code: 0 } done
            ? done : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {Run(input, arguments).Err}");

    public GitAnswer Run(byte[] input, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. Settings, .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in Foreign)
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEndAsync();
        var fed = Task.Run(() => Feed(git, input));
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        fed.Wait();
        git.WaitForExit();
        return new(git.ExitCode, output.ToArray(), errors.Result);
    }

    private static void Feed(Process git, byte[] input)
    {
        try
        {
            git.StandardInput.BaseStream.Write(input);
            git.StandardInput.Close();
        }
        catch (IOException)
        {
            // Git ended before it had read everything: its exit code says why.
        }
    }
}
