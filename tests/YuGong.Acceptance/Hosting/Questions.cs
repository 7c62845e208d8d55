using System.IO.Compression;
using System.IO.Enumeration;
using System.Net.Http.Headers;
using YuGong.Pages;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Hosting;

/// <summary>
/// Asks a server and says in one line what it answered: <c>GET /people/ gzip | 200 | type | caching | packing | policy | CORS | body</c>.
/// </summary>
/// <param name="best">The packing that this server chooses where a browser takes both: Debian's nginx has no Brotli.</param>
/// <param name="linkRoot">Put in front of every address that is asked, and taken from every address that is answered.</param>
internal sealed class Questions(Uri server, string linkRoot, BuiltSite site, string best) : IDisposable
{
    private static readonly int[] Widths = [42, 3, 35, 7, 4, 4, 1, 0];

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server };

    public void Dispose() => client.Dispose();

    /// <param name="question">
    /// Method, address (<c>*</c>: the first file like this) and conditions: <c>gzip</c>, <c>br</c>, <c>known</c> (its ETag),
    /// <c>since</c> (its date), <c>bytes=0-9</c>.
    /// </param>
    public async Task<string> AskAsync(string question, CancellationToken cancel)
    {
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var file = FileOf(words[1]);
        var address = words[1].Contains('*', StringComparison.Ordinal) ? "/" + file : words[1];
        var isAgain = words.Contains("known") || words.Contains("since");
        var before = isAgain ? await SendAsync(new(HttpMethod.Get, linkRoot + address), cancel) : null;
        using var request = new HttpRequestMessage(new(words[0]), linkRoot + address);
        foreach (var word in words[2..])
        {
            Add(request.Headers, word, before);
        }

        using var answer = await SendAsync(request, cancel);
        var bytes = Unpacked(await answer.Content.ReadAsByteArrayAsync(cancel), answer.Content.Headers.ContentEncoding.SingleOrDefault());
        var hasBody = (int)answer.StatusCode is not (301 or 304);
        string[] cells =
        [
            question, $"{(int)answer.StatusCode}", hasBody ? $"{answer.Content.Headers.ContentType}" : "", CachingOf(answer),
            PackingOf(answer, words), PolicyOf(answer),
            string.Join(',', All(answer, "Access-Control-Allow-Origin")),
            hasBody ? words[0] == "HEAD" ? "" : BodyOf(bytes, file, words) : LocationOf(answer, address),
        ];
        before?.Dispose();
        return string.Join(" | ", cells.Select((cell, i) => cell.PadRight(Widths[i]))).TrimEnd();
    }

    private static void Add(HttpRequestHeaders headers, string word, HttpResponseMessage? before)
    {
        switch (word)
        {
            case "known":
                headers.IfNoneMatch.Add(before!.Headers.ETag!);
                break;
            case "since":
                headers.IfModifiedSince = before!.Content.Headers.LastModified;
                break;
            case "gzip" or "br":
                headers.AcceptEncoding.Add(new(word));
                break;
            default:
                headers.TryAddWithoutValidation("Range", word);
                break;
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => client.SendAsync(request, cancel);

    private string FileOf(string address)
    {
        var wanted = BuiltSite.FileOf(address.Split('?')[0]);
        return wanted.Contains('*', StringComparison.Ordinal)
            ? site.Files.First(f => FileSystemName.MatchesSimpleExpression(wanted, f, ignoreCase: false)) : wanted;
    }

    private static byte[] Unpacked(byte[] bytes, string? packing)
    {
        using var from = new MemoryStream(bytes);
        using Stream? stream = packing switch
        {
            "gzip" => new GZipStream(from, CompressionMode.Decompress),
            "br" => new BrotliStream(from, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null || bytes.Length == 0)
        {
            return bytes;
        }

        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    /// <summary>The file whose bytes came.</summary>
    private string BodyOf(byte[] bytes, string file, string[] words)
    {
        foreach (var name in ((string[])["404.html", "410.html", file]).Where(site.Has))
        {
            var whole = site.Bytes(name);
            if (bytes.AsSpan().SequenceEqual(words.Contains("bytes=0-9") ? whole.AsSpan(0, 10) : whole))
            {
                return words[1].Contains('*', StringComparison.Ordinal) && name == file ? words[1][1..] : name;
            }
        }

        return $"{bytes.Length} other bytes";
    }

    private string PackingOf(HttpResponseMessage answer, string[] words)
    {
        var packing = string.Join(" + ", answer.Content.Headers.ContentEncoding);
        var known = words.Contains("br") && words.Contains("gzip") && packing == best ? "best" : packing;
        return known.Length == 0 || All(answer, "Vary").SequenceEqual(["Accept-Encoding"]) ? known
            : $"{known}, Vary: {string.Join(" + ", All(answer, "Vary"))}";
    }

    private string LocationOf(HttpResponseMessage answer, string asked)
    {
        if (answer.Headers.Location is not { } location)
        {
            return "";
        }

        var full = new Uri(new Uri(server, linkRoot + asked), location);
        var here = full.Authority == server.Authority && full.AbsolutePath.StartsWith(linkRoot + "/", StringComparison.Ordinal);
        return here ? full.PathAndQuery[linkRoot.Length..] : full.ToString();
    }

    private static string CachingOf(HttpResponseMessage answer) => string.Join(" + ", All(answer, "Cache-Control").Select(c => c switch
    {
        SiteHeaders.Forever => "forever",
        SiteHeaders.Soon => "soon",
        _ => c,
    }));

    /// <summary>
    /// Whom the policy lets show the page in a frame; or the header that protects and is missing; or a server that says its version.
    /// </summary>
    private static string PolicyOf(HttpResponseMessage answer)
    {
        var wrong = SiteHeaders.All.Skip(1).FirstOrDefault(h => !All(answer, h.Name).SequenceEqual([h.Value]));
        var server = string.Join(" + ", All(answer, "Server"));
        if (wrong is not null || server.Any(char.IsDigit))
        {
            return wrong is not null ? $"no {wrong.Name}" : server;
        }

        return string.Join(" + ", All(answer, "Content-Security-Policy").Select(p => p switch
        {
            SiteHeaders.ContentSecurityPolicy => "page",
            SiteHeaders.EmbedPolicy => "card",
            _ => p,
        }));
    }

    /// <summary>As they came: a header that is sent twice shows.</summary>
    private static IEnumerable<string> All(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values : [];
}
