using YuGong.Text.Privacy;

namespace YuGong.Leads;

/// <summary>Everything in a lead that would give somebody away; the scanner finds it in every spelling.</summary>
public static class PrivateValues
{
    /// <summary>Shorter pieces of prose occur anywhere.</summary>
    private const int ShortestSentence = 12;

    private static readonly char[] Ends = ['。', '！', '？', '；', '\n', '!', '?', ';'];

    /// <summary>Each value with the label of its field, and the lead's number as its owner.</summary>
    public static IEnumerable<PrivateValue> Of(Lead lead)
    {
        foreach (var (field, text) in OfLead(lead))
        {
            yield return Value(lead, field, text);
        }

        foreach (var field in new[] { Field.Deeds, Field.Highlights, Field.Rest })
        {
            foreach (var sentence in lead.Form[field].Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(s => s.Length >= ShortestSentence))
            {
                yield return Value(lead, field, sentence);
            }
        }
    }

    private static PrivateValue Value(Lead lead, Field field, string text) =>
        new(LeadFormFields.LabelOf(field), text, lead.Number.ToString());

    /// <summary>Contacts, and the recommender's name where it is a person's.</summary>
    internal static IEnumerable<(Field Field, string Text)> OfLead(Lead lead)
    {
        foreach (var field in new[] { Field.PersonPhone, Field.RecommenderPhone })
        {
            foreach (var phone in lead.Form[field].Split('、').Where(p => p.Count(char.IsAsciiDigit) >= 7))
            {
                yield return (field, phone);
            }
        }

        foreach (var field in new[] { Field.Sender, Field.Subject }.Where(f => lead.Form[f].Length >= 6))
        {
            yield return (field, lead.Form[field]);
        }

        if (lead.Form[Field.Sender] is var sender && sender.IndexOf('<') is >= 0 and var open
            && sender.TrimEnd('>')[(open + 1)..] is { Length: > 5 } address)
        {
            yield return (Field.Sender, address);
        }

        if (lead.Row.Channel == Channel.Other && lead.Form[Field.Recommender] is { Length: >= 2 and <= 6 } name)
        {
            yield return (Field.Recommender, name);
        }
    }
}
