using YuGong.Text;

namespace YuGong.Content.Caching;

/// <summary>
/// From the bytes of <see cref="EntryEncoding"/> the entry again. C# evaluates arguments in the order they are written, which is the order
/// of the bytes.
/// </summary>
/// <param name="addressOf">For the links of the body, as when it is read from its file.</param>
internal sealed class EntryDecoding(CacheReader from, Taxonomies taxonomies, Func<string, string> addressOf)
{
    public Entry Read(string kind, EntryFolder folder)
    {
        var header = Header(folder);
        return kind switch
        {
            "story" => Story(header),
            "object" => Object(header),
            "dialogue" => new Dialogue
            {
                Header = header, Name = from.Words(), Person = from.Ref(), Interviewer = from.Words(), Date = from.Date()!,
                Place = from.Text(), About = from.Words(), PullQuotes = from.List(from.Words),
                Exchanges = from.List(() => new Exchange(from.Words(), from.Words())), Photos = from.List(Picture),
                Agreement = from.Maybe(Consent),
            },
            "video" => new Video
            {
                Header = header, Name = from.Words(), People = from.List(from.Ref), Date = from.Date()!, Duration = from.Count(),
                Poster = from.Maybe(Picture), File = from.Maybe(from.Ref), Url = from.Text(), Captions = from.Maybe(from.Ref),
                About = from.Words(), Agreement = from.Maybe(Consent),
            },
            "news" => new NewsItem
            {
                Header = header, Name = from.Words(), Date = from.Date()!, People = from.List(from.Ref), About = from.Words(),
                Photos = from.List(Picture), SourcesSpan = from.Span(),
            },
            _ => new Page
            {
                Header = header, Name = from.Words(), About = from.Words(),
            },
        };
    }

    private EntryHeader Header(EntryFolder folder)
    {
        var (id, place, status, statusSpan, sample) = (from.Words(), from.Span(), (Status)from.Count(), from.Span(), from.Flag());
        var (publishAt, expireAt, updated, aliases) = (from.Day(), from.Day(), from.Day(), from.List(from.Ref));
        var (author, byline, rights, sources) = (from.Text(), from.Text(), from.Text(), from.List(Source));
        var verification = from.Maybe(() => new Verification(from.Words(), from.Words(), from.Day()!.Value));
        var extra = from.Maybe(from.Node);
        var corrections = from.List(() => new Correction(from.Day()!.Value, from.Words()));
        var terms = from.List(() =>
        {
            var id = from.Words();
            var vocabulary = taxonomies.Declared.First(v => v.Id == id);
            return new VocabularyTerms(vocabulary, Terms(vocabulary.Terms));
        });
        var start = from.Count();
        var body = new Body(from.File, start, new(sources, folder.Files, addressOf),
            new(new(from.Fixed()), from.WholeFile, from.Flag(), from.Words()));
        return new()
        {
            Id = id, Folder = folder, Place = place, Status = status, StatusSpan = statusSpan, Sample = sample, PublishAt = publishAt,
            ExpireAt = expireAt, Updated = updated, Aliases = aliases, Author = author, Byline = byline, Rights = rights,
            Sources = sources, Verification = verification, Body = body, Extra = extra,
            Corrections = corrections, Terms = terms,
        };
    }

    private Source Source() => new()
    {
        Id = from.Ref(), Title = from.Words(), Author = from.Text(), Publisher = from.Words(), Date = from.Date(), Url = from.Text(),
        Archive = from.Text(), Grade = (Grade)from.Count(), Group = from.Text(), ReadInFull = from.Flag(),
    };

    private Story Story(EntryHeader header) => new()
    {
        Header = header, Name = from.Words(), LatinName = from.Words(), Pinyin = from.Text(), OtherNames = from.List(from.Words),
        Gender = (Gender)from.Count(), Birth = from.Maybe(Vital), Death = from.Maybe(Vital), NativePlace = from.Text(),
        WorkUnit = from.Text(), Post = from.Text(), ProfessionalTitle = from.Text(), YearsOfService = from.Text(),
        Direction = from.Term(taxonomies.Directions), Traits = Terms(taxonomies.Traits), Trades = Terms(taxonomies.Trades),
        Districts = Terms(taxonomies.Districts), Era = from.Term(taxonomies.Eras), Clusters = Terms(taxonomies.Clusters),
        Fields = Terms(taxonomies.Fields), Batch = from.Maybe(() => from.Term(taxonomies.Batches)), Order = Order(),
        Headline = from.Words(), About = from.Words(), PosterLine = from.Text(), Portrait = from.Maybe(Picture),
        Album = from.List(Picture),
        Events = from.List(Event), Figures = from.List(Figure), Honours = from.List(Honour), Quotations = from.List(Quotation),
        Projects = from.List(Project), Objects = from.List(from.Ref), Related = from.List(Relation),
        OpenQuestions = from.List(from.Words),
        Recommender = from.Maybe(() => new Recommender(from.Words(), from.Flag())), Agreement = from.Maybe(Consent),
    };

    private int? Order()
    {
        var (said, order) = (from.Flag(), from.Count());
        return said ? order : null;
    }

    private CollectionObject Object(EntryHeader header) => new()
    {
        Header = header, Name = from.Words(), ObjectKind = (ObjectKind)from.Count(),
        People = from.List(() => new Participation(from.Ref(), (ObjectRole)from.Count())), Made = from.Date(), Material = from.Text(),
        Dimensions = from.Text(), Location = from.Text(), Districts = Terms(taxonomies.Districts), About = from.Words(),
        Picture = from.Maybe(Picture), Events = from.List(Event), Figures = from.List(Figure),
        Tour = from.List(() => new TourStep(Region(), from.Words(), from.Words(), from.Span())), Card = from.Maybe(Region),
    };

    private Region Region() => new(from.Flag(), from.Number(), from.Number(), from.Number(), from.Number());

    private VitalDate Vital()
    {
        var (span, cites) = Claim();
        return new(from.Words(), from.Date()!, from.Text(), span, cites);
    }

    private LifeEvent Event()
    {
        var (span, cites) = Claim();
        return new(from.Date()!, from.Words(), from.Text(), span, cites) { Posthumous = from.Flag() };
    }

    private Figure Figure()
    {
        var (span, cites) = Claim();
        return new(from.Words(), from.Words(), from.Text(), span, cites);
    }

    private Honour Honour()
    {
        var (span, cites) = Claim();
        return new(from.Words(), from.Date(), span, cites);
    }

    private Quotation Quotation()
    {
        var (span, cites) = Claim();
        return new(from.Words(), from.Text(), from.Flag(), from.Text(), span, cites);
    }

    private Project Project()
    {
        var (span, cites) = Claim();
        return new(from.Words(), from.Text(), from.Date(), from.Text(), span, cites);
    }

    private Relation Relation()
    {
        var (span, cites) = Claim();
        return new(from.Ref(), from.Words(), span, cites);
    }

    private (SourceSpan Span, IReadOnlyList<Ref> Cites) Claim() => (from.Span(), from.List(from.Ref));

    private Picture Picture() => new(
        from.Ref(), from.Words(), from.Words(), from.Text(), from.Text(), from.Maybe(() => new FocalPoint(from.Number(), from.Number())),
        (AiUse)from.Count());

    private Consent Consent() => new(
        (ConsentBasis)from.Count(), from.Text(), from.List(() => (ConsentScope)from.Count()), from.Day(), from.Text(), from.Span());

    private IReadOnlyList<Term> Terms(IReadOnlyList<Term> vocabulary) => from.List(() => from.Term(vocabulary));
}
