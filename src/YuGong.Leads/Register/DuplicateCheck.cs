namespace YuGong.Leads;

/// <summary>What makes two forms the same, and two people probably one.</summary>
internal static class DuplicateCheck
{
    /// <summary>All fields of the form without blanks and punctuation: saving it with another program changes nothing here.</summary>
    public static string OfForm(LeadForm form) =>
        string.Join('\n', LeadFormFields.All.Select(f => f.Tag + "=" + Bare(form[f.Field])));

    /// <summary>The same name with the same number, month of birth or employer. A name alone proves nothing: many share one.</summary>
    public static IEnumerable<string> OfPerson(LeadForm form)
    {
        var name = Bare(form[Field.Person]);
        if (name.Length == 0)
        {
            yield break;
        }

        foreach (var field in new[] { Field.PersonPhone, Field.Birth, Field.Unit })
        {
            if (Bare(form[field]) is { Length: > 0 } value)
            {
                yield return $"{name}\n{field}\n{value}";
            }
        }
    }

    private static string Bare(string text) => string.Concat(Words.Narrow(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
