using YuGong.Text;

namespace YuGong.Content;

/// <summary>Chooses what an edition shows. A release can hold no sample, whatever else is said.</summary>
internal static class EditionFilter
{
    /// <param name="unread">Addresses of drafts that could not be read; nobody sees them either.</param>
    public static (IReadOnlyList<Entry> Visible, IReadOnlyList<LeftOut> LeftOut) Choose(
        IReadOnlyList<Entry> entries, IEnumerable<string> unread, Edition edition, DateOnly today, Diagnostics diagnostics)
    {
        var leftOut = new List<LeftOut>();
        var passed = new List<Entry>();
        foreach (var entry in entries)
        {
            if (WhyNot(entry, today, diagnostics) is var (reason, hint))
            {
                leftOut.Add(new(entry, reason));
                diagnostics.Report(ContentRules.LeftOut, entry.Header.Place, entry.Title, reason, hint);
            }
            else
            {
                passed.Add(entry);
            }
        }

        ReportReferencesToHidden(passed, [.. leftOut.Select(l => EntryAddresses.Of(l.Entry)), .. unread], diagnostics);
        return edition == Edition.Preview ? (entries, leftOut) : ([.. passed.Where(e => !e.Header.Sample)], leftOut);
    }

    private static (Phrase Reason, Phrase Hint)? WhyNot(Entry entry, DateOnly today, Diagnostics diagnostics)
    {
        var header = entry.Header;
        var published = header.Status == Status.Published;
        if (header.Sample)
        {
            if (header.Status >= Status.Ready)
            {
                diagnostics.Add([new(ContentRules.SampleInRelease, header.StatusSpan, entry.Id,
                    published ? "published" : "ready") { Here = published ? Severity.Error : null }]);
            }

            return (new("示例", "a sample"), new("示例只在预览中出现,永远不会发布。", "Samples appear in previews only and are never published."));
        }

        if (header.Status < Status.Ready)
        {
            return (header.Status == Status.Draft ? new("草稿", "a draft") : new("审核中", "in review"),
                new("准备好后把 status 改为 ready。", "Set status to ready when it is."));
        }

        var reasons = TruthGate.Reasons(entry, today);
        diagnostics.Add(published ? reasons.Select(r => r with { Here = Severity.Error }) : reasons);
        if (reasons.Count > 0)
        {
            return (new($"没有过真实性关口({reasons.Count} 处)", $"it does not pass the truth gate ({Phrase.Count(reasons.Count, "reason")})"),
                new("补齐这个条目的 YG190–YG194 所说的各项。", "Add what YG190 to YG194 ask of this entry."));
        }

        if (entry.Consent is { Basis: ConsentBasis.PublicRecord } consent && entry is Story { Death: null })
        {
            diagnostics.Report(ContentRules.DeathNotEstablished, consent.Span, entry.Title);
        }

        return header.PublishAt is { } from && from > today 
            ? (new($"定于 {from:yyyy-MM-dd} 发布", $"it is due on {from:yyyy-MM-dd}"), new("到那一天再构建一次。", "Build again on that day."))
            : header.ExpireAt is { } to && to <= today 
                ? (new($"已于 {to:yyyy-MM-dd} 撤下", $"it expired on {to:yyyy-MM-dd}"),
                    new("要再发布,改 expire_at。", "To publish it again, change expire_at."))
            : null;
    }

    private static void ReportReferencesToHidden(List<Entry> passed, HashSet<string> hidden, Diagnostics diagnostics)
    {
        if (hidden.Count == 0)
        {
            return;
        }

        var mentioned = System.Buffers.SearchValues.Create([.. hidden], StringComparison.Ordinal);
        foreach (var entry in passed)
        {
            IEnumerable<(string Address, Ref Ref)> references = entry switch
            {
                Story s => s.Objects.Select(o => (EntryAddresses.Of("object", o.Id), o))
                    .Concat(s.Related.Select(r => (EntryAddresses.Of("story", r.Person.Id), r.Person))),
                CollectionObject o => o.People.Select(p => (EntryAddresses.Of("story", p.Person.Id), p.Person)),
                Dialogue d => [(EntryAddresses.Of("story", d.Person.Id), d.Person)],
                Video v => v.People.Select(p => (EntryAddresses.Of("story", p.Id), p)),
                NewsItem n => n.People.Select(p => (EntryAddresses.Of("story", p.Id), p)),
                _ => [],
            };
            var body = entry.Header.Body;
            IEnumerable<Link> candidates = body.BodyDigest.MayLink && body.File.Text.AsSpan(body.Start).ContainsAny(mentioned)
                ? body.Links : [];
            var links = candidates.Select(l => (Address: l.Target.Split('#')[0], Ref: new Ref(l.Target, l.Span)));
            foreach (var (address, reference) in references.Concat(links).Where(r => hidden.Contains(r.Address)))
            {
                diagnostics.Report(ContentRules.RefersToHidden, reference.Span, entry.Title, reference.Id);
            }
        }
    }
}
