using YuGong.Books;
using YuGong.Books.Epub;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Media.Renditions;
using YuGong.Posters.Flow;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Books;

/// <param name="Id">Of a book; null for the only one there is, or the hall's where there is none.</param>
/// <param name="Format">In place of the book's own; null for that.</param>
/// <param name="WithSpreads">Whether a file for screens is made too, two pages side by side.</param>
/// <param name="WithEpub">Whether an EPUB is made too.</param>
/// <param name="WithCmyk">Whether a file in four inks is made too, for the printer.</param>
/// <param name="Folder">Full path.</param>
public sealed record BookOptions(
    RunOptions Run, string? Id, string? Format, bool WithSpreads, bool WithEpub, bool WithCmyk, string Folder);

/// <param name="Place">Relative to the folder: <c>hall/hall.pdf</c>.</param>
/// <param name="IsMade">False when it was in the cache.</param>
/// <param name="IsWritten">False when it was there already, byte for byte.</param>
public sealed record WrittenBook(string Place, long Bytes, bool IsMade, bool IsWritten);

/// <summary>The straight line from a published site to a book: the gate of the site, its documents, pages, a PDF.</summary>
public static class BookExport
{
    /// <summary>The book of a site that has no file for one.</summary>
    public const string Hall = "hall";

    /// <summary>Pictures of an EPUB: the longer side, px, and the file.</summary>
    private const int EpubSide = 1600, EpubBytes = 600_000;

    /// <returns>Null when nothing was written; findings say why.</returns>
    public static IReadOnlyList<WrittenBook>? Write(BookOptions options, Diagnostics findings, CancellationToken cancel)
    {
        var run = options.Run;
        if (SitePlanner.Plan(run, memory: null, findings, cancel) is not { } plan || findings.HasErrors
            || Chosen(options.Id, plan.Site, run.Project, findings) is not { } book)
        {
            return null;
        }

        var site = new PublicSite(plan.Site);
        if (BookPeople.Choose(site, book, findings) is not { } halls)
        {
            return null;
        }

        var theme = plan.Site.Settings.Theme;
        var places = PosterStep.PlacesOf(run.Project, theme);
        using var design = BookDesign.Open(places.ThemeFolder, places.ThemePath, places.CacheFolder, findings);
        if (design is null || Page(options.Format ?? book.Format, book, design, findings) is not { } page)
        {
            return null;
        }

        return Write(options, new()
        {
            Site = site, Book = book, Design = design, Page = page, Halls = halls,
            Reading = new BookReadings(SearchTablesFile.Read(places.ThemeFolder, theme, findings), book.Readings).Of,
        }, findings);
    }

    private static IReadOnlyList<WrittenBook>? Write(BookOptions options, BookRequest request, Diagnostics findings)
    {
        var key = BookPress.KeyOf(request);
        var name = request.Book.Id + (request.Page == request.Design.FormatsOf(request.Book).First() ? "" : "-" + request.Page.Name);
        var scene = new Lazy<BookScene?>(() => BookPress.Set(request, findings));
        var writer = new Lazy<BookWriter>(() => new(GlyphOutlines.Of(request.Design.Fonts), request.Date));
        var subject = $"{request.Title}　{request.Site.Site.Settings.Host}{request.Site.Site.Settings.LinkRoot}";
        List<(string Name, Fingerprint Key, Func<byte[]?> Make)> files =
            [($"{name}.pdf", key, () => scene.Value is { } book ? writer.Value.Pages(book, subject) : null)];
        if (options.WithSpreads)
        {
            files.Add(($"{name}-spreads.pdf", key, () => scene.Value is { } book ? writer.Value.Spreads(book, subject) : null));
        }

        if (options.WithCmyk)
        {
            var places = PosterStep.PlacesOf(options.Run.Project, request.Site.Site.Settings.Theme);
            var profile = CmykProfile.Find(places.ThemeFolder, places.ThemePath, findings);
            files.Add(($"{name}-cmyk.pdf", key.With(profile.Content), () => scene.Value is { } book
                ? writer.Value.Pages(book, subject, new(profile.File, profile.Name)) : null));
        }

        if (options.WithEpub)
        {
            var epub = request with { Page = request.Design.Formats[0] }; // it has no format, and one cover
            files.Add(($"{request.Book.Id}.epub", EpubPress.KeyOf(epub), () => Epub(options.Run, epub, findings)));
        }

        var written = new List<WrittenBook>();
        foreach (var (file, made, make) in files)
        {
            var (bytes, isMade) = new MadeFiles(options.Run.Project, "books", made).Get(file, make);
            if (bytes is null)
            {
                return null;
            }

            written.Add(Put(options.Folder, $"{request.Book.Id}/{file}", bytes, isMade));
        }

        return written;
    }

    private static byte[]? Epub(RunOptions run, BookRequest request, Diagnostics findings)
    {
        var pictures = PictureStep.Open(run.Project, request.Site.Site, tellsInstalled: true, findings);
        var limits = new PictureLimits(EpubSide, EpubBytes);
        try
        {
            return EpubPress.Make(request, (entry, file) => pictures?.Export(entry, file, limits) is { } made
                ? new(made.Jpeg, made.Width, made.Height) : null, findings);
        }
        catch (CannotRenderException e)
        {
            findings.Add([e.Finding]);
            return null;
        }
    }

    private static WrittenBook Put(string folder, string place, byte[] bytes, bool isMade)
    {
        FolderKind.Books.Open(folder);
        var path = Path.Combine(folder, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var isThere = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        if (!isThere)
        {
            AtomicFile.Write(path, bytes);
        }

        return new(place, bytes.Length, isMade, !isThere);
    }

    private static Book? Chosen(string? id, Site site, ProjectFolder project, Diagnostics findings)
    {
        var found = id is null ? site.Books.Count == 1 ? site.Books[0] : null : site.Books.FirstOrDefault(b => b.Id == id);
        if (found is not null)
        {
            return found;
        }

        if (site.Books.Count == 0 && id is null or Hall)
        {
            return new()
            {
                Id = Hall, Place = new SourceFile($"{project.InputName}/books", "").Whole, Title = null, Subtitle = null, Format = null,
                People = [], Notes = [], Readings = [], WithSources = true, Preface = null,
            };
        }

        findings.Report(BookRules.NoSuchBook, new SourceFile($"{project.InputName}/books", "").Whole, id ?? "",
            Phrase.List(site.Books.Select(b => b.Id).DefaultIfEmpty(Hall)));
        return null;
    }

    private static PageDesign? Page(string? format, Book book, BookDesign design, Diagnostics findings)
    {
        List<PageDesign> formats = [.. design.FormatsOf(book)];
        var page = formats.Find(f => format is null || f.Name == format);
        if (page is null)
        {
            findings.Report(BookRules.NoSuchFormat, book.Place, format ?? "vertical", Phrase.List(formats.Select(f => f.Name)));
        }

        return page;
    }
}
