using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>A picture of the site in a box: cropped around its point, or whole.</summary>
public static class PlacedPicture
{
    /// <summary>Faces are in the upper part of portraits.</summary>
    private static readonly Point Usual = new(0.5, 0.38);

    /// <summary>Null when the file cannot be read as a picture.</summary>
    public static PictureSource? Source(Entry entry, Picture picture) => Source(entry, picture.File.Id);

    /// <param name="file">Beside the entry.</param>
    public static PictureSource? Source(Entry entry, string file)
    {
        var folder = entry.Header.Folder;
        var path = folder.At(file);
        try
        {
            var (width, height) = Pictures.Size(path);
            return new($"{folder.Path}/{file}", path, Fingerprint.Of(PlainFile.Bytes(path)), width, height);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    internal static PictureMark In(PictureBox box, Picture picture, PictureSource source)
    {
        var (place, ratio) = (box.Box, box.Box.Width / box.Box.Height);
        if (box.Fit == Fit.Contain)
        {
            var scale = Math.Min(place.Width / source.Width, place.Height / source.Height);
            var (width, height) = (source.Width * scale, source.Height * scale);
            return new(box.Name, source, new(place.CentreX - (width / 2), place.CentreY - (height / 2), width, height),
                new(0, 0, source.Width, source.Height), picture.Alt);
        }

        var focus = box.Focus ?? (picture.Focal is { } focal ? new Point(focal.X, focal.Y) : Usual);
        var (w, h) = source.Width > source.Height * ratio
            ? (source.Height * ratio, (double)source.Height) : (source.Width, source.Width / ratio);
        var x = Math.Clamp((focus.X * source.Width) - (w / 2), 0, source.Width - w);
        var y = Math.Clamp((focus.Y * source.Height) - (h / 2), 0, source.Height - h);
        return new(box.Name, source, place, new(x, y, w, h), picture.Alt);
    }
}
