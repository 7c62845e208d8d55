using System.Text.Encodings.Web;
using System.Text.Json;

namespace YuGong.Leads;

/// <summary>A certificate of thanks (通知 七.3), with all that is printed on it.</summary>
/// <param name="Recommender">Whom it thanks.</param>
/// <param name="Person">For whose story.</param>
/// <param name="Story">The story's id, when it was known; its page and the certificate show the same mountain.</param>
public sealed record Certificate(string Number, string Recommender, string Person, DateOnly Issued, string Code, string? Story = null);

/// <content>Certificates for the recommenders of published leads.</content>
public sealed partial class LeadRegister
{
    private static readonly JsonSerializerOptions CertificateJson =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public IReadOnlyList<Certificate> Certificates() => store.Rows(
        "SELECT number, sealed FROM certificates ORDER BY number",
        r => JsonSerializer.Deserialize<Certificate>(vault.OpenText("certificate/" + r.GetString(0), (byte[])r[1]), CertificateJson)!);

    /// <summary>Of one lead.</summary>
    public IReadOnlyList<Certificate> CertificatesOf(LeadRow row) =>
        store.Rows("SELECT number FROM certificates WHERE lead = $1", r => r.GetString(0), row.Id) is { Count: > 0 } numbers
        ? [.. Certificates().Where(c => numbers.Contains(c.Number))] : [];

    /// <summary>Published leads whose recommender is named and has no certificate yet.</summary>
    public IReadOnlyList<Lead> ToThank() =>
        [.. OpenAll().Where(l => l.Row.State == LeadState.Published && l.Form.Says(Field.Recommender)
            && store.One("SELECT 1 FROM certificates WHERE lead = $1", l.Row.Id) is null)];

    /// <summary>
    /// Gives a number and a code to every published lead whose recommender is named and has none yet. Once given they stay, also when keys
    /// change.
    /// </summary>
    public IReadOnlyList<Certificate> Issue(AuditContext occasion) => store.InOne(() =>
    {
        var issued = new List<Certificate>();
        foreach (var lead in ToThank())
        {
            issued.Add(Give(lead.Form[Field.Recommender], lead.Form[Field.Person],
                lead.Form.Says(Field.Story) ? lead.Form[Field.Story] : null, lead.Row.Id, occasion));
        }

        return issued;
    });

    /// <summary>
    /// The certificates of a list without faults, in its order; those that were given before are the same again, not anew.
    /// </summary>
    public IReadOnlyList<Certificate> Issue(IReadOnlyList<RosterRow> roster, AuditContext occasion) => store.InOne(() =>
    {
        var known = Certificates().ToList();
        var all = new List<Certificate>();
        foreach (var row in roster)
        {
            var there = row.Number.Length > 0
                ? known.First(c => c.Number == row.Number) : known.Find(c => c.Recommender == row.Recommender && c.Person == row.Person);
            if (there is null)
            {
                known.Add(there = Give(row.Recommender, row.Person, null, null, occasion));
            }

            all.Add(there);
        }

        return all;
    });

    /// <summary>
    /// Takes back the certificates of a lead that is withdrawn, and gives what they were, so that their sealed records can go too.
    /// </summary>
    public IReadOnlyList<Certificate> TakeBack(LeadRow row, AuditContext occasion) => store.InOne(() =>
    {
        var taken = CertificatesOf(row);
        foreach (var certificate in taken)
        {
            store.Run("DELETE FROM certificates WHERE number = $1", certificate.Number);
            journal.Write(occasion, "certificate taken back", row.Id, certificate.Number);
        }

        return taken;
    });

    /// <summary>What the public verify page shows to who has number and code: no more than the certificate.</summary>
    public static string PublicRecord(Certificate c) =>
        JsonSerializer.Serialize(new { c.Number, c.Recommender, c.Person, Issued = Day(c.Issued) }, CertificateJson);

    private Certificate Give(string recommender, string person, string? story, long? lead, AuditContext occasion)
    {
        var name = $"certificates {occasion.Day.Year}";
        store.Run("INSERT INTO counters (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1", name);
        var number = $"YG-Z-{occasion.Day.Year}-{(long)store.One("SELECT last FROM counters WHERE name = $1", name)!:D4}";
        var certificate = new Certificate(number, recommender, person, occasion.Day, CheckCode.Of(vault.CertificateKey(), number), story);
        store.Run("INSERT INTO certificates (number, lead, issued, sealed) VALUES ($1, $2, $3, $4)", number, lead, Day(occasion.Day),
            vault.Seal("certificate/" + number, JsonSerializer.Serialize(certificate, CertificateJson)));
        journal.Write(occasion, "certificate", lead, number);
        return certificate;
    }
}
