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
    private readonly Dictionary<string, (int Corrections, HashSet<string> Claims, SourceSpan Span)> told = new(StringComparer.Ordinal);

    public ClaimLedger(SourceFile file)
    {
        this.file = file;
        var start = 0;
        foreach (var line in file.Text.Split('\n'))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [['/', ..] address, var count, .. var claims] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var corrections))
            {
                told[address] = (corrections, [.. claims], file.Span(start, address.Length));
            }

            start += line.Length + 1;
        }
    }

    public static ClaimLedger In(string inputFolder, string inputName) =>
        new(new($"{inputName}/claims.txt", File.Exists(PathIn(inputFolder)) ? File.ReadAllText(PathIn(inputFolder)) : ""));

    public static string PathIn(string inputFolder) => Path.Combine(inputFolder, "claims.txt");

    /// <summary>Reports every entry that says less or otherwise than it did, and tells nobody.</summary>
    public void Check(Site site, Diagnostics diagnostics)
    {
        foreach (var entry in told.Count == 0 ? [] : site.Entries)
        {
            if (told.TryGetValue(EntryAddresses.Of(entry), out var before) && entry.Frame.Corrections.Count <= before.Corrections)
            {
                var missing = before.Claims.Except(Fingerprints(entry)).Count();
                if (missing > 0)
                {
                    diagnostics.Report(PublishingRules.NoCorrection, entry.Frame.Place, entry.Title, $"{missing}");
                }
            }
        }
    }

    /// <summary>Writes what is claimed now. Entries that are not published now keep their line. False when nothing changed.</summary>
    public bool Write(string inputFolder, Site site)
    {
        var lines = new SortedDictionary<string, string>(told.ToDictionary(t => t.Key, t => Line(t.Key, t.Value.Corrections, t.Value.Claims)), StringComparer.Ordinal);
        foreach (var entry in site.Entries.Where(e => e.Claims.Any()))
        {
            var address = EntryAddresses.Of(entry);
            lines[address] = Line(address, entry.Frame.Corrections.Count, Fingerprints(entry));
        }

        return lines.Count > 0 && Put(inputFolder, lines.Values);
    }

    /// <summary>A withdrawal speaks for itself: what goes with it needs no correction note of its own.</summary>
    /// <param name="addresses">Entries that go; their lines go.</param>
    /// <param name="unsaid">Addresses of entries that stay, each with the claims that are said no longer.</param>
    public void Withdraw(string inputFolder, IReadOnlyCollection<string> addresses, ILookup<string, Claim> unsaid)
    {
        var lines = told.Where(t => !addresses.Contains(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => Line(t.Key, t.Value.Corrections, t.Value.Claims.Except(Fingerprints(unsaid[t.Key]))));
        if (told.Count > 0)
        {
            Put(inputFolder, lines);
        }
    }

    /// <summary>False when the file says so already.</summary>
    private bool Put(string inputFolder, IEnumerable<string> lines)
    {
        var text = Head + string.Concat(lines);
        if (text == file.Text)
        {
            return false;
        }

        var draft = PathIn(inputFolder) + ".draft";
        File.WriteAllText(draft, text, new UTF8Encoding(false));
        File.Move(draft, PathIn(inputFolder), overwrite: true);
        return true;
    }

    private static string Line(string address, int corrections, IEnumerable<string> claims) =>
        string.Create(CultureInfo.InvariantCulture, $"{address} {corrections} {string.Join(' ', claims.Distinct().Order(StringComparer.Ordinal))}\n");

    private static IEnumerable<string> Fingerprints(Entry entry) => Fingerprints(entry.Claims);

    private static IEnumerable<string> Fingerprints(IEnumerable<Claim> claims) => claims.Select(c => Fingerprint.Of(Said(c)).ToString()[..8]);

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
}
