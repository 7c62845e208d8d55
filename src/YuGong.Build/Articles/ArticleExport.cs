using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Media;
using YuGong.Media.Renditions;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <param name="Id">Of an entry; with its kind in front (<c>object/x</c>) where two kinds share it.</param>
/// <param name="Target">A name of <see cref="ArticleExport.Targets"/>.</param>
/// <param name="Folder">Full path.</param>
public sealed record ArticleOptions(RunOptions Run, string Id, string Target, string Folder)
{
    /// <summary>What was said of an entry at the desk, oldest first: a review copy prints it.</summary>
    public Func<Entry, IReadOnlyList<ReviewStamp>> Stamps { get; init; } = _ => [];
}

/// <param name="Place">Relative to the folder: <c>person-x/wechat</c>.</param>
/// <param name="Written">Files that were not there yet, or were others.</param>
public sealed record WrittenArticle(string Place, int Files, int Written);

/// <param name="Files">By name, as they lie in the folder of their channel.</param>
public sealed record MadeArticle(Article Article, PublicDocument Document, IReadOnlyList<(string Name, byte[] Bytes)> Files);

/// <summary>
/// The straight line from a published entry to a folder for somebody else: the gate of the site, the public document, an article, the
/// files of its channel. What the site may not show goes nowhere.
/// </summary>
public static class ArticleExport
{
    public const string Word = "word";

    /// <summary>审稿单: of an entry that may not be published yet, for those who decide.</summary>
    public const string Review = "review";

    /// <summary>Pictures of a manuscript: in its text, and in the archive beside it, px.</summary>
    private const int ShownSide = 1600, FullSide = 8000;

    /// <summary>As in <c>--for</c>.</summary>
    public static IReadOnlyList<string> Targets { get; } =
        [.. ChannelProfile.All.Select(p => p.Name), .. ArticleScreens.Targets, Word, Review];

    /// <returns>Null when nothing was written; findings say why.</returns>
    public static WrittenArticle? Write(ArticleOptions options, Diagnostics findings, CancellationToken cancel) =>
        Make(options, findings, cancel) is { } made ? ArticleFolder.Write(options, made.Document, made.Files) : null;

    /// <summary>Its files, written nowhere; null, with findings, when there are none.</summary>
    public static MadeArticle? Make(ArticleOptions options, Diagnostics findings, CancellationToken cancel)
    {
        using var laid = UnsavedFolder.Of(options.Run.Overlay);
        var whole = options with { Run = options.Run with { Overlay = laid.Files } };
        return Planned(RunOf(whole), findings, cancel) is { } site ? Make(whole, site, findings, cancel) : null;
    }

    /// <summary>The site that articles are made from; null, with findings, where something keeps all of it from being published.</summary>
    public static Site? Planned(RunOptions run, Diagnostics findings, CancellationToken cancel) =>
        SitePlanner.Plan(run, memory: null, findings, cancel) is { } plan && !findings.HasErrors ? plan.Site : null;

    private static RunOptions RunOf(ArticleOptions options) =>
        options.Target == Review ? options.Run with { Edition = Edition.Preview } : options.Run;

    /// <param name="site">Of <see cref="Planned"/>.</param>
    public static MadeArticle? Make(ArticleOptions options, Site site, Diagnostics findings, CancellationToken cancel)
    {
        var (isReview, run) = (options.Target == Review, RunOf(options));
        if (EntryOf(options.Id, site, findings) is not { } entry || !IsAgreed(entry, options.Target, findings))
        {
            return null;
        }

        var pictures = PictureStep.Open(run.Project, site, tellsInstalled: true, findings);
        var documents = new PublicSite(site);
        var document = documents.Whole(documents.Of(entry));
        var profile = ChannelProfile.Find(options.Target);
        var limits = profile is null ? new PictureLimits(ShownSide, int.MaxValue) : new(profile.PictureSide, profile.LargestPicture);
        try
        {
            var maker = new ArticlePictures(site.Settings, entry, pictures);
            var article = new ArticleBuilder(document, o => maker.Of(o, limits), address => maker.InBody(address, limits)).Make();
            article = isReview ? ReviewCopy.Of(article, document, entry, run.Today, options.Stamps(entry)) : article;
            var covers = new ArticleCovers(run, site, pictures);
            var files = profile is not null ? Channel(article, profile, covers.Make(entry, profile, findings, cancel), entry, findings)
                : ArticleScreens.Targets.Contains(options.Target)
                    ? new ArticleScreens(run, site).Make(article, entry, options.Target, findings, cancel)
                    : Manuscript(document, article, maker,
                        isReview ? new ReviewPaper(run, site).Make(article, entry, findings) : null);
            return findings.HasErrors || files is null ? null : new(article, document, files);
        }
        catch (CannotRenderException e)
        {
            findings.Add([e.Finding]);
            return null;
        }
    }

    private static Entry? EntryOf(string id, Site site, Diagnostics findings)
    {
        bool Is(Entry entry) => entry.Id == id || $"{DocumentAddresses.TypeOf(entry)}/{entry.Id}" == id;
        var found = site.Entries.Where(Is).ToList();
        if (found.Count == 1)
        {
            return found[0];
        }

        if (site.LeftOut.FirstOrDefault(l => Is(l.Entry)) is { } left)
        {
            findings.Report(ManuscriptRules.NotPublished, left.Entry.Header.Place, left.Entry.Title, left.Reason.WithoutFullStop());
            return null;
        }

        var near = found.Count > 1 ? $"{DocumentAddresses.TypeOf(found[0])}/{id}" : Suggestion.Nearest(id, site.Entries.Select(e => e.Id));
        findings.Report(ManuscriptRules.NoSuchEntry, new SourceFile("input", "").Whole, id, near is null ? "" : Suggestion.Question(near));
        return null;
    }

    private static bool IsAgreed(Entry entry, string target, Diagnostics findings)
    {
        if (target != Word || !entry.NeedsConsent || entry.Consent?.Scope.Contains(ConsentScope.Print) == true)
        {
            return true;
        }

        findings.Report(ManuscriptRules.NoConsentForPrint, entry.Consent?.Span ?? entry.Header.Place, entry.Title);
        return false;
    }

    private static IReadOnlyList<(string Name, byte[] Bytes)> Channel(
        Article article, ChannelProfile profile, IReadOnlyList<(string Name, byte[] Bytes)> covers, Entry entry, Diagnostics findings)
    {
        article = article with { Summary = ChannelCheck.Shorten(article.Summary, profile.LongestSummary) };
        var body = ChannelHtml.Body(article, profile);
        ChannelCheck.Report(article, profile, body, [.. covers.Select(c => c.Name)], entry.Header.Place, findings);
        return
        [
            ("article.html", ArticleFolder.Text(ChannelHtml.Page(article, profile))), ("body.html", ArticleFolder.Text(body)),
            ("article.json", ArticleFolder.Facts(article, [.. covers.Select(c => c.Name)])), .. covers,
            .. article.Pictures.Select(p => (p.Name, p.Bytes)),
        ];
    }

    /// <param name="paper">Of a review copy, as a PDF.</param>
    private static IReadOnlyList<(string Name, byte[] Bytes)> Manuscript(
        PublicDocument document, Article article, ArticlePictures maker, byte[]? paper)
    {
        var name = article.Review is null ? $"{document.Id}.docx" : $"{document.Id}-review.docx";
        List<(string, byte[])> files = [(name, WordWriter.Write(article)), ("article.json", ArticleFolder.Facts(article, []))];
        if (paper is not null)
        {
            files.Add(($"{document.Id}-review.pdf", paper));
        }

        if (article is { Pictures.Count: > 0, Review: null })
        {
            var limits = new PictureLimits(FullSide, int.MaxValue);
            var full = new ArticleBuilder(document, o => maker.Of(o, limits), address => maker.InBody(address, limits)).Make();
            files.Add(("pictures.zip", ZipBytes.Write([.. full.Pictures.Select(p => (p.Name, p.Bytes)),
                ("pictures.txt", ArticleFolder.Text(string.Concat(full.Pictures.Select(p => $"{p.Name}\t{p.Line}\t{p.Rights}\n"))))])));
        }

        return files;
    }
}
