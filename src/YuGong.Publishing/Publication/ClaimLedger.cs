using System.Globalization;
using System.Text;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// <c>input/claims.txt</c>: what every published entry has claimed, as fingerprints, and how many corrections it had told
/// by then: <c>/people/x/ 0 1a2b3c4d …</c>. A claim that is said no longer, or otherwise, needs a new correction note;
/// further claims do not.
/// </summary>
public sealed class ClaimLedger
{
    private const string Head = "# 每个已发布条目说过的主张(指纹)和已公布的更正数。程序写,请一起提交。\n";

    private readonly SourceFile file;
    private readonly Dictionary<string, Told> told = new(StringComparer.Ordinal);

    public ClaimLedger(SourceFile file)
    {
        this.file = file;
        for (int start = 0, end; start < file.Text.Length; start = end + 1)
        {
            end = file.Text.IndexOf('\n', start) is >= 0 and var newline ? newline : file.Text.Length;
            if (file.Text[start] == '/' && file.Text.AsSpan(start, end - start).IndexOf(' ') is > 0 and var length)
            {
                told[file.Text.Substring(start, length)] = new(file.Text[start..end]);
            }
        }
    }

    public static ClaimLedger In(string inputFolder, string inputName, Diagnostics diagnostics) =>
        new(TextFile.Ledger(PathIn(inputFolder), $"{inputName}/claims.txt", diagnostics));

    public static string PathIn(string inputFolder) => Path.Combine(inputFolder, "claims.txt");

    /// <summary>
    /// The ledger as it will be when the site is published. Reports every entry that says less or otherwise than it did, and tells nobody.
    /// </summary>
    /// <param name="hands">Threads; they change nothing.</param>
    public ClaimUpdate Check(Site site, int hands, Diagnostics diagnostics)
    {
        var entries = site.Entries.ToList();
        var lines = new string?[entries.Count];
        ParallelWork.Share([.. Enumerable.Range(0, entries.Count)], hands, i => lines[i] = LineOf(entries[i], diagnostics),
            CancellationToken.None);
        var now = new Dictionary<string, string>(entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] is { } line)
            {
                now[EntryAddresses.Of(entries[i])] = line;
            }
        }

        return new(this, now);
    }

    /// <summary>Null for an entry that claims nothing.</summary>
    private string? LineOf(Entry entry, Diagnostics diagnostics)
    {
        var address = EntryAddresses.Of(entry);
        var claims = Fingerprints(entry.Claims);
        var line = Line(address, entry.Header.Corrections.Count, claims);
        if (told.GetValueOrDefault(address) is { } before && before.Line != line && entry.Header.Corrections.Count <= before.Corrections)
        {
            var missing = before.Claims.Except(claims).Count();
            if (missing > 0)
            {
                diagnostics.Report(PublishingRules.NoCorrection, entry.Header.Place, entry.Title, $"{missing}");
            }
        }

        return claims.Length > 0 ? line : null;
    }

    /// <summary>Entries that are not published now keep their line. False when nothing changed.</summary>
    internal bool Write(string inputFolder, Dictionary<string, string> now)
    {
        var isSame = true;
        foreach (var (address, line) in now)
        {
            isSame &= told.GetValueOrDefault(address)?.Line == line;
        }

        if (isSame)
        {
            return false;
        }

        var lines = new SortedDictionary<string, string>(told.ToDictionary(t => t.Key, t => t.Value.Line), StringComparer.Ordinal);
        foreach (var (address, line) in now)
        {
            lines[address] = line;
        }

        return Put(inputFolder, lines.Values);
    }

    /// <summary>A withdrawal speaks for itself: what goes with it needs no correction note of its own.</summary>
    /// <param name="addresses">Entries that go; their lines go.</param>
    /// <param name="unsaid">Addresses of entries that stay, each with the claims that are said no longer.</param>
    public void Withdraw(string inputFolder, IReadOnlyCollection<string> addresses, ILookup<string, Claim> unsaid)
    {
        var lines = told.Where(t => !addresses.Contains(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => Line(t.Key, t.Value.Corrections,
                t.Value.Claims.Except(Fingerprints(unsaid[t.Key])).Order(StringComparer.Ordinal)));
        if (told.Count > 0)
        {
            Put(inputFolder, lines);
        }
    }

    /// <summary>False when the file says so already.</summary>
    private bool Put(string inputFolder, IEnumerable<string> lines)
    {
        var text = Head + string.Concat(lines.Select(l => l + "\n"));
        if (text == file.Text)
        {
            return false;
        }

        AtomicFile.Write(PathIn(inputFolder), text);
        return true;
    }

    /// <param name="claims">Sorted.</param>
    private static string Line(string address, int corrections, IEnumerable<string> claims) =>
        string.Create(CultureInfo.InvariantCulture, $"{address} {corrections} {string.Join(' ', claims.Distinct())}");

    /// <summary>The first half of each claim's fingerprint, sorted.</summary>
    private static string[] Fingerprints(IEnumerable<Claim> claims)
    {
        string[] found =
            [.. claims.Select(c => ((uint)(Fingerprint.Of(Said(c)).Value >> 32)).ToString("x8", CultureInfo.InvariantCulture))];
        Array.Sort(found, StringComparer.Ordinal);
        return found;
    }

    /// <summary>All that readers are told by it; where it stands and what it cites is not part of it.</summary>
    private static string Said(Claim claim) => claim switch
    {
        VitalDate v => $"{v.Kind}|{v.Date.Chinese}|{v.Place}",
        LifeEvent e => $"event|{e.Date.Chinese}|{e.Text}|{e.Place}",
        Figure f => $"figure|{f.Label}|{f.Value}|{f.Unit}",
        Honour h => $"honour|{h.Name}|{h.Date?.Chinese}",
        Quotation q => $"quotation|{q.Text}|{q.Speaker}|{q.Direct}|{q.Occasion}",
        Project p => $"project|{p.Name}|{p.Role}|{p.Date?.Chinese}|{p.Place}",
        _ => $"{claim.GetType().Name}|{claim.What}",
    };

    /// <summary>A line as it stands: <c>/people/x/ 0 1a2b3c4d …</c>.</summary>
    private sealed record Told(string Line)
    {
        public int Corrections => Words is [_, var word, ..]
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

        public IEnumerable<string> Claims => Words.Skip(2);

        private string[] Words => Line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>What <c>input/claims.txt</c> will say once the site is published.</summary>
public sealed class ClaimUpdate
{
    private readonly ClaimLedger ledger;
    private readonly Dictionary<string, string> lines;

    /// <param name="lines">By address.</param>
    internal ClaimUpdate(ClaimLedger ledger, Dictionary<string, string> lines) => (this.ledger, this.lines) = (ledger, lines);

    /// <summary>False when the file says so already.</summary>
    public bool Write(string inputFolder) => ledger.Write(inputFolder, lines);
}
