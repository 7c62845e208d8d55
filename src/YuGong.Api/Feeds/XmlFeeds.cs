using System.Globalization;
using System.Text;
using System.Xml;
using YuGong.Content;
using YuGong.Documents;

namespace YuGong.Api;

/// <summary>RSS 2.0 (rssboard.org), with content:encoded for the full text and atom:link to itself.</summary>
internal static class RssFeed
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(FeedList list, Site site, IReadOnlyList<FeedItem> items) => FeedXml.Write(xml =>
    {
        var s = site.Settings;
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomFeed.Namespace);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", list.Title);
        xml.WriteElementString("link", s.Absolute(list.Page));
        xml.WriteElementString("description", s.Description.Length > 0 ? s.Description : list.Title);
        xml.WriteElementString("language", "zh-cn");
        if (items.Count > 0)
        {
            xml.WriteElementString("lastBuildDate", Rfc822(s, items[0].Day));
        }

        xml.WriteStartElement("link", AtomFeed.Namespace);
        xml.WriteAttributeString("href", list.Address(s, "rss").OriginalString);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
        foreach (var item in items)
        {
            var d = item.Document;
            xml.WriteStartElement("item");
            xml.WriteElementString("title", FeedXml.TitleOf(d));
            xml.WriteElementString("link", d.Page.OriginalString);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "true");
            xml.WriteString(d.Page.OriginalString);
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(s, item.Day));
            xml.WriteElementString("creator", DublinCore, FeedXml.AuthorOf(d, s));
            FeedXml.TagsOf(d, site.Texts).ForEach(t => xml.WriteElementString("category", t));
            xml.WriteElementString("description", d.Summary);
            xml.WriteElementString("encoded", Content, item.Html);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    /// <summary>Midnight where the site is at home.</summary>
    private static string Rfc822(Settings settings, DateOnly day) => settings.TimeZone.Midnight(day)
        .ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture).Remove(29, 1);
}

/// <summary>Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    public const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(FeedList list, Site site, IReadOnlyList<FeedItem> items) => FeedXml.Write(xml =>
    {
        var s = site.Settings;
        var self = list.Address(s, "atom").OriginalString;
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, "zh-Hans");
        xml.WriteElementString("id", Namespace, self);
        xml.WriteElementString("title", Namespace, list.Title);
        xml.WriteElementString("updated", Namespace,
            Rfc3339(s, items.Count > 0 ? items[0].Day : site.Call?.Issued ?? new DateOnly(2000, 1, 1)));
        Link(xml, "self", "application/atom+xml", self);
        Link(xml, "alternate", "text/html", s.Absolute(list.Page));
        Author(xml, s.Organizers.Count > 0 ? string.Join('、', s.Organizers) : s.SiteTitle);
        foreach (var item in items)
        {
            var d = item.Document;
            xml.WriteStartElement("entry", Namespace);
            xml.WriteElementString("id", Namespace, d.Page.OriginalString);
            xml.WriteElementString("title", Namespace, FeedXml.TitleOf(d));
            xml.WriteElementString("updated", Namespace, Rfc3339(s, item.Day));
            Link(xml, "alternate", "text/html", d.Page.OriginalString);
            Author(xml, FeedXml.AuthorOf(d, s));
            foreach (var tag in FeedXml.TagsOf(d, site.Texts))
            {
                xml.WriteStartElement("category", Namespace);
                xml.WriteAttributeString("term", tag);
                xml.WriteEndElement();
            }

            if (d.Rights is { } rights)
            {
                xml.WriteElementString("rights", Namespace, rights);
            }

            xml.WriteElementString("summary", Namespace, d.Summary);
            xml.WriteStartElement("content", Namespace);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(item.Html);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    internal static string Rfc3339(Settings settings, DateOnly day) =>
        settings.TimeZone.Midnight(day).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string type, string href)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}

/// <summary>What the feeds have in common.</summary>
internal static class FeedXml
{
    public static byte[] Write(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer,
            new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = true }))
        {
            xml.WriteStartDocument();
            write(xml);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    public static string TitleOf(PublicDocument d) => d is PersonDocument p ? $"{p.Title}：{p.Headline}" : d.Title;

    public static string AuthorOf(PublicDocument d, Settings s) => d.Byline ?? (s.Organizers.Count > 0 ? s.Organizers[0] : s.SiteTitle);

    public static List<string> TagsOf(PublicDocument d, SiteTexts texts) => d switch
    {
        PersonDocument p => [p.Direction.Name, .. p.Trades.Select(t => t.Name)],
        ObjectDocument o => [texts[d.Type], o.Kind.Name],
        DialogueDocument or VideoDocument or NewsDocument => [texts[d.Type]],
        _ => [],
    };
}

/// <summary>JSON Feed 1.1 (jsonfeed.org).</summary>
internal static class JsonFeedFile
{
    public static byte[] Write(FeedList list, Site site, IReadOnlyList<FeedItem> items)
    {
        var s = site.Settings;
        return DocumentJson.Bytes(new JsonFeed(
            "https://jsonfeed.org/version/1.1", list.Title, s.Description, new(s.Absolute(list.Page)), list.Address(s, "json"), "zh-Hans",
            [.. s.Organizers.Select(o => new JsonFeedAuthor(o))],
            [
                .. items.Select(i => new JsonFeedItem
                {
                    Id = i.Document.Page.OriginalString, Url = i.Document.Page, Title = FeedXml.TitleOf(i.Document),
                    Summary = i.Document.Summary, ContentHtml = i.Html,
                    Image = i.Document.Pictures.Count > 0 ? i.Document.Pictures[0].Url : null, DateModified = AtomFeed.Rfc3339(s, i.Day),
                    Tags = FeedXml.TagsOf(i.Document, site.Texts), Authors = [new(FeedXml.AuthorOf(i.Document, s))],
                }),
            ]));
    }
}
