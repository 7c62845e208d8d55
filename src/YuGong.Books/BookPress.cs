using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Posters.Designs;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Text;

namespace YuGong.Books;

/// <summary>
/// Sets a book: cover, half-title, preface, contents, a chapter for each hall and in it one for each person, index, last page. The body is
/// set first, so that contents and index are made of the pages as they are.
/// </summary>
public sealed class BookPress
{
    /// <summary>The part of a last page that is blank on a page with hardly anything on it.</summary>
    private const double Bare = 0.68;

    /// <summary>Changes when the same book would be set differently.</summary>
    private static readonly Fingerprint Engine = Fingerprint.Of("book 5");

    private static readonly double[] Smaller = [0.85, 0.72, 0.62];

    private readonly BookRequest request;
    private readonly Diagnostics findings;
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly Structure structure = new();
    private readonly BlockMaker make;
    private readonly PageDrawings draw;
    private readonly FixedPages still;
    private readonly ChapterText text;
    private readonly List<Sheet> body = [];

    /// <summary>Where people are: the number of the first page of their words, and of the last.</summary>
    private readonly Dictionary<string, (int First, int Last)> chapters = new(StringComparer.Ordinal);

    /// <summary>Numbers of the pages that open halls.</summary>
    private readonly Dictionary<string, int> halls = new(StringComparer.Ordinal);

    private BookPress(BookRequest request, Diagnostics findings)
    {
        (this.request, this.findings) = (request, findings);
        make = new(Design, Page, structure, new(Design, request.Book.WithSources, new(inOrder: request.Book.WithFootnotes)));
        draw = new(Design, Page, missing);
        still = new(request, draw, structure);
        text = new(Design, structure, make, Site);
    }

    private BookDesign Design => request.Design;

    private PageDesign Page => request.Page;

    private PublicSite Site => request.Site;

    /// <summary>Null, with findings, when a font lacks characters or the cover does not hold its words.</summary>
    public static BookScene? Set(BookRequest request, Diagnostics findings) => new BookPress(request, findings).Set();

    private BookScene? Set()
    {
        var cover = structure.Add("Sect");
        var front = new FrontMatter(request, structure, make, still, missing);
        foreach (var (hall, number) in request.Halls.Select((h, i) => (h, i + 1)))
        {
            AddHall(hall.Hall, number, hall.People);
        }

        AddBack();
        var opening = front.Sheets(halls, chapters);
        var scene = new BookBinding(request, draw, structure).Bind(Covers(cover), opening, body, still.Endpaper(), still.Back());
        if (missing.Count > 0)
        {
            findings.Report(BookRules.MissingGlyph, request.Book.Place, string.Join(' ', missing));
            return null;
        }

        return findings.HasErrors ? null : scene;
    }

    /// <summary>The theme's cover of this format, or the night alone with the title on it; then its inside.</summary>
    private IReadOnlyList<Sheet> Covers(int section) =>
        [Painted(request, findings) is { } painted ? still.Cover(painted, section) : still.PlainCover(section), still.Endpaper()];

    /// <summary>The cover alone, as a page without structure; null, with findings, when it does not hold its words.</summary>
    internal static Scene? Cover(BookRequest request, Diagnostics findings)
    {
        var (page, missing) = (request.Page, new SortedSet<string>(StringComparer.Ordinal));
        var painted = Painted(request, findings);
        if (findings.HasErrors || painted is not null)
        {
            return findings.HasErrors ? null : painted;
        }

        var layers = new FixedPages(request, new(request.Design, page, missing), new()).PlainCover(section: 0).Draw(true);
        var fonts = layers.SelectMany(l => l.Marks).OfType<GlyphRun>().Select(r => r.Font).Distinct().ToList();
        return new(new(request.Book.Id, "cover", page.Name), request.Title, "", false, page.Box, fonts, layers);
    }

    private static Scene? Painted(BookRequest request, Diagnostics findings) =>
        request.Design.Covers.FirstOrDefault(c => c.Shape == request.Page.Name) is not { } design ? null
            : SiteCover.Compose(request.Site.Site, design, request.Design.Fonts, request.Title, request.Book.Subtitle ?? "", findings);

    private void AddHall(DirectionDocument hall, int number, IReadOnlyList<Story> people)
    {
        var section = structure.Add("Sect");
        StartOn(recto: true, hall.Id);
        body.Add(still.Hall(hall, number, section));
        halls[hall.Id] = body.Count;
        foreach (var story in people)
        {
            AddPerson(story, hall, structure.Add("Sect", section));
        }
    }

    /// <summary>The drawing on a left page, the words from the right one on.</summary>
    private void AddPerson(Story story, DirectionDocument hall, int section)
    {
        if (Site.Whole(Site.Of(story)) is not PersonDocument person)
        {
            return;
        }

        StartOn(recto: false, story.Id);
        body.Add(still.Opening(story, person, section));
        var first = body.Count + 1;
        var pages = Fitted(text.Of(person, story, hall, section, request.Book));
        body.AddRange(pages.Select((page, i) => Sheet.Of(page, Page, $"{person.Title}　{person.Headline}") with
        {
            Marks = i == 0 ? [(2, person.Title, Page.Head)] : [],
        }));
        chapters[person.Id] = (first, body.Count);
    }

    /// <summary>Figures are a little smaller where that spares the chapter a last page with hardly anything on it.</summary>
    private IReadOnlyList<FlowPage> Fitted(Chapter chapter)
    {
        var pages = FlowSetter.Set(chapter.Blocks, Page, missing, chapter.Notes);
        foreach (var scale in Smaller)
        {
            if (pages[^1].Blank < Page.Lines * Bare)
            {
                break;
            }

            var others = FlowSetter.Set([.. chapter.Blocks.Select(b => b is Posters.Flow.FigureBlock figure
                ? figure with { Width = figure.Width * scale, Height = figure.Height * scale } : b)], Page, missing, chapter.Notes);
            pages = others.Count < pages.Count ? others : pages;
        }

        return pages;
    }

    /// <summary>A page that would be empty shows the mountain of whose it follows.</summary>
    private void StartOn(bool recto, string mountain)
    {
        if ((body.Count % 2 == 0) != recto)
        {
            body.Add(recto ? Sheet.Blank : still.Between(mountain));
        }
    }

    private void AddBack()
    {
        var section = structure.Add("Sect");
        var heading = structure.Add("H1", section);
        if (body.Count % 2 == 1)
        {
            body.Add(Sheet.Blank);
        }

        var terms = new IndexTerms(request, chapters).All();
        var index = new BookIndex([.. body.Select(s => s.Text)]).Blocks(terms, Design, structure, section);
        body.AddRange(still.Columns(Labels.Index, Labels.IndexNote, [.. index], heading, missing));
        var colophon = structure.Add("Sect");
        if (body.Count % 2 == 0)
        {
            body.Add(Sheet.Blank);
        }

        var last = FlowSetter.Set([.. new Colophon(request, make).Blocks(colophon)], Page, missing);
        body.AddRange(last.Select((page, i) => Sheet.Of(page, Page, Labels.Colophon) with
        {
            Kind = Labels.Colophon, Running = null, Marks = i == 0 ? [(1, Labels.Colophon, Page.Head)] : [],
        }));
    }

    /// <summary>Equal when the book would be the same, bytes and all.</summary>
    public static Fingerprint KeyOf(BookRequest request)
    {
        var key = Engine.With(request.Design.Content).With(Fingerprint.Of(request.Page.ToString()))
            .With(Fingerprint.Of(string.Join('\n', request.Title, request.Book.Subtitle, request.Book.WithSources,
                request.Book.WithFootnotes, string.Join('\n', request.Book.Notes), string.Join('\n', request.Book.Readings),
                request.Book.Preface?.Html)))
            .With(SiteCover.KeyOf(request.Site.Site))
            .With(Fingerprint.Of(string.Join('\n', request.Halls.Select(h => $"{h.Hall.Hall} {h.Hall.Name} {h.Hall.HallText}"))));
        foreach (var story in request.People)
        {
            key = request.Site.Site.Objects.Where(o => story.Objects.Any(r => r.Id == o.Id)).Cast<Entry>().Prepend(story)
                .Aggregate(key, (sum, entry) => Pictures(entry).Aggregate(sum.With(request.Site.Of(entry).Revision), (s, f) => s.With(f)));
        }

        return new Colophon(request, null!).Facts().Aggregate(key, (sum, fact) => sum.With(Fingerprint.Of(fact)));
    }

    private static IEnumerable<Fingerprint> Pictures(Entry entry) => entry.Header.Folder.Files.Select(entry.Header.Folder.At)
        .Where(File.Exists).Select(path => Fingerprint.Of(PlainFile.Bytes(path)));
}
