using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace YuGong.VisualBench;

/// <summary>One of our own servers on a free port of this machine, started when its address is first asked for.</summary>
internal sealed class OwnServer(string root, params string[] command) : IDisposable
{
    private const int MostSeconds = 240;

    private readonly SemaphoreSlim starting = new(1);
    private Process? process;
    private string? address;

    /// <summary>The address without a slash at its end.</summary>
    /// <exception cref="TimeoutException">It does not answer after four minutes.</exception>
    public async Task<string> AddressAsync()
    {
        await starting.WaitAsync();
        try
        {
            return address ??= await StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
        }

        process?.Dispose();
        starting.Dispose();
    }

    private async Task<string> StartAsync()
    {
        var port = FreePort();
        process = Process.Start(new ProcessStartInfo(Path.Combine(root, "yugong"), [.. command, "--port", $"{port}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(MostSeconds) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed.TotalSeconds < MostSeconds; await Task.Delay(300))
        {
            try
            {
                using var reply = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                return $"http://127.0.0.1:{port}";
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // Not yet.
            }
        }

        throw new TimeoutException($"yugong {command[0]} does not answer.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
