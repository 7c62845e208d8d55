using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YuGong.Pages.Views;

namespace YuGong.Pages.Templating;

/// <summary>
/// The types of records as generated JSON metadata has them: names, getters and nullability without reflection. Which records these are
/// is the contexts' affair.
/// </summary>
internal sealed class TemplateTypes(params IReadOnlyList<JsonSerializerContext> contexts)
{
    private readonly ConcurrentDictionary<Type, TemplateType> known = new();

    /// <exception cref="NotSupportedException">Templates cannot read such a type.</exception>
    public TemplateType Of(Type type) =>
        known.GetOrAdd(type, static (t, types) => types.Describe(t) ?? throw new NotSupportedException($"Templates cannot read a {t}."),
            this);

    /// <summary>A value as templates have it: addresses and days are text, a list is one of objects.</summary>
    public static object? Plain(object? value) => value switch
    {
        Uri address => address.OriginalString,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IReadOnlyList<int> numbers => numbers.Cast<object>().ToArray(),
        _ => value,
    };

    /// <summary>The metadata of a record or list; null for other values.</summary>
    public JsonTypeInfo? InfoOf(Type type) => contexts.Select(c => c.GetTypeInfo(type)).FirstOrDefault(info => info is not null);

    private TemplateType? Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(Uri) || type == typeof(DateOnly))
        {
            return TemplateType.Text;
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return TemplateType.Number;
        }

        if (type == typeof(bool))
        {
            return TemplateType.Truth;
        }

        if (type == typeof(Markup))
        {
            return TemplateType.Markup;
        }

        return InfoOf(type) switch
        {
            { Kind: JsonTypeInfoKind.Object } info => new(ValueKind.Record, type.Name, members: () => MembersOf(info)),
            { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } when Describe(item) is not null => TemplateType.ListOf(Of(item)),
            _ => null,
        };
    }

    /// <summary>What templates cannot read, they do not see.</summary>
    private IEnumerable<TemplateMember> MembersOf(JsonTypeInfo info) =>
        from property in info.Properties
        where property.Get is not null && Describe(property.PropertyType) is not null
        let absent = property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null
        select new TemplateMember(property.Name, Of(property.PropertyType), absent, ReaderOf(property));

    private static Func<object, object?> ReaderOf(JsonPropertyInfo property)
    {
        var (get, type) = (property.Get!, property.PropertyType);
        return type == typeof(Uri) || Nullable.GetUnderlyingType(type) is not null || type == typeof(DateOnly)
            || type == typeof(IReadOnlyList<int>)
            ? record => Plain(get(record))
            : get;
    }
}
