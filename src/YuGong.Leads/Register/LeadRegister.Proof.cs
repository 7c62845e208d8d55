using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using YuGong.Text;

namespace YuGong.Leads;

/// <content>Whether all is as it was written: the journal's chain, the ledger over every row, the anchor outside.</content>
public sealed partial class LeadRegister
{
    /// <summary>An anchor that falls behind may be on its way: another program has committed and writes it now.</summary>
    private const int Patience = 3;

    private static readonly Phrase Damaged = new("数据库文件已损坏", "the file of the database is damaged");
    private static readonly Phrase StrangeRow = new("有一行不是程序写的样子", "a row is not as the program writes them");

    private string AnchorPath => Anchor.PathOf(PathIn(Folder));

    /// <summary>How far journal and ledger have come, and eight letters of the chain's end to be noted elsewhere.</summary>
    public (long Journal, long Ledger, string Mark) Reached =>
        Anchor.Of(store) is var now
            ? (now.Journal.Count, now.Ledger.Count, Convert.ToHexStringLower(now.Journal.Link.AsSpan(0, 4))) : default;

    /// <summary>Opens everything once. Null when all is whole; otherwise the first thing that is not, without anybody's data.</summary>
    public Phrase? WhyBroken() => Faults().FirstOrDefault();

    /// <summary>Everything that is not as it was written, each in words without anybody's data.</summary>
    public IEnumerable<Phrase> Faults()
    {
        var damage = Try(() => store.One("PRAGMA integrity_check") is "ok" ? null : Damaged);
        if (damage is not null)
        {
            return [damage];
        }

        var faults = new List<Phrase?> { Anchored.Fault };
        faults.Add(Try(() => journal.FirstBroken() is { } entry ? Unchained("流水记录", "the journal", entry) : null));
        faults.Add(Try(() => ledger.FirstBroken() is { } entry ? Unchained("登记记录", "the ledger", entry) : null));
        var rows = new List<Phrase>();
        faults.Add(Try(() =>
        {
            rows.AddRange(ledger.Faults());
            return null;
        }));
        faults.AddRange(rows);
        foreach (var row in TryRows())
        {
            faults.Add(Try(() => FormOf(row.Id) is null ? Phrase.Empty : null,
                new($"线索 {row.Number} 的征集表的内容被改过或换过", $"the form of lead {row.Number} was changed or exchanged")));
        }

        foreach (var (id, bytes) in store.Rows("SELECT id FROM originals ORDER BY id", r => (r.GetInt64(0), 0)))
        {
            faults.Add(Try(() => Originals("WHERE id = $1", id) is [var original] && BytesOf(original) is null ? Phrase.Empty : null,
                new($"第 {id} 号原件被改过或换过", $"original {id} was changed or exchanged")));
        }

        faults.Add(Try(() => Certificates() is null ? Phrase.Empty : null));
        return faults.OfType<Phrase>().Distinct();
    }

    /// <summary>Holds the register to an anchor that was kept elsewhere, such as beside a backup.</summary>
    public AnchorState HoldTo(string anchor) => Anchor.Compare(store, anchor, vault);

    /// <summary>Takes the register as it is, though its anchor says otherwise; the journal says so.</summary>
    public void Accept(AuditContext occasion)
    {
        var why = Anchored.Fault?.Zh ?? "";
        Anchored = new(0, null);
        store.InOne(() => journal.Write(occasion, "anchor accepted", null, why));
    }

    /// <summary>
    /// A lead whose rows are not as they were written is not written anew: the new entry would cover what was done to it.
    /// </summary>
    /// <exception cref="CryptographicException">They are not.</exception>
    private void Demand(long lead)
    {
        if (ledger.FaultOf("lead", lead) is { } fault)
        {
            throw new AlteredException(fault);
        }
    }

    /// <summary>Begins the ledger of a register that has none; null when the anchor fits, otherwise why it does not.</summary>
    private Phrase? Settle()
    {
        if ((long)store.One(AskVersion)! == RegisterSchema.BeforeLedger)
        {
            if (File.Exists(AnchorPath) || journal.TellsOfLedger())
            {
                Anchored = new(0, new("库里的登记被拿掉了", "The ledger was taken out of the register"));
                return Anchored.Fault;
            }

            BeginLedger();
            return null;
        }

        for (var left = Patience; ; left--)
        {
            Anchored = Anchor.Compare(store, AnchorPath, vault);
            if (Anchored.Behind == 0 || Anchored.Fault is not null || left == 0)
            {
                return Anchored.Fault;
            }

            Thread.Sleep(50);
        }
    }

    private void BeginLedger() => store.InOne(() =>
    {
        store.Script(RegisterSchema.Ledger + RegisterSchema.LedgerStays);
        store.Script($"PRAGMA user_version = {RegisterSchema.Version}");
        var (leads, originals) = ((long)store.One("SELECT count(*) FROM leads")!, (long)store.One("SELECT count(*) FROM originals")!);
        journal.Note(Journal.BeginsLedger, $"{leads} leads, {originals} originals: what was done to them before is not known to it");
        ledger.WriteAll();
    });

    /// <summary>As the last of each transaction.</summary>
    private void WriteLedger()
    {
        if (Anchored is { Behind: > 0 and var behind, Fault: null })
        {
            journal.Note("anchor behind", $"{behind}");
            Anchored = new(0, null);
        }

        ledger.WriteTouched();
    }

    /// <summary>
    /// After each commit. Alone, so that of two programs the later one writes last. Where it cannot be written it falls behind, and the
    /// next opening says so.
    /// </summary>
    private void WriteAnchor()
    {
        if (Anchored.Fault is not null)
        {
            return;
        }

        try
        {
            store.Alone(() =>
            {
                var now = Anchor.Of(store);
                if (Anchor.Open(AnchorPath, vault) is not { } there || there.Journal.Count != now.Journal.Count
                    || there.Ledger.Count != now.Ledger.Count || Anchor.Lines(AnchorPath).Count > 1)
                {
                    Anchor.Write(AnchorPath, now.Line(vault));
                }
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            // Said when it is next opened.
        }
    }

    private List<LeadRow> TryRows()
    {
        try
        {
            return [.. Rows()];
        }
        catch (Exception e) when (DamageOf(e) is not null || IsStrange(e))
        {
            return []; // the ledger named the row
        }
    }

    private static Phrase? Try(Func<Phrase?> look, Phrase? otherwise = null)
    {
        try
        {
            return look();
        }
        catch (Exception e) when (DamageOf(e) is not null || IsStrange(e))
        {
            return otherwise ?? DamageOf(e) ?? StrangeRow;
        }
    }

    /// <summary>What reading makes of rows that somebody else wrote.</summary>
    private static bool IsStrange(Exception e) =>
        e is InvalidOperationException or FormatException or ArgumentException or OverflowException or KeyNotFoundException
        or System.Text.Json.JsonException;

    private static Phrase Unchained(string chinese, string english, long entry) =>
        new($"第 {entry} 条{chinese}对不上前一条", $"entry {entry} of {english} does not follow the one before it");

    private sealed class AlteredException(Phrase fault) : CryptographicException(fault.En)
    {
        public Phrase Words { get; } = fault;
    }
}
