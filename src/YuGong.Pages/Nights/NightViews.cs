using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Publishing.Motifs.Night;

namespace YuGong.Pages;

/// <summary>The painted nights as templates show them.</summary>
internal sealed class NightViews(SiteData data, PictureCatalog pictures)
{
    private const string Elsewhere = "other";

    private readonly Lazy<SiteNight?> night = new(() => SiteNight.Of(data.Site));

    /// <summary>The whole mountain; none where the site counts no lights or nothing is painted.</summary>
    public IReadOnlyList<NightView> Whole() => Of(null, NightShape.Wide, NightShape.Tall);

    /// <summary>The slope of a hall.</summary>
    public IReadOnlyList<NightView> SlopeOf(string hall) =>
        Of(data.Site.Taxonomies.Directions.First(d => d.Id == hall), NightShape.Slope, NightShape.TallSlope);

    private IReadOnlyList<NightView> Of(Direction? hall, NightShape wide, NightShape tall)
    {
        if (night.Value is not { } shown || !pictures.Nights.TryGetValue(PictureCatalog.NightOf(hall?.Id, tall: false), out var picture)
            || !pictures.Nights.TryGetValue(PictureCatalog.NightOf(hall?.Id, tall: true), out var narrow))
        {
            return [];
        }

        var (wideLamps, tallLamps) = hall is null
            ? (shown.Lamps(wide), shown.Lamps(tall)) : (shown.LampsOn(hall, wide), shown.LampsOn(hall, tall));
        NightMountain In(NightShape shape) => hall is null ? shown.MountainIn(shape) : shown.SlopeOf(hall, shape);
        return
        [
            new()
            {
                Wide = Picture(picture, In(wide), !wide.HasRoomFor(wideLamps.Count)),
                Tall = Picture(narrow, In(tall), !tall.HasRoomFor(tallLamps.Count)), Crowded = !tall.HasRoomFor(wideLamps.Count),
                Parts = Parts(hall?.Id ?? "all", wideLamps, wide, tallLamps, tall),
                People = [.. wideLamps.Select(l => (PersonDocument)data.Shown(l.Person))],
            },
        ];
    }

    private List<NightPartView> Parts(
        string name, IReadOnlyList<Lamp> wideLamps, NightShape wide, IReadOnlyList<Lamp> tallLamps, NightShape tall)
    {
        var narrow = tallLamps.ToLookup(l => DistrictOf(l.Person));
        var parts = new List<NightPartView>();
        foreach (var district in wideLamps.GroupBy(l => DistrictOf(l.Person)))
        {
            var (id, lamps) = ($"{name}-{parts.Count}", district.ToList());
            parts.Add(new(district.Key?.Id ?? Elsewhere, district.Key?.Name ?? "", lamps.Count,
                Markup.Of(LampDrawing.Of(lamps, wide, $"w-{id}", AddressOf)),
                Markup.Of(LampDrawing.Of(narrow[district.Key], tall, $"t-{id}", AddressOf))));
        }

        return parts;
    }

    private static Term? DistrictOf(Story person) => person.Districts is [var first, ..] ? first : null;

    private string AddressOf(Story person) => data.Site.Settings.Link(EntryAddresses.Of(person));

    private NightPictureView Picture(PictureInfo picture, NightMountain mountain, bool isCrowded)
    {
        var root = data.Site.Settings.LinkRoot;
        var files = picture.Cuts[0].Files;
        string Sources(string type) => string.Join(", ", files.Where(f => f.Type == type).Select(f => $"{root}{f.Path} {f.Width}w"));
        return new(Markup.Of(DayDrawing.Of(mountain)), root + picture.Plain, Sources("image/avif"), Sources("image/webp"),
            Sources("image/jpeg"), picture.Width, picture.Height, isCrowded);
    }
}
