using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <summary>The small views that many pages share, each made once per site.</summary>
internal sealed class CardViews
{
    private readonly Site site;
    private readonly Theme theme;
    private readonly PictureViews pictures;
    private readonly Dictionary<string, PersonCard> people;
    private readonly Dictionary<string, ObjectCard> objects;
    private readonly Dictionary<string, string> ribbons;

    public CardViews(Site site, Theme theme, PictureViews pictures)
    {
        this.pictures = pictures;
        this.site = site;
        this.theme = theme;
        ribbons = site.Edition == Edition.Preview ? site.LeftOut.ToDictionary(l => l.Entry.Kind + l.Entry.Id, l => l.Reason) : [];
        Directions = [.. site.Taxonomies.Directions.Select(Direction)];
        people = site.Stories.Select(Person).ToDictionary(p => p.Id);
        objects = site.Objects.Select((o, i) => Object(o, i + 1)).ToDictionary(o => o.Id);
    }

    public IReadOnlyList<DirectionView> Directions { get; }

    /// <summary>Null for a person who is not in this edition.</summary>
    public PersonCard? PersonOf(string id) => people.GetValueOrDefault(id);

    public ObjectCard? ObjectOf(string id) => objects.GetValueOrDefault(id);

    public DirectionView DirectionOf(string id) => Directions.First(d => d.Id == id);

    public string? RibbonOf(Entry entry) => ribbons.GetValueOrDefault(entry.Kind + entry.Id);

    public TermView Term(string list, Term term) =>
        new(term.Id, term.Name, theme.Settings.Lists.Contains(list) ? site.Settings.Link($"/people/{list}/{term.Id}/") : null);

    /// <param name="cut">For which kind of place.</param>
    public PictureView Picture(Entry entry, Picture picture, string cut = "whole") => pictures.Of(entry, picture, cut);

    public DialogueCard Dialogue(Dialogue dialogue)
    {
        var person = PersonOf(dialogue.Person.Id);
        return new(
            dialogue.Name, person?.Name ?? "", person?.Url ?? "", person?.Seal ?? "", person?.SealSvg ?? new("", () => ""),
            dialogue.Date.Chinese, dialogue.About,
            dialogue.PullQuotes.Count > 0 ? dialogue.PullQuotes[0] : null, site.Settings.Link(EntryAddresses.Of(dialogue)),
            RibbonOf(dialogue));
    }

    public VideoCard Video(Video video) => new(
        video.Name, $"{video.Duration / 60}:{video.Duration % 60:00}", video.Date.Chinese, video.About,
        site.Settings.Link(EntryAddresses.Of(video)),
        video.Poster is null ? null : Picture(video, video.Poster, "still"), Drawn("ridge", video.Id, Ridges.Small), RibbonOf(video));

    /// <summary>A motif is drawn from an id alone, and only when a template shows it.</summary>
    public static Markup Drawn(string kind, string id, Func<string, string> draw) => new($"{kind}:{id}", () => draw(id));

    private DirectionView Direction(Direction d, int index) => new(
        d.Id, index + 1, Numeral(index + 1), d.Name, d.Short, d.Mark, d.Text, d.Hall, d.HallText,
        site.Settings.Link(theme.Settings.Lists.Contains("direction") ? $"/people/direction/{d.Id}/" : "/people/"),
        site.Settings.Link($"/hall/{d.Id}/"),
        site.Stories.Count(s => s.Direction.Id == d.Id), Drawn("peak", d.Id, Ridges.Peak));

    private string Numeral(int number)
    {
        var numerals = theme.Settings.Words["numerals"];
        return numerals[number % numerals.Length].ToString();
    }

    private PersonCard Person(Story story)
    {
        var surname = Seals.Surname(story.Name);
        return new(
            story.Id, story.Name, story.LatinName, Years(story), story.Headline, story.About, site.Settings.Link(EntryAddresses.Of(story)),
            DirectionOf(story.Direction.Id), [.. story.Trades.Select(t => Term("trade", t))],
            story.Portrait is null ? null : Picture(story, story.Portrait, "card"),
            surname, Drawn("seal" + surname, story.Id, id => Seals.Draw(id, surname)), Drawn("ridge", story.Id, Ridges.Small), Terms(story),
            RibbonOf(story));
    }

    private static string Terms(Story story) => string.Join(' ', story.Trades.Select(t => $"trade:{t.Id}")
        .Prepend($"direction:{story.Direction.Id}").Append($"era:{story.Era.Id}").Concat(story.Districts.Select(d => $"district:{d.Id}")));

    /// <summary>Only what is established: a missing year is not guessed and not marked by a question mark either.</summary>
    private string Years(Story story) => (story.Birth, story.Death) switch
    {
        ({ } birth, { } death) => $"{birth.Date.YearText}—{death.Date.YearText}",
        ({ } birth, null) => theme.Settings.Words.Fill("born_year", birth.Date.YearText),
        (null, { } death) => theme.Settings.Words.Fill("died_year", death.Date.YearText),
        _ => "",
    };

    private ObjectCard Object(CollectionObject made, int number) => new(
        made.Id, made.Name, ObjectSchema.KindWords.NameOf(made.ObjectKind), made.Made?.Chinese, made.About,
        site.Settings.Link(EntryAddresses.Of(made)),
        made.Picture is null ? null : Picture(made, made.Picture, "sheet"), Drawn("sheet", made.Id, Sheets.Draw), $"YG-O-{number:000}",
        [.. made.People.Select(p => PersonOf(p.Person.Id)).OfType<PersonCard>().Select(p => new LinkView(p.Name, p.Url))], RibbonOf(made));
}
