namespace YuGong.Leads;

/// <summary>What one filled-in form says of one person. A field nobody wrote is empty.</summary>
public sealed class LeadForm
{
    private readonly Dictionary<Field, string> values;

    public LeadForm(IEnumerable<KeyValuePair<Field, string>> values) =>
        this.values = values.Where(v => v.Value.Length > 0).ToDictionary(v => v.Key, v => v.Value);

    public static LeadForm Empty { get; } = new([]);

    public string this[Field field] => values.GetValueOrDefault(field, "");

    /// <summary>In the order of the form.</summary>
    public IEnumerable<KeyValuePair<Field, string>> Written => values.OrderBy(v => v.Key);

    public bool Says(Field field) => values.ContainsKey(field);

    public LeadForm With(Field field, string value) => new(values.Where(v => v.Key != field).Append(new(field, value)));
}
