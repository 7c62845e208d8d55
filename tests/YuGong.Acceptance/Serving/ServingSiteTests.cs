using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Api;
using YuGong.Cli;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Serving;

/// <summary><c>yugong serve</c> as a browser, a stranger and somebody with bad manners meet it.</summary>
public sealed class ServingSiteTests(BuiltSites sites) : IAsyncLifetime
{
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false };
    private SiteServer? server;
    private HttpClient? client;

    private HttpClient Client => client!;

    public async ValueTask InitializeAsync()
    {
        server = new((await sites.FullerAsync()).Folder, "", SearchTables.None);
        await server.StartAsync(IPAddress.Loopback, 0, TestContext.Current.CancellationToken);
        client = new(handler) { BaseAddress = new(server.Address!) };
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        handler.Dispose();
        await server!.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/people/shui-xiheng/", "text/html; charset=utf-8")]
    [InlineData("/api/v1/index.json", "application/json")]
    [InlineData("/api/v1/people.ndjson", "application/x-ndjson; charset=utf-8")]
    [InlineData("/feeds/all.atom.xml", "application/atom+xml")]
    [InlineData("/people/test-person/portrait.png", "image/png")]
    public async Task A_file_has_its_type_and_the_headers_that_protect_it(string address, string type)
    {
        var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/..%5c..%5cetc%5cpasswd")]
    [InlineData("/people/../../../etc/passwd")]
    [InlineData("/.output.build/manifest")]
    [InlineData("/_headers")]
    [InlineData("/_redirects")]
    [InlineData("/nobody/")]
    public async Task What_is_not_of_the_site_is_not_found(string address)
    {
        var answer = await RawAsync($"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 404 ", answer);
        Assert.DoesNotContain("root:", answer);
    }

    [Fact]
    public async Task Known_bytes_are_not_sent_again()
    {
        var first = await GetAsync("/people/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/people/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Text_travels_packed_and_unpacks_to_the_file(string encoding)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/people/");
        asked.Headers.AcceptEncoding.Add(new(encoding));
        var answer = await Client.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using Stream plain = encoding == "br"
            ? new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal((await sites.FullerAsync()).Bytes("people/index.html"), bytes.ToArray());
    }

    [Theory]
    [InlineData("br;q=0", null)]
    [InlineData("br; q=0.000, gzip", "gzip")]
    [InlineData("gzip;q=0, br;q=0, *", null)]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("BR", "br")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("zebra, abr, xgzip", null)]
    [InlineData("identity", null)]
    [InlineData("", null)]
    public async Task A_packing_that_is_weighed_zero_is_not_sent(string field, string? encoding)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/people/");
        asked.Headers.TryAddWithoutValidation("Accept-Encoding", field);
        var answer = await Client.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Theory]
    [InlineData("https://evil.example/people/shui-xiheng/")]
    [InlineData("https://yugong.example.org.evil.example/people/shui-xiheng/")]
    [InlineData("https://yugong.example.org@evil.example/people/shui-xiheng/")]
    [InlineData("https://evil.example@yugong.example.org/people/shui-xiheng/")]
    [InlineData("https://yugong.example.org:8443/people/shui-xiheng/")]
    [InlineData("ftp://yugong.example.org/people/shui-xiheng/")]
    [InlineData("//yugong.example.org/people/shui-xiheng/")]
    [InlineData("/people/shui-xiheng/")]
    public async Task No_card_is_given_for_another_hosts_page(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/api/v1/oembed?url=" + Uri.EscapeDataString(address))).StatusCode);

    [Theory]
    [InlineData(0, 9L, 0, 9)]
    [InlineData(5, null, 5, -1)]
    [InlineData(null, 7L, -7, -1)]
    public async Task A_part_of_a_file_can_be_asked_for(int? from, long? to, int first, int last)
    {
        var whole = (await sites.FullerAsync()).Bytes("sitemap.xml");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/sitemap.xml") { Headers = { Range = new RangeHeaderValue(from, to) } };
        var answer = await Client.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(whole[(first < 0 ? whole.Length + first : first)..(last < 0 ? whole.Length + last + 1 : last + 1)],
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_card_may_stand_in_a_frame_and_a_page_may_not()
    {
        Assert.Contains("frame-ancestors *", (await GetAsync("/embed/shui-xiheng/")).Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("*", (await GetAsync("/api/v1/index.json")).Headers.GetValues("Access-Control-Allow-Origin").Single());
        var card = await JsonAsync("/api/v1/oembed?url=https://yugong.example.org/people/shui-xiheng/&maxwidth=200");
        Assert.Equal(200, card["width"]!.GetValue<int>());
        Assert.Contains("src=\"https://yugong.example.org/embed/shui-xiheng/\" width=\"200\"", card["html"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_search_finds_what_the_documents_hold()
    {
        var answer = await JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString("打枪坝") + "&size=100");
        var site = await sites.FullerAsync();
        var expected = site.Files.Where(f => f.StartsWith("api/v1/", StringComparison.Ordinal)
            && f.EndsWith(".ndjson", StringComparison.Ordinal))
            .SelectMany(f => site.Text(f).Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(l => JsonNode.Parse(l)!)
            .Where(d => d.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
                .Contains("打枪坝", StringComparison.Ordinal)).Select(d => d["id"]!.GetValue<string>());
        Assert.Equal(expected.Order(StringComparer.Ordinal),
            answer["items"]!.AsArray().Select(i => i!["document"]!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal("打枪坝水塔", answer["items"]![0]!["document"]!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task People_can_be_filtered_sorted_and_turned_over()
    {
        var all = await JsonAsync("/api/v1/people?size=100");
        var some = await JsonAsync("/api/v1/people?direction=builder&sort=title&size=2&page=1");
        Assert.True(some["total"]!.GetValue<int>() < all["total"]!.GetValue<int>());
        Assert.All(some["items"]!.AsArray(), i => Assert.Equal("builder", i!["document"]!["direction"]!["id"]!.GetValue<string>()));
        Assert.True(some["items"]!.AsArray().Count <= 2);
    }

    [Theory]
    [InlineData("/api/v1/search?foo=1")]
    [InlineData("/api/v1/search?size=101")]
    [InlineData("/api/v1/search?page=0")]
    [InlineData("/api/v1/people?sort=age")]
    [InlineData("/api/v1/search?q=a&q=b")]
    public async Task A_question_that_makes_no_sense_is_told_so(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n")]
    public async Task A_bad_request_is_refused_and_the_next_one_answered(string request)
    {
        Assert.Matches("^HTTP/1.1 (4|505)", await RawAsync(request));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Many_slow_visitors_keep_nobody_out()
    {
        var slow = new List<TcpClient>();
        for (var i = 0; i < 400; i++)
        {
            var visitor = new TcpClient();
            await visitor.ConnectAsync(IPAddress.Loopback, new Uri(server!.Address!).Port, TestContext.Current.CancellationToken);
            await visitor.GetStream().WriteAsync("GET / HT"u8.ToArray(), TestContext.Current.CancellationToken);
            slow.Add(visitor);
        }

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/people/")).StatusCode);
        slow.ForEach(s => s.Dispose());
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<JsonNode> JsonAsync(string address) =>
        JsonNode.Parse(await Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken))!;

    /// <summary>What the server says to exactly these bytes.</summary>
    private async Task<string> RawAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, new Uri(server!.Address!).Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = await connection.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
