using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YuGong.Pages.Views;

namespace YuGong.Pages.Templating;

/// <summary>
/// The types of records as generated JSON metadata has them: names, getters and nullability without reflection. Which records these are
/// is the context's affair.
/// </summary>
internal sealed class TemplateTypes(JsonSerializerContext context)
{
    private readonly ConcurrentDictionary<Type, TemplateType> known = new();

    public TemplateType Of(Type type) => known.GetOrAdd(type, Describe);

    private TemplateType Describe(Type type)
    {
        if (type == typeof(string))
        {
            return TemplateType.Text;
        }

        if (type == typeof(int) || type == typeof(int?))
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

        return context.GetTypeInfo(type) switch
        {
            { Kind: JsonTypeInfoKind.Object } info => new(ValueKind.Record, type.Name, members: () => MembersOf(info)),
            { Kind: JsonTypeInfoKind.Enumerable, ElementType: { IsValueType: false } item } => TemplateType.ListOf(Of(item)),
            _ => throw new NotSupportedException($"Templates cannot read a {type}."),
        };
    }

    private IEnumerable<TemplateMember> MembersOf(JsonTypeInfo info) =>
        from property in info.Properties
        where property.Get is not null
        let absent = property.IsGetNullable || property.PropertyType == typeof(int?)
        select new TemplateMember(property.Name, Of(property.PropertyType), absent, property.Get!);
}
