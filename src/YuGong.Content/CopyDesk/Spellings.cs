using YuGong.Text;
using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>
/// Names that the site knows (persons, objects, places, the association's list), and words that are one of them but for a character that
/// sounds or looks alike: 孙才欣 for 孙才新, 硐窝 for 洞窝. Two names that are both known are two.
/// </summary>
internal sealed class Spellings(IReadOnlyList<Entry> entries, Taxonomies taxonomies)
{
    private readonly Lazy<SpellingTable> table = new(() => new(entries, taxonomies));

    /// <summary>Of all that a verdict depends on, in whatever order.</summary>
    public Fingerprint Fingerprint { get; } = FingerprintOf(entries, taxonomies);

    /// <inheritdoc cref="SpellingTable.Next"/>
    public (int At, int Length, string Name, bool IsListed)? Next(ReadOnlySpan<char> text, int from) => table.Value.Next(text, from);

    private static Fingerprint FingerprintOf(IReadOnlyList<Entry> entries, Taxonomies taxonomies)
    {
        ulong sum = 0;
        foreach (var entry in entries)
        {
            Add(entry.Title);
            foreach (var other in entry is Story story ? story.OtherNames : [])
            {
                Add(other);
            }
        }

        foreach (var name in taxonomies.Names)
        {
            Add($"{name.Name}|{string.Join('|', name.Also)}|{string.Join('|', name.Not)}");
        }

        foreach (var place in taxonomies.Places)
        {
            Add(place.Name);
        }

        return new(sum);

        void Add(string name) => sum ^= Text.Fingerprint.Of(name).Value;
    }
}

/// <summary>The names, folded so that those that sound or look alike are the same; made when the first text is read.</summary>
internal sealed class SpellingTable
{
    private const int Shortest = 3, Longest = 12;

    /// <summary>What places and units are called behind their own name.</summary>
    private static readonly string[] Generic =
    [
        "水电站", "发电厂", "发电站", "电厂", "工厂", "大学", "学院", "研究院", "研究所", "实验室", "公司", "大桥", "水库", "车站", "码头", "大坝", "大礼堂", "遗址", "厂", "站", "桥",
    ];

    private readonly Dictionary<string, string> byFolded = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> wrong = new(StringComparer.Ordinal);
    private readonly bool[] begins = new bool[char.MaxValue + 1];
    private readonly SortedSet<int> lengths = new(Comparer<int>.Create((a, b) => b.CompareTo(a))); // the longest first
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> folded;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> listed;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> isKnown;

    public SpellingTable(IReadOnlyList<Entry> entries, Taxonomies taxonomies)
    {
        foreach (var entry in entries)
        {
            if (entry is Story story)
            {
                Add(story.Name);
                known.UnionWith(story.OtherNames);
            }
            else if (entry is CollectionObject thing)
            {
                Add(thing.Name);
            }
        }

        foreach (var place in taxonomies.Places)
        {
            Add(place.Name);
        }

        foreach (var name in taxonomies.Names)
        {
            Add(name.Name);
            known.UnionWith(name.Also);
            foreach (var other in name.Not)
            {
                wrong[other] = name.Name;
                Note(other);
            }
        }

        (folded, listed, isKnown) = (byFolded.GetAlternateLookup<ReadOnlySpan<char>>(), wrong.GetAlternateLookup<ReadOnlySpan<char>>(),
            known.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    /// <summary>The next word that is nearly a name.</summary>
    /// <returns>Null when there is none; <c>IsListed</c> for a form that the association's list calls wrong.</returns>
    public (int At, int Length, string Name, bool IsListed)? Next(ReadOnlySpan<char> text, int from)
    {
        Span<char> buffer = stackalloc char[Longest];
        for (var at = from; at < text.Length; at++)
        {
            if (!begins[text[at]])
            {
                continue;
            }

            foreach (var length in lengths)
            {
                if (at + length > text.Length)
                {
                    continue;
                }

                var word = text.Slice(at, length);
                if (listed.TryGetValue(word, out var right) && !IsWithin(text, at, right, word))
                {
                    return (at, length, right, true);
                }

                for (var i = 0; i < length; i++)
                {
                    buffer[i] = Homophones.Fold(word[i]);
                }

                if (folded.TryGetValue(buffer[..length], out var name) && !word.SequenceEqual(name) && !isKnown.Contains(word)
                    && Differences(word, name) == 1)
                {
                    return (at, length, name, false);
                }
            }
        }

        return null;
    }

    /// <summary>The wrong form may be a part of the right one: 工程师协会 within its full name.</summary>
    private static bool IsWithin(ReadOnlySpan<char> text, int at, string right, ReadOnlySpan<char> word)
    {
        for (var inner = right.AsSpan().IndexOf(word); inner >= 0;)
        {
            if (at >= inner && text[(at - inner)..].StartsWith(right))
            {
                return true;
            }

            var next = right.AsSpan(inner + 1).IndexOf(word);
            inner = next < 0 ? -1 : inner + 1 + next;
        }

        return false;
    }

    private static int Differences(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++)
        {
            count += a[i] == b[i] ? 0 : 1;
        }

        return count;
    }

    private void Add(string name)
    {
        known.Add(name);
        Watch(name, Shortest);
        foreach (var generic in Generic)
        {
            // 洞窝水电站 is called 洞窝 too; two characters are watched only where the wrong one is a rare one.
            if (name.Length >= generic.Length + 2 && name.EndsWith(generic, StringComparison.Ordinal))
            {
                Watch(name[..^generic.Length], Homophones.HasRareTwin(name.AsSpan(0, 2)) ? 2 : Shortest);
                break;
            }
        }
    }

    private void Watch(string name, int shortest)
    {
        if (name.Length < shortest || name.Length > Longest || !name.All(IsHan))
        {
            return;
        }

        known.Add(name);
        byFolded.TryAdd(string.Concat(name.Select(Homophones.Fold)), name);
        Note(name);
    }

    private void Note(string name)
    {
        lengths.Add(name.Length);
        foreach (var twin in Homophones.TwinsOf(name[0]))
        {
            begins[twin] = true;
        }
    }
}
