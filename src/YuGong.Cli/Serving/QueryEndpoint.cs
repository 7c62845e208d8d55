using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using YuGong.Api;
using YuGong.Documents;

namespace YuGong.Cli;

/// <summary>Questions that files cannot answer: search, filters, oEmbed. Every parameter is known and bounded.</summary>
internal static class QueryEndpoint
{
    private const string Root = "api/v1/";
    private const int LongestWords = 100;
    private const int LastPage = 10_000;

    /// <summary>What is asked, by its address; null for everything.</summary>
    private static readonly Dictionary<string, string?> Lists = new(
        ListBuilder.Types.ToDictionary(DocumentAddresses.CollectionOf, t => (string?)t), StringComparer.Ordinal)
    {
        ["search"] = null,
    };

    private static readonly string[] Facets = ["type", "direction", "trade", "era", "district"];
    private static readonly string[] Orders = ["relevance", "updated", "title", "route"];

    /// <summary>Questions are work; more than this at once wait, and too many are asked to come back.</summary>
    private static readonly SemaphoreSlim Desk = new(Math.Max(2, Environment.ProcessorCount));

    public static bool Knows(string place) =>
        place.StartsWith(Root, StringComparison.Ordinal) && (Lists.ContainsKey(place[Root.Length..]) || place == Root + "oembed");

    public static async Task WriteAsync(HttpContext context, string place, DocumentIndex documents, ServedFiles files, bool isHead)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "public, max-age=60";
        response.ContentType = "application/json; charset=utf-8";
        if (!await Desk.WaitAsync(TimeSpan.FromSeconds(5), context.RequestAborted))
        {
            response.Headers.RetryAfter = "2";
            await SayAsync(response, StatusCodes.Status503ServiceUnavailable, "现在问的人太多,请稍后再来。", isHead);
            return;
        }

        try
        {
            var name = place[Root.Length..];
            if (name == "oembed")
            {
                await OEmbedAsync(request, response, files, isHead);
            }
            else if (Read(request.Query, Lists[name], out var fault) is { } question)
            {
                await SendAsync(response, DocumentJson.Bytes(documents.Answer(question)), isHead);
            }
            else
            {
                await SayAsync(response, StatusCodes.Status400BadRequest, fault!, isHead);
            }
        }
        finally
        {
            Desk.Release();
        }
    }

    private static DocumentQuery? Read(IQueryCollection query, string? type, out string? fault)
    {
        string[] known = [.. Facets, "q", "sort", "page", "size"];
        var stranger = query.Keys.FirstOrDefault(k => !known.Contains(k));
        var words = query["q"].ToString();
        var sort = query["sort"].ToString();
        var (page, size) = (Number(query["page"], 1, 1, LastPage), Number(query["size"], 20, 1, 100));
        fault = stranger is not null ? $"不认识参数 {stranger};有:{string.Join("、", known)}。"
            : words.Length > LongestWords ? $"q 不能超过 {LongestWords} 个字。"
            : sort.Length > 0 && !Orders.Contains(sort) ? $"sort 可以写:{string.Join("、", Orders)}。"
            : page is null ? $"page 是 1 到 {LastPage} 的整数。"
            : size is null ? "size 是 1 到 100 的整数。"
            : query.Any(p => p.Value.Count > 1) ? "每个参数只能写一次。"
            : null;
        if (fault is not null)
        {
            return null;
        }

        List<(string, string)> terms = [.. Facets.Where(f => query[f].ToString().Length > 0).Select(f => (f, query[f].ToString()))];
        if (type is not null)
        {
            terms.RemoveAll(t => t.Item1 == "type");
            terms.Add(("type", type));
        }

        return new(words.Length == 0 ? null : words, terms, sort.Length == 0 ? null : sort, page!.Value, size!.Value);
    }

    private static int? Number(string? text, int unsaid, int low, int high) =>
        string.IsNullOrEmpty(text) ? unsaid
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high ? number
        : null;

    /// <summary>oEmbed 1.0: the file that the build made for this page, its frame made smaller if that is wanted.</summary>
    private static async Task OEmbedAsync(HttpRequest request, HttpResponse response, ServedFiles files, bool isHead)
    {
        var format = request.Query["format"].ToString();
        if (format.Length > 0 && format != "json")
        {
            await SayAsync(response, StatusCodes.Status501NotImplemented, "只有 format=json。", isHead);
            return;
        }

        var isAddress = Uri.TryCreate(request.Query["url"].ToString(), UriKind.Absolute, out var url);
        var parts = isAddress ? url!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) : [];
        var card = parts is [.., "people", var id] ? $"embed/{id}/oembed.json" : parts is [.., "people"] ? "embed/board/oembed.json" : null;
        if (card is null || files.Find(card) is not { } file)
        {
            await SayAsync(response, StatusCodes.Status404NotFound, "url 要写人物网页或总榜的完整地址。", isHead);
            return;
        }

        var document = DocumentJson.ReadOEmbed(file.Bytes(ContentEncoding.Plain).Span);
        if (!IsOurs(url!, document.ProviderUrl, request.Host))
        {
            await SayAsync(response, StatusCodes.Status404NotFound, $"url 要写 {document.ProviderUrl} 上的地址。", isHead);
            return;
        }

        var (width, height) = (Number(request.Query["maxwidth"], document.Width, 1, 4000) ?? document.Width,
            Number(request.Query["maxheight"], document.Height, 1, 4000) ?? document.Height);
        await SendAsync(response, DocumentJson.Bytes(document.Within(width, height)), isHead);
    }

    /// <summary>
    /// A page of the site that this is, at its public address or at the one that was asked; another host's pages are not ours to describe.
    /// </summary>
    private static bool IsOurs(Uri url, Uri site, HostString asked) =>
        url.Scheme is "http" or "https" && url.UserInfo.Length == 0
            && url.AbsolutePath.StartsWith(site.AbsolutePath, StringComparison.Ordinal)
        && (url.IdnHost.Equals(site.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? url.Port == site.Port || url.IsDefaultPort : url.Authority.Equals(asked.Value, StringComparison.OrdinalIgnoreCase));

    private static Task SayAsync(HttpResponse response, int status, string words, bool isHead)
    {
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        return SendAsync(response, Encoding.UTF8.GetBytes($"{{\"error\":{System.Text.Json.JsonSerializer.Serialize(words)}}}"), isHead);
    }

    private static Task SendAsync(HttpResponse response, byte[] bytes, bool isHead)
    {
        response.ContentLength = bytes.Length;
        return isHead ? Task.CompletedTask : response.BodyWriter.WriteAsync(bytes).AsTask();
    }
}
