namespace YuGong.Leads;

/// <summary>
/// The tables. Every BLOB but prints, salts, digests and links of the chains is sealed; no column of text holds anything of a person.
/// </summary>
internal static class RegisterSchema
{
    public const long Version = 3;

    /// <summary>Of registers without a ledger; they get one when they are opened.</summary>
    public const long BeforeLedger = 2;

    public const string Sql = """
        CREATE TABLE keyring (id INTEGER PRIMARY KEY CHECK (id = 1), kind TEXT NOT NULL, salt BLOB NOT NULL, rounds INTEGER NOT NULL, wrapped BLOB NOT NULL);
        CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL);
        CREATE TABLE leads (
            id INTEGER PRIMARY KEY, year INTEGER NOT NULL, count INTEGER NOT NULL, received TEXT NOT NULL, state TEXT NOT NULL, since TEXT NOT NULL,
            channel TEXT, batch TEXT, direction TEXT, district TEXT, salt BLOB, UNIQUE (year, count));
        CREATE TABLE forms (lead INTEGER PRIMARY KEY REFERENCES leads, sealed BLOB NOT NULL);
        CREATE TABLE prints (print BLOB NOT NULL, lead INTEGER NOT NULL REFERENCES leads, PRIMARY KEY (print, lead)) WITHOUT ROWID;
        CREATE INDEX prints_of ON prints (lead);
        CREATE TABLE links (lead INTEGER NOT NULL REFERENCES leads, other INTEGER NOT NULL REFERENCES leads, PRIMARY KEY (lead, other)) WITHOUT ROWID;
        CREATE TABLE originals (id INTEGER PRIMARY KEY, print BLOB NOT NULL UNIQUE, received TEXT NOT NULL, kind TEXT NOT NULL, held TEXT, name BLOB NOT NULL, sealed BLOB NOT NULL);
        CREATE TABLE sources (lead INTEGER NOT NULL REFERENCES leads, original INTEGER NOT NULL REFERENCES originals, PRIMARY KEY (lead, original)) WITHOUT ROWID;
        CREATE INDEX sources_of ON sources (original);
        CREATE TABLE certificates (number TEXT PRIMARY KEY, lead INTEGER REFERENCES leads, issued TEXT NOT NULL, sealed BLOB NOT NULL);
        CREATE TABLE journal (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, lead INTEGER, act TEXT NOT NULL, by BLOB NOT NULL, detail BLOB NOT NULL, chain BLOB NOT NULL);
        """;

    /// <summary>What is written stays. Only a change of the key writes the journal anew, and says so in it.</summary>
    public const string AppendOnly = """
        CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_is_whole BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """;

    public const string Rewritable = "DROP TRIGGER IF EXISTS journal_stays; DROP TRIGGER IF EXISTS journal_is_whole;";

    /// <summary>What every other row was when it was last written; see <see cref="YuGong.Leads.Ledger"/>.</summary>
    public const string Ledger = """
        CREATE TABLE ledger (id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, digest BLOB, chain BLOB NOT NULL);
        CREATE INDEX ledger_of ON ledger (subject, id);
        """;

    public const string LedgerStays = """
        CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER ledger_is_whole BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        """;

    public const string LedgerRewritable = "DROP TRIGGER IF EXISTS ledger_stays; DROP TRIGGER IF EXISTS ledger_is_whole;";

    /// <summary>
    /// Notes of a connection which subjects it has changed since the last commit; whoever writes a row cannot forget to say so.
    /// </summary>
    public static string Touching { get; } =
        "CREATE TEMP TABLE touched (kind TEXT NOT NULL, id NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;" + string.Concat(
        Touch("leads", "lead", "id"), Touch("forms", "lead", "lead"), Touch("prints", "lead", "lead"), Touch("links", "lead", "lead"),
        Touch("sources", "lead", "lead"),
        Touch("originals", "original", "id"), Touch("certificates", "certificate", "number"), Touch("counters", "counter", "name"),
        Touch("keyring", "keyring", "id"));

    private static string Touch(string table, string kind, string id) => string.Concat(
        new[] { ("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD") }.Select(x =>
            $"CREATE TEMP TRIGGER touched_{table}_{x.Item1} AFTER {x.Item1} ON main.{table} BEGIN "
            + $"INSERT INTO touched SELECT '{kind}', {x.Item2}.{id} WHERE NOT EXISTS (SELECT 1 FROM touched WHERE kind = '{kind}' AND "
                + $"id = {x.Item2}.{id}); END;"));
}
