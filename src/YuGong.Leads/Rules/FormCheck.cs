using System.Globalization;
using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>Holds a form to the notice. Findings name fields, never what stands in them.</summary>
public static partial class FormCheck
{
    private const int Shortest = 500, Longest = 800;

    public static IReadOnlyList<Diagnostic> Check(LeadForm form, SourceSpan place, Taxonomies words, DateOnly today)
    {
        var found = new List<Diagnostic>();
        void Report(Rule rule, params IReadOnlyList<Detail> details) => found.Add(new(rule, place, details));

        foreach (var field in LeadFormFields.All.Where(f => f.Required && !form.Says(f.Field)))
        {
            Report(LeadsRules.Missing, LeadFormFields.Words(field.Field));
        }

        var count = Words.Count(form[Field.Deeds]);
        if (form.Says(Field.Deeds) && count is < Shortest or > Longest)
        {
            Report(LeadsRules.DeedsLength, count.ToString(CultureInfo.InvariantCulture));
        }

        if (form.Says(Field.Deeds) && !Year().IsMatch(form[Field.Deeds]))
        {
            Report(LeadsRules.NoDetail);
        }

        foreach (var field in new[] { Field.PersonPhone,
            Field.RecommenderPhone }.Where(f => form.Says(f) && !form[f].Split('、').Any(Answers.IsPhone)))
        {
            Report(LeadsRules.Phone, LeadFormFields.Words(field));
        }

        if (WhyNotBirth(form[Field.Birth], today) is { } why)
        {
            Report(LeadsRules.Birth, why);
        }

        if (form[Field.Sex] is not ("" or "男" or "女"))
        {
            Report(LeadsRules.Sex);
        }

        if ((form.Says(Field.Highlights) || form.Says(Field.Deeds)) && words.Traits.Count > 0
            && LeadClassifier.TraitsOf(form, words).Count == 0)
        {
            Report(LeadsRules.NoTrait);
        }

        var isSelf = form[Field.Recommender] == form[Field.Person] || form[Field.Relation].Contains("本人", StringComparison.Ordinal)
            || form[Field.Relation].Contains("自荐", StringComparison.Ordinal);
        if (form.Says(Field.PersonPhone) && form[Field.PersonPhone] == form[Field.RecommenderPhone] && !isSelf)
        {
            Report(LeadsRules.OnePhone);
        }

        return found;
    }

    /// <summary>Null when there is none, or it is a month in which somebody alive may have been born.</summary>
    private static Phrase? WhyNotBirth(string birth, DateOnly today) =>
        birth.Length == 0 ? null
        : !Month().IsMatch(birth) ? new("不是年月", "no month")
        : int.Parse(birth.AsSpan(0, 4), CultureInfo.InvariantCulture) is var year && year > today.Year - 14 ? new("太晚", "too late")
        : year < 1850 ? new("太早", "too early")
        : null;

    [GeneratedRegex("^\\d{4}(-\\d\\d)?$", RegexOptions.None, 1000)]
    private static partial Regex Month();

    [GeneratedRegex("(18|19|20)\\d\\d|[一二三四五六七八九〇零]{2,4}年|年代", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
