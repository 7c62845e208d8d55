using System.Xml.Linq;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;

namespace YuGong.Books.Epub;

/// <summary>A person's chapter, in the order of the printed one (<see cref="ChapterText"/>).</summary>
/// <param name="fileOf">The file of who is in the book, by the address of their page.</param>
/// <param name="told">Objects that an earlier chapter showed: the name of its person, and its file, by the object's id.</param>
internal sealed class EpubChapter(
    BookRequest request, EpubPictures pictures, IReadOnlyDictionary<string, string> fileOf,
    Dictionary<string, (string Name, string File)> told)
{
    private readonly XhtmlText text = new(request.Book.WithSources, address => fileOf.GetValueOrDefault(address, address));

    private PublicSite Site => request.Site;

    public static string NameOf(Story story) => $"person-{story.Id}";

    public EpubDocument Of(Story story, PersonDocument person, DirectionDocument hall)
    {
        var read = HtmlReader.Read(person.Html, FileOf(story), person.Sources.Count);
        List<XElement> parts =
        [
            Drawings.Ridge(story.Id), Head(person, hall), .. Portrait(person, story),
            .. text.Of(read.Blocks, figure => InText(figure, person, story)),
            .. Quotations(person), .. Chronicle(person), .. Figures(person), .. Album(person, story),
        ];
        for (var i = 0; i < person.Objects.Count; i++)
        {
            parts.AddRange(Object(person.Objects[i], person, NameOf(story), i == 0));
        }

        if (person.OpenQuestions.Count > 0)
        {
            parts.Add(Part(Labels.Open, Xhtml.Of("ul", Xhtml.Lines(person.OpenQuestions.Select(q => Xhtml.Of("li", q))))));
        }

        if (request.Book.WithSources && person.Sources.Count + read.Notes.Count > 0)
        {
            parts.Add(text.Notes([.. person.Sources.Select(SourceText.Of), .. read.Notes],
                read.Notes.Count > 0 ? Labels.SourcesAndNotes : Labels.Sources));
        }

        parts.AddRange(Statements.Of(person).Select(s => Xhtml.Of("p", Xhtml.Class("aside"), s)));
        return new(NameOf(story), person.Title,
            Xhtml.Of("section", Xhtml.As("chapter", "doc-chapter"), new XAttribute("aria-labelledby", "title"), Xhtml.Lines(parts)));
    }

    private static XElement Head(PersonDocument person, DirectionDocument hall)
    {
        string?[] facts =
        [
            person.NativePlace is { } place ? Labels.NativePlace + place : null, person.WorkUnit, person.Post, person.ProfessionalTitle,
            .. person.Trades.Select(t => t.Name), .. person.Districts.Select(d => d.Name),
        ];
        var about = string.Join("　", facts.OfType<string>());
        return Xhtml.Of("header",
            Xhtml.Lines(
            [
                Xhtml.Of("p", Xhtml.Class("kai hall"), $"{hall.Hall}　{hall.Name}"),
                Xhtml.Of("h2", new XAttribute("id", "title"), person.Title),
                Xhtml.Of("p", Xhtml.Class("aside"), person.Pinyin ?? person.LatinName),
                Xhtml.Of("p", Xhtml.Class("kai headline"), person.Headline),
                Xhtml.Of("p", Xhtml.Class("kai lead"), person.Summary),
                .. about.Length > 0 ? [Xhtml.Of("p", Xhtml.Class("aside"), about)] : Array.Empty<XElement>(),
            ]));
    }

    private IEnumerable<XElement> Portrait(PersonDocument person, Story story) =>
        person.Portrait is { Origin: { } origin } portrait && Shown(story, origin.Picture.File.Id, portrait, []) is { } figure
            ? [figure] : [];

    private XElement? InText(FigureBlock figure, PersonDocument person, Story story) =>
        Shown(story, figure.Picture, person.Pictures.FirstOrDefault(p => p.Origin?.Picture.File.Id == figure.Picture), figure.Caption,
            figure.Alt);

    private IEnumerable<XElement> Quotations(PersonDocument person) => person.Quotations.Count == 0 ? []
        :
        [
            Part(Labels.Quotations, [.. person.Quotations.Select(quotation =>
            {
                string?[] about = [quotation.Speaker, quotation.Occasion, quotation.Direct ? null : Labels.Indirect];
                var from = string.Join("，", about.OfType<string>());
                var words = quotation.Text + (from.Length > 0 ? $"（{from}）" : "");
                return Xhtml.Of("blockquote", Xhtml.Of("p", text.Cited(words, quotation.Sources)));
            })]),
        ];

    private IEnumerable<XElement> Chronicle(PersonDocument person) => person.Chronicle.Count == 0 ? []
        : [Part(Labels.Chronicle, Xhtml.Of("table", Xhtml.Lines(person.Chronicle.Select(moment =>
        {
            var said = moment.Text ?? Site.Site.Texts[moment.Kind == "birth" ? "born" : "died"];
            var place = moment.Place is { } where && !said.Contains(where, StringComparison.Ordinal) ? Xhtml.Of("em", "　" + where) : null;
            return Row(moment.Date.Text, [said, place, text.Cited("", moment.Sources)]);
        }))))];

    private IEnumerable<XElement> Figures(PersonDocument person) => person.Figures.Count == 0 ? []
        : [Part(Labels.Figures, Xhtml.Of("table", Xhtml.Lines(person.Figures.Select(f =>
            Row(Labels.Amount(f.Value, f.Unit), [text.Cited(f.Label, f.Sources)])))))];

    /// <summary>Pictures that the story itself does not show.</summary>
    private IEnumerable<XElement> Album(PersonDocument person, Story story) => person.Album
        .Where(p => p.Origin is not null && !person.Html.Contains(p.Url.AbsoluteUri, StringComparison.Ordinal))
        .Select(p => Shown(story, p.Origin!.Picture.File.Id, p, [])).OfType<XElement>();

    private IEnumerable<XElement> Object(LinkDocument link, PersonDocument person, string file, bool isFirst)
    {
        var entry = Site.Site.Objects.FirstOrDefault(o => o.Id == link.Id);
        if (entry is null || Site.Of(entry).Document is not ObjectDocument made)
        {
            yield break;
        }

        if (isFirst)
        {
            yield return Xhtml.Of("h3", Site.Site.Texts["object"]);
        }

        yield return Xhtml.Of("h4", made.Title);
        if (!told.TryAdd(made.Id, (person.Title, file)))
        {
            var words = Labels.SeeOther.Split("{0}");
            yield return Xhtml.Of("p", words[0],
                Xhtml.Of("a", new XAttribute("href", told[made.Id].File + ".xhtml"), told[made.Id].Name), words[1]);
            yield break;
        }

        string?[] about = [made.Kind.Name, made.Made?.Text, made.Material, made.Dimensions, made.Location];
        yield return Xhtml.Of("p", Xhtml.Class("aside"), string.Join("　", about.OfType<string>()));
        yield return Xhtml.Of("p", made.Summary);
        if (made.Picture is { Origin: { } origin } picture && Shown(entry, origin.Picture.File.Id, picture, []) is { } figure)
        {
            yield return figure;
        }
    }

    /// <summary>A picture with all that must be shown beside it.</summary>
    /// <param name="about">Null for a picture of the text, which says itself what it is.</param>
    private XElement? Shown(Entry entry, string file, PictureDocument? about, IReadOnlyList<Inline> said, string alternative = "")
    {
        if (pictures.Of(entry, file) is not { } shown)
        {
            return null;
        }

        string?[] whose = about is null ? [] : [about.Credit, about.Rights, Labels.Machine(about.Ai)];
        var credit = string.Join("　", whose.Where(w => !string.IsNullOrEmpty(w)));
        var caption = about is null ? text.Of(said) : [about.Caption ?? about.Alt];
        return Xhtml.Of("figure",
            Xhtml.Of("img", new XAttribute("src", shown.Name), new XAttribute("alt", about?.Alt ?? alternative),
                new XAttribute("width", shown.Picture.Width), new XAttribute("height", shown.Picture.Height)),
            Xhtml.Of("figcaption", caption, credit.Length > 0 ? [Xhtml.Of("br"), credit] : Array.Empty<object>()));
    }

    private static XElement Part(string heading, params XElement[] content) =>
        Xhtml.Of("section", Xhtml.Lines([Xhtml.Of("h3", heading), .. content]));

    private static XElement Row(string head, params object?[] content) =>
        Xhtml.Of("tr", Xhtml.Of("th", new XAttribute("scope", "row"), head), Xhtml.Of("td", content));

    /// <summary>The file beside the entry that an address of its page shows.</summary>
    private Func<string, string?> FileOf(Entry entry)
    {
        var names = entry.Header.Folder.Files.ToDictionary(
            file => new Uri(Site.Site.Settings.Absolute(EntryAddresses.PictureOf(entry, file))).AbsoluteUri, StringComparer.Ordinal);
        return address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? names.GetValueOrDefault(url.AbsoluteUri) : null;
    }
}
