using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <summary>The characters that heading fonts must have: what the theme and the site set large, and nothing else.</summary>
internal static partial class FontCharacterSet
{
    private const string Always =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?()[]/-+%&·—…～、。，：；！？（）《》〈〉“”‘’「」『』年月日约第页世纪代春夏秋冬生逝";

    public static string Of(Site site, Theme theme)
    {
        var found = new SortedSet<int>();
        Add(found, Always);
        foreach (var template in theme.Templates.Values.Concat(theme.Partials.Values))
        {
            Add(found, [.. template.Words()]);
        }

        var words = theme.Settings.Words;
        Add(found, [.. words.Labels.Values, .. words.Designs.Values]);
        Add(found, [.. theme.Settings.Pages.SelectMany(p => new[] { p.Title, p.Filter ?? "" })]);
        var s = site.Settings;
        Add(found, [s.SiteTitle, s.Tagline, .. s.Organizers, .. s.Navigation.Select(n => n.Title)]);
        Add(found, [.. site.Texts.ByKey.Values, site.Texts[EntryKind.News.Name],
            .. site.Map?.Sheets.SelectMany(m => new[] { m.Name, m.Remark ?? "" }) ?? []]);
        Add(found, site.Lights is { } lights ? [lights.Text, lights.Lit, lights.Source, lights.Invitation] : []);
        var t = site.Taxonomies;
        foreach (var term in t.Directions.Concat(t.Trades).Concat(t.Districts).Concat(t.Eras).Concat(t.Traits).Concat(t.Batches))
        {
            Add(found, term.Name, term.Note ?? "");
        }

        Add(found, [.. t.Declared.SelectMany(v => v.Terms.Select(term => term.Name).Append(v.Name))]);
        Add(found, [.. t.Places.Select(p => p.Name), .. site.Map?.Sheets.SelectMany(m => m.Words).Select(w => w.Text) ?? []]);
        foreach (var d in t.Directions)
        {
            Add(found, d.Hall, d.HallText, d.Short, d.Mark);
        }

        if (site.Call is { } call)
        {
            Add(found, [call.Title, call.Theme, call.Subject, call.Mail, call.DeadlineNote, call.Scope, call.FormTitle,
                .. call.FormFields.Select(f => f.Name), .. call.Requirements.Select(r => r.Name), .. call.Channels.Select(c => c.Name)]);
        }

        foreach (var entry in site.Entries)
        {
            Add(found, entry.Title);
            Add(found, entry.Header.Body.BodyDigest.Headings);
            switch (entry)
            {
                case Story story:
                    Add(found, [story.Headline, .. story.Figures.Select(f => f.Value + f.Unit), .. story.Projects.Select(p => p.Name),
                        .. story.Honours.Select(h => h.Name)]);
                    break;
                case CollectionObject made:
                    Add(found, [ObjectSchema.KindWords.NameOf(made.ObjectKind), made.Picture?.Credit ?? "",
                        .. made.Figures.Select(f => f.Value + f.Unit), .. made.Tour.Select(t => t.Title)]);
                    break;
                case Dialogue dialogue:
                    Add(found, [.. dialogue.PullQuotes, .. dialogue.Exchanges.Select(e => e.Question)]);
                    break;
            }
        }

        return Text(found);
    }

    /// <summary>What templates set in elements of the class <c>brush</c>, the marks of the halls, and surnames for seals.</summary>
    public static string Brush(Site site, Theme theme)
    {
        var found = new SortedSet<int>();
        Add(found, site.Settings.SiteTitle, theme.Settings.Words["numerals"]);
        foreach (var template in theme.Templates.Values.Concat(theme.Partials.Values))
        {
            Add(found, [.. InBrush().Matches(template.File.Text).Select(m => m.Groups[1].Value)]);
        }

        foreach (var d in site.Taxonomies.Directions)
        {
            Add(found, d.Mark, d.Hall);
        }

        Add(found, [.. site.Stories.Select(s => Seals.Surname(s.Name))]);
        return Text(found);
    }

    private static void Add(SortedSet<int> found, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            Add(found, text.AsSpan());
        }
    }

    private static void Add(SortedSet<int> found, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0x20)
            {
                found.Add(rune.Value);
            }
        }
    }

    private static string Text(SortedSet<int> found) => string.Concat(found.Select(char.ConvertFromUtf32));

    [GeneratedRegex("class=\"[^\"]*\\bbrush\\b[^\"]*\"[^>]*>([^<{]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBrush();
}
