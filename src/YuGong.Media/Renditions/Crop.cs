using YuGong.Content;
using YuGong.Imaging.Vips;

namespace YuGong.Media.Renditions;

/// <summary>The largest part of a picture in the shape of a place, its focal point as near the middle as the edges allow.</summary>
internal static class Crop
{
    /// <summary>Where nobody says what matters, it is a little above the middle, as in portraits.</summary>
    private static readonly FocalPoint Usual = new(0.5, 0.4);

    public static Area Fit(int width, int height, (int Width, int Height)? ratio, FocalPoint? focal)
    {
        if (ratio is not { } shape)
        {
            return new(0, 0, width, height);
        }

        var (wide, high) = (long)width * shape.Height >= (long)height * shape.Width
            ? (Math.Max(1, (double)height * shape.Width / shape.Height), (double)height)
            : (width, Math.Max(1, (double)width * shape.Height / shape.Width));
        var (x, y) = ((focal ?? Usual).X, (focal ?? Usual).Y);
        return new(Math.Clamp((x * width) - (wide / 2), 0, width - wide), Math.Clamp((y * height) - (high / 2), 0, height - high), wide,
            high);
    }
}
