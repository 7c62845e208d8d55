using System.ComponentModel;
using System.Text.Json.Serialization;

namespace YuGong.Documents;

/// <summary>What a running server says to a question.</summary>
[Description("服务器对查询的回答;只在 yugong serve 下有。(Answer of a running server.)")]
public sealed record SearchAnswer(
    string Contract, string? Query, int Total, int Page, int Pages,
    [property: Description("各筛选项下还有多少条。")] IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets,
    IReadOnlyList<HitDocument> Items);

/// <param name="Match">title, name, text or pinyin: where it was found first.</param>
/// <param name="Excerpt">Plain text around the first place; <paramref name="Marks"/> are start and length in it, UTF-16 units.</param>
[Description("一条结果。marks 是 excerpt 里要标出的位置和长度(UTF-16)。")]
public sealed record HitDocument(SummaryDocument Document, string Match, string Excerpt, IReadOnlyList<IReadOnlyList<int>> Marks);

/// <summary>oEmbed 1.0, type rich.</summary>
[Description("oEmbed 1.0,类型 rich。")]
public sealed record OEmbedDocument
{
    public required string Version { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string ProviderName { get; init; }

    public required Uri ProviderUrl { get; init; }

    public required string Html { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int CacheAge { get; init; }

    /// <summary>The same frame, no larger than this (CSS px).</summary>
    public OEmbedDocument Within(int width, int height)
    {
        var (w, h) = (Math.Min(Width, width), Math.Min(Height, height));
        return this with
        {
            Width = w, Height = h,
            Html = Html.Replace($"width=\"{Width}\" height=\"{Height}\"", $"width=\"{w}\" height=\"{h}\"", StringComparison.Ordinal),
        };
    }
}

/// <summary>JSON Feed 1.1.</summary>
public sealed record JsonFeed(
    string Version, string Title, string Description, Uri HomePageUrl, Uri FeedUrl, string Language, IReadOnlyList<JsonFeedAuthor> Authors,
    IReadOnlyList<JsonFeedItem> Items);

public sealed record JsonFeedAuthor(string Name);

public sealed record JsonFeedItem
{
    public required string Id { get; init; }

    public required Uri Url { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string ContentHtml { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required Uri? Image { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? DateModified { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<JsonFeedAuthor> Authors { get; init; }
}
