using YuGong.Content;
using YuGong.Media;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>
/// The pictures of a site: made before it is planned, so that a damaged one can still stop it. The files go to the cache.
/// </summary>
public static class PictureStep
{
    /// <summary>A preview and a check make none; the preview makes those that somebody looks at.</summary>
    public static PictureProcessor? Run(RunOptions options, Site site, Diagnostics findings, CancellationToken cancel)
    {
        var room = Open(options.Project, site, options.WithFonts, findings, options.ReadsAll);
        if (room is not null && options.WithPictures && !findings.HasErrors)
        {
            room.Make(options.Jobs, findings, options.Progress.PictureDone, cancel);
            options.Progress.StepEnded();
        }

        return room;
    }

    /// <param name="tellsInstalled">Whether findings say what this machine lacks.</param>
    public static PictureProcessor? Open(ProjectFolder project, Site site, bool tellsInstalled, Diagnostics findings, bool readsAll = false)
    {
        var theme = site.Settings.Theme;
        var (cache, folder) = (Path.Combine(project.Cache, "pictures"), Path.Combine(project.Themes, theme));
        var themePath = $"{Path.GetFileName(project.Themes)}/{theme}";
        var places = new PicturePlaces(cache, folder, themePath) { TellsInstalled = tellsInstalled, ReadsAll = readsAll };
        return PictureProcessor.Open(site, places, findings);
    }
}
