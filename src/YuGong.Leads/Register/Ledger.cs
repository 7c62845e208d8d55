using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>How far a chain has come: the count of its entries and the last one's link.</summary>
internal sealed record ChainHead(long Count, byte[] Link)
{
    public static ChainHead None { get; } = new(0, []);
}

/// <summary>
/// What every lead, original, certificate, counter and the keyring were when they were last written: a digest of their rows
/// under the store's key, chained like the journal. Whoever changes the file by other means cannot write such an entry, and
/// whoever puts an older row back meets a newer one.
/// </summary>
internal sealed class Ledger(Store store, Vault vault)
{
    private const int PartSize = 16;

    /// <summary>What the parts of a lead's digest stand for, in words for a finding.</summary>
    private static readonly Phrase[] LeadParts =
    [
        new("状态、归类或编号", "state, place or number"), new("征集表的内容", "form"), new("来源、联系或查重指纹", "sources, links or prints"),
    ];

    /// <summary>Everything there is, by its kind.</summary>
    private static readonly (string Kind, string Sql)[] Everything =
    [
        ("lead", "SELECT id FROM leads UNION SELECT lead FROM forms UNION SELECT lead FROM sources UNION SELECT lead FROM links UNION "
            + "SELECT lead FROM prints"),
        ("original", "SELECT id FROM originals"), ("certificate", "SELECT number FROM certificates"),
        ("counter", "SELECT name FROM counters"), ("keyring", "SELECT id FROM keyring"),
    ];

    public ChainHead Head => HeadOf(store, "ledger");

    public static ChainHead HeadOf(Store store, string table) =>
        store.Rows($"SELECT id, chain FROM {table} ORDER BY id DESC LIMIT 1", r => new ChainHead(r.GetInt64(0), (byte[])r[1]))
            .FirstOrDefault() ?? ChainHead.None;

    /// <summary>The link of one entry; null where there is none.</summary>
    public static byte[]? LinkAt(Store store, string table, long count) =>
        count == 0 ? [] : (byte[]?)store.One($"SELECT chain FROM {table} WHERE id = $1", count);

    /// <summary>Writes down what was changed since the last commit, as part of it.</summary>
    public void WriteTouched()
    {
        var touched = store.Rows("SELECT kind, id FROM touched ORDER BY kind, id", r => (Kind: r.GetString(0), Id: r.GetValue(1)));
        if (touched.Count == 0)
        {
            return;
        }

        var before = Head.Link;
        foreach (var (kind, id) in touched)
        {
            before = Append(before, SubjectOf(kind, id), DigestOf(kind, id));
        }

        store.Run("DELETE FROM touched");
    }

    /// <summary>Writes down everything there is, for a register that had no ledger, or one whose key is new.</summary>
    public void WriteAll()
    {
        foreach (var (kind, sql) in Everything)
        {
            foreach (var id in store.Rows(sql, r => r.GetValue(0)))
            {
                store.Run("INSERT OR IGNORE INTO touched VALUES ($1, $2)", kind, id);
            }
        }

        WriteTouched();
    }

    /// <summary>The first entry whose link does not hold; null when all do.</summary>
    public long? FirstBroken()
    {
        byte[] before = [];
        long last = 0;
        long? broken = null;
        store.Each("SELECT id, subject, digest, chain FROM ledger ORDER BY id", r =>
        {
            var (id, link) = (r.GetInt64(0), (byte[])r[3]);
            var whole = id == last + 1
                && CryptographicOperations.FixedTimeEquals(vault.Chain(before, Bytes(r.GetString(1), r.IsDBNull(2) ? null : (byte[])r[2])),
                link);
            broken ??= whole ? null : last + 1;
            (before, last) = (link, id);
        });
        return broken;
    }

    /// <summary>What of one thing is not as it was written; null when all is, and for what this transaction has written itself.</summary>
    public Phrase? FaultOf(string kind, object id)
    {
        if (store.One("SELECT 1 FROM touched WHERE kind = $1 AND id = $2", kind, id) is not null)
        {
            return null;
        }

        var subject = SubjectOf(kind, id);
        var then = (byte[]?)store.One("SELECT digest FROM ledger WHERE subject = $1 ORDER BY id DESC LIMIT 1", subject);
        var now = DigestOf(kind, id);
        return then is null ? WordsOf(subject) + new Phrase("不是程序写进去的", " was not written by the program")
            : now is null || !CryptographicOperations.FixedTimeEquals(now, then) ? WordsOf(subject) + WhatChanged(kind, now, then)
            : null;
    }

    /// <summary>What is not as it was written, in words without anybody's data.</summary>
    public IEnumerable<Phrase> Faults()
    {
        var written = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        store.Each("SELECT subject, digest FROM ledger ORDER BY id", r => written[r.GetString(0)] = r.IsDBNull(1) ? null : (byte[])r[1]);
        foreach (var (kind, sql) in Everything)
        {
            foreach (var id in store.Rows(sql, r => r.GetValue(0)))
            {
                var subject = SubjectOf(kind, id);
                if (!written.Remove(subject, out var then) || then is null)
                {
                    yield return WordsOf(subject) + new Phrase("不是程序写进去的", " was not written by the program");
                }
                else if (DigestOf(kind, id) is var now && (now is null || !CryptographicOperations.FixedTimeEquals(now, then)))
                {
                    yield return WordsOf(subject) + WhatChanged(kind, now, then);
                }
            }
        }

        foreach (var (subject, _) in written.Where(w => w.Value is not null).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            yield return WordsOf(subject) + new Phrase("不见了", " is gone");
        }
    }

    public void Clear()
    {
        store.Script(RegisterSchema.LedgerRewritable);
        store.Run("DELETE FROM ledger");
        store.Run("DELETE FROM sqlite_sequence WHERE name = 'ledger'");
        store.Script(RegisterSchema.LedgerStays);
    }

    private static Phrase WordsOf(string subject) => subject.Split('/', 2) switch
    {
        ["lead", var number] => new($"线索 {number} ", $"lead {number}"),
        ["original", var id] => new($"第 {id} 号原件", $"original {id}"),
        ["certificate", var number] => new($"证书 {number} ", $"certificate {number}"),
        ["counter", var name] => new($"编号的计数({name})", $"the count of numbers ({name})"),
        _ => new("钥匙环", "the keyring"),
    };

    private static Phrase WhatChanged(string kind, byte[]? now, byte[] then)
    {
        if (kind != "lead" || now is null || now.Length != then.Length)
        {
            return new("被改过或换过", " was changed or exchanged");
        }

        var changed = LeadParts
            .Where((_, i) => !now.AsSpan(i * PartSize, PartSize).SequenceEqual(then.AsSpan(i * PartSize, PartSize))).ToList();
        return new($"的{string.Join("和", changed.Select(c => c.Zh))}被改过或换过",
            $": {string.Join(" and ", changed.Select(c => c.En))} changed or exchanged");
    }

    /// <summary>Leads by the numbers that people know: should a row be gone, its number is still said.</summary>
    private string SubjectOf(string kind, object id)
    {
        if (kind != "lead")
        {
            return string.Create(CultureInfo.InvariantCulture, $"{kind}/{id}");
        }

        var number = store.Rows("SELECT year, count FROM leads WHERE id = $1", r => new LeadNumber(r.GetInt32(0), r.GetInt32(1)), id);
        return number is [var one] ? $"lead/{one}" : string.Create(CultureInfo.InvariantCulture, $"lead/#{id}");
    }

    private byte[] Append(byte[] before, string subject, byte[]? digest)
    {
        var link = vault.Chain(before, Bytes(subject, digest));
        store.Run("INSERT INTO ledger (subject, digest, chain) VALUES ($1, $2, $3)", subject, digest, link);
        return link;
    }

    /// <summary>
    /// Null for what is not there (any more). Of sealed originals the nonce and tag stand for the whole: whoever has not the key cannot
    /// change the rest under them.
    /// </summary>
    private byte[]? DigestOf(string kind, object id) => kind switch
    {
        "lead" => LeadDigest(id),
        "original" =>
            Rows("SELECT id, print, received, kind, held, name, substr(sealed, 1, 28), length(sealed) FROM originals WHERE id = $1", id),
        "certificate" => Rows("SELECT number, lead, issued, sealed FROM certificates WHERE number = $1", id),
        "counter" => Rows("SELECT name, last FROM counters WHERE name = $1", id),
        _ => Rows("SELECT kind, salt, rounds, wrapped FROM keyring WHERE id = $1", id),
    };

    private byte[]? LeadDigest(object id)
    {
        var row = Rows("SELECT id, year, count, received, state, since, channel, batch, direction, district, salt FROM leads WHERE id = $1",
            id);
        var form = Rows("SELECT lead, sealed FROM forms WHERE lead = $1", id);
        var ties = Rows(
            "SELECT 's', original, NULL FROM sources WHERE lead = $1 UNION ALL SELECT 'l', other, NULL FROM links WHERE lead = $1 "
                + "UNION ALL SELECT 'p', NULL, print FROM prints WHERE lead = $1 ORDER BY 1, 2, 3", id);
        return row is null && form is null && ties is null
            ? null : [.. row ?? new byte[PartSize], .. form ?? new byte[PartSize], .. ties ?? new byte[PartSize]];
    }

    /// <summary>The digest of all rows that a query gives, in its order; null when it gives none.</summary>
    private byte[]? Rows(string sql, object id)
    {
        using var bytes = new MemoryStream();
        var count = 0;
        store.Each(sql, r =>
        {
            count++;
            for (var i = 0; i < r.FieldCount; i++)
            {
                Write(bytes, r.GetValue(i));
            }
        }, id);
        return count == 0 ? null : vault.Print("row", bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Each value behind its kind and its length, so that no two rows are the same bytes.</summary>
    private static void Write(MemoryStream bytes, object value)
    {
        var (kind, data) = value switch
        {
            byte[] blob => ((byte)'b', blob),
            DBNull => ((byte)'n', []),
            long whole => ((byte)'i', Encoding.ASCII.GetBytes(whole.ToString(CultureInfo.InvariantCulture))),
            var text => ((byte)'t', Encoding.UTF8.GetBytes((string)text)),
        };
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        bytes.WriteByte(kind);
        bytes.Write(length);
        bytes.Write(data);
    }

    private static byte[] Bytes(string subject, byte[]? digest) => [.. Encoding.UTF8.GetBytes(subject + "\n"), .. digest ?? []];
}
