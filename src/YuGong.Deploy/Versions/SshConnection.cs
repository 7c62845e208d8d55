using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace YuGong.Deploy;

/// <summary>How ssh reaches a machine: the key, and the file of the hosts that are known.</summary>
/// <param name="KeyFile">Null for what ssh itself would take (agent, ~/.ssh).</param>
/// <param name="KnownHosts">Null for ssh's own.</param>
public sealed record SshKeys(string? KeyFile, string? KnownHosts)
{
    /// <summary>
    /// Nobody is asked anything, an unknown host is refused, and a line that went dead is noticed within half a minute.
    /// </summary>
    internal IEnumerable<string> Options() =>
    [
        "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=10",
        "-o", "ServerAliveCountMax=3", "-o", "ForwardAgent=no", "-o", "ClearAllForwardings=yes",
        .. KeyFile is null ? Array.Empty<string>() : ["-i", KeyFile, "-o", "IdentitiesOnly=yes"],
        .. KnownHosts is null ? Array.Empty<string>() : ["-o", $"UserKnownHostsFile={KnownHosts}"],
    ];

    /// <summary>For rsync and git, which split it themselves: paths with blanks or quotes are refused by the settings.</summary>
    internal string Command(int? port) =>
        string.Join(' ', Options().Prepend("ssh").Concat(port is { } p ? ["-p", $"{p}"] : Array.Empty<string>()));
}

/// <summary>
/// A shell on another machine that does one script after another. When this process dies its end of the line closes, the shell ends, and
/// the lock that it holds is free.
/// </summary>
internal sealed class SshConnection : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly string place;
    private readonly string mark = "end-" + RandomNumberGenerator.GetHexString(16, lowercase: true);

    private SshConnection(Process process, string place)
    {
        (this.process, this.place) = (process, place);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.Append(line.Data).Append('\n');
            }
        };
        process.BeginErrorReadLine();
    }

    /// <param name="command">What the other machine runs: it ends in a shell that reads from the line.</param>
    public static SshConnection Open(SshAddress address, SshKeys keys, string command)
    {
        string[] arguments = [.. keys.Options(), "-p", $"{address.Port}", "-T", address.Login, command];
#pragma warning disable CA2000 // It ends with the connection.
        return new(OutsideProgram.Open(OutsideProgram.Start("ssh", arguments)), $"{address}");
#pragma warning restore CA2000
    }

    /// <summary>Whether the shell is there; its exit code when it ended.</summary>
    public int? Begin() => Ask(":", out _, out var code) ? null : code;

    /// <returns>What the script printed.</returns>
    /// <exception cref="DeployException">It failed, or the line broke.</exception>
    public string Do(string script) =>
        Ask(script, out var said, out var code) && code == 0 ? said : throw Failures.Of(place, said + "\n" + Errors());

    public string Errors()
    {
        lock (errors)
        {
            return errors.ToString();
        }
    }

    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(2000))
            {
                OutsideProgram.Kill(process);
            }
        }
        catch (IOException)
        {
            OutsideProgram.Kill(process); // the line is broken
        }

        process.Dispose();
    }

    /// <returns>False when the shell ended.</returns>
    private bool Ask(string script, out string said, out int code)
    {
        var text = new StringBuilder();
        try
        {
            process.StandardInput.Write($"{{\n{script}\n}} </dev/null 2>&1\nprintf '\\n%s %d\\n' {mark} $?\n");
            process.StandardInput.Flush();
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith(mark + " ", StringComparison.Ordinal))
                {
                    (said, code) = (text.ToString(), int.Parse(line[(mark.Length + 1)..]));
                    return true;
                }

                text.Append(line).Append('\n');
            }
        }
        catch (IOException)
        {
            // The line is broken: what ssh says of it stands in its errors.
        }

        process.WaitForExit();
        (said, code) = (text.ToString(), process.ExitCode);
        return false;
    }
}
