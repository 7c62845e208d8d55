using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Typography;
using YuGong.Pages.Views;
using YuGong.Text;
using YuGong.Text.Segmentation;

namespace YuGong.Pages;

/// <summary>Bodies of entries as pages show them: pictures in many sizes, and no link to what nobody can open.</summary>
/// <param name="phrases">Where the lines of its headings end; asked for when a body is written.</param>
internal sealed class EntryBodies(Site site, PictureViews pictures, Func<PhraseBreaker> phrases)
{
    private readonly HiddenLinks hidden = new(site);

    /// <summary>The body; links to what nobody can open become plain words.</summary>
    public Markup Of(Entry entry)
    {
        var body = entry.Header.Body;
        var gone = hidden.In(body);
        var sources = Fingerprint.Of(string.Join('\n', entry.Header.Sources.Select(s => s.Id.Id)));
        var (shown, withPictures) = pictures.InBody(entry);
        var key = body.BodyDigest.Words.With(sources).With(Fingerprint.Of(string.Join('\n', gone))).With(shown);
        return new(key.ToString(), () => withPictures(PhraseMarkup.InBody(phrases(), gone.Aggregate(body.Html, Unlink))));
    }

    private static string Unlink(string html, string address)
    {
        const string Open = "<a href=\"";
        for (var at = html.IndexOf(Open, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Open, at, StringComparison.Ordinal))
        {
            if (!HiddenLinks.IsTo(html.AsSpan(at + Open.Length), address))
            {
                at += Open.Length;
                continue;
            }

            var textStart = html.IndexOf('>', at) + 1;
            var textEnd = html.IndexOf("</a>", textStart, StringComparison.Ordinal);
            html = string.Concat(html.AsSpan(0, at), html.AsSpan(textStart, textEnd - textStart), html.AsSpan(textEnd + 4));
        }

        return html;
    }
}
