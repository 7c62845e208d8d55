namespace YuGong.Content;

/// <summary>Something an editor keeps in a folder of its own. Complete at birth, never changed.</summary>
public abstract record Entry(EntryHeader Header)
{
    public string Id => Header.Id;

    /// <summary>story, object, dialogue, video or page.</summary>
    public abstract string Kind { get; }

    /// <summary>What people call it.</summary>
    public abstract string Title { get; }

    public abstract string Summary { get; }

    /// <summary>Everything that must be established before this may be published.</summary>
    public virtual IEnumerable<Claim> Claims => [];

    public virtual IEnumerable<Picture> Pictures => [];

    public virtual Consent? Consent => null;

    /// <summary>Whether somebody must have agreed before this may be published.</summary>
    public virtual bool NeedsConsent => false;

    /// <summary>Files beside the entry that it uses besides its pictures.</summary>
    public virtual IEnumerable<Ref> OtherFiles => [];

    public sealed override string ToString() => $"{Kind} {Id}";
}

public enum Gender
{
    Man,
    Woman,
}

/// <summary>A person's story.</summary>
public sealed record Story(
    EntryHeader Header, string Name, string LatinName, string? Pinyin, IReadOnlyList<string> OtherNames, Gender Gender,
    VitalDate? Birth, VitalDate? Death, string? NativePlace, string? WorkUnit, string? Post, string? ProfessionalTitle,
    string? YearsOfService, Term Direction, IReadOnlyList<Term> Traits, IReadOnlyList<Term> Trades, IReadOnlyList<Term> Districts,
    Term Era, IReadOnlyList<Term> Clusters, IReadOnlyList<Term> Fields, Term? Batch, int? Order, string Headline, string About,
    Picture? Portrait, IReadOnlyList<Picture> Album, IReadOnlyList<LifeEvent> Events, IReadOnlyList<Figure> Figures,
    IReadOnlyList<Honour> Honours, IReadOnlyList<Quotation> Quotations, IReadOnlyList<Project> Projects, IReadOnlyList<Ref> Objects,
    IReadOnlyList<Relation> Related, Recommender? Recommender, Consent? Agreement)
    : Entry(Header)
{
    public override string Kind => EntryKind.Story.Name;

    public override string Title => Name;

    public override string Summary => About;

    public override Consent? Consent => Agreement;

    public override bool NeedsConsent => true;

    public override IEnumerable<Picture> Pictures => Portrait is null ? Album : Album.Prepend(Portrait);

    public override IEnumerable<Claim> Claims
    {
        get
        {
            if (Birth is not null)
            {
                yield return Birth;
            }

            foreach (var claim in Events.Concat<Claim>(Figures).Concat(Honours).Concat(Quotations).Concat(Projects).Concat(Related))
            {
                yield return claim;
            }

            if (Death is not null)
            {
                yield return Death;
            }
        }
    }
}

/// <summary>Named only when they agreed to be.</summary>
public sealed record Recommender(string Name, bool Agreed);

public enum ObjectKind
{
    Drawing,
    Tool,
    Machine,
    Photo,
    Document,
    Building,
    Site,
    Specimen,
    Instrument,
}

public enum ObjectRole
{
    Maker,
    User,
    Designer,
    Builder,
    Donor,
    Keeper,
    Subject,
}

/// <summary>A person's part in an object.</summary>
public sealed record Participation(Ref Person, ObjectRole Role);

/// <summary>老物件: an object of the collection.</summary>
public sealed record CollectionObject(
    EntryHeader Header, string Name, ObjectKind ObjectKind, IReadOnlyList<Participation> People, HistoricalDate? Made, string? Material,
    string? Dimensions, string? Location, IReadOnlyList<Term> Districts, string About, Picture? Picture,
    IReadOnlyList<LifeEvent> Events, IReadOnlyList<Figure> Figures)
    : Entry(Header)
{
    /// <summary>导览 over the picture, in the order of walking.</summary>
    public IReadOnlyList<TourStep> Tour { get; init; } = [];

    public override string Kind => EntryKind.Object.Name;

    public override string Title => Name;

    public override string Summary => About;

    public override IEnumerable<Picture> Pictures => Picture is null ? [] : [Picture];

    public override IEnumerable<Claim> Claims => Events.Concat<Claim>(Figures);
}

public sealed record Exchange(string Question, string Answer);

/// <summary>对话渝工: an interview in depth.</summary>
public sealed record Dialogue(
    EntryHeader Header, string Name, Ref Person, string Interviewer, HistoricalDate Date, string? Place, string About,
    IReadOnlyList<string> PullQuotes, IReadOnlyList<Exchange> Exchanges, IReadOnlyList<Picture> Photos, Consent? Agreement)
    : Entry(Header)
{
    public override string Kind => EntryKind.Dialogue.Name;

    public override string Title => Name;

    public override string Summary => About;

    public override Consent? Consent => Agreement;

    public override bool NeedsConsent => true;

    public override IEnumerable<Picture> Pictures => Photos;
}

/// <summary>A film, ours or at its publisher's, with captions and a transcript (the body).</summary>
/// <param name="Duration">Seconds.</param>
public sealed record Video(
    EntryHeader Header, string Name, IReadOnlyList<Ref> People, HistoricalDate Date, int Duration, Picture? Poster, Ref? File, string? Url,
    Ref? Captions, string About, Consent? Agreement)
    : Entry(Header)
{
    public override string Kind => EntryKind.Video.Name;

    public override string Title => Name;

    public override string Summary => About;

    public override Consent? Consent => Agreement;

    public override bool NeedsConsent => true;

    public override IEnumerable<Picture> Pictures => Poster is null ? [] : [Poster];

    public override IEnumerable<Ref> OtherFiles
    {
        get
        {
            if (File is not null)
            {
                yield return File;
            }

            if (Captions is not null)
            {
                yield return Captions;
            }
        }
    }
}

/// <summary>An ordinary page: about, rights, corrections.</summary>
public sealed record Page(EntryHeader Header, string Name, string About) : Entry(Header)
{
    public override string Kind => EntryKind.Page.Name;

    public override string Title => Name;

    public override string Summary => About;
}
