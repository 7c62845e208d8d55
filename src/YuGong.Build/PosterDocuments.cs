using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages;
using YuGong.Publishing;

namespace YuGong.Build;

/// <summary>What the press made, as the API tells it: every file that the site offers, posters of a set one behind the other, then its
/// kit.</summary>
internal static class PosterDocuments
{
    public static IReadOnlyList<PosterDocument> Of(PosterCatalog catalog, Settings settings) =>
        [.. catalog.Sets.SelectMany(set => Files(set, settings))];

    private static IEnumerable<PosterDocument> Files(PosterSet set, Settings settings)
    {
        foreach (var poster in set.Posters)
        {
            foreach (var file in poster.Files)
            {
                yield return Document(set, $"{poster.Design}-{poster.Shape}", poster.Size, file, poster.Preview, settings);
            }
        }

        if (set.Kit is { } kit)
        {
            yield return Document(set, "kit", "", kit, null, settings);
        }
    }

    private static PosterDocument Document(
        PosterSet set, string variant, string size, PosterFile file, string? preview, Settings settings) =>
        new()
        {
            Entry = set.Subject == PosterCatalog.WholeSite ? "site" : $"person/{set.Subject}", Variant = variant,
            Title = set.Title.Length > 0 ? set.Title : settings.SiteTitle, Size = size, Format = file.Format, Purpose = file.Says,
            Path = settings.Link(file.Path), Url = new(settings.Absolute(file.Path)), MediaType = MediaTypes.Of(file.Path),
            Width = file.Width, Height = file.Height, Bytes = file.Bytes,
            Preview = preview is null ? null : new(settings.Absolute(preview)),
        };
}
