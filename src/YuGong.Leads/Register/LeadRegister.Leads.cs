using System.Globalization;
using Microsoft.Data.Sqlite;

namespace YuGong.Leads;

/// <param name="State">Null for any.</param>
/// <param name="Text">Only leads in whose fields this occurs.</param>
/// <param name="Assigned">Only those that this person sees to; empty for those that nobody does. Lists ask for it, sheets do not.</param>
public sealed record LeadFilter(LeadState? State = null, Channel? Channel = null, string? Batch = null, string? Direction = null,
    string? District = null, string? Text = null, string? Assigned = null)
{
    public bool Fits(LeadRow row) =>
        (State is null || row.State == State) && (Channel is null || row.Channel == Channel) && (Batch is null || row.Batch == Batch)
        && (Direction is null || row.Direction == Direction) && (District is null || row.District == District);
}

/// <summary>A line of <c>leads list</c>.</summary>
/// <param name="Assigned">Who sees to it; empty for nobody.</param>
public sealed record LeadLine(LeadRow Row, string Person, string Unit, string Assigned);

/// <content>Leads, read and changed.</content>
public sealed partial class LeadRegister
{
    /// <summary>So many leads are handed to another core together.</summary>
    private const int AtOnce = 512;

    private const string RowColumns = "id, year, count, received, state, since, channel, batch, direction, district";

    /// <summary>Without anything private, in the order of their numbers.</summary>
    public IReadOnlyList<LeadRow> Rows() =>
        store.Rows($"SELECT {RowColumns} FROM leads WHERE salt IS NOT NULL ORDER BY year, count", ReadRow);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Its rows are not as they were written.</exception>
    public LeadRow? Find(LeadNumber number)
    {
        if (store.One("SELECT id FROM leads WHERE year = $1 AND count = $2 AND salt IS NOT NULL", number.Year, number.Count) is not long id)
        {
            return null;
        }

        Demand(id);
        return store.Rows($"SELECT {RowColumns} FROM leads WHERE id = $1", ReadRow, id)[0];
    }

    /// <summary>
    /// Names and employers of the leads that fit; with a text, of those in whose fields it occurs. While the disk is read on, another core
    /// opens what was read.
    /// </summary>
    public IReadOnlyList<LeadLine> List(LeadFilter filter)
    {
        var opening = new List<Task<List<LeadLine>>>();
        var read = new List<SealedLead>(AtOnce);
        store.Each(
            $"SELECT {RowColumns}, sealed FROM leads LEFT JOIN forms ON lead = id WHERE salt IS NOT NULL ORDER BY year, count",
            r =>
            {
                if (ReadRow(r) is var row && filter.Fits(row))
                {
                    read.Add(new(row, r.IsDBNull(10) ? null : r.GetFieldValue<byte[]>(10)));
                }

                if (read.Count == AtOnce)
                {
                    Hand();
                }
            });
        Hand();
        return [.. opening.SelectMany(lines => lines.GetAwaiter().GetResult())];

        void Hand()
        {
            var (some, own) = (read, vault.ForThread());
            opening.Add(Task.Run(() => Lines(some, filter, own)));
            read = new(AtOnce);
        }
    }

    public Lead? Open(LeadNumber number) => Find(number) is { } row ? new(row, FormOf(row.Id), LinksOf(row.Id)) : null;

    /// <summary>Every lead, opened one after the other.</summary>
    public IEnumerable<Lead> OpenAll() => Rows().Select(row => new Lead(row, FormOf(row.Id), LinksOf(row.Id)));

    /// <summary>Writes a field; an empty text takes it away.</summary>
    public void Set(LeadRow row, Field field, string text, AuditContext occasion) => store.InOne(() =>
    {
        var form = FormOf(row.Id).With(field, text);
        WriteForm(row.Id, form);
        journal.Write(occasion, "set", row.Id, LeadFormFields.TagOf(field));
        if (field <= Field.Relation)
        {
            WritePrints(row.Id, form);
        }
    });

    public void Classify(LeadRow row, AuditContext occasion) => store.InOne(() =>
    {
        store.Run(
            "UPDATE leads SET channel = $1, batch = $2, direction = $3, district = $4 WHERE id = $5",
            row.Channel is { } channel ? LeadLabels.Id(channel) : null, row.Batch, row.Direction, row.District, row.Id);
        journal.Write(occasion, "classify", row.Id);
    });

    public void Move(LeadRow row, LeadState to, string reason, AuditContext occasion) => store.InOne(() =>
    {
        store.Run("UPDATE leads SET state = $1, since = $2 WHERE id = $3", LeadLabels.Id(to), Day(occasion.Day), row.Id);
        journal.Write(occasion, $"move {LeadLabels.Id(row.State)} {LeadLabels.Id(to)}", row.Id, reason);
        if (to is LeadState.Declined or LeadState.Withdrawn)
        {
            links.Forget(row.Number, vault);
        }
    });

    /// <summary>Says in the journal what was done without a change: shown, exported.</summary>
    public void Note(AuditContext occasion, string act, LeadRow? row = null, string detail = "") =>
        store.InOne(() => journal.Write(occasion, act, row?.Id, detail));

    public IReadOnlyList<JournalEntry> ReadJournal(LeadRow? row = null) => journal.Read(row?.Id);

    internal LeadForm FormOf(long lead) => BoxOf(lead) is { } box ? FormBytes.Read(vault.Open(PlaceOf(lead), box)) : LeadForm.Empty;

    internal long Insert(LeadForm form, Classification classification, AuditContext occasion)
    {
        var year = classification.Received.Year;
        store.Run("INSERT INTO counters (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1", $"leads {year}");
        var count = (long)store.One("SELECT last FROM counters WHERE name = $1", $"leads {year}")!;
        store.Run(
            "INSERT INTO leads (year, count, received, state, since, channel, batch, direction, district, salt) VALUES ($1, $2, $3, "
                + "$4, $5, $6, $7, $8, $9, $10)",
            year, count, Day(classification.Received), LeadLabels.Id(LeadState.Received), Day(classification.Received),
            classification.Channel is { } c ? LeadLabels.Id(c) : null,
            classification.Batch, classification.Direction, classification.District,
            System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        var id = store.LastId;
        WriteForm(id, form);
        WritePrints(id, form);
        journal.Write(occasion, "received", id);
        return id;
    }

    private static string PlaceOf(long lead) => string.Create(CultureInfo.InvariantCulture, $"lead/{lead}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static LeadRow ReadRow(SqliteDataReader r) => new()
    {
        Id = r.GetInt64(0), Number = new(r.GetInt32(1), r.GetInt32(2)), Received = Day(r.GetString(3)),
        State = LeadLabels.StateOf(r.GetString(4))!.Value, Since = Day(r.GetString(5)),
        Channel = r.IsDBNull(6) ? null : LeadLabels.ChannelOf(r.GetString(6)), Batch = r.IsDBNull(7) ? null : r.GetString(7),
        Direction = r.IsDBNull(8) ? null : r.GetString(8), District = r.IsDBNull(9) ? null : r.GetString(9),
    };

    private static List<LeadLine> Lines(List<SealedLead> leads, LeadFilter filter, Vault own)
    {
        using (own)
        {
            var lines = new List<LeadLine>(leads.Count);
            foreach (var (row, box) in leads)
            {
                var form = box is null ? [] : own.Open(PlaceOf(row.Id), box);
                var (person, unit, assigned) = FormBytes.Heading(form);
                if ((filter.Assigned is null || filter.Assigned == assigned) && (filter.Text is not { Length: > 0 } text
                    || FormBytes.Holds(form, text) || row.Number.ToString().Contains(text, StringComparison.OrdinalIgnoreCase)))
                {
                    lines.Add(new(row, person, unit, assigned));
                }
            }

            return lines;
        }
    }

    private byte[]? BoxOf(long lead) => (byte[]?)store.One("SELECT sealed FROM forms WHERE lead = $1", lead);

    private List<LeadNumber> LinksOf(long lead) => store.Rows(
        "SELECT l.year, l.count FROM links k JOIN leads l ON l.id = k.other WHERE k.lead = $1 ORDER BY l.year, l.count",
        r => new LeadNumber(r.GetInt32(0), r.GetInt32(1)), lead);

    private void WriteForm(long lead, LeadForm form) => store.Run(
        "INSERT INTO forms (lead, sealed) VALUES ($1, $2) ON CONFLICT (lead) DO UPDATE SET sealed = excluded.sealed", lead,
        vault.Seal(PlaceOf(lead), FormBytes.Write(form)));

    private sealed record SealedLead(LeadRow Row, byte[]? Box);
}
