namespace YuGong.Pages.Templating;

/// <summary>What a value in a template can be.</summary>
internal enum ValueKind
{
    /// <summary>Nothing is known of it, because a finding was reported before: the check stays silent from here on.</summary>
    Unknown,

    /// <summary>The word <c>null</c>.</summary>
    Absent,
    Text,
    Number,
    Truth,

    /// <summary>Finished HTML or SVG, the only thing that is printed as it is.</summary>
    Markup,
    Record,
    List,
}

/// <summary>The type of a value that templates read.</summary>
/// <param name="name">As findings call it.</param>
/// <param name="item">Of a list: what it holds.</param>
/// <param name="members">Of a record; asked late, since records hold each other.</param>
internal sealed class TemplateType(
    ValueKind kind, string name, TemplateType? item = null, Func<IEnumerable<TemplateMember>>? members = null)
{
    public static readonly TemplateType Unknown = new(ValueKind.Unknown, "?");
    public static readonly TemplateType Absent = new(ValueKind.Absent, "null");
    public static readonly TemplateType Text = new(ValueKind.Text, "text");
    public static readonly TemplateType Number = new(ValueKind.Number, "number");
    public static readonly TemplateType Truth = new(ValueKind.Truth, "true/false");
    public static readonly TemplateType Markup = new(ValueKind.Markup, "markup");

    private readonly Lazy<IReadOnlyDictionary<string, TemplateMember>> members =
        new(() => (members?.Invoke() ?? []).ToDictionary(m => m.Name, StringComparer.Ordinal));

    public ValueKind Kind { get; } = kind;

    public string Name { get; } = name;

    public TemplateType? Item { get; } = item;

    /// <summary>By the names that templates use.</summary>
    public IReadOnlyDictionary<string, TemplateMember> Members => members.Value;

    public static TemplateType ListOf(TemplateType item) => new(ValueKind.List, item.Name + "[]", item);
}

/// <summary>A member of a record.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="MayBeAbsent">By the record's own annotation.</param>
/// <param name="Read">Takes the record; gives text as string, numbers as int, lists as <c>IReadOnlyList&lt;object&gt;</c>.</param>
internal sealed record TemplateMember(string Name, TemplateType Type, bool MayBeAbsent, Func<object, object?> Read);
