using System.Text.Encodings.Web;
using System.Text.Json;

namespace YuGong.Leads;

/// <summary>A certificate of thanks (通知 七.3), with all that is printed on it.</summary>
/// <param name="Recommender">Whom it thanks.</param>
/// <param name="Person">For whose story.</param>
public sealed record Certificate(string Number, string Recommender, string Person, DateOnly Issued, string Code);

/// <content>Certificates for the recommenders of published leads.</content>
public sealed partial class LeadRegister
{
    private static readonly JsonSerializerOptions CertificateJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public IReadOnlyList<Certificate> Certificates() => store.Rows(
        "SELECT number, sealed FROM certificates ORDER BY number", r => JsonSerializer.Deserialize<Certificate>(vault.OpenText("certificate/" + r.GetString(0), (byte[])r[1]), CertificateJson)!);

    /// <summary>Gives a number and a code to every published lead whose recommender is named and has none yet. Once given they stay, also when keys change.</summary>
    public IReadOnlyList<Certificate> Issue(Occasion occasion) => store.InOne(() =>
    {
        var issued = new List<Certificate>();
        foreach (var lead in OpenAll().Where(l => l.Row.State == LeadState.Published && l.Form.Says(Field.Recommender) && store.One("SELECT 1 FROM certificates WHERE lead = $1", l.Row.Id) is null).ToList())
        {
            var name = $"certificates {occasion.Day.Year}";
            store.Run("INSERT INTO counters (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1", name);
            var number = $"YG-Z-{occasion.Day.Year}-{(long)store.One("SELECT last FROM counters WHERE name = $1", name)!:D4}";
            var certificate = new Certificate(number, lead.Form[Field.Recommender], lead.Form[Field.Person], occasion.Day, CheckCode.Of(vault.CertificateKey(), number));
            store.Run("INSERT INTO certificates (number, lead, issued, sealed) VALUES ($1, $2, $3, $4)", number, lead.Row.Id, Day(occasion.Day), vault.Seal("certificate/" + number, JsonSerializer.Serialize(certificate, CertificateJson)));
            journal.Write(occasion, "certificate", lead.Row.Id, number);
            issued.Add(certificate);
        }

        return issued;
    });

    /// <summary>What the public verify page shows to who has number and code: no more than the certificate.</summary>
    public static string PublicRecord(Certificate c) => JsonSerializer.Serialize(new { c.Number, c.Recommender, c.Person, Issued = Day(c.Issued) }, CertificateJson);
}
