namespace YuGong.Leads;

/// <summary>The tables. Every BLOB but prints, salts and links of the chain is sealed; no column of text holds anything of a person.</summary>
internal static class RegisterSchema
{
    public const long Version = 2;

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

    public const string Rewritable = "DROP TRIGGER journal_stays; DROP TRIGGER journal_is_whole;";
}
