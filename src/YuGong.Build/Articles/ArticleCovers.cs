using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Manuscripts;
using YuGong.Media;
using YuGong.Media.Renditions;
using YuGong.Posters.Pressing;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <summary>Covers of an article: a person's own poster in the nearest shape, else the entry's first picture, cropped.</summary>
internal sealed class ArticleCovers(RunOptions run, Site site, PictureProcessor? pictures)
{
    /// <summary>Shapes of posters by what is wide, and what is square.</summary>
    private const string Wide = "wechat", Square = "square";

    /// <summary>Files by name; a cover that could not be made is not among them.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Make(
        Entry entry, ChannelProfile profile, Diagnostics findings, CancellationToken cancel)
    {
        if (profile.Covers.Count == 0)
        {
            return [];
        }

        var printed = entry is Story
            ? new PersonPosters(run, site).Print(entry.Id, [Wide, Square], PosterFormat.Jpeg, findings, cancel) : [];
        return
        [
            .. from cover in profile.Covers
               let shape = cover.Width == cover.Height ? Square : Wide
               let bytes = printed.TryGetValue(shape, out var poster) ? Fit(poster, cover.Width, cover.Height) : Cropped(entry, cover)
               where bytes is not null
               select (cover.Name, bytes),
        ];
    }

    private byte[]? Cropped(Entry entry, (string Name, int Width, int Height) cover)
    {
        var first = entry.Pictures.FirstOrDefault();
        return first is null
            ? null : pictures?.Export(entry, first.File.Id, new(0, int.MaxValue, (cover.Width, cover.Height)))?.Jpeg;
    }

    /// <summary>The middle of a poster in the shape of the cover.</summary>
    private static byte[] Fit(byte[] poster, int width, int height)
    {
        var full = Pictures.Size(poster);
        if (full == (width, height))
        {
            return poster;
        }

        var scale = Math.Min((double)full.Width / width, (double)full.Height / height);
        var (wide, high) = (width * scale, height * scale);
        return Pictures.LoadExactly(poster, new((full.Width - wide) / 2, (full.Height - high) / 2, wide, high), width, height).Jpeg;
    }
}
