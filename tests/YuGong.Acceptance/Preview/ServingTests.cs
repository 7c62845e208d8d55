using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Preview;

/// <summary>What the preview serves, to whom, and what it refuses.</summary>
public sealed class ServingTests(OpenPreview open) : IClassFixture<OpenPreview>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_shown_from_memory_with_ribbons_and_nothing_is_written()
    {
        Assert.Contains("预览版", await open.GetAsync("/"));
        var hidden = await open.GetAsync("/people/hidden-draft/");
        Assert.Contains(CompleteContent.Secret, hidden);
        Assert.Contains("class=\"ribbon\">草稿", hidden);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", hidden);
        Assert.Contains("class=\"ribbon\">示例", await open.GetAsync("/people/hidden-sample/"));
        Assert.DoesNotContain("class=\"ribbon\"", await open.GetAsync("/people/test-person/"));
        Assert.Contains("Disallow: /", await open.GetAsync("/robots.txt"));
        Assert.Equal("image/png", (await open.AskAsync("/people/test-person/portrait.png")).Content.Headers.ContentType?.MediaType);
        Assert.False(Directory.Exists(open.Project.Output));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:5080")]
    public async Task A_foreign_name_for_this_machine_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        Assert.Equal(HttpStatusCode.Forbidden, (await open.Preview.Client.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Nothing_but_reading_is_allowed(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await open.Preview.Client.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/../statiq.json")]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/statiq.json")]
    [InlineData("/..%2fstatiq.json")]
    [InlineData("/assets/..%5c..%5cstatiq.json")]
    [InlineData("//etc/passwd")]
    [InlineData("/people/hidden-draft/index.md")]
    [InlineData("/nowhere/")]
    public async Task What_is_not_of_the_site_is_not_found(string path)
    {
        // Spelled out byte by byte: a client would tidy the path.
        using var socket = new TcpClient();
        await socket.ConnectAsync(open.Preview.Address.Host, open.Preview.Address.Port, Cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {open.Preview.Address.Authority}\r\nConnection: close\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(Cancel);
        Assert.StartsWith("HTTP/1.1 404 ", answer);
        Assert.Contains("此处无路", answer);
        Assert.DoesNotContain("LinkHideIndexPages", answer);
    }

    [Fact]
    public async Task A_folder_without_its_slash_leads_on_and_a_taken_port_is_said()
    {
        Assert.Equal(new Uri(open.Preview.Address, "/hall/"), (await open.AskAsync("/hall")).RequestMessage?.RequestUri);
        var second = await Tool.RunAsync(Tool.Yugong("preview", "--port", $"{open.Preview.Address.Port}", "--root", open.Project.Root));
        Assert.Equal(1, second.Code);
        Assert.Contains("--port", second.Err);
    }
}
