using YuGong.Content;
using YuGong.Documents;
using YuGong.Publishing.Motifs;

namespace YuGong.Api;

/// <summary>
/// What the search knows of a page: title, names and every word of its own, one block a line. A phrase is looked for
/// inside a line and never across two.
/// </summary>
public sealed record SearchText
{
    /// <summary>person, object, dialogue, video, news, page.</summary>
    public required string Type { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Below the site's root, without a slash in front: <c>people/x/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>A line for the list of results: a headline, or the beginning of the summary.</summary>
    public required string Line { get; init; }

    /// <summary>Beside the line: years of a life, or when a thing was made; empty where that is not known.</summary>
    public string When { get; init; } = "";

    /// <summary>A small picture, below the site's root like <see cref="Path"/>; empty where it has none.</summary>
    public string Thumbnail { get; init; } = "";

    /// <summary>What stands for a picture: the surname of a person, the first character of anything else.</summary>
    public string Mark { get; init; } = "";

    public required string Text { get; init; }

    /// <summary>Where the title ends in <see cref="Text"/>.</summary>
    public required int TitleEnd { get; init; }

    /// <summary>Where other names end.</summary>
    public required int NamesEnd { get; init; }

    /// <summary>Facets as <c>direction:builder</c>.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>As an editor wrote it, or null; people only.</summary>
    public required string? Pinyin { get; init; }

    /// <param name="d">A document with its body.</param>
    public static SearchText Of(PublicDocument d)
    {
        List<string> names = d is PersonDocument person ? [.. person.OtherNames, person.LatinName, .. Said(person.Pinyin)] : [];
        var lines = new List<string> { d.Title, string.Join('\n', names) };
        lines.AddRange(Words(d));
        var text = string.Join('\n', lines.Select(OneLineEach));
        var titleEnd = d.Title.Length;
        return new()
        {
            Type = d.Type, Id = d.Id, Title = d.Title, Path = PathOf(d), Line = d is PersonDocument p ? p.Headline : d.Summary,
            Text = text, TitleEnd = titleEnd, NamesEnd = names.Count == 0 ? titleEnd : titleEnd + 1 + lines[1].Length,
            Terms = [.. TermsOf(d)], Pinyin = (d as PersonDocument)?.Pinyin, When = WhenOf(d) ?? "",
            Thumbnail = BelowRoot(d, ThumbnailOf(d)),
            Mark = Seals.Surname(d.Title),
        };
    }

    private static string? WhenOf(PublicDocument d) => d switch
    {
        PersonDocument p => LifeOf(p),
        ObjectDocument o => o.Made?.Text,
        DialogueDocument t => t.Date.Text,
        VideoDocument v => v.Date.Text,
        NewsDocument n => n.Date.Text,
        _ => null,
    };

    /// <summary>The narrowest square of its first picture, or what comes next to one; of a person without portrait the work's.</summary>
    private static string? ThumbnailOf(PublicDocument d) => d is PersonDocument p
        ? (p.Portrait ?? WorkOf(p)) is { } shown ? Narrowest(shown) : null
        : d.Pictures.Count > 0 ? Narrowest(d.Pictures[0]) : null;

    private static string BelowRoot(PublicDocument d, string? address) =>
        address is null ? "" : address[(d.Page.AbsolutePath.Length - PathOf(d).Length)..];

    private static PictureDocument? WorkOf(PersonDocument p) =>
        p.Objects.Select(o => (o.Target?.Invoke() as ObjectDocument)?.Picture).FirstOrDefault(picture => picture is not null);

    private static string? Narrowest(PictureDocument picture) => picture.Renditions
        .Where(r => r.MediaType is "image/jpeg" or "image/svg+xml")
        .OrderBy(r => r.Cut is "square" ? 0 : r.Cut is "card" ? 1 : 2).ThenBy(r => r.Width).FirstOrDefault()?.Url.AbsolutePath;

    /// <summary>The call for leads, which is a page and no entry.</summary>
    /// <param name="name">What the site calls its page.</param>
    public static SearchText Of(Call call, string name)
    {
        List<string> lines =
        [
            name, call.Title, call.Theme, .. call.Issuers, call.DeadlineNote, .. call.Background, call.Scope, .. Both(call.Requirements),
            .. Both(call.Channels), call.Submission, call.Subject,
            call.UseIntro, .. call.Uses, .. call.Notes, call.Closing, call.FormTitle, .. Both(call.FormFields),
        ];
        return new()
        {
            Type = "page", Id = "call", Title = lines[0], Path = "call/", Line = call.Title,
            Text = string.Join('\n', lines.Select(OneLineEach)), TitleEnd = lines[0].Length,
            NamesEnd = lines[0].Length + 1 + call.Title.Length, Terms = ["type:page"], Pinyin = null,
        };
    }

    private static IEnumerable<string> Words(PublicDocument d) =>
    [
        .. d.Terms.SelectMany(v => v.Terms).Select(t => t.Name),
        .. d switch
        {
            PersonDocument p =>
            [
                p.Headline, p.Summary, p.Text,
                .. Said(p.NativePlace, p.WorkUnit, p.Post, p.ProfessionalTitle, p.YearsOfService, p.Birth?.Date.Text, p.Birth?.Place,
                p.Death?.Date.Text, p.Death?.Place, LifeOf(p)),
                p.Direction.Name, p.Era.Name, .. p.Trades.Concat(p.Traits).Concat(p.Districts).Concat(p.Clusters).Concat(p.Fields)
                    .Select(t => t.Name),
                .. Events(p.Events), .. Figures(p.Figures), .. p.Honours.SelectMany(h => Said(h.Date?.Text, h.Name)),
                .. p.Quotations.SelectMany(q => Said(q.Text, q.Speaker, q.Occasion)),
                .. p.Projects.Select(x => OneLine(x.Name, x.Role, x.Date?.Text, x.Place)),
                .. p.OpenQuestions, .. p.Related.SelectMany(r => Said(r.Person.Title, r.Relation)), .. p.Objects.Select(o => o.Title),
            ],
            ObjectDocument o =>
            [
                o.Summary, o.Text, o.Kind.Name, .. Said(o.Made?.Text, o.Material, o.Dimensions, o.Location),
                .. o.Districts.Select(t => t.Name), .. o.People.Select(x => x.Person.Title),
                .. Events(o.Events), .. Figures(o.Figures),
            ],
            DialogueDocument t => [t.Summary, t.Interviewer, .. Said(t.Date.Text, t.Place, t.Person?.Title), .. t.PullQuotes,
                .. t.Exchanges.SelectMany(e => Said(e.Question, e.Answer)), t.Text],
            VideoDocument v => [v.Summary, v.Date.Text, .. v.People.Select(x => x.Title), v.Text],
            NewsDocument n => [n.Summary, n.Date.Text, .. n.People.Select(x => x.Title), n.Text],
            _ => (IEnumerable<string>)[d.Summary, d.Text],
        },
        .. d.Pictures.SelectMany(p => Said(p.Alt, p.Caption, p.Credit)),
        .. d.Sources.SelectMany(s => Said(s.Title, s.Author, s.Publisher, s.Archive)),
        .. Said(d.Byline, d.Rights),
    ];

    private static IEnumerable<string> Events(IReadOnlyList<EventDocument> events) =>
        events.Select(e => OneLine(e.Date.Text, e.Text, e.Place));

    private static IEnumerable<string> Figures(IReadOnlyList<FigureDocument> figures) =>
        figures.SelectMany(f => Said(f.Label, f.Value + f.Unit));

    private static IEnumerable<string> Both(IReadOnlyList<NamedText> items) => items.SelectMany(i => Said(i.Name, i.Text));

    /// <summary>约1896—1962, as pages have it under the name.</summary>
    private static string? LifeOf(PersonDocument p) => p is { Birth: { } birth, Death: { } death }
        ? $"{birth.Date.Text.Split('年')[0]}—{death.Date.Text.Split('年')[0]}" : null;

    /// <summary>What a page shows in one line is copied as one.</summary>
    private static string OneLine(params IEnumerable<string?> words) => string.Join(' ', Said(words));

    private static IEnumerable<string> Said(params IEnumerable<string?> words) => words.Where(w => !string.IsNullOrEmpty(w))!;

    /// <summary>A field may hold line breaks of its own; other white space is a blank.</summary>
    private static string OneLineEach(string text) =>
        text.AsSpan().ContainsAny('\r', '\t', '\u3000') ? text.Replace('\r', ' ').Replace('\t', ' ').Replace('\u3000', ' ') : text;

    private static string PathOf(PublicDocument d) => EntryAddresses.Of(d.Type == "person" ? "story" : d.Type, d.Id)[1..];

    private static IEnumerable<string> TermsOf(PublicDocument d) =>
        OwnTermsOf(d).Concat(d.Terms.SelectMany(v => v.Terms.Select(t => $"{v.Vocabulary}:{t.Id}")));

    private static IEnumerable<string> OwnTermsOf(PublicDocument d) => d switch
    {
        PersonDocument p => ["type:person", $"direction:{p.Direction.Id}", .. p.Trades.Select(t => $"trade:{t.Id}"), $"era:{p.Era.Id}",
            .. p.Districts.Select(t => $"district:{t.Id}")],
        ObjectDocument o => ["type:object", .. o.Districts.Select(t => $"district:{t.Id}")],
        _ => [$"type:{d.Type}"],
    };
}
