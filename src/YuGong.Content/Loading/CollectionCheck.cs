using YuGong.Content.CopyDesk;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Whole-site checks of the collection: tours stay in their drawings, captions can be read, the map shows what stories name.
/// </summary>
internal static class CollectionCheck
{
    public static void Check(ReadEntries read, Taxonomies taxonomies, SketchMap? map, CopyReader copy, Diagnostics diagnostics)
    {
        foreach (var made in read.All.OfType<CollectionObject>().Where(o => o.Tour.Count > 0 && o.Picture is not null))
        {
            CheckTour(made, made.Picture!, diagnostics);
        }

        foreach (var video in read.All.OfType<Video>())
        {
            if (video.Captions is { } captions && video.Header.Folder.Files.Contains(captions.Id, StringComparer.Ordinal))
            {
                CaptionFile.Check(video, captions, copy, diagnostics);
            }
        }

        foreach (var place in taxonomies.Places.Where(p => read.Doubtful.Count == 0 && read.Unread.Count == 0
            && !read.All.Any(p.IsNamedIn)))
        {
            diagnostics.Report(CollectionRules.UnnamedPlace, place.Span, place.Name);
        }

        foreach (var place in taxonomies.Places.Where(p => map is not null && !map.Shows(p.Latitude, p.Longitude)))
        {
            diagnostics.Report(CollectionRules.OffTheMap, place.Span, place.Name);
        }
    }

    /// <summary>Pixels can be checked where the picture's size is easily known: in drawings.</summary>
    private static void CheckTour(CollectionObject made, Picture picture, Diagnostics diagnostics)
    {
        if (made.Tour.All(s => s.Region.IsPercent) || SvgSize.Of(made.Header.Folder.At(picture.File.Id)) is not var (width, height))
        {
            return;
        }

        foreach (var step in made.Tour.Where(s => !s.Region.IsPercent
            && (s.Region.X + s.Region.Width > width || s.Region.Y + s.Region.Height > height)))
        {
            diagnostics.Report(CollectionRules.RegionOutsidePicture, step.Span, step.Region.ToString(), width.ToString(),
                height.ToString());
        }
    }
}
