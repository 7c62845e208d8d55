using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;
using YuGong.Tests.Preview;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>
/// 「别的网站的页面用不了它」 of docs/desk.md: without accounts every path of desk and preview refuses what another origin asks for,
/// another port of this machine included, and lets nothing be included elsewhere.
/// </summary>
public sealed class OriginTests(PlainDesk desk, OpenPreview preview) : IClassFixture<PlainDesk>, IClassFixture<OpenPreview>
{
    private static readonly string[] DeskPaths =
    [
        "/desk/", "/desk/desk.css", "/desk/desk.js", "/desk/logo.svg", "/desk/fonts.css", "/desk/media/",
        "/desk/entry/stories/test-person/", "/desk/site/", "/desk/site/robots.txt",
        "/desk/site/people/hidden-draft/", "/desk/site/people/test-person/portrait.png", "/desk/leads/", "/desk/api/history",
        "/desk/api/patch?commit=HEAD", "/desk/draft/1/", "/admin/",
        "/desk/leads/in/", "/desk/leads/in/file", "/desk/leads/find", "/desk/leads/make", "/desk/leads/YG-2026-0001/",
        "/desk/leads/YG-2026-0001/all.zip", "/desk/leads/YG-2026-0001/original/1", "/desk/leads/YG-2026-0001/erase",
        "/desk/leads/register/backup.zip", "/desk/leads/scores/sheet.xlsx", "/desk/leads/certificates/issue",
        "/admin/config.yml", "/desk/undo", "/desk/leads/open", "/desk/media/stories/test-person/portrait.png",
        "/desk/media/stories/test-person/delete", "/desk/write/site/", "/desk/write/site/trades/", "/desk/write/site/trades/keep",
        "/desk/login", "/", "/nowhere", "/desk/write/", "/desk/write/stories/", "/desk/write/stories/test-person/", "/desk/write.js",
        "/desk/write/stories/test-person/file/portrait.png", "/desk/write/stories/test-person/missing", "/desk/write/names/story",
        "/desk/write/stories/begin", "/desk/write/stories/test-person/keep", "/desk/write/stories/test-person/upload",
        "/desk/write/stories/test-person/commit", "/desk/write/stories/test-person/step", "/desk/write/stories/test-person/delete",
    ];

    private static readonly string[] PreviewPaths =
        ["/", "/people/hidden-draft/", "/people/test-person/portrait.png", "/robots.txt", "/search.json", "/_preview/events",
            "/_preview/preview.js", "/_preview/preview.css", "/nowhere"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What a browser sends when a page from elsewhere asks: {0} is our own authority.</summary>
    public static TheoryData<string> Foreign =>
    [
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: Same-Origin",
        "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: ",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document",
        "Sec-Fetch-Site: same-site\r\nOrigin: http://localhost:4000",
        "Origin: http://localhost:4000",
        "Origin: http://127.0.0.1:1",
        "Origin: https://{0}",
        "Origin: null",
        "Origin: http://{0}.evil.example",
        "Origin: http://{0}\r\nOrigin: http://evil.example",
        "Sec-Fetch-Site: none\r\nOrigin: https://evil.example",
        "Referer: https://evil.example/page",
        "Referer: http://localhost:4000/",
        "Referer: http://{0}.evil.example/",
        "Referer: http://evil.example/{0}",
        "Referer: http://{0}@evil.example/",
    ];

    public static TheoryData<string> ForeignNames =>
        ["evil.example", "127.0.0.1.evil.example", "localhost.", "localhost:1", "127.0.0.1:1", "[::1%25lo]", "0.0.0.0", "127.1",
            "2130706433", "evil.example:{1}", "127.0.0.1@evil.example", ""];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_page_from_elsewhere_gets_nothing_of_desk_or_preview(string headers)
    {
        foreach (var (address, path) in Everywhere())
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "OPTIONS"])
            {
                var answer = await AskAsync(address, method, path, address.Authority, string.Format(null, headers, address.Authority));
                Assert.True(answer.StartsWith("HTTP/1.1 403 ", StringComparison.Ordinal),
                    $"{method} {path} {headers}: {answer[..Math.Min(200, answer.Length)]}");
                Assert.DoesNotContain("Access-Control", answer, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(CompleteContent.Secret, answer, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ForeignNames))]
    public async Task A_foreign_name_of_this_machine_gets_nothing(string host)
    {
        foreach (var (address, path) in Everywhere())
        {
            var answer = await AskAsync(address, "GET", path, string.Format(null, host, "", address.Port), "X-Nothing: x");
            Assert.True(answer.StartsWith("HTTP/1.1 40", StringComparison.Ordinal) && !answer.StartsWith("HTTP/1.1 404",
                StringComparison.Ordinal), $"{path} as {host}: {answer[..Math.Min(200, answer.Length)]}");
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: same-origin\r\nReferer: http://{0}/desk/write/")]
    [InlineData("Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate")]
    [InlineData("X-Nothing: x")]
    public async Task Our_own_pages_the_address_bar_and_programs_are_answered(string headers)
    {
        foreach (var (address, path) in ((Uri, string)[])[(desk.Desk.Address, "/desk/"), (preview.Preview.Address, "/")])
        {
            foreach (var host in (string[])["127.0.0.1:{0}", "localhost:{0}", "LOCALHOST:{0}", "127.0.0.1"])
            {
                var name = string.Format(null, host, address.Port);
                Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(address, "GET", path, name, string.Format(null, headers, name)));
            }
        }
    }

    [Fact]
    public async Task Nothing_can_be_included_framed_or_sniffed_elsewhere()
    {
        foreach (var (address, path) in Everywhere().Where(p => p.Path != "/_preview/events"))
        {
            var answer = await AskAsync(address, "GET", path, address.Authority, "X-Nothing: x");
            foreach (var header in (string[])["Cross-Origin-Resource-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
                "X-Frame-Options: SAMEORIGIN", "X-Content-Type-Options: nosniff"])
            {
                Assert.True(answer.Contains(header, StringComparison.Ordinal), $"{path} lacks {header}");
            }
        }
    }

    [Fact]
    public async Task Whoever_follows_a_link_from_elsewhere_is_told_and_led_on()
    {
        var answer = await AskAsync(desk.Desk.Address, "GET", "/desk/", desk.Desk.Address.Authority,
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate");
        Assert.StartsWith("HTTP/1.1 403 ", answer);
        Assert.Contains("<a href=\"/desk/\">", answer);
        Assert.Contains("frame-ancestors 'none'", answer);
    }

    [Theory]
    [InlineData("http://evil.example/desk/")]
    [InlineData("//evil.example/desk/")]
    public async Task A_target_with_another_name_is_not_ours(string target) =>
        Assert.StartsWith("HTTP/1.1 40", await AskAsync(desk.Desk.Address, "GET", target, desk.Desk.Address.Authority, "X-Nothing: x"));

    private IEnumerable<(Uri Address, string Path)> Everywhere() =>
        [.. DeskPaths.Select(p => (desk.Desk.Address, p)), .. PreviewPaths.Select(p => (preview.Preview.Address, p))];

    /// <summary>Spelled out byte by byte: a client would tidy it.</summary>
    private static async Task<string> AskAsync(Uri address, string method, string path, string host, string headers)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, Cancel);
        await using var stream = socket.GetStream();
        var body = method == "POST" ? "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" : "\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n{body}"), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancel);
    }
}
