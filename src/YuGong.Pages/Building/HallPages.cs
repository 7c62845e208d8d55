using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <content>The memorial hall: entrance, rooms, people, objects, dialogues, videos.</content>
internal sealed partial class PageFactory
{
    private IEnumerable<PlannedPage> Hall()
    {
        var (title, about) = words.Of("hall");
        var first = site.Stories.Count > 0 ? Route(site.Stories[0]) : null;
        yield return Page("/hall/", "hall", () => new HallPage(
            common.Site,
            common.Meta("/hall/", title, about, "/hall/",
                d => d.Thing("CollectionPage", "/hall/", $"{site.Settings.SiteTitle}·{title}", about, m =>
                m.NamedList("hasPart", "CollectionPage", site.Taxonomies.Directions.Select(x => new LinkView(x.Hall, $"/hall/{x.Id}/"))))),
            CardViews.Drawn("hero", "hall", Ridges.Hero), [.. site.Taxonomies.Directions.Select(Room)], first)
        {
            TimelineUrl = theme.Has("timeline") ? site.Settings.Link("/hall/timeline/") : null,
            MapUrl = theme.Has("map") && site.Taxonomies.Places.Count > 0 ? site.Settings.Link("/hall/map/") : null,
        });
    }

    private IEnumerable<PlannedPage> Rooms()
    {
        var halls = site.Taxonomies.Directions;
        for (var i = 0; i < halls.Count; i++)
        {
            var (hall, before, after) = (halls[i], i == 0 ? null : Door(halls[i - 1]), i + 1 == halls.Count ? null : Door(halls[i + 1]));
            var path = $"/hall/{hall.Id}/";
            yield return Page(path, "room", () => new RoomPage(
                common.Site,
                common.Meta(path, hall.Hall, $"{hall.Name}。{hall.HallText}", "/hall/",
                    d => d.Thing("CollectionPage", path, hall.Hall, hall.HallText, m =>
                    m.NamedList("hasPart", "Person",
                        site.Stories.Where(s => s.Direction.Id == hall.Id).Select(s => new LinkView(s.Name, EntryAddresses.Of(s))))),
                        trail: [Trail("hall", "/hall/")]),
                Room(hall), CardViews.Drawn("wide", "hall:" + hall.Id, Ridges.Wide), before, after));
        }

        LinkView Door(Direction d) => new(d.Hall, site.Settings.Link($"/hall/{d.Id}/"));
    }

    private RoomView Room(Direction hall)
    {
        var people = site.Stories.Where(s => s.Direction.Id == hall.Id).ToList();
        var theirs = people.SelectMany(p => p.Objects).Select(o => o.Id).Distinct().Select(cards.ObjectOf).OfType<ObjectCard>();
        return new(cards.DirectionOf(hall.Id), [.. people.Select(p => cards.PersonOf(p.Id)!)], [.. theirs]);
    }

    private RouteView Route(Story s) => new(s.Name, s.Headline, site.Settings.Link(EntryAddresses.Of(s)), ((Direction)s.Direction).Hall);

    private IEnumerable<PlannedPage> Persons()
    {
        var dialogues = site.Dialogues.ToLookup(d => d.Person.Id);
        var videos = site.Videos.SelectMany(v => v.People.Select(p => new { p.Id, Video = v })).ToLookup(x => x.Id, x => x.Video);
        return site.Stories.Select((s, i) => Page(EntryAddresses.Of(s), "person", () => Person(i, dialogues, videos)) with { Entry = s });
    }

    private PersonPage Person(int index, ILookup<string, Dialogue> dialogues, ILookup<string, Video> videos)
    {
        var s = site.Stories[index];
        var path = EntryAddresses.Of(s);
        var card = cards.PersonOf(s.Id)!;
        var hall = (Direction)s.Direction;
        var meta = common.Meta(
            path, $"{s.Name}：{s.Headline}", s.About, "/hall/", d => PersonData(d, s, path), s, "profile", shelf.Of(s.Id)?.Card, card.Ribbon,
            trail: [Trail("hall", "/hall/"), new(hall.Hall, $"/hall/{hall.Id}/")]);
        return new PersonPage(
            common.Site, meta, card, CardViews.Drawn("wide", s.Id, Ridges.Wide), entries.Body(s),
            [.. s.Objects.Select(o => cards.ObjectOf(o.Id)).OfType<ObjectCard>()], SameHall(index),
            [.. dialogues[s.Id].Select(cards.Dialogue)], [.. videos[s.Id].Select(cards.Video)],
            [.. s.Album.Select(p => cards.Picture(s, p))], index == 0 ? null : Route(site.Stories[index - 1]),
            index + 1 == site.Stories.Count ? null : Route(site.Stories[index + 1]), site.Stories.Count,
            shelf.Of(s.Id) is { } set ? PosterCardOf(set) : null);
    }

    /// <summary>Up to four neighbours of the same hall, nearest in the route first.</summary>
    private IReadOnlyList<PersonCard> SameHall(int index)
    {
        var found = new List<PersonCard>(4);
        var hall = site.Stories[index].Direction.Id;
        for (var step = 1; found.Count < 4 && (index - step >= 0 || index + step < site.Stories.Count); step++)
        {
            foreach (var i in (int[])[index + step, index - step])
            {
                if (i >= 0 && i < site.Stories.Count && site.Stories[i].Direction.Id == hall && found.Count < 4)
                {
                    found.Add(cards.PersonOf(site.Stories[i].Id)!);
                }
            }

            if (OutOfHall(index - step, hall) && OutOfHall(index + step, hall))
            {
                break;
            }
        }

        return found;
    }

    private bool OutOfHall(int i, string hall) => i < 0 || i >= site.Stories.Count || site.Stories[i].Direction.Id != hall;

    private void PersonData(StructuredData d, Story s, string path)
    {
        d.Thing("Person", path, s.Name, s.About, m =>
        {
            m.Texts("alternateName", [s.LatinName, .. s.OtherNames]);
            m.Text("gender", s.Gender == Gender.Man ? "https://schema.org/Male" : "https://schema.org/Female");
            m.Text("birthDate", s.Birth?.Date.Iso);
            m.Text("deathDate", s.Death?.Date.Iso);
            m.Text("jobTitle", s.Post ?? s.ProfessionalTitle);
            m.Texts("knowsAbout", s.Trades.Select(t => t.Name));
            m.Texts("award", s.Honours.Select(h => h.Name));
            if (s.WorkUnit is { } unit)
            {
                m.Named("affiliation", "Organization", unit);
            }
        }, "person");
        d.Thing("Article", path, $"{s.Name}：{s.Headline}", s.About, m =>
        {
            m.Text("dateModified", s.Frame.Changed?.ToString("yyyy-MM-dd"));
            m.Corrections(s.Frame.Corrections);
            m.Named("about", "Person", s.Name, path, "person");
            m.Named("author", "Organization", s.Frame.Author ?? words["editors"]);
            m.NamedList("publisher", "Organization", site.Settings.Organizers.Take(1).Select(o => new LinkView(o, "")));
            m.NamedList("citation", "CreativeWork", s.Frame.Sources.Select(x => new LinkView(x.Title, "")));
        }, "article");
    }

    private IEnumerable<PlannedPage> Objects()
    {
        var (heading, about) = words.Of("objects");
        var size = Math.Max(1, theme.Settings.PageSize);
        var total = Math.Max(1, (site.Objects.Count + size - 1) / size);
        for (var number = 1; number <= total; number++)
        {
            var path = number == 1 ? "/objects/" : $"/objects/page/{number}/";
            var shown = site.Objects.Skip((number - 1) * size).Take(size).ToList();
            var title = heading + Numbered(number);
            var pager = total == 1 ? null : new PagerView(
                number, total, number == 1 ? null : site.Settings.Link(number == 2 ? "/objects/" : $"/objects/page/{number - 1}/"),
                number == total ? null : site.Settings.Link($"/objects/page/{number + 1}/"));
            yield return Page(path, "objects", () => new ObjectsPage(
                common.Site,
                common.Meta(path, title, about, "/objects/", d => d.Thing("CollectionPage", path, title, about, m =>
                    m.NamedList("hasPart", "CreativeWork", shown.Select(o => new LinkView(o.Name, EntryAddresses.Of(o)))))),
                [.. shown.Select(o => cards.ObjectOf(o.Id)!)], pager));
        }
    }

    private IEnumerable<PlannedPage> EachObject()
    {
        for (var i = 0; i < site.Objects.Count; i++)
        {
            var (o, before, after) = (site.Objects[i], i == 0 ? null : Link(site.Objects[i - 1]),
                i + 1 == site.Objects.Count ? null : Link(site.Objects[i + 1]));
            var path = EntryAddresses.Of(o);
            var card = cards.ObjectOf(o.Id)!;
            yield return Page(path, "object", () => new ObjectPage(
                common.Site,
                common.Meta(path, o.Name, o.About, "/hall/", d => d.Thing("CreativeWork", path, o.Name, o.About, m =>
                {
                    m.Text("dateCreated", o.Made?.Iso);
                    m.Text("material", o.Material);
                    m.Text("dateModified", o.Frame.Changed?.ToString("yyyy-MM-dd"));
                    m.Corrections(o.Frame.Corrections);
                    m.NamedList("about", "Person",
                        o.People.Select(p => cards.PersonOf(p.Person.Id)).OfType<PersonCard>()
                        .Select(p => new LinkView(p.Name, $"/people/{p.Id}/")));
                    m.NamedList("citation", "CreativeWork", o.Frame.Sources.Select(x => new LinkView(x.Title, "")));
                }), ogType: "article", image: o.Picture is null ? null : pictures.Of(o, o.Picture.File.Id)?.Large, ribbon: card.Ribbon,
                    trail: [Trail("objects", "/objects/")]),
                card, entries.Body(o), before, after, o.Picture is null ? null : cards.Picture(o, o.Picture),
                TourViews.Of(o, o.Picture is null ? null : cards.Picture(o, o.Picture)))) with { Entry = o };
        }

        LinkView Link(CollectionObject o) => new(o.Name, site.Settings.Link(EntryAddresses.Of(o)));
    }

    private IEnumerable<PlannedPage> Dialogues()
    {
        var (title, about) = words.Of("dialogues");
        yield return Page("/dialogues/", "dialogues", () => new DialoguesPage(
            common.Site, common.Meta("/dialogues/", title, about, "/dialogues/",
                d => d.Thing("CollectionPage", "/dialogues/", title, about)), [.. site.Dialogues.Select(cards.Dialogue)]));
    }

    private IEnumerable<PlannedPage> EachDialogue() =>
        from x in site.Dialogues
        let person = cards.PersonOf(x.Person.Id)
        where person is not null
        let path = EntryAddresses.Of(x)
        select Page(path, "dialogue", () => new DialoguePage(
            common.Site,
            common.Meta(path, x.Name, x.About, "/dialogues/", d => d.Thing("Article", path, x.Name, x.About, m =>
            {
                m.Text("datePublished", x.Date.Iso);
                m.Named("author", "Organization", x.Interviewer);
                m.Named("about", "Person", person.Name, $"/people/{person.Id}/", "person");
            }), ogType: "article", ribbon: cards.RibbonOf(x), trail: [Trail("dialogues", "/dialogues/")]),
            cards.Dialogue(x), [.. x.Photos.Select(p => cards.Picture(x, p))], entries.Body(x))) with { Entry = x };

    private IEnumerable<PlannedPage> Videos()
    {
        var (title, about) = words.Of("videos");
        yield return Page("/videos/", "videos", () => new VideosPage(
            common.Site, common.Meta("/videos/", title, about, "/videos/", d => d.Thing("CollectionPage", "/videos/", title, about)),
            [.. site.Videos.Select(cards.Video)]));
    }

    private IEnumerable<PlannedPage> EachVideo() =>
        from v in site.Videos
        let path = EntryAddresses.Of(v)
        select Page(path, "video", () => new VideoPage(
            common.Site,
            common.Meta(path, v.Name, v.About, "/videos/", d => d.Thing("VideoObject", path, v.Name, v.About, m =>
            {
                m.Text("uploadDate", v.Date.Iso);
                m.Text("duration", $"PT{v.Duration}S");
                m.Text("thumbnailUrl", v.Poster is { } poster ? site.Settings.Absolute(path + Uri.EscapeDataString(poster.File.Id)) : null);
                m.Text("encodingFormat", v.File is null ? null : v.File.Id.EndsWith(".webm",
                    StringComparison.OrdinalIgnoreCase) ? "video/webm" : "video/mp4");
                m.Texts("accessibilityFeature", v.Captions is null ? ["transcript"] : ["captions", "transcript"]);
                m.Text("contentUrl", v.File is { } film ? site.Settings.Absolute(path + Uri.EscapeDataString(film.Id)) : v.Url);
            }), v, "video.other", ribbon: cards.RibbonOf(v), trail: [Trail("videos", "/videos/")]),
            cards.Video(v), [.. v.People.Select(p => cards.PersonOf(p.Id)).OfType<PersonCard>()],
            FileUrl(v, v.File), FileUrl(v, v.Captions), entries.Body(v))) with { Entry = v };

    private string? FileUrl(Entry entry, Ref? file) =>
        file is null ? null : site.Settings.Link(EntryAddresses.Of(entry) + Uri.EscapeDataString(file.Id));
}
