namespace YuGong.Leads;

/// <summary>What is known of a lead besides its form.</summary>
public sealed record Classification(DateOnly Received, Channel? Channel, string? Batch, string? Direction, string? District);

/// <param name="Number">Of the lead that now stands for the form: a new one, or the one that said the same before.</param>
/// <param name="Same">Earlier leads of perhaps the same person.</param>
public sealed record Registered(LeadNumber Number, bool IsNew, IReadOnlyList<LeadNumber> Same);

/// <summary>A file as it came.</summary>
/// <param name="Held">Why no lead came of it; null when one did.</param>
public sealed record StoredOriginal(long Id, DateOnly Received, string Kind, string? Held, string Name);

/// <content>What comes in: originals and the leads in them.</content>
public sealed partial class LeadRegister
{
    /// <summary>All of the work is kept, or nothing of it.</summary>
    public void Together(Action work) => store.InOne(work);

    /// <summary>Keeps a file as it came; the same bytes are kept once.</summary>
    public (long Id, bool IsNew) Keep(string kind, string name, byte[] bytes, AuditContext occasion) => store.InOne(() =>
    {
        var print = vault.Print("file", bytes);
        if (store.One("SELECT id FROM originals WHERE print = $1", print) is long known)
        {
            return (known, false);
        }

        // The place of a sealed original is its print: it is known before the row has an id.
        var place = "original/" + Convert.ToHexStringLower(print);
        store.Run(
            "INSERT INTO originals (print, received, kind, held, name, sealed) VALUES ($1, $2, $3, NULL, $4, $5)",
            print, Day(occasion.Day), kind, vault.Seal(place + "/name", name), vault.Seal(place, bytes));
        return (store.LastId, true);
    });

    /// <summary>Says why no lead came of a file, or with null that one did after all.</summary>
    public void Hold(long original, string? why) => store.Run("UPDATE originals SET held = $1 WHERE id = $2", why, original);

    /// <summary>Registers a form, or finds the lead that already says the same.</summary>
    public Registered Register(LeadForm form, Classification classification, long original, AuditContext occasion) => store.InOne(() =>
    {
        var known = (long?)store.One("SELECT lead FROM prints WHERE print = $1", vault.Print("form", DuplicateCheck.OfForm(form)));
        if (known is { } same)
        {
            Demand(same);
            store.Run("INSERT OR IGNORE INTO sources (lead, original) VALUES ($1, $2)", same, original);
            return new Registered(NumberOf(same), false, []);
        }

        var id = Insert(form, classification, occasion);
        store.Run("INSERT INTO sources (lead, original) VALUES ($1, $2)", id, original);
        return new(NumberOf(id), true, LinkLikePeople(id, form));
    });

    public IReadOnlyList<LeadNumber> LeadsIn(long original) => store.Rows(
        "SELECT l.year, l.count FROM sources s JOIN leads l ON l.id = s.lead WHERE s.original = $1 ORDER BY l.year, l.count",
        r => new LeadNumber(r.GetInt32(0), r.GetInt32(1)), original);

    /// <summary>Files that no lead came of yet.</summary>
    public IReadOnlyList<StoredOriginal> Held() => Originals("WHERE held IS NOT NULL", null);

    public IReadOnlyList<StoredOriginal> OriginalsOf(LeadRow row) =>
        Originals("WHERE id IN (SELECT original FROM sources WHERE lead = $1)", row.Id);

    public byte[] BytesOf(StoredOriginal original)
    {
        var (print, box) = store.Rows("SELECT print, sealed FROM originals WHERE id = $1", r => ((byte[])r[0], (byte[])r[1]),
            original.Id)[0];
        return vault.Open("original/" + Convert.ToHexStringLower(print), box);
    }

    private List<StoredOriginal> Originals(string where, long? lead) => store.Rows(
        $"SELECT id, received, kind, held, name, print FROM originals {where} ORDER BY id",
        r => new StoredOriginal(
            r.GetInt64(0), Day(r.GetString(1)), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3),
            vault.OpenText($"original/{Convert.ToHexStringLower((byte[])r[5])}/name", (byte[])r[4])),
        lead is null ? [] : [lead]);

    private LeadNumber NumberOf(long lead) =>
        store.Rows("SELECT year, count FROM leads WHERE id = $1", r => new LeadNumber(r.GetInt32(0), r.GetInt32(1)), lead)[0];

    private void WritePrints(long lead, LeadForm form)
    {
        store.Run("DELETE FROM prints WHERE lead = $1", lead);
        store.Run("INSERT OR IGNORE INTO prints (print, lead) VALUES ($1, $2)", vault.Print("form", DuplicateCheck.OfForm(form)), lead);
        foreach (var likeness in DuplicateCheck.OfPerson(form))
        {
            store.Run("INSERT OR IGNORE INTO prints (print, lead) VALUES ($1, $2)", vault.Print("person", likeness), lead);
        }
    }

    private List<LeadNumber> LinkLikePeople(long lead, LeadForm form)
    {
        var others = new SortedSet<long>();
        foreach (var likeness in DuplicateCheck.OfPerson(form))
        {
            others.UnionWith(store.Rows("SELECT lead FROM prints WHERE print = $1 AND lead <> $2", r => r.GetInt64(0),
                vault.Print("person", likeness), lead));
        }

        foreach (var other in others)
        {
            Demand(other);
            store.Run("INSERT OR IGNORE INTO links (lead, other) VALUES ($1, $2), ($2, $1)", lead, other);
        }

        return [.. others.Select(NumberOf)];
    }
}
