using YuGong.Books;
using YuGong.Books.Screens;
using YuGong.Build.Books;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Posters.Pressing;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <summary>An article as pictures for phones; what was drawn once is kept.</summary>
internal sealed class ArticleScreens(RunOptions run, Site site)
{
    /// <summary>Of a poster, as the theme's designs call it.</summary>
    private const string Shape = "3x4";

    public static IReadOnlyList<string> Targets { get; } = [ScreenPress.LongPicture, ScreenPress.Carousel];

    /// <summary>Null when they cannot be made; findings say why.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)>? Make(
        Article article, Entry entry, string target, Diagnostics findings, CancellationToken cancel)
    {
        var places = PosterStep.PlacesOf(run.Project, site.Settings.Theme);
        using var design = BookDesign.Open(places.ThemeFolder, places.ThemePath, places.CacheFolder, findings, ScreenPress.Folder);
        if (design is null)
        {
            return null;
        }

        var request = new ScreenRequest
        {
            Design = design, Article = article, Name = entry.Title, Poster = Poster(entry, findings, cancel),
            Organizers = site.Settings.Organizers,
        };
        if (ScreenPress.Set(request, target, entry.Header.Place, findings) is not { } scenes || findings.HasErrors)
        {
            return null;
        }

        var name = $"{DocumentAddresses.TypeOf(entry)}-{entry.Id}-{target}.zip";
        var (drawn, _) = new MadeFiles(run.Project, "articles", ScreenPress.KeyOf(scenes))
            .Get(name, () => ZipBytes.Write(ScreenPress.Draw(request, scenes)));
        return [.. ZipBytes.Read(drawn!), ("article.json", ArticleFolder.Facts(article with { Pictures = [] }, []))];
    }

    private byte[]? Poster(Entry entry, Diagnostics findings, CancellationToken cancel)
    {
        byte[]? Print(PosterFormat format) => entry is not Story ? null
            : new PersonPosters(run, site).Print(entry.Id, [Shape], format, findings, cancel).GetValueOrDefault(Shape);
        return Print(PosterFormat.Png) is not { } png ? null : png.Length <= ScreenPress.LargestFile ? png : Print(PosterFormat.Jpeg);
    }
}
