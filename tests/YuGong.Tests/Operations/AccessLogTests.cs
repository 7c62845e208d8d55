using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;
using YuGong.Cli;
using YuGong.Desk;

namespace YuGong.Tests.Operations;

/// <summary>A line for each request: in a format that every tool reads, and without what is nobody's business.</summary>
public sealed class AccessLogTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 29, 12, 30, 5, 250, TimeSpan.FromHours(8));

    private readonly string folder = Directory.CreateTempSubdirectory("yugong-log-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_line_is_Combined_Log_Format() => Assert.Equal(
        "203.0.113.9 - - [29/Nov/2026:12:30:05 +0800] \"GET /people/ HTTP/1.1\" 200 1234 \"https://example.org/a\" \"Mozilla/5.0 (X11)\"",
        Line(Request("/people/", referer: "https://example.org/a", agent: "Mozilla/5.0 (X11)")));

    [Fact]
    public void A_line_can_be_JSON()
    {
        var context = Request("/people/", agent: "浏览器");
        context.Features.Set(new Editor("李 工", "li@desk.invalid", Role.Editor));
        var line = Line(context, AccessLogFormat.Json);
        var read = JsonDocument.Parse(line).RootElement;
        Assert.Equal(["time", "remote", "user", "method", "path", "protocol", "status", "bytes", "referer", "agent", "seconds"],
            read.EnumerateObject().Select(m => m.Name));
        Assert.Equal("2026-11-29T12:30:05.250+08:00", read.GetProperty("time").GetString());
        Assert.Equal("李 工", read.GetProperty("user").GetString());
        Assert.Equal("浏览器", read.GetProperty("agent").GetString());
        Assert.Equal(0.012, read.GetProperty("seconds").GetDouble());
    }

    [Theory]
    [InlineData("/api/v1/search?q=13812345678", "/api/v1/search")]
    [InlineData("/desk/login?to=/desk/&password=secret", "/desk/login")]
    [InlineData("/people/13812345678/", "/people/138******78/")]
    [InlineData("/desk/shown/0a1b2c/site/assets/a.css", "/desk/shown/-/site/assets/a.css")]
    [InlineData("/desk/scoring/0a1b2c/?kept=1", "/desk/scoring/-/")]
    public void What_somebody_typed_is_not_in_it(string target, string shown)
    {
        Assert.Contains($"\"GET {shown} HTTP/1.1\"", Line(Request(target)), StringComparison.Ordinal);
        Assert.Contains($"\"https://x{shown}\"", Line(Request("/", referer: "https://x" + target)), StringComparison.Ordinal);
        Assert.Contains($"\"path\":\"{shown}\"", Line(Request(target), AccessLogFormat.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_writes_a_second_line_or_ends_a_field()
    {
        var context = Request("/a\"b\\c", agent: "x\r\n1.2.3.4 - - \"\u001b[31m\u2028\u202e");
        context.Features.Set(new Editor("a b\n\"", "li@desk.invalid", Role.Editor));
        var line = Line(context);
        Assert.Contains(" - a\\x20b\\x0A\\x22 [", line, StringComparison.Ordinal);
        Assert.Contains("\"GET /a\\x22b\\x5Cc HTTP/1.1\"", line, StringComparison.Ordinal);
        Assert.EndsWith("\"x\\x0D\\x0A1.2.3.4 - - \\x22\\x1B[31m\\xE2\\x80\\xA8\\xE2\\x80\\xAE\"", line, StringComparison.Ordinal);
        var json = Line(context, AccessLogFormat.Json);
        Assert.DoesNotContain(json, c => char.IsControl(c) || c is '\u2028' or '\u202e');
        Assert.Equal("x\r\n1.2.3.4 - - \"\u001b[31m\u2028\u202e", JsonDocument.Parse(json).RootElement.GetProperty("agent").GetString());
    }

    [Fact]
    public void A_line_has_a_bound()
    {
        var long8 = new string('a', 8000);
        Assert.InRange(Line(Request("/" + long8, "https://x/" + long8, long8)).Length, 0, 5000);
    }

    [Fact]
    public void What_was_not_sent_has_no_length()
    {
        var head = Request("/people/");
        head.Request.Method = "HEAD";
        Assert.Contains("\" 200 - ", Line(head), StringComparison.Ordinal);
        var known = Request("/people/");
        known.Response.StatusCode = 304;
        Assert.Contains("\" 304 - ", Line(known), StringComparison.Ordinal);
    }

    /// <summary>logrotate, with copytruncate and without.</summary>
    [Fact]
    public async Task A_log_that_is_emptied_or_moved_away_goes_on_from_its_beginning()
    {
        var cancel = TestContext.Current.CancellationToken;
        var path = Path.Combine(folder, "access.log");
        await File.WriteAllTextAsync(path, "before\n", cancel);
        await using (var log = new AccessLog(path, AccessLogFormat.Combined, TimeProvider.System))
        {
            await AskAsync(log, "/one", path);
            Assert.StartsWith("before\n", await File.ReadAllTextAsync(path, cancel), StringComparison.Ordinal);
            await using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                file.SetLength(0);
            }

            await AskAsync(log, "/two", path);
            File.Move(path, path + ".1");
            await AskAsync(log, "/three", path);
        }

        Assert.Matches("^[^\0\n]*GET /two [^\n]*\n$", await File.ReadAllTextAsync(path + ".1", cancel));
        Assert.Matches("^[^\0\n]*GET /three [^\n]*\n$", await File.ReadAllTextAsync(path, cancel));
    }

    /// <summary>Until it is in the file.</summary>
    private static async Task AskAsync(AccessLog log, string target, string path)
    {
        await log.AnswerAsync(Request(target), _ => Task.CompletedTask);
        while (!File.Exists(path) || !(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Contains(target))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private static string Line(HttpContext context, AccessLogFormat format = AccessLogFormat.Combined) =>
        AccessLine.Read(context, Noon, TimeSpan.FromMilliseconds(12)).Written(format);

    private static DefaultHttpContext Request(string target, string? referer = null, string? agent = null)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        (context.Request.Method, context.Request.Protocol) = ("GET", "HTTP/1.1");
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("203.0.113.9");
        context.Response.ContentLength = 1234;
        foreach (var (name, value) in new[] { ("Referer", referer), ("User-Agent", agent) })
        {
            if (value is not null)
            {
                context.Request.Headers[name] = value;
            }
        }

        return context;
    }
}
