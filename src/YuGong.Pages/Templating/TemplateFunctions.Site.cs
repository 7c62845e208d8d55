using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages.Templating;

/// <content>Functions that know the site.</content>
internal static partial class TemplateFunctions
{
    /// <param name="shape">The place it is for.</param>
    private static Markup Ridge(string id, string shape) => shape switch
    {
        "hero" => Drawn("hero", id, Ridges.Hero),
        "wide" => Drawn("wide", id, Ridges.Wide),
        "hall" => Drawn("wide", "hall:" + id, Ridges.Wide),
        _ => Drawn("ridge", id, Ridges.Small),
    };

    /// <summary>An ornament is drawn from an id alone, and only when a template shows it.</summary>
    private static Markup Drawn(string kind, string id, Func<string, string> draw) => new($"{kind}:{id}", () => draw(id));

    private static Markup SealOf(PersonDocument person)
    {
        var surname = Seals.Surname(person.Title);
        return new($"seal{surname}:{person.Id}", () => Seals.Draw(person.Id, surname));
    }

    private static object? Follow(PageModel page, object? link, object? none) => ((LinkDocument?)link)?.Target?.Invoke();

    private static string IdOf(object term) => term is DirectionDocument direction ? direction.Id : ((TermDocument)term).Id;

    /// <summary>Of a file of this site: its address without scheme and host, as pages must name it.</summary>
    private static string Local(Settings settings, string address) =>
        address.StartsWith(settings.Origin, StringComparison.Ordinal) ? address[settings.Origin.Length..] : address;

    /// <summary>RFC 6068: a letter with its subject filled in.</summary>
    private static string MailTo(CallDocument call) => $"mailto:{call.Mail}?subject={Uri.EscapeDataString(call.Subject)}";

    /// <summary>Where the page of a template is; empty where the theme has none, or there is nothing for it to show.</summary>
    private static string Url(PageModel page, object? template, object? none)
    {
        var families = page.Data.Families;
        return families.OfTemplate((string)template!) is { Path: { } path } found && families.Holds(found.When, hasCertificates: true)
            ? page.Data.Site.Settings.Link(path)
            : "";
    }

    private static string Ribbon(PageModel page, object? document, object? none)
    {
        var entry = page.Data.EntryOf((PublicDocument)document!);
        return page.Data.RibbonOf(entry.Kind, entry.Id) ?? "";
    }

    private static IReadOnlyList<DecadeView> Decades(object rows) =>
    [
        .. ((IReadOnlyList<object>)rows).Cast<TimelineRow>().GroupBy(r => r.Event.Date.Year / 10 * 10).OrderBy(g => g.Key)
            .Select(g => new DecadeView(g.Key, [.. g])),
    ];

    private static IReadOnlyList<ObjectDocument> Pictured(object objects, bool pictured) =>
        [.. ((IReadOnlyList<object>)objects).Cast<ObjectDocument>().Where(o => o.Picture is not null == pictured)];

    private static IReadOnlyList<ObjectDocument> ObjectsOf(object people) =>
    [
        .. ((IReadOnlyList<object>)people).SelectMany(p => ((PersonDocument)p).Objects).DistinctBy(o => o.Id)
            .Select(o => (ObjectDocument)o.Target!()),
    ];

    /// <summary>
    /// The thing whose picture stands for somebody without a portrait: of their own the first whose card an editor chose, else the first
    /// with a picture. One, or none.
    /// </summary>
    private static IReadOnlyList<ObjectDocument> WorkOf(PageModel page, object? person, object? none)
    {
        var shown = ((PersonDocument)person!).Objects.Select(o => (ObjectDocument)o.Target!()).Where(o => o.Picture is not null).ToList();
        return [.. shown.OrderBy(o => ((CollectionObject)page.Data.EntryOf(o)).Card is null).Take(1)];
    }

    private static IReadOnlyList<PersonDocument> PeopleOf(PageModel page, object? direction, object? none) =>
        [.. page.Data.HallOf(((DirectionDocument)direction!).Id).Select(s => (PersonDocument)page.Data.Shown(s))];

    /// <summary>The nearest in the route of the same hall.</summary>
    private static IReadOnlyList<PersonDocument> Neighbours(PageModel page, object? person, object? count)
    {
        var (here, most) = ((PersonDocument)person!, (int)count!);
        var hall = page.Data.HallOf(here.Direction.Id);
        var place = page.Data.PlaceInHall(here.Id);
        var found = new List<PersonDocument>(most);
        for (var step = 1; found.Count < most && step < hall.Count; step++)
        {
            foreach (var i in (ReadOnlySpan<int>)[place + step, place - step])
            {
                if (i >= 0 && i < hall.Count && found.Count < most)
                {
                    found.Add((PersonDocument)page.Data.Shown(hall[i]));
                }
            }
        }

        return found;
    }

    /// <summary>One set, or none.</summary>
    private static IReadOnlyList<PosterSetView> Posters(PageModel page, object? person, object? none) =>
        page.Data.Posters.Of(((PersonDocument)person!).Id) is { } set ? [PosterViews.Of(page.Data, set)] : [];

    /// <summary>A number as a word, as far as theme.json has words; larger ones in figures.</summary>
    private static string Numeral(PageModel page, int number)
    {
        var numerals = page.Data.Words["numerals"];
        return number < numerals.Length ? numerals[number].ToString() : Grouped(number);
    }

    /// <summary>Only what is established: a missing year is not guessed and not marked by a question mark either.</summary>
    private static string Years(PageModel page, object? person, object? none) => (Story)page.Data.EntryOf((PersonDocument)person!) switch
    {
        { Birth: { } birth, Death: { } death } => $"{birth.Date.YearText}—{death.Date.YearText}",
        { Birth: { } birth } => page.Data.Words.Fill("born_year", birth.Date.YearText),
        { Death: { } death } => page.Data.Words.Fill("died_year", death.Date.YearText),
        _ => "",
    };

    /// <summary>A body; in a person's, stops of the tours over their objects stand beside the headings they belong to.</summary>
    private static Markup Prose(PageModel page, object? document, object? none)
    {
        var body = page.Data.Bodies.Of(page.Data.EntryOf((PublicDocument)document!));
        List<TourStepView> stops = document is PersonDocument person
            ? [.. person.Objects.SelectMany(o => Beside(page, (ObjectDocument)o.Target!()))] : [];
        return stops.Count == 0 ? body
            : new($"{body.Key} {string.Join('\n', stops)}", () => HeadingStops.Into(body.ToString(), stops));
    }

    /// <summary>
    /// A tour's stops, cut out of the file that leads the person's page, which is there already. Its units are the drawing's own: cuts for
    /// small places begin elsewhere.
    /// </summary>
    private static IEnumerable<TourStepView> Beside(PageModel page, ObjectDocument thing) =>
        Tour(page, thing, null).Select(s => s with { Src = page.Data.Pictures.Of(thing.Picture!, "drawn").Src });

    /// <summary>A tour over an object's picture: a list that moves the viewer, and crops where there is no script.</summary>
    private static IReadOnlyList<TourStepView> Tour(PageModel page, object? document, object? none)
    {
        var shown = (ObjectDocument)document!;
        var made = (CollectionObject)page.Data.EntryOf(shown);
        if (made.Tour.Count == 0 || shown.Picture is not { } file)
        {
            return [];
        }

        var picture = page.Data.Pictures.Of(file, "whole");
        var size = picture is { FullWidth: { } width, FullHeight: { } height }
            ? (width, height) : SvgSize.Of(made.Header.Folder.At(made.Picture!.File.Id));
        return [.. made.Tour.Select((s, i) => Step(s, i + 1, picture.Src, size))];
    }

    private static TourStepView Step(TourStep step, int number, string picture, (int Width, int Height)? size)
    {
        var crop = size is var (width, height) && step.Region.In(width, height) is var (x, y, w, h) ? $"{x} {y} {w} {h}" : null;
        return new(number, step.Title, step.Text, step.Region.ToString(), crop, picture, size?.Width ?? 0, size?.Height ?? 0);
    }
}
