using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>A line of a chronicle and the claim it rests on.</summary>
internal sealed record Happening(HistoricalDate Date, string Text, string? Place, Claim Claim);

/// <summary>Bodies of entries, and what claims cite.</summary>
internal sealed class EntryViews(Site site, PictureViews pictures)
{
    private readonly string[] hidden =
        [.. site.LeftOut.Where(_ => site.Edition == Edition.Release).Select(l => site.Settings.Link(EntryAddresses.Of(l.Entry)))];

    /// <summary>The body; links to what this edition does not show become plain words.</summary>
    public BodyView Body(Entry entry)
    {
        var body = entry.Frame.Body;
        var gone = new List<string>();
        foreach (var address in body.Glance.MayLink ? hidden : [])
        {
            if (body.File.Text.AsSpan(body.Start)
                .Contains(address.AsSpan(site.Settings.LinkRoot.Length).TrimEnd("index.html"), StringComparison.Ordinal))
            {
                gone.Add(address);
            }
        }

        var sources = Fingerprint.Of(string.Join('\n', entry.Frame.Sources.Select(s => s.Id.Id)));
        var (shown, withPictures) = pictures.InBody(entry);
        var key = body.Glance.Words.With(sources).With(Fingerprint.Of(string.Join('\n', gone))).With(shown);
        return new(new Markup(key.ToString(), () => withPictures(gone.Aggregate(body.Html, Unlink))));
    }

    public static IReadOnlyList<CiteView> Cites(Entry entry, Claim claim)
    {
        var sources = entry.Frame.Sources;
        var views = new List<CiteView>(claim.Cites.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            if (claim.IsCiting(sources[i]))
            {
                views.Add(new(i + 1, $"source-{sources[i].Id.Id}", sources[i].Title, sources[i].Grade.ToString()));
            }
        }

        return views;
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
