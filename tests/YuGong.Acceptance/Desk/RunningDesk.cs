using System.Diagnostics;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Desk;

/// <summary><c>yugong desk</c> as a process of its own.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    private readonly Process process;

    private RunningDesk(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<RunningDesk> StartAsync(string root, CancellationToken cancel, params string[] arguments)
    {
        var started = Process.Start(Tool.Yugong(["desk", "--root", root, "--port", "0", "--no-open", .. arguments]))!;
        while (await started.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("编辑台:", StringComparison.Ordinal))
            {
                _ = started.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = started.StandardError.ReadToEndAsync(CancellationToken.None);
                return new(started, new(line["编辑台:".Length..].Split(' ')[0]));
            }
        }

        throw new InvalidOperationException(await started.StandardError.ReadToEndAsync(cancel));
    }

    /// <summary>SIGTERM, as systemd and containers end it; how it ended.</summary>
    public async Task<int> EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}
