using YuGong.Books;
using YuGong.Books.Review;
using YuGong.Content;
using YuGong.Manuscripts;
using YuGong.Posters.Writing;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <summary>A 审稿单 as a PDF, in the type of the theme's books.</summary>
internal sealed class ReviewPaper(RunOptions run, Site site)
{
    /// <summary>Null, with a warning, where the theme has no books or this machine no fonts: the .docx is there anyway.</summary>
    public byte[]? Make(Article article, Entry entry, Diagnostics findings)
    {
        var aside = new Diagnostics();
        var places = PosterStep.PlacesOf(run.Project, site.Settings.Theme);
        using var design = BookDesign.Open(places.ThemeFolder, places.ThemePath, places.CacheFolder, aside);
        var scene = design is null ? null : ReviewPress.Set(article, design, entry.Header.Place, aside);
        findings.Add(aside.Sorted().Select(f => f.Severity == Severity.Error ? f with { Here = Severity.Warning } : f));
        return scene is null || design is null ? null
            : new BookWriter(GlyphOutlines.Of(design.Fonts), run.Today).Pages(scene, $"审稿单　{article.Revision}");
    }
}
