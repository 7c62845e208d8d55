using System.Text;
using YuGong.Text;

namespace YuGong.Leads;

/// <content>Links by which experts score.</content>
public sealed partial class LeadRegister
{
    /// <summary>Makes a link that shows an expert these rows until then; nothing of the register is written but its journal.</summary>
    /// <returns>The token in it, which nobody can read again; null where too many links last already.</returns>
    public string? LinkScores(string expert, IReadOnlyList<ScoreRow> rows, DateTimeOffset until, AuditContext occasion)
    {
        if (links.Count >= ScoreLinks.Most)
        {
            return null;
        }

        expert = Words.OneLine(expert);
        Note(occasion, "score link", null, expert);
        return links.Make(new(expert, rows), until, vault);
    }

    /// <summary>Links that last, and those that ran out with scores that were not taken; the others are forgotten here.</summary>
    public IReadOnlyList<ScoreLink> ScoreLinksAt(DateTimeOffset now)
    {
        var all = links.All(vault).ToLookup(l => l.Link.Until > now || l.IsWaiting);
        foreach (var old in all[false])
        {
            links.TakeBack(old.Link.Hash);
        }

        return [.. all[true].OrderBy(l => l.Link.Until).Select(l => new ScoreLink
        {
            Hash = l.Link.Hash, Expert = l.Page?.Expert, Leads = l.Page?.Rows.Count ?? 0, Until = l.Link.Until,
            OpenedAt = l.Said?.OpenedAt, Given = l.Page?.Given.Count ?? 0, IsWaiting = l.IsWaiting,
        })];
    }

    /// <summary>Takes a link back; what was said by it and not taken goes with it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TakeBackLink(string hash, AuditContext occasion)
    {
        var isThere = links.TakeBack(hash);
        if (isThere)
        {
            Note(occasion, "score link taken back");
        }

        return isThere;
    }

    /// <summary>Takes what an expert said by a link, by the rules of a sheet: all of it or nothing, only what is new.</summary>
    /// <param name="replaces">What the expert said by a sheet before is replaced; what they said by this link always is.</param>
    /// <returns>How many scores; none, with a finding, when something is wrong.</returns>
    public int TakeLinked(string hash, bool replaces, SourceSpan place, AuditContext occasion, Diagnostics findings)
    {
        if (links.All(vault).FirstOrDefault(l => l.Link.Hash == hash && l.IsWaiting) is not { Page: { } page, Said: { } said } open)
        {
            return 0;
        }

        var given = page.Given.Where(g => IsNews(g, page.Expert)).Select((g, i) => new ReturnedScore(i + 1, g.Number, g.Points, g.Remark))
            .ToList();
        var print = Encoding.UTF8.GetBytes($"{hash}\n{said.GivenAt:O}");
        var taken = given.Count == 0 ? 0
            : TakeScores(page.Expert, given, print, new(replaces || open.Link.TakenOf is not null), place, occasion, findings);
        if (!findings.HasErrors)
        {
            links.Taken(hash, said.GivenAt!.Value);
        }

        return taken;
    }

    private bool IsNews(GivenScore given, string expert) => LeadNumber.Parse(given.Number) is not { } number || Find(number) is not { } row
        || !ScoresOf(row).Any(s => IsOf(s, expert) && Score.TryPoints(given.Points, out var points) && s.Points == points
            && s.Remark == given.Remark);
}
