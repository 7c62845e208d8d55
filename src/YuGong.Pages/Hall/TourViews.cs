using YuGong.Content;
using YuGong.Pages.Views;

namespace YuGong.Pages;

/// <summary>An object's tour as its page shows it: a list that moves the viewer, and crops where there is no script.</summary>
internal static class TourViews
{
    public static TourView? Of(CollectionObject made, PictureView? picture)
    {
        if (made.Tour.Count == 0 || made.Picture is not { } file || picture is null)
        {
            return null;
        }

        var size = picture is { FullWidth: { } width, FullHeight: { } height }
            ? (width, height) : SvgSize.Of(made.Frame.Folder.At(file.File.Id));
        return new(picture.Src, size?.Item1 ?? 0, size?.Item2 ?? 0, [.. made.Tour.Select((s, i) => Step(s, i + 1, size))]);
    }

    private static TourStepView Step(TourStep step, int number, (int Width, int Height)? size)
    {
        var crop = size is var (width, height) && step.Region.In(width, height) is var (x, y, w, h) ? $"{x} {y} {w} {h}" : null;
        return new(number, step.Region.ToString(), step.Title, step.Text, crop);
    }
}
