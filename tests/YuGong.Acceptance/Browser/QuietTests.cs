using System.IO.Compression;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>Pages ask nobody else for anything, complain about nothing, weigh little, and are whole without script.</summary>
public sealed class QuietTests(BuiltSites sites)
{
    private readonly Chromium chromium = sites.Browser;

    [Theory]
    [MemberData(nameof(Templates.All), MemberType = typeof(Templates))]
    public async Task A_page_asks_no_other_host_keeps_nothing_and_is_whole_without_script(string site, string address)
    {
        var noise = new List<string>();
        var server = await chromium.ServerAsync(site);
        var page = await chromium.OpenAsync(site, address, watch: p =>
        {
            p.Request += (_, request) =>
                Hear(!request.Url.StartsWith(server.Address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:",
                StringComparison.Ordinal), $"asks {request.Url}");
            p.Response += (_, response) => Hear(response.Status >= 400, $"{response.Status} {response.Url}");
            // CSP violations are errors here
            p.Console += (_, message) => Hear(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
            p.PageError += (_, error) => Hear(true, error);
        });
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(noise);
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));

        var plain = await chromium.OpenAsync(site, address, with: o => o.JavaScriptEnabled = false);
        Assert.True(await plain.Locator("main h1").IsVisibleAsync());
        Assert.Equal(await Words(page), await Words(plain));
        await page.Context.CloseAsync();
        await plain.Context.CloseAsync();

        void Hear(bool isNoise, string what)
        {
            lock (noise)
            {
                if (isNoise)
                {
                    noise.Add(what);
                }
            }
        }
    }

    /// <summary>
    /// What can be read, without the buttons that only script can press, and without the words for who has none and what stands for them
    /// where there is script.
    /// </summary>
    private static async Task<string> Words(IPage page)
    {
        await page.Locator("main button, main noscript, main .hit-first")
            .EvaluateAllAsync<object?>("all => all.forEach(one => one.remove())");
        var text = string.Concat((await page.Locator("main").InnerTextAsync()).Where(c => !char.IsWhiteSpace(c)));
        Assert.True(text.Length > 40, text);
        return text;
    }

    [Fact]
    public async Task The_topic_page_weighs_at_most_300_kilobytes_at_first_420_scrolled_and_its_script_30()
    {
        var site = await sites.ReleaseAsync();
        var asked = new List<string>();
        var page = await chromium.OpenAsync("release", "/", watch: p => p.Request += (_, request) =>
        {
            lock (asked)
            {
                asked.Add(new Uri(request.Url).AbsolutePath);
            }
        });
        List<string> first;
        lock (asked)
        {
            first = [.. asked.Distinct(StringComparer.Ordinal)];
        }

        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Context.CloseAsync();

        var weights = asked.Distinct(StringComparer.Ordinal).ToDictionary(a => a, a => OverTheWire(site, BuiltSite.FileOf(a)));
        Assert.Contains(weights, w => w.Key.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.True(first.Sum(a => weights[a]) <= 300_000, string.Join('\n', first));
        Assert.True(weights.Values.Sum() <= 420_000, string.Join('\n', weights));
        Assert.True(weights.Where(w => w.Key.EndsWith(".js", StringComparison.Ordinal)).Sum(w => w.Value) <= 30_000,
            string.Join('\n', weights));
        TestContext.Current.AddAttachment("weights", string.Join('\n', weights));
    }

    /// <summary>Bytes as a server sends them: text through gzip, what is compressed already as it is.</summary>
    private static long OverTheWire(BuiltSite site, string file)
    {
        var bytes = site.Bytes(file);
        if (Path.GetExtension(file) is not (".html" or ".css" or ".js" or ".svg" or ".txt" or ".xml" or ".json"))
        {
            return bytes.Length;
        }

        using var sent = new MemoryStream();
        using (var zip = new GZipStream(sent, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return sent.Length;
    }
}
