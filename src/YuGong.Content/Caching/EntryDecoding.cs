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
            "dialogue" => new Dialogue(
                header, from.Words(), from.Ref(), from.Words(), from.Date()!, from.Text(), from.Words(), from.List(from.Words),
                from.List(() => new Exchange(from.Words(), from.Words())), from.List(Picture), from.Maybe(Consent)),
            "video" => new Video(
                header, from.Words(), from.List(from.Ref), from.Date()!, from.Count(), from.Maybe(Picture), from.Maybe(from.Ref),
                from.Text(),
                from.Maybe(from.Ref), from.Words(), from.Maybe(Consent)),
            _ => new Page(header, from.Words(), from.Words()),
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
        var start = from.Count();
        var body = new Body(from.File, start, sources, addressOf, new(new(from.Fixed()), from.WholeFile, from.Flag(), from.Words()));
        return new(id, folder, place, status, statusSpan, sample, publishAt, expireAt, updated, aliases, author, byline, rights, sources,
            verification, body, extra) { Corrections = corrections };
    }

    private Source Source() => new(
        from.Ref(), from.Words(), from.Text(), from.Words(), from.Date(), from.Text(), from.Text(), (Grade)from.Count(), from.Text(),
        from.Flag());

    private Story Story(EntryHeader header) => new(
        header, from.Words(), from.Words(), from.Text(), from.List(from.Words), (Gender)from.Count(), from.Maybe(Vital), from.Maybe(Vital),
        from.Text(), from.Text(), from.Text(), from.Text(), from.Text(), from.Term(taxonomies.Directions), Terms(taxonomies.Traits),
        Terms(taxonomies.Trades), Terms(taxonomies.Districts), from.Term(taxonomies.Eras), Terms(taxonomies.Clusters),
        Terms(taxonomies.Fields),
        from.Maybe(() => from.Term(taxonomies.Batches)), Order(), from.Words(), from.Words(), from.Maybe(Picture), from.List(Picture),
        from.List(Event),
        from.List(Figure), from.List(Honour), from.List(Quotation), from.List(Project), from.List(from.Ref), from.List(Relation),
        from.Maybe(() => new Recommender(from.Words(), from.Flag())), from.Maybe(Consent));

    private int? Order()
    {
        var (said, order) = (from.Flag(), from.Count());
        return said ? order : null;
    }

    private CollectionObject Object(EntryHeader header) => new(
        header, from.Words(), (ObjectKind)from.Count(), from.List(() => new Participation(from.Ref(), (ObjectRole)from.Count())),
        from.Date(),
        from.Text(), from.Text(), from.Text(), Terms(taxonomies.Districts), from.Words(), from.Maybe(Picture), from.List(Event),
        from.List(Figure))
    {
        Tour = from.List(() => new TourStep(
            new(from.Flag(), from.Number(), from.Number(), from.Number(), from.Number()), from.Words(), from.Words(), from.Span())),
    };

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
