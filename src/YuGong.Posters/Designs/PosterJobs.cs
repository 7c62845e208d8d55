using YuGong.Content;
using YuGong.Posters.Fonts;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Publishing;
using YuGong.Publishing.Motifs.Night;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>Everything that can be pressed from a site and a theme: each design in each shape for each subject that it is about.</summary>
public static class PosterJobs
{
    /// <summary>The subject of posters about the whole site.</summary>
    public const string SiteSubject = PosterCatalog.WholeSite;

    /// <summary>When the campaign began: the date of posters whose story bears none.</summary>
    private static readonly DateOnly Beginning = new(2026, 1, 26);

    /// <summary>Changes when the same design and story would be typeset differently.</summary>
    private static readonly Fingerprint Engine = Fingerprint.Of("typesetter 5");

    /// <param name="codeAddress">What the QR code of a subject says: its permanent short address.</param>
    public static IReadOnlyList<PosterJob> Plan(
        Site site, IReadOnlyList<Design> designs, PosterFonts fonts, Func<string, string> codeAddress, Diagnostics diagnostics)
    {
        var author = string.Join("、", site.Settings.Organizers);
        var nights = SiteNight.Of(site) is { } night ? new PaintedNights(night) : null;
        var agreed = site.Stories.Where(s => Agreed(s, ConsentScope.Poster)).ToList();
        var subjects = site.Stories.Where(s => Agreed(s, ConsentScope.Web) || Agreed(s, ConsentScope.Poster))
            .Select(s => Subject(site, s, agreed, codeAddress(s.Id)) with { Nights = nights }).ToList();
        foreach (var story in site.Stories.Except(agreed))
        {
            diagnostics.Report(PosterRules.NoConsent, story.Agreement?.Span ?? story.Header.Place, story.Name);
        }

        var whole = new PosterSubject(SiteSubject, null, Fields.Read(site, null, codeAddress(SiteSubject)), null,
            [.. agreed.Select(s => s.Name)], SiteTerms.Breaker(site)) { Nights = nights };
        var orders = new List<PosterJob>();
        foreach (var design in designs.Where(d => d.About != Designs.Subject.Certificate && (nights is not null || !d.IsOfLights)))
        {
            var look = Fingerprint.Of(design.File.Text).With(fonts.Content).With(Engine).With(Fingerprint.Of(design.File.Path + author));
            look = design.Pictures.Aggregate(look, (key, picture) => key.With(picture));
            look = design.IsOfLights ? look.With(nights!.Night.WithLamps) : look;
            orders.AddRange((design.About == Designs.Subject.Site ? [whole] : subjects.Where(s => Agreed(s.Story!, design.Scope)))
                .Where(s => s.Fields.Holds(design.When))
                .Select(s => Order(design, s, look, fonts, author)));
        }

        return orders;
    }

    private static PosterJob Order(Design design, PosterSubject subject, Fingerprint look, PosterFonts fonts, string author)
    {
        var story = subject.Story;
        var facts = Facts(subject);
        var frame = story?.Header;
        return new()
        {
            Name = new(subject.Id, design.Name, design.Shape),
            Title = $"{subject.Fields["name"]}{(story is null ? subject.Fields["theme"] : "")} · {design.Name} · {design.Shape}",
            Label = design.Title.Length > 0 ? design.Title : $"{design.Name} {design.Shape}", Story = story, Page = design.Page,
            Key = look.With(facts), Date = frame?.Updated ?? frame?.Verification?.Date ?? Beginning,
            Revision = facts, Place = frame?.Place ?? design.File.Whole,
            Compose = diagnostics => new Composer(design, subject, fonts, author, diagnostics).Compose(),
        };
    }

    private static PosterSubject Subject(Site site, Story story, IReadOnlyList<Story> agreed, string address)
    {
        var made = Fields.ObjectOf(site, story);
        var phrases = SiteTerms.Breaker(site, story);
        return new(story.Id, story, Fields.Read(site, story, address), made, [.. agreed.Select(s => s.Name)], phrases);
    }

    /// <summary>All that a scene takes from the site: the fields, the words that are not broken, and its pictures' bytes.</summary>
    private static Fingerprint Facts(PosterSubject subject)
    {
        var facts = Fingerprint.Of(subject.Fields.All).With(Fingerprint.Of(string.Join('\n', subject.Names)))
            .With(Fingerprint.Of(string.Join('\n', subject.Phrases.Terms)));
        if (subject.Story is not { } story)
        {
            return facts;
        }

        facts = facts.With(Fingerprint.Of(story.Header.Sample ? "sample" : ""));
        return Picture(subject.Object, subject.Object?.Picture, Picture(story, story.Portrait, facts));
    }

    private static Fingerprint Picture(Entry? entry, Picture? picture, Fingerprint facts)
    {
        if (entry is null || picture is null || entry.Header.Folder.At(picture.File.Id) is not { } path || !File.Exists(path))
        {
            return facts;
        }

        return facts.With(Fingerprint.Of(PlainFile.Bytes(path))).With(Fingerprint.Of($"{picture.Focal} {picture.Alt}"));
    }

    private static bool Agreed(Story story, ConsentScope scope) => story.Header.Sample || (story.Agreement?.Scope.Contains(scope) ?? false);
}
