using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>What the head of a page is made of.</summary>
/// <param name="Path">Such as <c>/people/x/</c>; where search engines are sent.</param>
/// <param name="About">The entry, group, set or page that it is about; its way upwards follows from it.</param>
internal sealed record PageHead(PageDeclaration Page, string Path, string Title, string Description, object? About)
{
    /// <summary>Writes the JSON-LD; null for none.</summary>
    public Action<StructuredData>? Data { get; init; }

    /// <summary>The entry that the JSON-LD is made of and of nothing else; absent for what is made of more.</summary>
    public Entry? Of { get; init; }

    public string OgType { get; init; } = "website";

    /// <summary>The picture of the page's card elsewhere; the site's own where it has none.</summary>
    public string? Image { get; init; }

    public bool NoIndex { get; init; }
}

/// <summary>Heads of pages: titles, canonical addresses, breadcrumbs, JSON-LD.</summary>
internal sealed class PageHeads
{
    private readonly SiteData data;
    private readonly PictureCatalog pictures;
    private readonly Fingerprint words;
    private readonly string? card;

    public PageHeads(SiteData data, PictureCatalog pictures)
    {
        (this.data, this.pictures) = (data, pictures);
        card = data.Posters.Of(PosterCatalog.WholeSite)?.Card;
        words = WordsOf(data.Site);
    }

    public MetaView Of(PageHead head)
    {
        var s = data.Site.Settings;
        var home = data.Words["home"];
        var trail = Trail(head.Page, head.About);
        IReadOnlyList<LinkView> crumbs = trail.Count == 0 && head.Path == "/"
            ? [] : [new(home, s.Link("/")), .. trail.Select(t => new LinkView(t.Title, s.Link(t.Url)))];
        var full = head.Path == "/"
            ? $"{s.SiteTitle}{(s.Tagline.Length > 0 ? "·" + s.Tagline : "")}" : $"{head.Title} · {s.SiteTitle}";
        string Write() => StructuredData.Write(
            s, crumbs.Count == 0 ? [] : [new(home, "/"), .. trail, new(head.Title, head.Path)], head.Data!);
        var json = head.Data is null ? Markup.Of("") : head.Of is { } entry ? new Markup(KeyOf(entry), Write) : Markup.Of(Write());
        var image = head.Image ?? (head.NoIndex ? null : card);
        var ribbon = head.About is Entry about ? data.RibbonOf(about.Kind, about.Id) : null;
        return new()
        {
            Title = head.Title, FullTitle = full, Description = Shorten(head.Description, 120), Canonical = s.Absolute(head.Path),
            OgType = head.OgType, Image = image is null ? null : s.Absolute(image),
            NoIndex = head.NoIndex || data.Site.Edition == Edition.Preview, Section = s.Link(SectionOf(head, trail)), Ribbon = ribbon,
            Breadcrumbs = crumbs, JsonLd = json,
            ManifestUrl = pictures.ManifestOf(head.Path) is { } manifest ? s.LinkRoot + manifest : null,
        };
    }

    /// <summary>The pages above a page, without the home page.</summary>
    private IReadOnlyList<LinkView> Trail(PageDeclaration page, object? about)
    {
        if (page.Parent is not { } template || data.Families.OfTemplate(template) is not { Path: { } path } parent)
        {
            return [];
        }

        var group = parent.By is null ? null : GroupAbove(parent, about);
        var title = PageWords.Fill(parent.Title, data.Site, word => group is null ? "" : PageWords.ValueIn(group, word));
        return [.. Trail(parent, group), new(title, group is null ? path : PageFamilies.PathOf(path, group.Id))];
    }

    private PageGroup? GroupAbove(PageDeclaration parent, object? about) => about switch
    {
        null => null,
        PageGroup group => group,
        _ => PageLists.GroupingOf(parent.List!, parent.By!, data.Site).Of(about).First(),
    };

    private string SectionOf(PageHead head, IReadOnlyList<LinkView> trail) =>
        head.Page.Section is { } template ? data.Families.OfTemplate(template)?.Path ?? head.Path
        : trail.Count > 0 ? trail[0].Url
        : head.Page is { Path: { } own, Each: null, By: null } ? own : head.Path;

    /// <summary>
    /// Stands for everything that can be made of an entry alone: its file, the names beside it, and the words that reading it looks up.
    /// </summary>
    private string KeyOf(Entry entry) =>
        entry.Header.Body.BodyDigest.WholeFile.With(words).With(Fingerprint.Of(string.Join('\n', entry.Header.Folder.Files))).ToString();

    private static Fingerprint WordsOf(Site site)
    {
        var t = site.Taxonomies;
        IEnumerable<Term> terms = [.. t.Directions, .. t.Traits, .. t.Trades, .. t.Districts, .. t.Eras, .. t.Clusters, .. t.Fields,
            .. t.Batches, .. t.Declared.SelectMany(v => v.Terms)];
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
}
