using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;
using YuGong.Api;
using YuGong.Cli;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Operations;

/// <summary><c>yugong serve</c> as those who run it see it.</summary>
public sealed class OperatedSiteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-serve-").FullName;

    public OperatedSiteTests()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "index.html"), "<p>一</p>");
    }

    private string Output => Path.Combine(folder, "output");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("/sub")]
    public async Task Whatever_watches_a_site_is_told_whether_it_is_there(string linkRoot)
    {
        await using var server = new SiteServer(Output, linkRoot, SearchTables.None);
        await server.StartAsync(IPAddress.Loopback, 0, Cancel);
        using var client = new HttpClient { BaseAddress = new(server.Address!) };
        using var fine = await client.GetAsync(new Uri("/healthz", UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.OK, "ok\n"), (fine.StatusCode, await fine.Content.ReadAsStringAsync(Cancel)));
        Assert.True(fine.Headers.CacheControl!.NoStore);
        using var head = new HttpRequestMessage(HttpMethod.Head, new Uri("/healthz", UriKind.Relative));
        using var answer = await client.SendAsync(head, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var post = await client.PostAsync(new Uri("/healthz", UriKind.Relative), null, Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);

        Directory.Delete(Output, recursive: true);
        while ((await client.GetAsync(new Uri("/healthz", UriKind.Relative), Cancel)).StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(50, Cancel);
        }
    }

    /// <summary>As systemd and containers end a server: SIGTERM. Who is being answered is answered to the end.</summary>
    [Fact]
    public async Task A_server_that_is_told_to_end_finishes_what_it_is_sending_and_says_that_all_is_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        const int Length = 30 * 1024 * 1024;
        await File.WriteAllBytesAsync(Path.Combine(Output, "large.bin"), new byte[Length], Cancel);
        var log = Path.Combine(folder, "access.log");
        var (server, address) = await StartAsync(
            ["serve", "--root", folder, "--port", "0", "--access-log", log, "--access-log-format", "json"]);
        using var process = server;
        using var visitor = new TcpClient();
        await visitor.ConnectAsync(IPAddress.Loopback, address.Port, Cancel);
        var stream = visitor.GetStream();
        await stream.WriteAsync("GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), Cancel);
        var buffer = new byte[64 * 1024];
        var got = await stream.ReadAsync(buffer, Cancel);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(Cancel);
        }

        while (!(await process.StandardOutput.ReadLineAsync(Cancel))!.Contains("正在结束", StringComparison.Ordinal))
        {
            // It goes on until it is said.
        }

        for (var read = -1; read != 0; got += read)
        {
            read = await stream.ReadAsync(buffer, Cancel);
        }

        Assert.InRange(got, Length + 100, Length + 2000);
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains($"\"path\":\"/large.bin\",\"protocol\":\"HTTP/1.1\",\"status\":200,\"bytes\":{Length}",
            await File.ReadAllTextAsync(log, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_on_the_standard_output_has_it_to_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        var (server, address) = await StartAsync(["serve", "--root", folder, "--port", "0", "--access-log", "-"], greetsOnErrors: true);
        using var process = server;
        using var client = new HttpClient { BaseAddress = address };
        await client.GetStringAsync(new Uri("/index.html?q=1", UriKind.Relative), Cancel);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(Cancel);
        }

        Assert.Matches("^127\\.0\\.0\\.1 - - \\[.*\\] \"GET /index\\.html HTTP/1\\.1\" 200 10 \"-\" \"-\"\n$",
            await process.StandardOutput.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("output/access.log")]
    [InlineData("input/access.log")]
    [InlineData("nowhere/access.log")]
    public async Task A_log_is_not_written_where_it_would_be_published_or_cannot_be(string file)
    {
        var said = await Tool.RunAsync(
            Tool.Yugong("serve", "--root", folder, "--port", "0", "--access-log", Path.Combine(folder, file)));
        Assert.Equal(1, said.Code);
        Assert.Contains(file.Split('/')[0], said.Err, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, file)));
    }

    [Theory]
    [InlineData("serve", "--forwarded-from", "0.0.0.0/0")]
    [InlineData("serve", "--access-log-format", "w3c")]
    [InlineData("desk", "--forwarded-from", "127.0.0.1")]
    [InlineData("desk", "--public-host", "desk.example.org")]
    [InlineData("desk", "--forwarded-from", "127.0.0.1", "--public-host", "https://desk.example.org/")]
    public async Task What_makes_no_sense_is_misuse(params string[] arguments) =>
        Assert.Equal(2, (await Tool.RunAsync(Tool.Yugong([.. arguments, "--root", folder]))).Code);

    private static async Task<(Process Server, Uri Address)> StartAsync(string[] arguments, bool greetsOnErrors = false)
    {
        var process = Process.Start(Tool.Yugong(arguments))!;
        var greeting = await (greetsOnErrors ? process.StandardError : process.StandardOutput).ReadLineAsync(Cancel);
        var address = greeting!.Split("http://")[1].Split('/')[0];
        return (process, new($"http://{address}/"));
    }
}
