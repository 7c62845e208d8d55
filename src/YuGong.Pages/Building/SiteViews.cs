using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>The parts of a page that speak for the whole site: navigation, heads, the call.</summary>
internal sealed class SiteViews
{
    private readonly Site site;
    private readonly PictureShelf pictures;
    private readonly Fingerprint words;
    private readonly string? card;
    private readonly string home;

    public SiteViews(Site site, ThemeWords themeWords, CardViews cards, PictureShelf pictures, PosterShelf posters)
    {
        card = posters.Of(PosterShelf.WholeSite)?.Card;
        this.pictures = pictures;
        home = themeWords["home"];
        this.site = site;
        words = Words(site);
        var s = site.Settings;
        Site = new(
            s.SiteTitle, s.Tagline, s.Description, s.Origin, s.Link("/"), s.Link("/hall/"), s.Link("/people/"), s.Link("/objects/"),
            s.Link("/call/"), site.Call?.Mail ?? "", s.Link("/search/"), s.Link("/api/"), posters.Sets.Count > 0 ? s.Link("/posters/") : "",
            s.LinkRoot + "/feeds/all.atom.xml", s.Organizers,
            [.. s.Navigation.Select(n => new LinkView(n.Title, s.Link(n.Path)))], cards.Directions, site.Edition == Edition.Preview);
        Call = site.Call is { } call ? MakeCall(call) : null;
    }

    public SiteView Site { get; }

    public CallView? Call { get; }

    /// <param name="path">Such as <c>/people/x/</c>.</param>
    /// <param name="data">Writes the JSON-LD.</param>
    /// <param name="of">The entry that the JSON-LD is made of and of nothing else; absent for what is made of more.</param>
    /// <param name="image">The picture of the page's card elsewhere; the site's own where it has none.</param>
    /// <param name="trail">The pages above this one, without the home page.</param>
    public MetaView Meta(
        string path, string title, string description, string section, Action<StructuredData> data, Entry? of = null,
        string ogType = "website",
        string? image = null, string? ribbon = null, bool noIndex = false, params IReadOnlyList<LinkView> trail)
    {
        var s = site.Settings;
        IReadOnlyList<LinkView> crumbs = trail.Count == 0 && path == "/"
            ? [] : [new(home, s.Link("/")), .. trail.Select(t => new LinkView(t.Title, s.Link(t.Url)))];
        var full = path == "/" ? $"{s.SiteTitle}{(s.Tagline.Length > 0 ? "·" + s.Tagline : "")}" : $"{title} · {s.SiteTitle}";
        string Write() => StructuredData.Write(s, crumbs.Count == 0 ? [] : [new(home, "/"), .. trail, new(title, path)], data);
        var json = of is null ? Markup.Of(Write()) : new Markup(KeyOf(of), Write);
        return new(
            title, full, Shorten(description, 120), s.Link(path), s.Absolute(path), ogType,
            (image ?? (noIndex ? null : card)) is { } shown ? s.Absolute(shown) : null, noIndex || site.Edition == Edition.Preview,
            s.Link(section), ribbon, crumbs,
            json) { ManifestUrl = pictures.ManifestOf(path) is { } manifest ? s.LinkRoot + manifest : null };
    }

    /// <summary>
    /// Stands for everything that can be made of an entry alone: its file, the names beside it, and the words that reading it looks up.
    /// </summary>
    private string KeyOf(Entry entry) =>
        entry.Frame.Body.Glance.WholeFile.With(words).With(Fingerprint.Of(string.Join('\n', entry.Frame.Folder.Files))).ToString();

    private static Fingerprint Words(Site site)
    {
        var t = site.Taxonomies;
        IEnumerable<Term> terms = [.. t.Directions, .. t.Traits, .. t.Trades, .. t.Districts, .. t.Eras, .. t.Clusters, .. t.Fields,
            .. t.Batches];
        return Fingerprint.Of(string.Join('\n', terms.Append<object>(site.Settings)));
    }

    /// <summary>At most so many characters, cut at a mark where there is one near the end.</summary>
    private static string Shorten(string text, int length)
    {
        text = text.Trim();
        if (text.Length <= length)
        {
            return text;
        }

        var cut = text.LastIndexOfAny(['。', '，', '；'], length - 1);
        return cut > length / 2 ? text[..cut] + "……" : text[..(length - 2)] + "……";
    }

    private CallView MakeCall(Call call) => new(
        call.Title, call.Theme, HistoricalDate.Of(call.Issued).Chinese, call.Issuers, call.DeadlineNote, call.Mail, call.Subject,
        $"mailto:{call.Mail}?subject={Uri.EscapeDataString(call.Subject)}", call.Background, call.Scope, Named(call.Requirements),
        Named(call.Channels),
        call.Submission, call.UseIntro, call.Uses, call.Notes, call.Closing, call.FormTitle, Named(call.FormFields),
        [
            .. site.Taxonomies.Batches.Select(b => new BatchView(
                b.Name, HistoricalDate.Of(b.Opens).Chinese, HistoricalDate.Of(b.Closes).Chinese, b.Closes.ToString("yyyy-MM-dd"),
                b.Closes < site.Today)),
        ],
        site.Settings.Link("/call/"), site.Settings.Link("/call/form.docx"), call.Salutation);

    private static IReadOnlyList<Views.NamedText> Named(IReadOnlyList<Content.NamedText> items) =>
        [.. items.Select(i => new Views.NamedText(i.Name, i.Text))];
}
