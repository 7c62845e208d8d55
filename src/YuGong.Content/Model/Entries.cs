using YuGong.Text;

namespace YuGong.Content;

/// <summary>Something an editor keeps in a folder of its own. Complete at birth, never changed.</summary>
public abstract record Entry
{
    public required EntryHeader Header { get; init; }

    public string Id => Header.Id;

    /// <summary>story, object, dialogue, video, news or page.</summary>
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
public sealed record Story : Entry
{
    public required string Name { get; init; }

    public required string LatinName { get; init; }

    public required string? Pinyin { get; init; }

    public required IReadOnlyList<string> OtherNames { get; init; }

    public required Gender Gender { get; init; }

    public required VitalDate? Birth { get; init; }

    public required VitalDate? Death { get; init; }

    public required string? NativePlace { get; init; }

    public required string? WorkUnit { get; init; }

    public required string? Post { get; init; }

    public required string? ProfessionalTitle { get; init; }

    public required string? YearsOfService { get; init; }

    public required Term Direction { get; init; }

    public required IReadOnlyList<Term> Traits { get; init; }

    public required IReadOnlyList<Term> Trades { get; init; }

    public required IReadOnlyList<Term> Districts { get; init; }

    public required Term Era { get; init; }

    public required IReadOnlyList<Term> Clusters { get; init; }

    public required IReadOnlyList<Term> Fields { get; init; }

    public required Term? Batch { get; init; }

    public required int? Order { get; init; }

    public required string Headline { get; init; }

    public required string About { get; init; }

    /// <summary>What posters say beside the headline; null for the first sentence of the summary.</summary>
    public string? PosterLine { get; init; }

    public required Picture? Portrait { get; init; }

    public required IReadOnlyList<Picture> Album { get; init; }

    public required IReadOnlyList<LifeEvent> Events { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<Honour> Honours { get; init; }

    public required IReadOnlyList<Quotation> Quotations { get; init; }

    public required IReadOnlyList<Project> Projects { get; init; }

    public required IReadOnlyList<Ref> Objects { get; init; }

    public required IReadOnlyList<Relation> Related { get; init; }

    /// <summary>What was looked for and is not established, a sentence each.</summary>
    public IReadOnlyList<string> OpenQuestions { get; init; } = [];

    public required Recommender? Recommender { get; init; }

    public required Consent? Agreement { get; init; }

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
public sealed record CollectionObject : Entry
{
    public required string Name { get; init; }

    public required ObjectKind ObjectKind { get; init; }

    public required IReadOnlyList<Participation> People { get; init; }

    public required HistoricalDate? Made { get; init; }

    public required string? Material { get; init; }

    public required string? Dimensions { get; init; }

    public required string? Location { get; init; }

    public required IReadOnlyList<Term> Districts { get; init; }

    public required string About { get; init; }

    public required Picture? Picture { get; init; }

    public required IReadOnlyList<LifeEvent> Events { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>The part of the picture that cards show, in hundredths; null where nobody chose one.</summary>
    public Region? Card { get; init; }

    /// <summary>The same, or the first stop of the tour; null where neither is.</summary>
    public Region? CardRegion => Card ?? (Tour.Count > 0 ? Tour[0].Region : null);

    /// <summary>导览 over the picture, in the order of walking.</summary>
    public IReadOnlyList<TourStep> Tour { get; init; } = [];

    public override string Kind => EntryKind.Object.Name;

    public override string Title => Name;

    public override string Summary => About;

    public override IEnumerable<Picture> Pictures => Picture is null ? [] : [Picture];

    public override IEnumerable<Claim> Claims => Events.Concat<Claim>(Figures);
}

public sealed record Exchange(string Question, string Answer);

/// <summary>An interview in depth.</summary>
public sealed record Dialogue : Entry
{
    public required string Name { get; init; }

    public required Ref Person { get; init; }

    public required string Interviewer { get; init; }

    public required HistoricalDate Date { get; init; }

    public required string? Place { get; init; }

    public required string About { get; init; }

    public required IReadOnlyList<string> PullQuotes { get; init; }

    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    public required IReadOnlyList<Picture> Photos { get; init; }

    public required Consent? Agreement { get; init; }

    public override string Kind => EntryKind.Dialogue.Name;

    public override string Title => Name;

    public override string Summary => About;

    public override Consent? Consent => Agreement;

    public override bool NeedsConsent => true;

    public override IEnumerable<Picture> Pictures => Photos;
}

/// <summary>A film, ours or at its publisher's, with captions and a transcript (the body).</summary>
public sealed record Video : Entry
{
    public required string Name { get; init; }

    public required IReadOnlyList<Ref> People { get; init; }

    public required HistoricalDate Date { get; init; }

    /// <summary>Seconds.</summary>
    public required int Duration { get; init; }

    public required Picture? Poster { get; init; }

    public required Ref? File { get; init; }

    public required string? Url { get; init; }

    public required Ref? Captions { get; init; }

    public required string About { get; init; }

    public required Consent? Agreement { get; init; }

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

/// <summary>动态: what happened in the campaign on a day, with where it is known from.</summary>
public sealed record NewsItem : Entry
{
    public required string Name { get; init; }

    public required HistoricalDate Date { get; init; }

    public required IReadOnlyList<Ref> People { get; init; }

    public required string About { get; init; }

    public required IReadOnlyList<Picture> Photos { get; init; }

    /// <summary>Where its sources stand; where there are none, its title.</summary>
    public required SourceSpan SourcesSpan { get; init; }

    public override string Kind => EntryKind.News.Name;

    public override string Title => Name;

    public override string Summary => About;

    public override IEnumerable<Picture> Pictures => Photos;

    /// <summary>One thing is said, and every source of the entry is for it.</summary>
    public override IEnumerable<Claim> Claims => [new Report(Date, Name, SourcesSpan, [.. Header.Sources.Select(s => s.Id)])];
}

/// <summary>An ordinary page: about, rights, corrections.</summary>
public sealed record Page : Entry
{
    public required string Name { get; init; }

    public required string About { get; init; }

    public override string Kind => EntryKind.Page.Name;

    public override string Title => Name;

    public override string Summary => About;
}
