using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Content.Yaml;

/// <summary>A piece of YAML with its place. Scalars stay text: our schema gives them a type, not YAML.</summary>
public abstract record Node(SourceSpan Span);

/// <param name="Plain">Written without quotes.</param>
public sealed record Scalar(SourceSpan Span, string Text, bool Plain) : Node(Span)
{
    /// <summary>An absent value: <c>key:</c> with nothing after it, <c>~</c>, or quotes around nothing that can be seen.</summary>
    public bool IsEmpty => (Plain && Text is ("~" or "null")) || Wording.IsBlank(Text);
}

public sealed record Sequence(SourceSpan Span, IReadOnlyList<Node> Items) : Node(Span);

public sealed record Mapping(SourceSpan Span, IReadOnlyList<MappingEntry> Entries) : Node(Span)
{
    public MappingEntry? Find(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key.Text == key)
            {
                return Entries[i];
            }
        }

        return null;
    }

    /// <summary>A plain loop: this is asked for every key of every entry.</summary>
    internal static bool Holds(List<MappingEntry> entries, string key)
    {
        foreach (var entry in entries)
        {
            if (entry.Key.Text == key)
            {
                return true;
            }
        }

        return false;
    }
}

public sealed record MappingEntry(Scalar Key, Node Value);
