using YuGong.Content;

namespace YuGong.Documents;

/// <summary>Which feeds there are: the whole site, and each direction.</summary>
/// <param name="Place">Below <c>/feeds/</c>, without the ending.</param>
/// <param name="Page">The page it follows.</param>
public sealed record FeedList(string Place, string Title, string Page, string? Direction)
{
    public static IEnumerable<FeedList> Of(Site site) =>
        site.Taxonomies.Directions.Select(OfDirection)
            .Select(f => site.Hidden.Contains(f.Page, StringComparer.Ordinal) ? f with { Page = "/" } : f)
            .Prepend(new("all", site.Settings.SiteTitle, "/", null))
            .Select(f => f with { Title = f.Direction is null ? f.Title : $"{site.Settings.SiteTitle} · {f.Title}" });

    public static FeedList OfDirection(Direction direction) => new(direction.Id, direction.Name, $"/hall/{direction.Id}/", direction.Id);

    public string FileOf(string kind) => $"feeds/{Place}.{kind switch { "rss" => "rss.xml", "atom" => "atom.xml", _ => "json" }}";

    public Uri Address(Settings settings, string kind) => new($"{settings.Origin}{settings.LinkRoot}/{FileOf(kind)}");

    public FeedLink Link(Settings settings) => new(Title, Address(settings, "rss"), Address(settings, "atom"), Address(settings, "json"));
}
