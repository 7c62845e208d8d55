using System.Globalization;
using Microsoft.Data.Sqlite;

namespace YuGong.Leads;

/// <param name="State">Null for any.</param>
/// <param name="Text">Only leads in whose fields this occurs.</param>
public sealed record LeadFilter(LeadState? State = null, Channel? Channel = null, string? Batch = null, string? Direction = null, string? District = null, string? Text = null)
{
    public bool Fits(LeadRow row) =>
        (State is null || row.State == State) && (Channel is null || row.Channel == Channel) && (Batch is null || row.Batch == Batch)
        && (Direction is null || row.Direction == Direction) && (District is null || row.District == District);
}

/// <summary>A line of <c>leads list</c>.</summary>
public sealed record LeadLine(LeadRow Row, string Person, string Unit);

/// <content>Leads, read and changed.</content>
public sealed partial class LeadRegister
{
    private const string RowColumns = "id, year, count, received, state, since, channel, batch, direction, district";

    /// <summary>Without anything private, in the order of their numbers.</summary>
    public IReadOnlyList<LeadRow> Rows() => store.Rows($"SELECT {RowColumns} FROM leads WHERE salt IS NOT NULL ORDER BY year, count", ReadRow);

    public LeadRow? Find(LeadNumber number) =>
        store.Rows($"SELECT {RowColumns} FROM leads WHERE year = $1 AND count = $2 AND salt IS NOT NULL", ReadRow, number.Year, number.Count).FirstOrDefault();

    /// <summary>Names and employers are opened, nothing else; a search opens everything.</summary>
    public IReadOnlyList<LeadLine> List(LeadFilter filter)
    {
        var names = SealedOf(Field.Person);
        var units = SealedOf(Field.Unit);
        var hits = filter.Text is { Length: > 0 } text ? Holding(text) : null;
        return
        [
            .. Rows().Where(row => filter.Fits(row) && (hits is null || hits.Contains(row.Id) || row.Number.ToString().Contains(filter.Text!, StringComparison.OrdinalIgnoreCase)))
                .Select(row => new LeadLine(row, OpenOr(names, row.Id, Field.Person), OpenOr(units, row.Id, Field.Unit))),
        ];
    }

    public Lead? Open(LeadNumber number) => Find(number) is { } row ? new(row, FormOf(row.Id), LinksOf(row.Id)) : null;

    /// <summary>Every lead, opened one after the other.</summary>
    public IEnumerable<Lead> OpenAll() => Rows().Select(row => new Lead(row, FormOf(row.Id), LinksOf(row.Id)));

    /// <summary>Writes a field; an empty text takes it away.</summary>
    public void Set(LeadRow row, Field field, string text, Occasion occasion) => store.InOne(() =>
    {
        WriteField(row.Id, field, text);
        journal.Write(occasion, "set", row.Id, FormFields.TagOf(field));
        if (field <= Field.Relation)
        {
            WritePrints(row.Id, FormOf(row.Id));
        }
    });

    public void Classify(LeadRow row, Occasion occasion) => store.InOne(() =>
    {
        store.Run(
            "UPDATE leads SET channel = $1, batch = $2, direction = $3, district = $4 WHERE id = $5",
            row.Channel is { } channel ? LeadWords.Id(channel) : null, row.Batch, row.Direction, row.District, row.Id);
        journal.Write(occasion, "classify", row.Id);
    });

    public void Move(LeadRow row, LeadState to, string reason, Occasion occasion) => store.InOne(() =>
    {
        store.Run("UPDATE leads SET state = $1, since = $2 WHERE id = $3", LeadWords.Id(to), Day(occasion.Day), row.Id);
        journal.Write(occasion, $"move {LeadWords.Id(row.State)} {LeadWords.Id(to)}", row.Id, reason);
    });

    /// <summary>Says in the journal what was done without a change: shown, exported.</summary>
    public void Note(Occasion occasion, string act, LeadRow? row = null, string detail = "") => store.InOne(() => journal.Write(occasion, act, row?.Id, detail));

    public IReadOnlyList<JournalEntry> ReadJournal(LeadRow? row = null) => journal.Read(row?.Id);

    internal LeadForm FormOf(long lead) => new(store.Rows(
        "SELECT name, sealed FROM fields WHERE lead = $1",
        r => KeyValuePair.Create(FieldOf(r.GetString(0)), vault.OpenText(PlaceOf(lead, r.GetString(0)), (byte[])r[1])),
        lead));

    internal long Insert(LeadForm form, Classification classification, Occasion occasion)
    {
        var year = classification.Received.Year;
        store.Run("INSERT INTO counters (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1", $"leads {year}");
        var count = (long)store.One("SELECT last FROM counters WHERE name = $1", $"leads {year}")!;
        store.Run(
            "INSERT INTO leads (year, count, received, state, since, channel, batch, direction, district, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            year, count, Day(classification.Received), LeadWords.Id(LeadState.Received), Day(classification.Received), classification.Channel is { } c ? LeadWords.Id(c) : null,
            classification.Batch, classification.Direction, classification.District, System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        var id = store.LastId;
        foreach (var (field, text) in form.Written)
        {
            WriteField(id, field, text);
        }

        WritePrints(id, form);
        journal.Write(occasion, "received", id);
        return id;
    }

    private static string PlaceOf(long lead, string name) => string.Create(CultureInfo.InvariantCulture, $"lead/{lead}/{name}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Field FieldOf(string name) => FormFields.Find(name)?.Field ?? Enum.Parse<Field>(name, ignoreCase: true);

    private static LeadRow ReadRow(SqliteDataReader r) => new(
        r.GetInt64(0), new(r.GetInt32(1), r.GetInt32(2)), Day(r.GetString(3)), LeadWords.StateOf(r.GetString(4))!.Value, Day(r.GetString(5)),
        r.IsDBNull(6) ? null : LeadWords.ChannelOf(r.GetString(6)), r.IsDBNull(7) ? null : r.GetString(7), r.IsDBNull(8) ? null : r.GetString(8), r.IsDBNull(9) ? null : r.GetString(9));

    private Dictionary<long, byte[]> SealedOf(Field field) => store.Rows(
        "SELECT lead, sealed FROM fields WHERE name = $1", r => (r.GetInt64(0), (byte[])r[1]), FormFields.TagOf(field)).ToDictionary(x => x.Item1, x => x.Item2);

    private string OpenOr(Dictionary<long, byte[]> boxes, long lead, Field field) =>
        boxes.TryGetValue(lead, out var box) ? vault.OpenText(PlaceOf(lead, FormFields.TagOf(field)), box) : "";

    private HashSet<long> Holding(string text) => store.Rows(
        "SELECT lead, name, sealed FROM fields",
        r => (Lead: r.GetInt64(0), Text: vault.OpenText(PlaceOf(r.GetInt64(0), r.GetString(1)), (byte[])r[2])))
        .Where(f => f.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(f => f.Lead).ToHashSet();

    private List<LeadNumber> LinksOf(long lead) => store.Rows(
        "SELECT l.year, l.count FROM links k JOIN leads l ON l.id = k.other WHERE k.lead = $1 ORDER BY l.year, l.count", r => new LeadNumber(r.GetInt32(0), r.GetInt32(1)), lead);

    private void WriteField(long lead, Field field, string text)
    {
        var name = FormFields.TagOf(field);
        if (text.Length == 0)
        {
            store.Run("DELETE FROM fields WHERE lead = $1 AND name = $2", lead, name);
            return;
        }

        store.Run(
            "INSERT INTO fields (lead, name, sealed) VALUES ($1, $2, $3) ON CONFLICT (lead, name) DO UPDATE SET sealed = excluded.sealed",
            lead, name, vault.Seal(PlaceOf(lead, name), text));
    }
}
