using System.Globalization;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing.Motifs.Night;

/// <summary>The night of a site: its mountain, its lights, and where each of its people has a lamp.</summary>
public sealed class SiteNight
{
    /// <summary>The mountain of the home page, by day and by night.</summary>
    public const string Mountain = "yugong";

    private readonly Site site;
    private readonly Dictionary<string, double> east;
    private readonly IReadOnlyList<double> towns;

    private SiteNight(Site site, Lights lights)
    {
        (this.site, Lights) = (site, lights.Number);
        var named = site.Taxonomies.Places;
        var people = site.Stories.ToDictionary(s => s.Id, s => named.FirstOrDefault(p => p.IsNamedIn(s)), StringComparer.Ordinal);
        var scale = new EastWest(named.Select(p => p.Longitude));
        towns = [.. named.Select(p => scale.At(p.Longitude))];

        // Whoever has no place on the map stands somewhere, and always there.
        east = people.ToDictionary(p => p.Key, p => p.Value is { } place ? scale.At(place.Longitude)
            : (Fingerprint.Of("lamp:" + p.Key).Value % 1000) / 1000.0, StringComparer.Ordinal);
    }

    /// <summary>How many points.</summary>
    public int Lights { get; }

    /// <summary>Null for a site that counts none.</summary>
    public static SiteNight? Of(Site site) => site.Lights is { } lights ? new(site, lights) : null;

    /// <summary>The whole mountain.</summary>
    public NightMountain MountainIn(NightShape shape) => new(Mountain, shape, [.. towns.Select(shape.Inside)]);

    /// <summary>The slope of one hall, on a mountain of its own: its towns are where its people are.</summary>
    public NightMountain SlopeOf(Direction hall, NightShape shape) => new("hall:" + hall.Id, shape, TownsOn(hall, shape));

    /// <summary>From 0 (left) to 1 (right).</summary>
    public IReadOnlyList<double> TownsOn(Direction hall, NightShape shape) =>
        [.. LampPlaces.Spread(At(PeopleOf(hall)), shape).Select(l => Math.Round(l.X / shape.Width, 4))];

    /// <summary>A lamp for each person, from west to east.</summary>
    public IReadOnlyList<Lamp> Lamps(NightShape shape) => LampPlaces.Of(MountainIn(shape), At(site.Stories));

    /// <summary>The same for the people of a hall on its slope.</summary>
    public IReadOnlyList<Lamp> LampsOn(Direction hall, NightShape shape) =>
        LampPlaces.Of(SlopeOf(hall, shape), At(PeopleOf(hall)));

    /// <summary>Equal for equal pictures.</summary>
    public Fingerprint KeyOf(NightShape shape) => Fingerprint.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{shape} {Lights} {string.Join(' ', towns.Select(t => t.ToString("0.####", CultureInfo.InvariantCulture)))}"));

    /// <summary>Equal when lights, towns and every lamp are.</summary>
    public Fingerprint WithLamps => KeyOf(NightShape.Wide).With(Fingerprint.Of(string.Join(
        '\n', At(site.Stories).Select(p =>
            string.Create(CultureInfo.InvariantCulture, $"{p.Person.Id} {p.Person.Name} {p.East:0.####}")))));

    private IEnumerable<Story> PeopleOf(Direction hall) => site.Stories.Where(s => s.Direction.Id == hall.Id);

    private IEnumerable<(Story Person, double East)> At(IEnumerable<Story> people) =>
        people.Select(p => (Person: p, East: east[p.Id])).OrderBy(p => p.East).ThenBy(p => p.Person.Id, StringComparer.Ordinal);
}
