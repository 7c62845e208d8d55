using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Schemas;

/// <summary>Reads one mapping by its schema: reports unknown and private keys at once, missing ones as they are asked for.</summary>
public sealed class MapReader
{
    private readonly Mapping mapping;
    private readonly ReadContext context;

    internal MapReader(Mapping mapping, ISchema schema, ReadContext context)
    {
        this.mapping = mapping;
        this.context = context;
        foreach (var entry in mapping.Entries)
        {
            if (!Knows(schema, entry.Key.Text)
                && !context.Taxonomies.Declared.Any(v => v.Id == entry.Key.Text && v.Kinds.Contains(schema.Name)))
            {
                ReportStranger(schema, entry.Key);
            }
        }
    }

    public SourceSpan Span => mapping.Span;

    public ReadContext Context => context;

    /// <summary>False once a required key was missing or a value could not be read.</summary>
    public bool Whole { get; private set; } = true;

    /// <summary>The value, or the type's default when it was not said or could not be read (which is reported).</summary>
    public T? Get<T>(Key<T> key)
    {
        var entry = mapping.Find(key.Name);
        if (entry is null || entry.Value is Scalar { IsEmpty: true } || (key.Required && entry.Value is Sequence { Items.Count: 0 }))
        {
            if (key.Required)
            {
                Whole = false;
                context.Report(
                    entry is null ? ContentRules.MissingKey : ContentRules.EmptyValue,
                    entry?.Key.Span ?? FirstWord(),
                    key.Name, new Phrase(key.Label, key.Of.Form.En), new Phrase(key.Hint, key.Of.Form.En));
            }

            return default;
        }

        context.Field = key.Name;
        if (key.Of.TryRead(entry.Value, context, out var value))
        {
            return value;
        }

        Whole = false;
        return default;
    }

    public bool Says(IKey key) => mapping.Find(key.Name) is { Value: not Scalar { IsEmpty: true } };

    /// <summary>A list, empty when it was not said.</summary>
    public IReadOnlyList<T> All<T>(Key<IReadOnlyList<T>> key) => Get(key) ?? [];

    /// <summary>Where a key's value stands, or the mapping's first word when it is absent.</summary>
    public SourceSpan SpanOf(IKey key) => mapping.Find(key.Name)?.Value.Span ?? FirstWord();

    /// <summary>In a list of mappings: where a member says again what an earlier one said, of these words.</summary>
    internal IEnumerable<(string Text, SourceSpan Span)> SpansOf(IKey list, string member, IReadOnlySet<string> words)
    {
        var items = mapping.Find(list.Name)?.Value is Sequence sequence ? sequence.Items.OfType<Mapping>() : [];
        var said = items.Select(i => i.Find(member)?.Value).OfType<Scalar>().Where(s => words.Contains(s.Text.Trim()));
        return said.GroupBy(s => s.Text.Trim(), StringComparer.Ordinal).SelectMany(same => same.Skip(1))
            .Select(s => (s.Text.Trim(), s.Span));
    }

    private SourceSpan FirstWord() => mapping.Entries.Count > 0 ? mapping.Entries[0].Key.Span : mapping.Span;

    private static bool Knows(ISchema schema, string name)
    {
        foreach (var key in schema.Keys)
        {
            if (key.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private void ReportStranger(ISchema schema, Scalar key)
    {
        if (PrivateKeys.Contains(key.Text))
        {
            context.Report(ContentRules.PrivateKey, key.Span, key.Text);
            return;
        }

        if (SecretKeys.Contains(key.Text))
        {
            context.Report(ContentRules.SecretInFile, key.Span, key.Text);
            return;
        }

        var names = schema.Keys.Select(k => k.Name);
        var hint = Suggestion.Nearest(key.Text, names) is { } near
            ? Suggestion.Question(near)
            : Here(Phrase.List(schema.Keys.Select(k => k.Name)));
        context.Report(ContentRules.UnknownKey, key.Span, key.Text, schema.Name, hint);
    }

    private static Phrase Here(Phrase names) => new($"这里可以写:{names.Zh}。", $"Here there may be: {names.En}.");
}
