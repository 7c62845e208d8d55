using System.Diagnostics;
using System.Text;
using YuGong.Text;

namespace YuGong.Deploy;

/// <param name="Code">As the program ended: 0 when it did what it was asked.</param>
internal sealed record ProgramAnswer(int Code, string Out, string Err);

/// <summary>Programs of others that do a part of the work: ssh, rsync, git. They speak English and ask nobody anything.</summary>
internal static class OutsideProgram
{
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false), StandardErrorEncoding = new UTF8Encoding(false),
            StandardInputEncoding = new UTF8Encoding(false),
        };
        (start.Environment["LC_ALL"], start.Environment["GIT_TERMINAL_PROMPT"]) = ("C", "0");
        foreach (var name in new[] { "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX" })
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    /// <exception cref="DeployException">It is not installed.</exception>
    public static Process Open(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DeployException(new(
                $"这台机器没有 {start.FileName}。Debian:sudo apt-get install openssh-client rsync git。",
                $"This machine has no {start.FileName}. On Debian: sudo apt-get install openssh-client rsync git."), e);
        }
    }

    /// <param name="line">Told each line of the output as it comes, also those that end in a carriage return alone.</param>
    public static ProgramAnswer Run(ProcessStartInfo start, string input, CancellationToken cancel, Action<string>? line = null)
    {
        using var process = Open(start);
        using var stop = cancel.Register(() => Kill(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var fed = Task.Run(() => Feed(process, input), CancellationToken.None);
        var output = line is null ? process.StandardOutput.ReadToEnd() : Lines(process.StandardOutput, line);
        process.WaitForExit();
        fed.Wait(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return new(process.ExitCode, output, errors.Result);
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static void Feed(Process process, string input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything: its exit code says why.
        }
    }

    private static string Lines(StreamReader from, Action<string> line)
    {
        var (all, current) = (new StringBuilder(), new StringBuilder());
        for (var next = from.Read(); next >= 0; next = from.Read())
        {
            if (next is '\r' or '\n')
            {
                line(current.ToString());
                all.Append(current).Append('\n');
                current.Clear();
            }
            else
            {
                current.Append((char)next);
            }
        }

        return all.Append(current).ToString();
    }
}
