using YuGong.Imaging;
using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>A scene's pictures, unpacked once for all formats and threads, each no larger than its place needs.</summary>
/// <param name="pixelsPerUnit">Of the largest raster that will be made.</param>
/// <param name="ready">Pictures that no file holds.</param>
internal sealed class ScenePictures(double pixelsPerUnit, IReadOnlyDictionary<PictureMark, Photo>? ready = null)
{
    private readonly Dictionary<PictureMark, Photo> unpacked = new(ready ?? new Dictionary<PictureMark, Photo>());

    public Photo Of(PictureMark mark)
    {
        lock (unpacked)
        {
            return Unpacked(mark);
        }
    }

    private Photo Unpacked(PictureMark mark)
    {
        if (!unpacked.TryGetValue(mark, out var photo))
        {
            var (crop, place) = (mark.Crop, mark.Place);
            var area = new Area(crop.X, crop.Y, crop.Width, crop.Height);
            var (width, height) = ((int)Math.Ceiling(place.Width * pixelsPerUnit), (int)Math.Ceiling(place.Height * pixelsPerUnit));
            photo = mark.Source.Bytes is { } bytes
                ? Pictures.LoadExactly(bytes, area, width, height) : Pictures.Load(mark.Source.FullPath, area, width, height);
            unpacked.Add(mark, photo);
        }

        return photo;
    }
}
