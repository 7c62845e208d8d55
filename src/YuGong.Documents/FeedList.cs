using YuGong.Content;

namespace YuGong.Documents;

/// <summary>Which feeds there are: the whole site, each direction, and news where there is some.</summary>
/// <param name="Place">Below <c>/feeds/</c>, without the ending.</param>
/// <param name="Page">The page it follows.</param>
public sealed record FeedList(string Place, string Title, string Page, string? Direction)
{
    /// <summary>Of news alone. A direction that is called so keeps its own.</summary>
    private const string NewsPlace = "news";

    /// <summary>Whether it tells of news and of nothing else.</summary>
    public bool IsOfNews => Direction is null && Place == NewsPlace;

    public static IEnumerable<FeedList> Of(Site site)
    {
        var title = site.Settings.SiteTitle;
        var directions = site.Taxonomies.Directions.Select(OfDirection)
            .Select(f => site.Hidden.Contains(f.Page, StringComparer.Ordinal) ? f with { Page = "/" } : f).ToList();
        FeedList[] news = site.News.Count > 0 && !directions.Exists(f => f.Place == NewsPlace)
            ? [new(NewsPlace, site.Texts[NewsPlace], $"/{EntryKind.News.Section}/", null)] : [];
        return [new("all", title, "/", null), .. directions.Concat(news).Select(f => f with { Title = $"{title} · {f.Title}" })];
    }

    public static FeedList OfDirection(Direction direction) => new(direction.Id, direction.Name, $"/hall/{direction.Id}/", direction.Id);

    public string FileOf(string kind) => $"feeds/{Place}.{kind switch { "rss" => "rss.xml", "atom" => "atom.xml", _ => "json" }}";

    public Uri Address(Settings settings, string kind) => new($"{settings.Origin}{settings.LinkRoot}/{FileOf(kind)}");

    public FeedLink Link(Settings settings) => new(Title, Address(settings, "rss"), Address(settings, "atom"), Address(settings, "json"));
}
