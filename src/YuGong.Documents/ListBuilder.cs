using YuGong.Content;

namespace YuGong.Documents;

/// <summary>The documents that are about many entries, each with its place below <c>/api/v1/</c>.</summary>
public sealed class ListBuilder(PublicSite publicSite)
{
    /// <summary>Entries on one page of a list.</summary>
    internal const int PageSize = 100;

    private const int MomentsOnAPage = 1000;

    public static readonly IReadOnlyList<string> Types = ["person", "object", "dialogue", "video", "news", "page"];

    private readonly Site site = publicSite.Site;
    private readonly DocumentAddresses addresses = publicSite.Addresses;

    public IEnumerable<(string Place, object Document)> All()
    {
        yield return ("index.json", Index());
        yield return ("changes.json", Changes());
        foreach (var type in Types)
        {
            foreach (var list in Lists(type, [.. publicSite.OfType(type).Select(e => Summary(e.Document))]))
            {
                yield return list;
            }
        }

        yield return ("directions.json", new DirectionsDocument(ContractVersion.Current, publicSite.Directions));
        yield return ("halls.json", new HallsDocument(ContractVersion.Current, addresses.Page("/hall/"),
            [.. site.Taxonomies.Directions.Select(Hall)]));
        yield return ("taxonomies.json", Taxonomies());
        if (publicSite.Call is { } call)
        {
            yield return ("call.json", call);
        }

        yield return ("posters.json", new PostersDocument(ContractVersion.Current, publicSite.Posters.Count, publicSite.Posters));
        foreach (var page in Timeline())
        {
            yield return page;
        }
    }

    public static SummaryDocument Summary(PublicDocument d) => new()
    {
        Type = d.Type, Id = d.Id, Revision = d.Revision, Title = d.Title, LatinName = (d as PersonDocument)?.LatinName,
        Headline = (d as PersonDocument)?.Headline, Summary = d.Summary, Direction = (d as PersonDocument)?.Direction,
        Trades = d is PersonDocument p ? [.. p.Trades.Select(t => t.Id)] : [],
        Districts = d switch { PersonDocument q => [.. q.Districts.Select(t => t.Id)],
            ObjectDocument o => [.. o.Districts.Select(t => t.Id)],
            _ => [] },
        Era = (d as PersonDocument)?.Era.Id, Kind = (d as ObjectDocument)?.Kind.Id,
        Date = d switch
        {
            ObjectDocument o => o.Made, DialogueDocument t => t.Date, VideoDocument v => v.Date, NewsDocument n => n.Date, _ => null,
        },
        Updated = d.Updated,
        Picture = PictureDocuments.ForCard(
            (d as PersonDocument)?.Portrait ?? (d as VideoDocument)?.Poster ?? (d.Pictures.Count > 0 ? d.Pictures[0] : null)),
        Seal = (d as PersonDocument)?.Seal, Ridge = (d as PersonDocument)?.Ridge,
        Page = d.Page, Path = d.Path, Self = d.Self,
    };

    private IndexDocument Index()
    {
        var s = site.Settings;
        return new(
            ContractVersion.Current, new(s.SiteTitle, s.Tagline, s.Description, addresses.Page("/"), "zh-Hans", s.Organizers,
                site.Call?.Mail, publicSite.Lights),
            publicSite.Revision.ToString(), publicSite.Entries.Max(e => e.Document.Updated),
            [
                .. Types.Select(Collection),
            ],
            [
                new("changes", "同步清单", addresses.Of("changes.json"), Schema("changes")),
                new("directions", site.Texts["directions"], addresses.Of("directions.json"), Schema("directions")),
                new("halls", site.Texts["halls"], addresses.Of("halls.json"), Schema("halls")),
                new("taxonomies", "受控词表", addresses.Of("taxonomies.json"), Schema("taxonomies")),
                new("timeline", "时间线", addresses.Of("timeline.json"), Schema("timeline")),
                new("posters", "海报", addresses.Of("posters.json"), Schema("posters")),
                .. site.Call is null
                    ? [] : (ResourceDocument[])[new("call", site.Texts["call"], addresses.Of("call.json"), Schema("call"))],
                new("openapi", "OpenAPI 3.1", addresses.Of("openapi.json"), null),
            ],
            [.. FeedList.Of(site).Select(f => f.Link(s))]);
    }

    private CollectionDocument Collection(string type)
    {
        var place = DocumentAddresses.CollectionOf(type);
        return new(
            type, site.Texts[type], publicSite.OfType(type).Count(), addresses.Of(place + ".json"), addresses.Of(place + ".ndjson"),
            Schema(type));
    }

    private Uri Schema(string name) => addresses.Of($"schemas/{name}.json");

    private ChangesDocument Changes() => new(
        ContractVersion.Current, publicSite.Revision.ToString(),
        [
            .. publicSite.Entries.Select(e => e.Document).OrderByDescending(d => d.Updated ?? DateOnly.MinValue)
                .ThenBy(d => d.Type, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)
                .Select(d => new ChangeDocument(d.Type, d.Id, d.Revision, d.Updated, d.Self, d.Page)),
        ],
        [.. site.Entries.SelectMany(e => e.Header.Aliases.Select(a =>
            new MovedDocument(site.Settings.Link(a.Id), site.Settings.Link(EntryAddresses.Of(e)))))
            .OrderBy(m => m.From, StringComparer.Ordinal)],
        TombstoneList.Of(site, publicSite.Sources.Withdrawals, e => LinkTo(publicSite.Of(e).Document), addresses.Page));

    private IEnumerable<(string Place, object Document)> Lists(string type, IReadOnlyList<SummaryDocument> all)
    {
        var name = DocumentAddresses.CollectionOf(type);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        for (var page = 1; page <= pages; page++)
        {
            yield return (PlaceOf(name, page), new ListDocument
            {
                Contract = ContractVersion.Current, Type = type, Total = all.Count, Page = page, Pages = pages,
                Previous = page == 1 ? null : addresses.Of(PlaceOf(name, page - 1)),
                Next = page == pages ? null : addresses.Of(PlaceOf(name, page + 1)), Ndjson = addresses.Of(name + ".ndjson"),
                Items = [.. all.Skip((page - 1) * PageSize).Take(PageSize)],
            });
        }
    }

    private static string PlaceOf(string name, int page) => page == 1 ? $"{name}.json" : $"{name}/page/{page}.json";

    private HallDocument Hall(Direction d)
    {
        var people = publicSite.OfType("person").Select(e => (PersonDocument)e.Document).Where(p => p.Direction.Id == d.Id).ToList();
        return new(
            new(d.Id, d.Name), d.Hall, d.HallText, addresses.Page($"/hall/{d.Id}/"), [.. people.Select(LinkTo)],
            [.. people.SelectMany(p => p.Objects).DistinctBy(o => o.Id)]);
    }

    private static LinkDocument LinkTo(PublicDocument d) => new(d.Type, d.Id, d.Title, d.Page, d.Self);

    private TaxonomiesDocument Taxonomies()
    {
        var t = site.Taxonomies;
        return new()
        {
            Contract = ContractVersion.Current, Directions = Count(t.Directions, s => [s.Direction]),
            Traits = Count(t.Traits, s => s.Traits), Trades = Count(t.Trades, s => s.Trades),
            Districts = Count(t.Districts, s => s.Districts), Eras = Count(t.Eras, s => [s.Era]),
            Clusters = Count(t.Clusters, s => s.Clusters), Fields = Count(t.Fields, s => s.Fields),
            Batches = Count(t.Batches, s => s.Batch is { } b ? [b] : []),
            Declared = [.. t.Declared.Select(v => new CountedVocabulary(v.Id, v.Name, Count(v.Terms,
                s => [.. s.Header.Terms.Where(own => own.Vocabulary.Id == v.Id).SelectMany(own => own.Terms)])))],
        };
    }

    private IReadOnlyList<CountedTerm> Count(IReadOnlyList<Term> terms, Func<Story, IReadOnlyList<Term>> of)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in site.Stories.SelectMany(of))
        {
            counts[term.Id] = counts.GetValueOrDefault(term.Id) + 1;
        }

        return [.. terms.Select(t => new CountedTerm(t.Id, t.Name, t.Note, counts.GetValueOrDefault(t.Id)))];
    }

    private IEnumerable<(string Place, object Document)> Timeline()
    {
        var all = new List<(HistoricalDate Date, LinkDocument Entry, string Text, string? Place)>();
        foreach (var published in publicSite.Entries)
        {
            var link = LinkTo(published.Document);
            all.AddRange(published.Entry switch
            {
                Story s => [.. Life(s.Birth, site.Texts["born"], link), .. s.Events.Select(e => (e.Date, link, e.Text, e.Place)),
                    .. Life(s.Death, site.Texts["died"], link)],
                CollectionObject o => o.Events.Select(e => (e.Date, link, e.Text, e.Place)),
                _ => [],
            });
        }

        List<MomentDocument> moments =
            [.. all.OrderBy(m => m.Date).ThenBy(m => m.Entry.Id, StringComparer.Ordinal)
                .Select(m => new MomentDocument(DocumentBuilder.Date(m.Date)!, m.Text, m.Place, m.Entry))];
        var pages = Math.Max(1, (moments.Count + MomentsOnAPage - 1) / MomentsOnAPage);
        for (var page = 1; page <= pages; page++)
        {
            yield return (PlaceOf("timeline", page), new TimelineDocument(
                ContractVersion.Current, moments.Count, page, pages, page == 1 ? null : addresses.Of(PlaceOf("timeline", page - 1)),
                page == pages ? null : addresses.Of(PlaceOf("timeline", page + 1)),
                [.. moments.Skip((page - 1) * MomentsOnAPage).Take(MomentsOnAPage)]));
        }
    }

    private static IEnumerable<(HistoricalDate, LinkDocument, string, string?)> Life(VitalDate? date, string word, LinkDocument link) =>
        date is null ? [] : [(date.Date, link, $"{link.Title}{word}", date.Place)];
}
