using System.Globalization;
using System.Text;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>How the anchor beside a database stands to it.</summary>
/// <param name="Behind">So many entries were written after it: the program, or the machine, died in between.</param>
/// <param name="Fault">Why the database is not the one that the anchor was written for, in words; null when it is.</param>
public sealed record AnchorState(long Behind, Phrase? Fault);

/// <summary>
/// How far journal and ledger had come, sealed in a file beside the database. It is written after each commit, so it may fall behind
/// by what was committed last, and never runs ahead: a database that has less than its anchor was put back or cut.
/// Who puts both back to one day is not seen by it; an anchor kept elsewhere shows that.
/// </summary>
internal sealed record Anchor(ChainHead Journal, ChainHead Ledger)
{
    private const string Place = "anchor";

    public static string PathOf(string database) => database + ".anchor";

    public static Anchor Of(Store store) => new(YuGong.Leads.Ledger.HeadOf(store, "journal"), YuGong.Leads.Ledger.HeadOf(store, "ledger"));

    /// <summary>A line of the file. While the key changes there are two, one for each key.</summary>
    public string Line(Vault vault) => Convert.ToBase64String(vault.Seal(Place, string.Create(
        CultureInfo.InvariantCulture,
        $"{Journal.Count} {Convert.ToHexStringLower(Journal.Link)} {Ledger.Count} {Convert.ToHexStringLower(Ledger.Link)}")));

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, params IEnumerable<string> lines) =>
        PrivateFile.Write(path, Encoding.ASCII.GetBytes(string.Concat(lines.Select(l => l + "\n"))));

    /// <summary>The lines as they stand there; none where there is no file.</summary>
    public static IReadOnlyList<string> Lines(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length < 4096 ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The anchor that this key opens; null when there is none.</summary>
    public static Anchor? Open(string path, Vault vault) =>
        Lines(path).Select(line => OpenLine(line, vault)).FirstOrDefault(a => a is not null);

    /// <summary>Holds the database to an anchor.</summary>
    public static AnchorState Compare(Store store, string path, Vault vault)
    {
        // The anchor first: it is written after what it stands for, so that what is read second is never older.
        if (!File.Exists(path))
        {
            return new(0, new("锚的文件不见了", "The anchor's file is gone"));
        }

        if (Open(path, vault) is not { } anchor)
        {
            return new(0, new("锚的文件打不开:坏了,或者是别的库的、换钥匙以前的",
                "The anchor does not open: it is damaged, of another register, or from before the key was changed"));
        }

        var (now, faults) = (Of(store), new List<Phrase>());
        foreach (var (table, name, then,
            head) in new[] { ("journal", new Phrase("流水", "entries of the journal"), anchor.Journal, now.Journal),
            ("ledger", new("登记", "entries of the ledger"), anchor.Ledger, now.Ledger) })
        {
            if (head.Count < then.Count)
            {
                faults.Add(new($"锚记着 {then.Count} 条{name.Zh},库里只有 {head.Count} 条",
                    $"The anchor knows {then.Count} {name.En}, the register has only {head.Count}"));
            }
            else if (YuGong.Leads.Ledger.LinkAt(store, table, then.Count) is not { } link || !link.AsSpan().SequenceEqual(then.Link))
            {
                faults.Add(new($"库里第 {then.Count} 条{name.Zh}不是锚记着的那一条",
                    $"Number {then.Count} of the {name.En} is not the one that the anchor knows"));
            }
        }

        return new(Math.Max(0, now.Journal.Count - anchor.Journal.Count) + Math.Max(0, now.Ledger.Count - anchor.Ledger.Count),
            faults.Count == 0 ? null : faults.Aggregate((all, next) => all + new Phrase(";", "; ") + next));
    }

    private static Anchor? OpenLine(string line, Vault vault)
    {
        var box = new byte[line.Length];
        if (!Convert.TryFromBase64String(line, box, out var length))
        {
            return null;
        }

        try
        {
            return vault.OpenText(Place, box[..length]).Split(' ') is [var journal, var journalLink, var ledger, var ledgerLink]
                ? new(Head(journal, journalLink), Head(ledger, ledgerLink))
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ChainHead Head(string count, string link) =>
        new(long.Parse(count, CultureInfo.InvariantCulture), Convert.FromHexString(link));
}
