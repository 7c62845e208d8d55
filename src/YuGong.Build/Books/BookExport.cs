using System.Text;
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
    RunOptions Run, string? Id, string? Format, bool WithSpreads, bool WithEpub, bool WithCmyk, string Folder)
{
    /// <summary>Whether the book is made as one picture too, all pages small, and told page by page beside it.</summary>
    public bool WithContact { get; init; }
}

/// <param name="Place">Relative to the folder: <c>hall/hall.pdf</c>.</param>
/// <param name="IsMade">False when it was in the cache.</param>
/// <param name="IsWritten">False when it was there already, byte for byte.</param>
public sealed record WrittenBook(string Place, long Bytes, bool IsMade, bool IsWritten);

/// <summary>The straight line from a published site to a book: the gate of the site, its documents, pages, a PDF.</summary>
public static class BookExport
{
    /// <summary>The id of <see cref="WholeHall"/>.</summary>
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
        var written = new List<WrittenBook>();
        foreach (var (file, key, make) in FilesOf(options, request, findings))
        {
            var (bytes, isMade) = new MadeFiles(options.Run.Project, "books", key).Get(file, make);
            if (bytes is null)
            {
                return null;
            }

            written.Add(Put(options.Folder, $"{request.Book.Id}/{file}", bytes, isMade));
        }

        BookFacts.Write(Path.Combine(options.Folder, request.Book.Id), written.Select(w => Path.GetFileName(w.Place)),
            BookFacts.Of(request.Site, request.Book, [.. request.People]));
        return written;
    }

    /// <summary>What is asked for, each with the key of what it is made of; the pages are set once for all of it.</summary>
    private static IEnumerable<(string Name, Fingerprint Key, Func<byte[]?> Make)> FilesOf(
        BookOptions options, BookRequest request, Diagnostics findings)
    {
        var key = BookPress.KeyOf(request);
        var isUsual = request.Page == request.Design.FormatsOf(request.Book).First();
        var name = request.Book.Id + (isUsual ? "" : "-" + request.Page.Name);
        var outlines = new Lazy<GlyphOutlines>(() => GlyphOutlines.Of(request.Design.Fonts));
        var scene = new Lazy<BookScene?>(() => BookPress.Set(request, findings));
        var writer = new Lazy<BookWriter>(() => new(outlines.Value, request.Date));
        var subject = $"{request.Title}　{request.Site.Site.Settings.Host}{request.Site.Site.Settings.LinkRoot}";
        Func<byte[]?> Of(Func<BookScene, byte[]> make) => () => scene.Value is { } book ? make(book) : null;
        yield return ($"{name}.pdf", key, Of(book => writer.Value.Pages(book, subject)));
        if (options.WithSpreads)
        {
            yield return ($"{name}-spreads.pdf", key, Of(book => writer.Value.Spreads(book, subject)));
        }

        if (options.WithCmyk)
        {
            var places = PosterStep.PlacesOf(options.Run.Project, request.Site.Site.Settings.Theme);
            var profile = CmykProfile.Find(places.ThemeFolder, places.ThemePath, findings);
            yield return ($"{name}-cmyk.pdf", key.With(profile.Content),
                Of(book => writer.Value.Pages(book, subject, new(profile.File, profile.Name))));
        }

        if (options.WithContact)
        {
            yield return ($"{name}-contact.txt", key, Of(book => Encoding.UTF8.GetBytes(ContactSheet.Of(book))));
            yield return ($"{name}-contact.jpg", key.With(Fingerprint.Of(ScenePainter.Engines)),
                Of(book => new ContactPicture(outlines.Value).Draw(book)));
        }

        if (options.WithEpub)
        {
            var epub = request with { Page = request.Design.Formats[0] }; // it has no format, and one cover
            yield return ($"{request.Book.Id}.epub", EpubPress.KeyOf(epub), () => Epub(options.Run, epub, findings));
        }
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
            return WholeHall(project);
        }

        findings.Report(BookRules.NoSuchBook, new SourceFile($"{project.InputName}/books", "").Whole, id ?? "",
            Phrase.List(site.Books.Select(b => b.Id).DefaultIfEmpty(Hall)));
        return null;
    }

    /// <summary>The book of a site that has no file for one.</summary>
    public static Book WholeHall(ProjectFolder project) => new()
    {
        Id = Hall, Place = new SourceFile($"{project.InputName}/books", "").Whole, Title = null, Subtitle = null, Format = null,
        People = [], Notes = [], Readings = [], WithSources = true, Preface = null,
    };

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
