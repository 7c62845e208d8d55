namespace YuGong.Leads;

/// <summary>A text that must be found nowhere in public, and whose it is.</summary>
public sealed record PrivateValue(LeadNumber Number, Field Field, string Text);

/// <summary>Everything in a lead that would give somebody away, in the spellings in which it might have got out.</summary>
public static class PrivateValues
{
    /// <summary>Shorter pieces of prose occur anywhere.</summary>
    private const int ShortestSentence = 12;

    private static readonly char[] Ends = ['。', '！', '？', '；', '\n', '!', '?', ';'];

    public static IEnumerable<PrivateValue> Of(Lead lead)
    {
        foreach (var value in OfLead(lead))
        {
            yield return value;
        }

        foreach (var field in new[] { Field.Deeds, Field.Highlights, Field.Rest })
        {
            foreach (var sentence in lead.Form[field].Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(s => s.Length >= ShortestSentence))
            {
                yield return new(lead.Number, field, sentence);
            }
        }
    }

    /// <summary>Contacts, and the recommender's name where it is a person's.</summary>
    internal static IEnumerable<PrivateValue> OfLead(Lead lead)
    {
        foreach (var field in new[] { Field.PersonPhone, Field.RecommenderPhone })
        {
            foreach (var spelling in lead.Form[field].Split('、').Where(p => p.Count(char.IsAsciiDigit) >= 7).SelectMany(Spellings))
            {
                yield return new(lead.Number, field, spelling);
            }
        }

        foreach (var field in new[] { Field.Sender, Field.Subject }.Where(f => lead.Form[f].Length >= 6))
        {
            yield return new(lead.Number, field, lead.Form[field]);
        }

        if (lead.Form[Field.Sender] is var sender && sender.IndexOf('<') is >= 0 and var open && sender.TrimEnd('>')[(open + 1)..] is { Length: > 5 } address)
        {
            yield return new(lead.Number, Field.Sender, address);
        }

        if (lead.Row.Channel == Channel.Other && lead.Form[Field.Recommender] is { Length: >= 2 and <= 6 } name)
        {
            yield return new(lead.Number, Field.Recommender, name);
        }
    }

    private static IEnumerable<string> Spellings(string phone)
    {
        yield return phone;
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (digits != phone)
        {
            yield return digits;
        }

        if (digits.Length == 11 && digits[0] == '1')
        {
            yield return $"{digits[..3]}-{digits[3..7]}-{digits[7..]}";
            yield return $"{digits[..3]} {digits[3..7]} {digits[7..]}";
        }
    }
}
