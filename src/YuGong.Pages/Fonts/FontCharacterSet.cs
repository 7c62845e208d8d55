using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <summary>
/// The characters that heading fonts must have: what the theme and the site set large, and nothing else. Those that a first screen needs
/// and those of many places come first; the others follow in parts, so that a page fetches what its own headings use.
/// </summary>
internal static partial class FontCharacterSet
{
    private const string Always =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?()[]/-+%&·—…～、。，：；！？（）《》〈〉“”‘’「」『』年月日约第页世纪代春夏秋冬生逝";

    /// <summary>Characters in so many places are in the first part.</summary>
    private const int Common = 3;

    /// <summary>How many stories a first screen may show.</summary>
    private const int Shown = 12;

    /// <summary>
    /// Characters in a later part, some 170 bytes each: enough for a hundred entries, since each part that comes sets the page's headings
    /// once more.
    /// </summary>
    private const int Part = 400;

    /// <summary>
    /// The parts, each in order of its code points; no character is in two of them. The second has what is left of the theme's own words.
    /// </summary>
    public static IReadOnlyList<string> Of(Site site, Theme theme)
    {
        var templates = OfTemplates(theme).Select(CharactersOf).ToList();
        var entries = OfVocabularies(site).Concat(site.Entries.Select(OfEntry)).Select(CharactersOf).ToList();
        var counts = templates.Concat(entries).SelectMany(p => p).CountBy(c => c);
        var found = CharactersOf([Always, .. OfSite(site), .. OfFirstScreens(site), .. OfHome(theme)]);
        found.UnionWith(counts.Where(c => c.Value >= Common).Select(c => c.Key));

        var parts = new List<string> { Text(found) };
        foreach (var places in new[] { templates, entries })
        {
            parts.AddRange(places.SelectMany(p => p).Distinct().Where(c => !found.Contains(c)).Chunk(Part).Select(c => Text(c.Order())));
            found.UnionWith(places.SelectMany(p => p));
        }

        return parts;
    }

    private static IEnumerable<IEnumerable<string>> OfTemplates(Theme theme) =>
    [
        .. theme.Templates.Concat(theme.Partials).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value.Words()),
        theme.Settings.Words.Labels.Values.Concat(theme.Settings.Words.Designs.Values),
        theme.Settings.Pages.SelectMany(p => new[] { p.Title, p.Filter ?? "" }),
    ];

    private static IEnumerable<string> OfSite(Site site) =>
    [
        site.Settings.SiteTitle, site.Settings.Tagline, .. site.Settings.Organizers, .. site.Settings.Navigation.Select(n => n.Title),
        .. site.Texts.ByKey.Values, site.Texts[EntryKind.News.Name],
        .. site.Call is { } call ? OfCall(call) : [],
        .. site.Lights is { } lights ? [lights.Text, lights.Lit, lights.Source, lights.Invitation] : Array.Empty<string>(),
        .. site.Taxonomies.Directions.SelectMany(d => new[] { d.Name, d.Hall, d.Short, d.Mark }),
    ];

    private static IEnumerable<string> OfCall(Call call) =>
    [
        call.Title, call.Theme, call.Subject, call.Mail, call.DeadlineNote, call.Scope, call.FormTitle,
        .. call.FormFields.Select(f => f.Name), .. call.Requirements.Select(r => r.Name), .. call.Channels.Select(c => c.Name),
    ];

    private static IEnumerable<string> OfFirstScreens(Site site) =>
    [
        .. site.Stories.Take(Shown).SelectMany(s => new[] { s.Name, s.Headline }),
        .. site.Objects.Where(o => o.Picture is not null).Take(Shown).Select(o => o.Title),
    ];

    private static IEnumerable<string> OfHome(Theme theme) =>
        theme.Settings.Pages.Where(p => p.Path == "/").SelectMany(p => theme.Templates.GetValueOrDefault(p.Template)?.Words() ?? []);

    private static IEnumerable<IEnumerable<string>> OfVocabularies(Site site)
    {
        var t = site.Taxonomies;
        yield return t.Directions.Concat(t.Trades).Concat(t.Districts).Concat(t.Eras).Concat(t.Traits).Concat(t.Batches)
            .SelectMany(term => new[] { term.Name, term.Note ?? "" });
        yield return t.Declared.SelectMany(v => v.Terms.Select(term => term.Name).Append(v.Name));
        yield return t.Directions.Select(d => d.HallText);
        yield return t.Places.Select(p => p.Name)
            .Concat(site.Map?.Sheets.SelectMany(m => m.Words.Select(w => w.Text).Append(m.Name).Append(m.Remark ?? "")) ?? []);
    }

    private static IEnumerable<string> OfEntry(Entry entry) => [entry.Title, entry.Header.Body.BodyDigest.Headings, .. OfKind(entry)];

    private static IEnumerable<string> OfKind(Entry entry) => entry switch
    {
        Story story => [story.Headline, .. story.Figures.Select(f => f.Value + f.Unit), .. story.Projects.Select(p => p.Name),
            .. story.Honours.Select(h => h.Name)],
        CollectionObject made => [ObjectSchema.KindWords.NameOf(made.ObjectKind), made.Picture?.Credit ?? "",
            .. made.Figures.Select(f => f.Value + f.Unit), .. made.Tour.Select(t => t.Title)],
        Dialogue dialogue => [.. dialogue.PullQuotes, .. dialogue.Exchanges.Select(e => e.Question)],
        _ => [],
    };

    /// <summary>What templates set in elements of the class <c>brush</c>, the marks of the halls, and surnames for seals.</summary>
    public static string Brush(Site site, Theme theme)
    {
        return Text(CharactersOf([
            site.Settings.SiteTitle, theme.Settings.Words["numerals"],
            .. theme.Templates.Values.Concat(theme.Partials.Values)
                .SelectMany(t => InBrush().Matches(t.File.Text).Select(m => m.Groups[1].Value)),
            .. site.Taxonomies.Directions.SelectMany(d => new[] { d.Mark, d.Hall }), .. site.Stories.Select(s => Seals.Surname(s.Name)),
        ]));
    }

    private static SortedSet<int> CharactersOf(IEnumerable<string> texts) =>
        [.. texts.SelectMany(t => t.EnumerateRunes()).Select(r => r.Value).Where(c => c >= 0x20)];

    private static string Text(IEnumerable<int> found) => string.Concat(found.Select(char.ConvertFromUtf32));

    [GeneratedRegex("class=\"[^\"]*\\bbrush\\b[^\"]*\"[^>]*>([^<{]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBrush();
}
