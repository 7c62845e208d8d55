using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>Bodies of entries as pages show them: pictures in many sizes, and no link to what this edition does not show.</summary>
internal sealed class EntryBodies(Site site, PictureViews pictures)
{
    private readonly string[] hidden =
        [.. site.LeftOut.Where(_ => site.Edition == Edition.Release).Select(l => site.Settings.Link(EntryAddresses.Of(l.Entry)))];

    /// <summary>The body; links to what this edition does not show become plain words.</summary>
    public Markup Of(Entry entry)
    {
        var body = entry.Header.Body;
        var gone = new List<string>();
        foreach (var address in body.BodyDigest.MayLink ? hidden : [])
        {
            if (body.File.Text.AsSpan(body.Start)
                .Contains(address.AsSpan(site.Settings.LinkRoot.Length).TrimEnd("index.html"), StringComparison.Ordinal))
            {
                gone.Add(address);
            }
        }

        var sources = Fingerprint.Of(string.Join('\n', entry.Header.Sources.Select(s => s.Id.Id)));
        var (shown, withPictures) = pictures.InBody(entry);
        var key = body.BodyDigest.Words.With(sources).With(Fingerprint.Of(string.Join('\n', gone))).With(shown);
        return new(key.ToString(), () => withPictures(gone.Aggregate(body.Html, Unlink)));
    }

    private static string Unlink(string html, string address)
    {
        var open = $"<a href=\"{address}";
        for (var at = html.IndexOf(open, StringComparison.Ordinal); at >= 0; at = html.IndexOf(open, at, StringComparison.Ordinal))
        {
            var textStart = html.IndexOf('>', at) + 1;
            var textEnd = html.IndexOf("</a>", textStart, StringComparison.Ordinal);
            html = string.Concat(html.AsSpan(0, at), html.AsSpan(textStart, textEnd - textStart), html.AsSpan(textEnd + 4));
        }

        return html;
    }
}
