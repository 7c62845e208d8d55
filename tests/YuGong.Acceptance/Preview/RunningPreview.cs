using System.Diagnostics;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Preview;

/// <summary><c>yugong preview</c> as a process of its own, on a port that the system chose.</summary>
internal sealed class RunningPreview : IAsyncDisposable
{
    private readonly Process process;

    private RunningPreview(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        Client = new() { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<RunningPreview> StartAsync(Project project, CancellationToken cancel)
    {
        var started = Process.Start(Tool.Yugong("preview", "--port", "0", "--root", project.Root))!;
        while (await started.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("预览:", StringComparison.Ordinal))
            {
                _ = started.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new(started, new(line["预览:".Length..].Split(' ')[0]));
            }
        }

        throw new InvalidOperationException(await started.StandardError.ReadToEndAsync(cancel));
    }

    /// <summary>The numbers of the builds, as the open page hears them.</summary>
    public async IAsyncEnumerable<string> EventsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var events = new StreamReader(await Client.GetStreamAsync(new Uri("/_preview/events", UriKind.Relative), cancel));
        while (await events.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return line["data: ".Length..];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
