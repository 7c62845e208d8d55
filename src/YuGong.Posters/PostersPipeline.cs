using YuGong.Content;
using YuGong.Posters.Designs;
using YuGong.Posters.Kit;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Posters;

/// <summary>
/// The site's share of what was pressed: <c>posters/…</c>. Bytes are read from the store when they are written, not before.
/// </summary>
public sealed class PostersPipeline(PosterRenderer room, IReadOnlyList<RenderedPoster> pressed, IReadOnlyList<PressedKit> kits) : IPipeline
{
    private static readonly IReadOnlyList<PosterFormat> Printed =
        [PosterFormat.Pdf, PosterFormat.PdfOutlines, PosterFormat.Svg, PosterFormat.SvgOutlines, PosterFormat.Preview];

    private static readonly IReadOnlyList<PosterFormat> OnScreens =
        [PosterFormat.Svg, PosterFormat.SvgOutlines, PosterFormat.Png, PosterFormat.Preview];

    private const string CardDesign = "card", WallDesign = "wall", NightDesign = "night", CardShape = "og";

    /// <summary>
    /// What a site offers: vectors for print and editing, and pictures for screens. The heavy rasters (PNG, JPEG and CMYK TIFF of printed
    /// sizes, a hundred megapixels a person) are made by <c>yugong posters</c> for those who print.
    /// </summary>
    public static IReadOnlyList<PosterFormat> FormatsOf(PosterJob order) => order.Page.Unit == Unit.Millimetre ? Printed : OnScreens;

    public string Name => "posters";

    /// <summary>What pages may show, before anything is written.</summary>
    public PosterCatalog Shelf => new(
        [
            .. pressed.Where(p => p.Holds).GroupBy(p => p.Order.Name.Subject).Select(g => new PosterSet(
                g.Key, g.First().Order.Story?.Name ?? "", CardOf(g.Key) is not null ? PosterCatalog.PathOf(g.Key) + "card.png" : null,
                kits.FirstOrDefault(k => k.Subject == g.Key) is { } kit
                    ? new("zip", "设计师套件", PosterCatalog.PathOf(g.Key) + kit.Name, kit.Length)
                    : null,
                [.. g.Where(p => !KitAssets.IsOne(p.Order)).OrderBy(Rank).Select(Shown)]))
                    .OrderBy(s => s.Subject == PosterJobs.SiteSubject ? 0 : 1),
        ],
        [.. room.Codes.Codes.Select(c => new ShortAddress(c.Short, c.Address))]);

    public IEnumerable<OutputFile> Make(Site site)
    {
        foreach (var poster in pressed)
        {
            foreach (var file in poster.Files.Where(f => IsOffered(poster, f)))
            {
                yield return At(PosterCatalog.PathOf(poster.Order.Name.Subject) + file.Name, file.Sha256, file.Stored);
            }

            if (poster == CardOf(poster.Order.Name.Subject) && poster.File(PosterFormat.Png) is { } card)
            {
                yield return At(PosterCatalog.PathOf(poster.Order.Name.Subject) + "card.png", card.Sha256, card.Stored);
            }
        }

        foreach (var kit in kits)
        {
            yield return At(PosterCatalog.PathOf(kit.Subject) + kit.Name, kit.Sha256, kit.Stored);
        }
    }

    /// <summary>The share image of a subject; of the site its night, or, where it counts no lights, its wall of names.</summary>
    private RenderedPoster? CardOf(string subject) => pressed
        .Where(p => p.Order.Name.Subject == subject && p.Order.Name is { Design: CardDesign or WallDesign or NightDesign, Shape: CardShape }
            && p.Holds && p.File(PosterFormat.Png) is not null)
        .OrderBy(p => p.Order.Name.Design == NightDesign ? 0 : 1).FirstOrDefault();

    /// <summary>Pieces travel in the kit.</summary>
    private static bool IsOffered(RenderedPoster poster, RenderedFile file) =>
        !KitAssets.IsOne(poster.Order) && FormatsOf(poster.Order).Contains(file.Format);

    private static ShownPoster Shown(RenderedPoster poster)
    {
        var (name, page, preview) = (poster.Order.Name, poster.Order.Page, poster.File(PosterFormat.Preview)!);
        var home = PosterCatalog.PathOf(name.Subject);
        return new(
            name.Design, name.Shape,
            $"{SceneText.Number(page.Width)} × {SceneText.Number(page.Height)} {(page.Unit == Unit.Millimetre ? "mm" : "px")}",
            home + preview.Name, preview.Width, preview.Height,
            [.. poster.Files.Where(f => f.Format != PosterFormat.Preview && IsOffered(poster, f))
                .Select(f => new PosterFile(f.Format.Name, f.Format.Says.Zh, home + f.Name, f.Length,
                    f.Format.IsRaster ? f.Width : null, f.Format.IsRaster ? f.Height : null))]);
    }

    /// <summary>The design that people hang first, the share image last; printed pages first, tall ones before wide ones.</summary>
    private static (int Design, string Name, int Unit, double Ratio) Rank(RenderedPoster p) =>
        (p.Order.Name.Design switch { "peak" or WallDesign => 0, CardDesign => 2, _ => 1 }, p.Order.Name.Design,
            p.Order.Page.Unit == Unit.Millimetre ? 0 : 1, p.Order.Page.Width / p.Order.Page.Height);

    private OutputFile At(string path, string sha256, string stored) => new(
        OutputPath.Of(path[1..]), Fingerprint.Of(sha256),
        () => room.Means.Store.Get(stored) ?? throw new IOException($"{stored} has gone from the store."));
}
