using System.Diagnostics;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Desk;

/// <summary>The black-box checks of the protocol, written before the server was, run against the command itself.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task The_desk_speaks_the_protocol_of_decap_server()
    {
        var root = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("yugong-desk-").FullName, "仓库 repo")).FullName;
        DeskTrial.Git(root, "init", "-q", "-b", "main");
        DeskTrial.Git(root, "config", "user.name", "仓库");
        DeskTrial.Git(root, "config", "user.email", "r@example.org");
        DeskTrial.Git(root, "commit", "-q", "--allow-empty", "-m", "开始");
        await using var desk = await RunningDesk.StartAsync(root, TestContext.Current.CancellationToken, "--folders", ".");

        var judge = Judge.Start("node", "--test", "--test-reporter=tap",
            GitRepository.At("tests", "YuGong.Acceptance", "Desk", "decap-proxy.test.mjs"));
        (judge.Environment["URL"], judge.Environment["REPO"]) = (new Uri(desk.Address, "/api/v1").ToString(), root);
        var answer = await Tool.RunAsync(judge);
        Assert.True(answer.Code == 0, answer.Out);
        Assert.Contains("# pass 44", answer.Out);
        Assert.Equal("", DeskTrial.Git(root, "fsck", "--no-dangling"));
        Assert.Equal(0, await desk.EndAsync());
        Directory.Delete(Path.GetDirectoryName(root)!, recursive: true);
    }
}

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
