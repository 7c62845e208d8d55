using YuGong.Content;
using YuGong.Documents;
using YuGong.Publishing;

namespace YuGong.Build;

/// <summary>What was made of the pictures, as the API tells it.</summary>
internal static class MadePictures
{
    public static Func<Entry, string, MadePicture?> In(PictureCatalog catalog) =>
        (entry, file) => catalog.Of(entry, file) is { } picture ? Of(picture) : null;

    private static MadePicture Of(PictureInfo picture) => new(
        picture.PlainSize.Width, picture.PlainSize.Height, picture.Placeholder,
        picture.Service is { } service ? service + "/info.json" : null,
        [
            .. from cut in picture.Cuts
               from file in cut.Files
               select new MadeRendition(cut.Name, file.Type, file.Width, file.Height, file.Path),
        ]);
}
