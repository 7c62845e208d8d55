using System.Net;
using YuGong.Documents;
using YuGong.Publishing;

namespace YuGong.Api;

/// <summary>oEmbed 1.0 answers as files: beside each card that can be shown in a frame.</summary>
internal static class OEmbeds
{
    private const int Width = 360, Height = 480, BoardWidth = 640, BoardHeight = 560;

    public static IEnumerable<OutputFile> All(PublicSite open)
    {
        foreach (var entry in open.OfType("person"))
        {
            yield return File(open, $"embed/{entry.Document.Id}/", entry.Document.Title, Width, Height);
        }

        yield return File(open, "embed/board/", open.Site.Texts["star_board"], BoardWidth, BoardHeight);
    }

    private static OutputFile File(PublicSite open, string place, string title, int width, int height)
    {
        var s = open.Site.Settings;
        var address = open.Addresses.Page("/" + place).OriginalString;
        return OutputFile.Of(place + "oembed.json", DocumentJson.Bytes(new OEmbedDocument
        {
            Version = "1.0", Type = "rich", Title = title, ProviderName = s.SiteTitle, ProviderUrl = open.Addresses.Page("/"),
            Html = $"<iframe src=\"{address}\" width=\"{width}\" height=\"{height}\" title=\"{WebUtility.HtmlEncode(title)}\" "
                + $"loading=\"lazy\" style=\"border:0\"></iframe>",
            Width = width, Height = height, CacheAge = 86400,
        }));
    }
}
