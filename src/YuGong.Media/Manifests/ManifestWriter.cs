using YuGong.Content;
using YuGong.Media.Tiles;
using YuGong.Publishing;

namespace YuGong.Media.Manifests;

/// <summary>The IIIF Presentation API 3 documents of a site: a manifest for every object, collections for halls, people and all.</summary>
internal sealed class ManifestWriter
{
    private readonly Site site;
    private readonly List<(CollectionObject Object, TileSet? Tiles)> objects;

    public ManifestWriter(Site site, IReadOnlyList<TileSet> tiles)
    {
        this.site = site;
        var byEntry = tiles.Where(t => t.Original.Entry is CollectionObject).ToLookup(t => t.Original.Entry.Id, StringComparer.Ordinal);
        objects = [.. site.Objects.Select(o => (o, byEntry[o.Id].FirstOrDefault()))];
        Addresses = Pages().ToDictionary(p => p.Page, p => p.Path, StringComparer.Ordinal);
    }

    /// <summary>Manifests and collections by the address of the page they stand for.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; }

    public IEnumerable<OutputFile> Documents()
    {
        foreach (var (made, tiles) in objects)
        {
            yield return OutputFile.Of(ManifestOf(made)[1..], ObjectManifest.Write(site, made, tiles, ManifestOf(made)));
        }

        foreach (var (page, path, title, summary, items) in Collections())
        {
            yield return OutputFile.Of(path[1..], CollectionManifest.Write(site, path, page, title, summary, items));
        }
    }

    public static string ManifestOf(Entry entry) => $"/iiif{EntryAddresses.Of(entry)}manifest.json";

    private static string CollectionOf(string address) => $"/iiif{address}collection.json";

    private IEnumerable<(string Page, string Path)> Pages() =>
        objects.Select(o => (EntryAddresses.Of(o.Object), ManifestOf(o.Object))).Concat(Collections().Select(c => (c.Page, c.Path)));

    /// <summary>One for each page that shows objects; the topmost holds those of the halls and then every object.</summary>
    private IEnumerable<(string Page, string Path, string Title, string Summary, IReadOnlyList<CollectedItem> Items)> Collections()
    {
        if (objects.Count == 0)
        {
            yield break;
        }

        var halls = new List<CollectedItem>();
        foreach (var hall in site.Taxonomies.Directions)
        {
            var people = site.Stories.Where(s => s.Direction.Id == hall.Id).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            var items = objects.Where(o => o.Object.People.Any(p => people.Contains(p.Person.Id))).Select(Item).ToList();
            if (items.Count > 0)
            {
                var address = $"/hall/{hall.Id}/";
                halls.Add(new("Collection", CollectionOf(address), hall.Hall, null));
                yield return (address, CollectionOf(address), hall.Hall, hall.HallText, items);
            }
        }

        foreach (var story in site.Stories)
        {
            var items = objects.Where(o => o.Object.People.Any(p => p.Person.Id == story.Id)).Select(Item).ToList();
            if (items.Count > 0)
            {
                yield return (EntryAddresses.Of(story), CollectionOf(EntryAddresses.Of(story)), story.Name, story.About, items);
            }
        }

        yield return ("/hall/", "/iiif/collection.json", $"{site.Settings.SiteTitle}·{site.Texts["hall"]}", site.Settings.Description,
            [.. halls, .. objects.Select(Item)]);
        yield return ("/objects/", "/iiif/objects/collection.json", site.Texts["object"], site.Texts["objects_text"],
            [.. objects.Select(Item)]);
    }

    private static CollectedItem Item((CollectionObject Object, TileSet? Tiles) o) =>
        new("Manifest", ManifestOf(o.Object), o.Object.Name, o.Tiles);
}

/// <param name="Type">Manifest or Collection.</param>
/// <param name="Thumbnail">Null for a collection and for an object without a picture.</param>
internal sealed record CollectedItem(string Type, string Path, string Label, TileSet? Thumbnail);
