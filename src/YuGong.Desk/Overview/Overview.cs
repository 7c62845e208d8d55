using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>What the overview is made of.</summary>
/// <param name="Site">The editors' edition: everything that can be read.</param>
/// <param name="SizeOf">Width and height of a picture in px; null when it cannot be read.</param>
public sealed record OverviewRequest(Site Site, IReadOnlyList<Diagnostic> Findings, Func<string, (int Width, int Height)?> SizeOf);

/// <summary>An entry in a list of the overview, and a few words about it.</summary>
public sealed record EntryLine(Entry Entry, string Words)
{
    public string Kind => Entry.Kind;
}

/// <summary>Entries that wait for the same hand.</summary>
/// <param name="Name">What is to be done: 待送审.</param>
/// <param name="Who">In which state, and whose turn it is.</param>
public sealed record Waiting(string Name, string Who, IReadOnlyList<EntryLine> Entries);

/// <summary>Everything the overview shows, from the same files as the site.</summary>
public sealed record Overview
{
    public required DateOnly Today { get; init; }

    public required IReadOnlyList<Waiting> Steps { get; init; }

    public required IReadOnlyList<CoverageTable> Coverage { get; init; }

    public required IReadOnlyList<EntryLine> Consents { get; init; }

    public required IReadOnlyList<EntryLine> Weak { get; init; }

    public required IReadOnlyList<EntryLine> Thin { get; init; }

    public required IReadOnlyList<EntryLine> Small { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    /// <summary>Days before a consent ends that it is spoken of.</summary>
    public const int Ahead = 90;

    /// <summary>Px on the longer side below which a picture is too small for a page's width.</summary>
    public const int SmallestSide = 1600;

    public static Overview Of(OverviewRequest request)
    {
        var site = request.Site;
        IReadOnlyList<Entry> entries = [.. site.Entries.Where(e => e is not Page)];
        return new()
        {
            Today = site.Today, Steps = WaitingFor(site, entries), Coverage = CoverageTable.Of(site),
            Consents = Expiring(entries, site.Today), Weak = Unestablished(entries), Thin = ThinOnes(entries),
            Small = TooSmall(entries, request.SizeOf), Errors = request.Findings.Count(f => f.Severity == Severity.Error),
            Warnings = request.Findings.Count(f => f.Severity == Severity.Warning),
        };
    }

    private static IReadOnlyList<Waiting> WaitingFor(Site site, IReadOnlyList<Entry> entries)
    {
        var leftOut = site.LeftOut.ToDictionary(l => EntryAddresses.Of(l.Entry), l => l.Reason.Zh, StringComparer.Ordinal);
        IReadOnlyList<Entry> real = [.. entries.Where(e => !e.Header.Sample)];
        return
        [
            new("待写完", "草稿，轮到作者", Lines(real.Where(e => e.Header.Status == Status.Draft), e => Missing(e, site.Today))),
            new("待核实", "审核中，轮到核实的人", Lines(real.Where(e => e.Header.Status == Status.Review), e => Missing(e, site.Today))),
            new("待补材料", "就绪，但没有过关", Lines(real.Where(e => e.Header.Status >= Status.Ready && leftOut.ContainsKey(EntryAddresses.Of(e))),
                e => leftOut[EntryAddresses.Of(e)])),
            new("过了关", "就绪，下次构建上线", Lines(real.Where(e => e.Header.Status == Status.Ready && !leftOut.ContainsKey(EntryAddresses.Of(e))),
                e => e.Header.Verification is { } v ? $"{v.Date:yyyy-MM-dd} 核实" : "")),
            new("已承诺", "已发布，不过关就报错",
                Lines(real.Where(e => e.Header.Status == Status.Published && !leftOut.ContainsKey(EntryAddresses.Of(e))), _ => "")),
        ];
    }

    /// <summary>What stands between the entry and the public, in a few words.</summary>
    private static string Missing(Entry entry, DateOnly today)
    {
        var reasons = TruthGate.Reasons(entry, today);
        return reasons.Count == 0
            ? "可以过关" : string.Join('、', reasons.GroupBy(r => r.Rule)
            .Select(g => g.Count() > 1 ? $"{g.Key.Title.Zh} {g.Count()} 处" : g.Key.Title.Zh));
    }

    private static IReadOnlyList<EntryLine> Expiring(IReadOnlyList<Entry> entries, DateOnly today) =>
    [
        .. entries.Where(e => e.Consent?.Until is { } until && until <= today.AddDays(Ahead)).OrderBy(e => e.Consent!.Until)
            .Select(e =>
                new EntryLine(e, e.Consent!.Until < today
                ? $"{e.Consent.Until:yyyy-MM-dd} 已到期"
                : $"{e.Consent.Until:yyyy-MM-dd}，还有 {e.Consent.Until!.Value.DayNumber - today.DayNumber} 天")),
    ];

    private static IReadOnlyList<EntryLine> Unestablished(IReadOnlyList<Entry> entries) =>
    [
        .. entries.Where(e => !e.Header.Sample)
            .SelectMany(e => e.Claims.Select(c => (Entry: e, Claim: c, Why: TruthGate.Weakness(c, e.Header.Sources))))
            .Where(x => x.Why is not null).Select(x => new EntryLine(x.Entry, $"{x.Claim.What}：{x.Why!.Zh}")),
    ];

    private static IReadOnlyList<EntryLine> ThinOnes(IReadOnlyList<Entry> entries) =>
        Lines(entries.Where(e => !e.Header.Sample), Thinness, onlySaid: true);

    /// <summary>The bounds are those of docs/content.md for the text, and of a story that can fill a room for the rest.</summary>
    private static string Thinness(Entry entry)
    {
        var words = new List<string>();
        var body = entry.Header.Body;
        var least = entry is Story ? 600 : entry is CollectionObject ? 120 : 0;
        if (least > 0 && body.Han < least)
        {
            words.Add($"正文 {body.Han} 字");
        }

        if (entry is Story story)
        {
            Add(story.Events.Count < 3, $"年表 {story.Events.Count} 条");
            Add(story.Objects.Count == 0, "没有老物件");
        }

        Add(entry.Header.Sources.Count < 2, $"来源 {entry.Header.Sources.Count} 个");
        Add(entry.Header.Sources.Count > 0 && entry.Header.Sources.All(s => !s.ReadInFull), "来源都只读到摘录");
        return string.Join('、', words);

        void Add(bool thin, string what)
        {
            if (thin)
            {
                words.Add(what);
            }
        }
    }

    private static IReadOnlyList<EntryLine> TooSmall(IReadOnlyList<Entry> entries, Func<string, (int Width, int Height)?> sizeOf) =>
    [
        .. entries.SelectMany(e => e.Pictures.Select(p => p.File.Id).Concat(e.Header.Body.Pictures.Select(p => p.Id))
            .Distinct(StringComparer.Ordinal).Select(name => (Entry: e, Name: name)))
            .Select(x => (x.Entry, x.Name,
                Size: x.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? null : sizeOf(x.Entry.Header.Folder.At(x.Name))))
            .Where(x => x.Size is { } size && Math.Max(size.Width, size.Height) < SmallestSide)
            .Select(x => new EntryLine(x.Entry, $"{x.Name} {x.Size!.Value.Width} × {x.Size.Value.Height} px")),
    ];

    private static IReadOnlyList<EntryLine> Lines(IEnumerable<Entry> entries, Func<Entry, string> words, bool onlySaid = false) =>
        [.. entries.Select(e => new EntryLine(e, words(e))).Where(l => !onlySaid || l.Words.Length > 0)];
}
