using YuGong.Text;
using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The keys of a vocabulary that a site declares, and the keys that it gives to entries.</summary>
public static class VocabularyKeys
{
    /// <summary>What lists are divided by already, and what the search sorts by.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "type", "direction", "trait", "trade", "district", "era", "cluster", "field", "batch", "work_unit", "kind", "vocabulary",
    };

    private static readonly Key<string> Name = new("name", "名字", "编辑台和网页上叫什么", Statement, Required: true);

    private static readonly Key<IReadOnlyList<string>> Of = new("of", "用在", "story 人物、object 老物件",
        ListOf(Choice(("story", "人物", "story"), ("object", "老物件", "object"))), Required: true);

    private static readonly Key<bool> Filter = new("filter", "筛选", "true:列表旁边和搜索里可以按它选", Flag);

    private static readonly Key<IReadOnlyList<Term>> Terms =
        new("terms", "词", "一列 { id, name }", ListOf(SiteSchemas.TermSchema(null)), Required: true);

    internal static Schema<Vocabulary> Schema { get; } = new("vocabulary", [Name, Of, Filter, Terms], m =>
        (m.Get(Name), m.Get(Of), m.Get(Terms)) is ({ } name, { } kinds, { } terms) ? new("", name, kinds, m.Get(Filter), terms) : null);

    /// <summary>The keys that a kind of entry has by the site's own vocabularies.</summary>
    public static IReadOnlyList<Key<IReadOnlyList<Term>>> For(Taxonomies taxonomies, string kind) =>
        [.. taxonomies.Declared.Where(v => v.Kinds.Contains(kind)).Select(KeyOf)];

    /// <summary>Whether something else is called so: a key of an entry, a way to divide a list.</summary>
    public static bool IsTaken(string id) => Taken.Contains(id) || EntrySchemas.All.Any(s => s.Keys.Any(k => k.Name == id));

    internal static IReadOnlyList<VocabularyTerms> Read(MapReader m, string kind)
    {
        if (m.Context.Taxonomies.Declared.Count == 0)
        {
            return [];
        }

        var found = new List<VocabularyTerms>();
        foreach (var vocabulary in m.Context.Taxonomies.Declared.Where(v => v.Kinds.Contains(kind)))
        {
            if (m.Get(KeyOf(vocabulary)) is { Count: > 0 } terms)
            {
                found.Add(new(vocabulary, terms));
            }
        }

        return found;
    }

    private static Key<IReadOnlyList<Term>> KeyOf(Vocabulary vocabulary) => new(
        vocabulary.Id, vocabulary.Name, $"taxonomies/{vocabulary.Id} 里的 id", ListOf(TermOf(vocabulary.Id, _ => vocabulary.Terms)));
}
