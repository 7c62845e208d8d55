using YuGong.Imaging.Vips;
using YuGong.Manuscripts;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Books;

/// <summary>Pictures of articles, which come as files in memory.</summary>
internal static class ArticleFigures
{
    public static EntryFigure Of(ArticlePicture picture)
    {
        var source = Source(picture.Name, picture.Bytes);
        return new((double)source.Height / source.Width, source.Content,
            place => [new PictureMark("figure", source, place, new(0, 0, source.Width, source.Height), picture.Alt)]);
    }

    public static PictureSource Source(string name, byte[] bytes)
    {
        var (width, height) = Pictures.Size(bytes);
        return new(name, "", Fingerprint.Of(bytes), width, height) { Bytes = bytes };
    }
}
