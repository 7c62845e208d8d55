using YuGong.Content;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>Where a lead belongs, as staff say it: the same for a command and a page.</summary>
public static class LeadSorting
{
    public const string Direction = "direction", District = "district", Batch = "batch", Channel = "channel";

    public static readonly IReadOnlyList<string> Keys = [Direction, District, Batch, Channel];

    /// <summary>The words of the vocabulary behind a key; none for what is no such key.</summary>
    public static IReadOnlyList<Term> Terms(string key, Taxonomies words) => key switch
    {
        Direction => words.Directions,
        District => words.Districts,
        Batch => words.Batches,
        Channel => [.. Enum.GetValues<Channel>().Select(c => new Term(LeadLabels.Id(c), LeadLabels.Of(c)))],
        _ => [],
    };

    /// <summary>The row with what was said; unchanged, with a finding, when the vocabulary does not know it.</summary>
    /// <param name="value">Empty to say nothing of it.</param>
    public static LeadRow Sort(LeadRow row, string key, string value, Taxonomies words, SourceSpan place, Diagnostics findings)
    {
        var (said, terms) = (value.Length == 0 ? null : value, Terms(key, words));
        if (!Keys.Contains(key) || (said is not null && !terms.Any(t => t.Id == said)))
        {
            var known = terms.Count > 0 ? terms.Select(t => $"{t.Id} {t.Name}") : LeadFormFields.All.Select(f => f.Tag).Concat(Keys);
            findings.Report(LeadsRules.NotInVocabulary, place, terms.Count > 0 ? key : new Phrase("线索", "a lead"),
                terms.Count > 0 ? said! : key, Phrase.List(known));
            return row;
        }

        return key switch
        {
            Direction => row with { Direction = said },
            District => row with { District = said },
            Batch => row with { Batch = said },
            _ => row with { Channel = said is null ? null : LeadLabels.ChannelOf(said) },
        };
    }
}
