using System.Globalization;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Documents;

/// <summary>Entries as documents, bodies left out. Safe from many threads.</summary>
internal sealed class DocumentBuilder
{
    private readonly Site site;
    private readonly DocumentAddresses addresses;
    private readonly Func<Entry, PublicDocument> documentOf;
    private readonly PictureDocuments pictures;
    private readonly ILookup<string, PosterDocument> posters;
    private readonly Dictionary<Entry, LinkDocument> links;
    private readonly Dictionary<string, LinkDocument> people;
    private readonly Dictionary<string, LinkDocument> objects;
    private readonly Dictionary<string, int> positions;
    private readonly Dictionary<string, int> objectPositions;
    private readonly ILookup<string, LinkDocument> dialogues;
    private readonly ILookup<string, LinkDocument> videos;
    private readonly ILookup<string, LinkDocument> news;
    private readonly ILookup<string, (LinkDocument Person, Story Source, Relation Relation)> relations;

    /// <param name="documentOf">For links, which know their document.</param>
    public DocumentBuilder(Site site, DocumentAddresses addresses, DocumentSources sources, Func<Entry, PublicDocument> documentOf)
    {
        pictures = new(addresses, sources.Pictures);
        posters = sources.Posters.ToLookup(p => p.Entry, StringComparer.Ordinal);
        this.site = site;
        this.addresses = addresses;
        this.documentOf = documentOf;
        links = site.Entries.ToDictionary(e => e, Link, (IEqualityComparer<Entry>)ReferenceEqualityComparer.Instance);
        people = site.Stories.ToDictionary(s => s.Id, s => links[s]);
        objects = site.Objects.ToDictionary(o => o.Id, o => links[o]);
        positions = site.Stories.Select((s, i) => (s.Id, Position: i + 1)).ToDictionary(x => x.Id, x => x.Position);
        objectPositions = site.Objects.Select((o, i) => (o.Id, Position: i + 1)).ToDictionary(x => x.Id, x => x.Position);
        dialogues = site.Dialogues.ToLookup(d => d.Person.Id, d => links[d]);
        videos = site.Videos.SelectMany(v => v.People.Select(p => (p.Id, Video: links[v]))).ToLookup(x => x.Id, x => x.Video);
        news = site.News.SelectMany(n => n.People.Select(p => (p.Id, News: links[n]))).ToLookup(x => x.Id, x => x.News);
        relations = RelationsBothWays().DistinctBy(r => (r.On, r.Other.Id)).ToLookup(r => r.On, r => (r.Other, r.Source, r.Relation));
    }

    public PublicDocument Make(Entry entry) => entry switch
    {
        Story story => Person(story),
        CollectionObject thing => Object(thing),
        Dialogue dialogue => Dialogue(dialogue),
        Video video => Video(video),
        NewsItem item => News(item),
        _ => Fill(new PageDocument(), entry),
    };

    /// <summary>What every document has.</summary>
    private T Fill<T>(T document, Entry entry)
        where T : PublicDocument
    {
        var frame = entry.Header;
        var link = links[entry];
        return document with
        {
            Type = link.Type, Id = entry.Id, Revision = "", Title = entry.Title, Summary = entry.Summary, Page = link.Page,
            Path = site.Settings.Link(EntryAddresses.Of(entry)), Self = link.Self, Published = frame.PublishAt, Updated = frame.Updated,
            Byline = frame.Byline ?? (frame.Author is { } author ? Signed(author) : null), Rights = frame.Rights,
            Credits = [.. entry.Pictures.Select(p => p.Credit).Distinct(StringComparer.Ordinal)],
            Pictures = [.. entry.Pictures.Select(p => pictures.Of(entry, p))],
            Sources = [.. frame.Sources.Select(Source)],
            Verification = frame.Verification is { } v ? new(v.Checker, v.Method, v.Date) : null,
            Consent = entry.Consent is { } consent ? Consent(consent) : null,
            Terms = [.. frame.Terms.Select(v => new VocabularyTermsDocument(v.Vocabulary.Id, v.Vocabulary.Name, Terms(v.Terms)))],
            Corrections = [.. frame.Corrections.Select(c => new CorrectionDocument(c.Date, c.Text))],
            HasExcerpts = frame.Sources.Any(s => !s.ReadInFull),
        };
    }

    private string Signed(string author) => string.Format(CultureInfo.InvariantCulture, site.Texts["byline"], author);

    private PersonDocument Person(Story s) => Fill(
        new PersonDocument
        {
            LatinName = s.LatinName, Pinyin = s.Pinyin, OtherNames = s.OtherNames, Gender = s.Gender == Gender.Man ? "男" : "女",
            Headline = s.Headline,
            Birth = Vital(s, s.Birth), Death = Vital(s, s.Death), NativePlace = s.NativePlace, WorkUnit = s.WorkUnit, Post = s.Post,
            ProfessionalTitle = s.ProfessionalTitle, YearsOfService = s.YearsOfService, Direction = Term(s.Direction),
            Traits = Terms(s.Traits),
            Trades = Terms(s.Trades), Districts = Terms(s.Districts), Era = Term(s.Era), Clusters = Terms(s.Clusters),
            Fields = Terms(s.Fields),
            Batch = s.Batch is { } batch ? Term(batch) : null, Recommender = s.Recommender?.Name, Position = positions[s.Id],
            Portrait = s.Portrait is { } face ? pictures.Of(s, face) : null, Album = [.. s.Album.Select(p => pictures.Of(s, p))],
            Seal = addresses.Of(DocumentAddresses.SealOf(s.Id)), Ridge = addresses.Of(DocumentAddresses.RidgeOf(s.Id)),
            Events = Events(s, s.Events), Chronicle = Chronicle(s), Figures = Figures(s, s.Figures),
            Honours = [.. s.Honours.Select(h => new HonourDocument(h.Name, Date(h.Date), Numbers(s, h)))],
            Quotations = [.. s.Quotations.Select(q => new QuotationDocument(q.Text, q.Speaker, q.Direct, q.Occasion, Numbers(s, q)))],
            Projects = [.. s.Projects.Select(p => new ProjectDocument(p.Name, p.Role, Date(p.Date), p.Place, Numbers(s, p)))],
            Objects = [.. s.Objects.Select(o => objects.GetValueOrDefault(o.Id)).OfType<LinkDocument>()],
            Related =
                [.. relations[s.Id]
                .Select(r => new RelationDocument(r.Person, r.Relation.Text, r.Source == s ? Numbers(s, r.Relation) : []))],
            OpenQuestions = s.OpenQuestions,
            Dialogues = [.. dialogues[s.Id]], Videos = [.. videos[s.Id]], News = [.. news[s.Id]], Posters = [.. posters[$"person/{s.Id}"]],
        },
        s);

    private ObjectDocument Object(CollectionObject o) => Fill(
        new ObjectDocument
        {
            Kind = new(ObjectSchema.KindWords.WordOf(o.ObjectKind), ObjectSchema.KindWords.NameOf(o.ObjectKind)), Made = Date(o.Made),
            Picture = o.Picture is { } sheet ? pictures.Of(o, sheet) : null, Material = o.Material,
            Dimensions = o.Dimensions, Location = o.Location, Position = objectPositions[o.Id], Districts = Terms(o.Districts),
            People =
            [
                .. from p in o.People
                   let person = people.GetValueOrDefault(p.Person.Id)
                   where person is not null
                   select new ParticipationDocument(person,
                       new(ObjectSchema.RoleWords.WordOf(p.Role), ObjectSchema.RoleWords.NameOf(p.Role))),
            ],
            Events = Events(o, o.Events), Figures = Figures(o, o.Figures),
        },
        o);

    private DialogueDocument Dialogue(Dialogue d) => Fill(
        new DialogueDocument
        {
            Person = people.GetValueOrDefault(d.Person.Id), Interviewer = d.Interviewer, Date = Date(d.Date)!, Place = d.Place,
            PullQuotes = d.PullQuotes,
            Exchanges = [.. d.Exchanges.Select(e => new ExchangeDocument(e.Question, e.Answer))],
        },
        d);

    private VideoDocument Video(Video v) => Fill(
        new VideoDocument
        {
            Date = Date(v.Date)!, Duration = v.Duration,
            People = [.. v.People.Select(p => people.GetValueOrDefault(p.Id)).OfType<LinkDocument>()],
            Poster = v.Poster is { } poster ? pictures.Of(v, poster) : null, File = v.File is { } file ? FileOf(v, file.Id) : null,
            Captions = v.Captions is { } captions ? FileOf(v, captions.Id) : null, PublisherUrl = v.Url,
        },
        v);

    private NewsDocument News(NewsItem n) => Fill(
        new NewsDocument
        {
            Date = Date(n.Date)!, People = [.. n.People.Select(p => people.GetValueOrDefault(p.Id)).OfType<LinkDocument>()],
        },
        n);

    private LinkDocument Link(Entry entry) =>
        new(
            DocumentAddresses.TypeOf(entry), entry.Id, entry.Title, addresses.Page(EntryAddresses.Of(entry)),
            addresses.Of(DocumentAddresses.PlaceOf(entry)))
        {
            Target = () => documentOf(entry),
        };

    private static ConsentDocument Consent(Consent consent) => consent.Basis switch
    {
        ConsentBasis.PublicRecord => new("public_record", consent.Note),
        ConsentBasis.Family => new("family", null),
        _ => new("person", null),
    };

    private Uri FileOf(Entry entry, string name) => addresses.Page(EntryAddresses.Of(entry) + Uri.EscapeDataString(name));

    private static SourceDocument Source(Source s, int index) =>
        new()
        {
            Number = index + 1, Id = s.Id.Id, Title = s.Title, Author = s.Author, Publisher = s.Publisher, Date = Date(s.Date),
            Url = s.Url, Archive = s.Archive, Grade = s.Grade.ToString(), ExcerptOnly = !s.ReadInFull,
        };

    private static VitalDocument? Vital(Entry entry, VitalDate? vital) =>
        vital is null ? null : new(Date(vital.Date)!, vital.Place, Numbers(entry, vital));

    private static IReadOnlyList<EventDocument> Events(Entry entry, IReadOnlyList<LifeEvent> events) =>
        [.. events.OrderBy(e => e.Date).Select(e => new EventDocument(Date(e.Date)!, e.Text, e.Place, Numbers(entry, e)))];

    private static IReadOnlyList<ChronicleDocument> Chronicle(Story s)
    {
        var rows = new List<(HistoricalDate Date, ChronicleDocument Row)>();
        if (s.Birth is { } birth)
        {
            rows.Add((birth.Date, new("birth", Date(birth.Date)!, null, birth.Place, Numbers(s, birth))));
        }

        rows.AddRange(s.Events.Select(e => (e.Date, new ChronicleDocument("event", Date(e.Date)!, e.Text, e.Place, Numbers(s, e)))));
        if (s.Death is { } death)
        {
            rows.Add((death.Date, new("death", Date(death.Date)!, null, death.Place, Numbers(s, death))));
        }

        return [.. rows.OrderBy(r => r.Date).Select(r => r.Row)];
    }

    private static IReadOnlyList<FigureDocument> Figures(Entry entry, IReadOnlyList<Figure> figures) =>
        [.. figures.Select(f => new FigureDocument(f.Label, f.Value, f.Unit, Numbers(entry, f)))];

    /// <summary>The numbers of the sources that a claim cites, as the page prints them.</summary>
    private static IReadOnlyList<int> Numbers(Entry entry, Claim claim)
    {
        var sources = entry.Header.Sources;
        var numbers = new List<int>(claim.Cites.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            if (claim.IsCiting(sources[i]))
            {
                numbers.Add(i + 1);
            }
        }

        return numbers;
    }

    internal static DateDocument? Date(HistoricalDate? date) => date is null ? null : new(date.Edtf, date.Chinese, date.Iso, date.Year);

    private static TermDocument Term(Term term) => new(term.Id, term.Name);

    private static IReadOnlyList<TermDocument> Terms(IReadOnlyList<Term> terms) => [.. terms.Select(Term)];

    private IEnumerable<(string On, LinkDocument Other, Story Source, Relation Relation)> RelationsBothWays()
    {
        foreach (var story in site.Stories)
        {
            foreach (var relation in story.Related)
            {
                if (people.TryGetValue(relation.Person.Id, out var other))
                {
                    yield return (story.Id, other, story, relation);
                    yield return (relation.Person.Id, people[story.Id], story, relation);
                }
            }
        }
    }
}
