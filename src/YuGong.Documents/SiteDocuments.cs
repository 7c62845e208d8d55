using YuGong.Content;

namespace YuGong.Documents;

/// <summary>The documents that are about the site and not about an entry: its directions, its call.</summary>
internal sealed class SiteDocuments(Site site, DocumentAddresses addresses)
{
    private const string FormFile = "/call/form.docx";

    public IReadOnlyList<DirectionDocument> Directions()
    {
        var people = site.Stories.ToLookup(s => s.Direction.Id, s => s.Id, StringComparer.Ordinal);
        return [.. site.Taxonomies.Directions.Select((d, i) => Direction(d, i + 1, [.. people[d.Id]]))];
    }

    /// <summary>Null where the site has no call.</summary>
    public CallDocument? Call() => site.Call is not { } c ? null : new(
        ContractVersion.Current, c.Title, c.Theme, c.Issued, c.Issuers, c.DeadlineNote, c.Mail, c.Subject, c.Salutation, c.Background,
        c.Scope, Named(c.Requirements), Named(c.Channels), c.Submission, c.UseIntro, c.Uses, c.Notes, c.Closing, c.FormTitle,
        Named(c.FormFields),
        [.. site.Taxonomies.Batches.Select(b => new BatchDocument(b.Name, b.Opens, b.Closes, b.Closes < site.Today))],
        addresses.Page(FormFile), site.Settings.Link(FormFile));

    private DirectionDocument Direction(Direction d, int number, IReadOnlyList<string> people)
    {
        var path = $"/hall/{d.Id}/";
        return new(
            d.Id, number, d.Name, d.Short, d.Mark, d.Text, d.Hall, d.HallText, people.Count, addresses.Page(path), site.Settings.Link(path),
            FeedList.OfDirection(d).Link(site.Settings).Atom, people);
    }

    private static IReadOnlyList<NamedTextDocument> Named(IReadOnlyList<NamedText> items) =>
        [.. items.Select(i => new NamedTextDocument(i.Name, i.Text))];
}
