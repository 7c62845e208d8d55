using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>A name in <c>taxonomies/names.yaml</c>: how an institution or a leader is written, and how not.</summary>
internal static class NameKeys
{
    private static readonly Key<IReadOnlyList<string>> Also = new("also", "也可以写", "规定的简称和别的正确写法", ListOf(Words)),
        Not = new("not", "不写作", "常见的错误写法", ListOf(Words)) { IsVerbatim = true };

    public static readonly Schema<KnownName> Schema = new("known_name", [HeaderKeys.Id, SharedKeys.Name, Also, Not], m =>
        (m.Get(HeaderKeys.Id), m.Get(SharedKeys.Name)) is ({ } id, { } name) ? new(id.Id, name, m.All(Also), m.All(Not)) : null);
}
