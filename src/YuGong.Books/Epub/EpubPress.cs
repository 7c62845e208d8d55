using System.Text;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Text;

namespace YuGong.Books.Epub;

/// <summary>A book as an EPUB 3: the same people in the same order as on paper, with links in place of page numbers.</summary>
public static class EpubPress
{
    /// <summary>Of the cover, px.</summary>
    private const int CoverWidth = 1400;

    /// <summary>Changes when the same book would be written differently.</summary>
    private static readonly Fingerprint Engine = Fingerprint.Of("epub 2");

    /// <summary>Equal when the file would be the same, byte for byte.</summary>
    public static Fingerprint KeyOf(BookRequest request) =>
        BookPress.KeyOf(request).With(Engine).With(Fingerprint.Of($"{request.Book.IsVertical} {request.Design.Style?.Text}"));

    /// <summary>Null, with findings, where the theme has no style sheet for it or the cover does not hold its words.</summary>
    public static byte[]? Make(BookRequest request, PictureFile fileOf, Diagnostics findings)
    {
        if (request.Design.Style is not { } style)
        {
            findings.Report(BookRules.NoDesign, request.Book.Place, BookDesign.StyleName, new Phrase("没有这个文件", "it is not there"));
            return null;
        }

        var pages = new EpubPages(request);
        var pictures = new EpubPictures(fileOf);
        var halls = Halls(request, pictures);
        if (BookPress.Cover(request, findings) is not { } painted)
        {
            return null;
        }

        var people = halls.SelectMany(h => h.Parts).ToList();
        var own = request.People.ToDictionary(p => p.Id, _ => (1, 1), StringComparer.Ordinal);
        var index = new EpubIndex(people).Of(new IndexTerms(request, own).All());
        var cover = Drawn(painted, request);
        List<EpubDocument> read = [pages.Cover(cover.Size), pages.Title(), .. pages.Preface(), .. halls, index, pages.Colophon()];
        var all = read.SelectMany(d => d.All).ToList();
        foreach (var page in request.Book.IsVertical ? all : [])
        {
            ColumnText.Turn(page.Content);
        }

        var fonts = new EpubFonts(all.Select(d => d.Content), [Labels.Contents, .. all.Select(d => d.Title)], request.Design);
        return new EpubPackage(request, read,
        [
            ("book.css", Encoding.UTF8.GetBytes(fonts.Rules() + style.Text)), (EpubPages.CoverPicture, cover.Jpeg), .. pictures.Files,
            .. fonts.Files,
        ]).Write();
    }

    private static List<EpubDocument> Halls(BookRequest request, EpubPictures pictures)
    {
        var site = request.Site;
        var told = new Dictionary<string, (string Name, string File)>(StringComparer.Ordinal);
        var files = request.People.ToDictionary(p => site.Of(p).Document.Page.AbsoluteUri, p => EpubChapter.NameOf(p) + ".xhtml",
            StringComparer.Ordinal);
        return
        [
            .. request.Halls.Select((hall, i) => EpubPages.Hall(hall.Hall, i + 1,
            [
                .. hall.People.Select(story => new EpubChapter(request, pictures, files, told)
                    .Of(story, (PersonDocument)site.Whole(site.Of(story)), hall.Hall)),
            ])),
        ];
    }

    private static ((int Width, int Height) Size, byte[] Jpeg) Drawn(Scene cover, BookRequest request)
    {
        using var raster = new ScenePainter(GlyphOutlines.Of(request.Design.Fonts)).Paint(cover, CoverWidth);
        return ((raster.Width, raster.Height), raster.Jpeg());
    }
}
