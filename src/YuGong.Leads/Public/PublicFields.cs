using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Content;
using YuGong.Text.Privacy;

namespace YuGong.Leads;

/// <summary>
/// What of a lead may stand in a story's skeleton, as YAML by key: the name and what people do, and nothing by which they
/// can be reached, counted or placed. Deeds and highlights stay in the register; editors write the story from sources.
/// </summary>
public static class PublicFields
{
    private static readonly (string Key, Field Field)[] Plain =
        [("name", Field.Person), ("gender", Field.Sex), ("work_unit", Field.Unit), ("post", Field.Post),
            ("professional_title", Field.Title), ("years_of_service", Field.Years)];

    private static readonly JsonSerializerOptions Quotes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="heldBack">Fields with something private in them, which stay in the register.</param>
    public static IReadOnlyDictionary<string, string> Select(Lead lead, Taxonomies words, out IReadOnlyList<Field> heldBack)
    {
        var (known, back) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Field>());
        foreach (var (key, field) in Plain.Where(p => lead.Form.Says(p.Field)))
        {
            var others = PrivateValues.OfLead(lead).Where(v => v.Field != field)
                .Select(v => new PrivateValue(LeadFormFields.LabelOf(v.Field), v.Text));
            if (new PrivacyMatcher([.. others], []).Find(lead.Form[field]).Count > 0)
            {
                back.Add(field);
            }
            else
            {
                known[key] = JsonSerializer.Serialize(lead.Form[field], Quotes);
            }
        }

        void Word(string key, string? id)
        {
            if (id is not null)
            {
                known[key] = id;
            }
        }

        Word("direction", lead.Row.Direction);
        Word("batch", lead.Row.Batch);
        Word("districts", lead.Row.District is { } district ? $"[{district}]" : null);
        Word("traits", LeadClassifier.TraitsOf(lead.Form, words) is { Count: > 0 } traits
            ? $"[{string.Join(", ", traits.Select(t => t.Id))}]" : null);
        Word("extra", $"{{ lead: {lead.Number} }}");
        heldBack = back;
        return known;
    }
}
