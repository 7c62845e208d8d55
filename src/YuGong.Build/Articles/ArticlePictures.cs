using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Media;
using YuGong.Media.Renditions;

namespace YuGong.Build.Articles;

/// <summary>The pictures of one entry as files for somebody else, with what must be shown beside them.</summary>
internal sealed class ArticlePictures
{
    private readonly Entry entry;
    private readonly PictureProcessor? pictures;
    private readonly Dictionary<string, string> names;

    public ArticlePictures(Settings settings, Entry entry, PictureProcessor? pictures)
    {
        (this.entry, this.pictures) = (entry, pictures);
        names = entry.Header.Folder.Files.ToDictionary(
            file => new Uri(settings.Absolute(EntryAddresses.PictureOf(entry, file))).AbsoluteUri, StringComparer.Ordinal);
    }

    public ArticlePicture? Of(PictureOrigin origin, PictureLimits limits)
    {
        var picture = origin.Picture;
        return Make(picture.File.Id, limits) is not { } made ? null : made with
        {
            Alt = picture.Alt, Caption = picture.Caption ?? picture.Alt, Credit = picture.Credit, Rights = picture.Rights,
            Label = picture.Ai switch { AiUse.Generated => "人工智能生成", AiUse.Assisted => "人工智能辅助生成", _ => null },
        };
    }

    /// <summary>Without words: they stand in the body.</summary>
    public ArticlePicture? InBody(string address, PictureLimits limits) =>
        names.TryGetValue(address, out var name) ? Make(name, limits) : null;

    private ArticlePicture? Make(string name, PictureLimits limits) =>
        pictures?.Export(entry, name, limits) is not { } made ? null : new()
        {
            Name = "", Number = 0, Alt = "", Caption = "", Credit = "", Rights = null, Label = null, Bytes = made.Jpeg,
            Size = (made.Width, made.Height),
        };
}
