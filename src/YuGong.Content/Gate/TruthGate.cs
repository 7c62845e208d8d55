using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Decides what may be published. A claim is established by one A source or by two B sources that do not depend on one
/// another; an entry passes when all its claims are, somebody verified it, whoever must agree has agreed, and it is no sample.
/// </summary>
public static class TruthGate
{
    /// <summary>Why the entry does not pass, or nothing when it does.</summary>
    public static IReadOnlyList<Diagnostic> Reasons(Entry entry, DateOnly today)
    {
        if (entry is Page)
        {
            return [];
        }

        var reasons = new List<Diagnostic>();
        foreach (var claim in entry.Claims)
        {
            if (Weakness(claim, entry.Header.Sources) is { } weakness)
            {
                reasons.Add(new(ContentRules.NotEstablished, claim.Span, claim.What, weakness));
            }
        }

        var (place, name) = (entry.Header.Place, entry.Title);
        if (entry.Header.Verification is null)
        {
            reasons.Add(new(ContentRules.NotVerified, place, name));
        }

        if (!entry.NeedsConsent)
        {
            return reasons;
        }

        if (entry.Consent is not { } consent)
        {
            reasons.Add(new(ContentRules.NoConsent, place, name));
        }
        else if (!consent.Scope.Contains(ConsentScope.Web))
        {
            reasons.Add(new(ContentRules.ConsentNotForWeb, consent.Span, name));
        }
        else if (consent.Until is { } until && until < today)
        {
            reasons.Add(new(ContentRules.ConsentExpired, consent.Span, name, until.ToString("yyyy-MM-dd")));
        }

        return reasons;
    }

    /// <summary>What a claim lacks, in a few words; null when it is established.</summary>
    public static Phrase? Weakness(Claim claim, IReadOnlyList<Source> sources)
    {
        var cited = 0;
        var graded = new List<Source>();
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            if (!claim.IsCiting(source))
            {
                continue;
            }

            cited++;
            if (source.Grade == Grade.A)
            {
                return null;
            }

            if (source.Grade == Grade.B)
            {
                if (graded.Exists(other => Independence.AreIndependent(other, source)))
                {
                    return null;
                }

                graded.Add(source);
            }
        }

        return cited == 0 ? new("没有来源", "no source")
            : graded.Count > 1 ? new("两个 B 级来源同出一源", "its two sources of grade B have one origin")
            : graded.Count == 1 ? new("只有一个独立的 B 级来源", "only one independent source of grade B")
            : new("只有 C 级来源", "sources of grade C only");
    }
}
