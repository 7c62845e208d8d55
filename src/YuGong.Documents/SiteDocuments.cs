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
    public CallDocument? Call() => site.Call is not { } c ? null : new()
    {
        Contract = ContractVersion.Current, Title = c.Title, Theme = c.Theme, Issued = c.Issued, Issuers = c.Issuers,
        DeadlineNote = c.DeadlineNote, Mail = c.Mail, Subject = c.Subject, Salutation = c.Salutation, Background = c.Background,
        Scope = c.Scope, Requirements = Named(c.Requirements), Channels = Named(c.Channels), Submission = c.Submission,
        UseIntro = c.UseIntro, Uses = c.Uses, Notes = c.Notes, Closing = c.Closing, FormTitle = c.FormTitle,
        FormFields = Named(c.FormFields),
        Batches = [.. site.Taxonomies.Batches.Select(b => new BatchDocument(b.Name, b.Opens, b.Closes, b.Closes < site.Today))],
        Form = addresses.Page(FormFile), FormPath = site.Settings.Link(FormFile),
    };

    /// <summary>Null where the site counts none.</summary>
    public LightsDocument? Lights() => site.Lights is not { } l ? null : new(
        l.Number, l.Text, l.LitBy(site.Stories.Count),
        site.Stories.Count, l.Source, l.Invitation);

    private DirectionDocument Direction(Direction d, int number, IReadOnlyList<string> people)
    {
        var path = $"/hall/{d.Id}/";
        return new()
        {
            Id = d.Id, Number = number, Name = d.Name, Short = d.Short, Mark = d.Mark, Text = d.Text, Hall = d.Hall,
            HallText = d.HallText, Total = people.Count, Page = addresses.Page(path), Path = site.Settings.Link(path),
            Feed = FeedList.OfDirection(d).Link(site.Settings).Atom, People = people,
        };
    }

    private static IReadOnlyList<NamedTextDocument> Named(IReadOnlyList<NamedText> items) =>
        [.. items.Select(i => new NamedTextDocument(i.Name, i.Text))];
}
