using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Views;

namespace YuGong.Pages;

/// <summary>What search engines are told of an entry (schema.org).</summary>
internal static class EntryData
{
    /// <param name="title">As the page has it.</param>
    public static void Write(StructuredData d, Entry entry, string title, SiteData data)
    {
        var path = EntryAddresses.Of(entry);
        switch (entry)
        {
            case Story s:
                d.Thing("Person", path, s.Name, s.About, m => Person(m, s), "person");
                d.Thing("Article", path, title, s.About, m => Article(m, s, path, data), "article");
                break;
            case CollectionObject o:
                d.Thing("CreativeWork", path, o.Name, o.About, m => Object(m, o, data));
                break;
            case Dialogue x:
                d.Thing("Article", path, x.Name, x.About, m => Dialogue(m, x, data));
                break;
            case Video v:
                d.Thing("VideoObject", path, v.Name, v.About, m => Video(m, v, path, data.Site.Settings));
                break;
            case NewsItem n:
                d.Thing("NewsArticle", path, n.Name, n.About, m => News(m, n, path, data));
                break;
            default:
                d.Thing("WebPage", path, entry.Title, entry.Summary);
                break;
        }
    }

    /// <summary>Whether what is told of an entry is made of it alone.</summary>
    public static bool IsOfItself(Entry entry) => entry is not (CollectionObject or Content.Dialogue or NewsItem);

    /// <summary>https://ogp.me/#types.</summary>
    public static string OgType(Entry entry) => entry switch
    {
        Story => "profile",
        CollectionObject or Content.Dialogue or NewsItem => "article",
        Content.Video => "video.other",
        _ => "website",
    };

    private static void Person(StructuredData m, Story s)
    {
        m.Texts("alternateName", [s.LatinName, .. s.OtherNames]);
        m.Text("gender", s.Gender == Gender.Man ? "https://schema.org/Male" : "https://schema.org/Female");
        m.Text("birthDate", s.Birth?.Date.Iso);
        m.Text("deathDate", s.Death?.Date.Iso);
        m.Text("jobTitle", s.Post ?? s.ProfessionalTitle);
        m.Texts("knowsAbout", s.Trades.Select(t => t.Name));
        m.Texts("award", s.Honours.Select(h => h.Name));
        if (s.WorkUnit is { } unit)
        {
            m.Named("affiliation", "Organization", unit);
        }
    }

    private static void Article(StructuredData m, Story s, string path, SiteData data)
    {
        m.Text("dateModified", s.Header.Changed?.ToString("yyyy-MM-dd"));
        m.Corrections(s.Header.Corrections);
        m.Named("about", "Person", s.Name, path, "person");
        m.Named("author", "Organization", s.Header.Author ?? data.Words["editors"]);
        m.NamedList("publisher", "Organization", data.Site.Settings.Organizers.Take(1).Select(o => new LinkView(o, "")));
        m.NamedList("citation", "CreativeWork", s.Header.Sources.Select(x => new LinkView(x.Title, "")));
    }

    private static void Object(StructuredData m, CollectionObject o, SiteData data)
    {
        m.Text("dateCreated", o.Made?.Iso);
        m.Text("material", o.Material);
        m.Text("dateModified", o.Header.Changed?.ToString("yyyy-MM-dd"));
        m.Corrections(o.Header.Corrections);
        var people = ((ObjectDocument)data.Shown(o)).People;
        m.NamedList("about", "Person", people.Select(p => new LinkView(p.Person.Title, $"/people/{p.Person.Id}/")));
        m.NamedList("citation", "CreativeWork", o.Header.Sources.Select(x => new LinkView(x.Title, "")));
    }

    private static void Dialogue(StructuredData m, Dialogue x, SiteData data)
    {
        m.Text("datePublished", x.Date.Iso);
        m.Named("author", "Organization", x.Interviewer);
        if (((DialogueDocument)data.Shown(x)).Person is { } person)
        {
            m.Named("about", "Person", person.Title, $"/people/{person.Id}/", "person");
        }
    }

    private static void News(StructuredData m, NewsItem n, string path, SiteData data)
    {
        m.Text("datePublished", n.Date.Iso);
        m.Text("dateModified", n.Header.Changed?.ToString("yyyy-MM-dd"));
        m.Text("image", n.Photos is [var first, ..] ? data.Site.Settings.Absolute(path + Uri.EscapeDataString(first.File.Id)) : null);
        m.Corrections(n.Header.Corrections);
        m.NamedList("about", "Person", ((NewsDocument)data.Shown(n)).People.Select(p => new LinkView(p.Title, $"/people/{p.Id}/")));
        m.Named("author", "Organization", n.Header.Author ?? data.Words["editors"]);
        m.NamedList("publisher", "Organization", data.Site.Settings.Organizers.Take(1).Select(o => new LinkView(o, "")));
        m.NamedList("citation", "CreativeWork", n.Header.Sources.Select(x => new LinkView(x.Title, "")));
    }

    private static void Video(StructuredData m, Video v, string path, Settings settings)
    {
        m.Text("uploadDate", v.Date.Iso);
        m.Text("duration", $"PT{v.Duration}S");
        m.Text("thumbnailUrl", v.Poster is { } poster ? settings.Absolute(path + Uri.EscapeDataString(poster.File.Id)) : null);
        m.Text("encodingFormat", v.File is null ? null
            : v.File.Id.EndsWith(".webm", StringComparison.OrdinalIgnoreCase) ? "video/webm" : "video/mp4");
        m.Texts("accessibilityFeature", v.Captions is null ? ["transcript"] : ["captions", "transcript"]);
        m.Text("contentUrl", v.File is { } film ? settings.Absolute(path + Uri.EscapeDataString(film.Id)) : v.Url);
    }
}
