using YuGong.Api;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Media;
using YuGong.Pages;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>Everything that makes files of a site, with what it was opened with.</summary>
public sealed class SitePipelines
{
    public static readonly IReadOnlyList<string> Names =
    [
        "pages", "assets", "sitemap", "gone", "form", "certificates", "posters", "pictures", "iiif", "api", "feeds", "search",
    ];

    private const string SearchPage = "search/index.html";

    public required RunOptions Options { get; init; }

    public required Site Site { get; init; }

    public required Theme Theme { get; init; }

    public required ThemeTemplates Templates { get; init; }

    /// <summary>Of the theme, with the style sheet of the fonts.</summary>
    public required IReadOnlyList<ThemeAsset> Assets { get; init; }

    public required IReadOnlyList<OutputFile> Fonts { get; init; }

    /// <summary>Null where no posters are made.</summary>
    public required PosterStep? Posters { get; init; }

    /// <summary>Of the posters, or of the codes that were printed before.</summary>
    public required PosterCatalog PosterCatalog { get; init; }

    public required PictureProcessor? Pictures { get; init; }

    /// <summary>Addresses at which something stood that was withdrawn.</summary>
    public required IReadOnlyList<Withdrawal> Withdrawn { get; init; }

    /// <summary>What was ever published.</summary>
    public required UrlLedger Addresses { get; init; }

    /// <summary>Addresses at which a page only leads on; known once the files are made.</summary>
    public IReadOnlyList<MovedAddress> Moved { get; private set; } = [];

    /// <summary>Every file; documents are made on one core while pages are on the other.</summary>
    public List<OutputFile> MakeAll(Diagnostics findings, CancellationToken cancel)
    {
        var pictures = Pictures?.Shelf() ?? PictureCatalog.Empty;
        var open = new Lazy<PublicSite>(() => new(Site, new()
        {
            Posters = PosterDocuments.Of(PosterCatalog, Site.Settings), Pictures = MadePictures.In(pictures), Withdrawals = Withdrawn,
        }));
        IReadOnlyList<string> gone = Gone();
        IPipeline[] ofDocuments = [new ContentApi(() => open.Value, Theme.Has("embed")), new FeedsPipeline(() => open.Value)];
        var documents = Task.Run(() => Make(ofDocuments), cancel);
        var pages = MakePages(pictures, gone, () => open.Value);
        List<IPipeline> others =
        [
            new AssetsPipeline(Assets, Fonts, pictures), .. Pictures?.Pipelines ?? [], Sitemap(pages, gone), new Tombstones(gone),
            new LeadFormPipeline(), new CertificateRecords(CertificateRecords.In(Options.Project.Input)),
        ];
        if (pages.FindIndex(p => p.Path.Value == SearchPage) is var search and >= 0)
        {
            others.Add(new SearchPipeline(() => open.Value, SearchTablesFile.Read(Theme, findings)));
            pages[search] = RelativeLinks.Of(pages[search], Site.Settings.LinkRoot); // the one page that also opens from a disk
        }

        return
        [
            .. Options.Runs("pages") ? pages : [], .. Make(others), .. documents.GetAwaiter().GetResult(),
            .. Posters?.Pipeline.Make(Site) ?? [],
        ];
    }

    private List<OutputFile> Make(IEnumerable<IPipeline> pipelines) =>
        [.. pipelines.Where(p => Options.Runs(p.Name)).SelectMany(p => p.Make(Site))];

    /// <summary>A printed code must not name what was withdrawn either.</summary>
    private List<string> Gone()
    {
        var gone = Withdrawn.Select(w => w.Address).ToHashSet(StringComparer.Ordinal);
        return [.. gone, .. PosterCatalog.Codes.Where(c => gone.Contains(c.Target)).Select(c => c.Path)];
    }

    private List<OutputFile> MakePages(PictureCatalog pictures, IReadOnlyList<string> gone, Func<PublicSite> documents)
    {
        var pipeline = new PagesPipeline(Theme, Templates, Assets, PosterCatalog, documents)
        {
            Gone = gone, Published = Addresses.Addresses, Pictures = pictures,
            Fonts = [.. Fonts.Select(f => f.Path.Value).Where(WebFonts.IsFont).Order(StringComparer.Ordinal)],
            Certificates = CertificateRecords.IsKept(Options.Project.Input),
        };
        List<OutputFile> pages = [.. pipeline.Make(Site)];
        Moved = pipeline.Moved;
        return pages;
    }

    private SitemapPipeline Sitemap(IEnumerable<OutputFile> pages, IReadOnlyList<string> gone) =>
        new([.. pages.Select(p => p.Path.Address).OfType<string>().Where(a => !gone.Contains(a))], Moved);
}
