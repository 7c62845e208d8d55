using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <content>The map of the places that stories name.</content>
internal sealed partial class PageFactory
{
    private IEnumerable<PlannedPage> Map()
    {
        if (site.Taxonomies.Places.Count == 0)
        {
            yield break;
        }

        var (title, about) = words.Of("map");
        yield return Page("/hall/map/", "map", () =>
        {
            var places = PlacesOf();
            var numbered = places.Select((p, i) => new MapMark(i + 1, p.Place.Name, p.Place.Latitude, p.Place.Longitude)).ToList();
            var key = Fingerprint.Of(string.Join('\n', numbered)).ToString();
            return new MapPage(
                common.Site,
                common.Meta("/hall/map/", title, about, "/hall/", d => d.Thing("CollectionPage", "/hall/map/", title, about, m =>
                    m.NamedList("hasPart", "Place", places.Select(p => new LinkView(p.Place.Name, "")))), trail: [Trail("hall", "/hall/")]),
                new Markup("map-whole:" + key, () => ChongqingMap.Whole.Draw(numbered)),
                new Markup("map-city:" + key, () => ChongqingMap.City.Draw(numbered)),
                [.. places.Select((p, i) => new PlaceView(i + 1, p.Place.Id, p.Place.Name,
                    ChongqingMap.City.Holds(p.Place.Latitude, p.Place.Longitude), p.People, p.Objects))],
                theme.Has("timeline") ? site.Settings.Link("/hall/timeline/") : null);
        });
    }

    /// <summary>The places that somebody or something in this edition names.</summary>
    private List<(MapPlace Place, IReadOnlyList<PersonCard> People, IReadOnlyList<ObjectCard> Objects)> PlacesOf() =>
    [
        .. site.Taxonomies.Places
            .Select(p => (
                Place: p,
                People: (IReadOnlyList<PersonCard>)[.. site.Stories.Where(p.IsNamedIn).Take(24).Select(s => cards.PersonOf(s.Id)!)],
                Objects: (IReadOnlyList<ObjectCard>)[.. site.Objects.Where(p.IsNamedIn).Take(24).Select(o => cards.ObjectOf(o.Id)!)]))
            .Where(p => p.People.Count + p.Objects.Count > 0),
    ];
}
