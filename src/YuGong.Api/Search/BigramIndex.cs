using System.Numerics;
using System.Runtime.CompilerServices;

namespace YuGong.Api;

/// <summary>
/// Every place of every pair of characters, in shards, and for every character the texts that have it. Texts stand one after another with
/// a line end between; a pair with a line end in it is never asked for and has no place.
/// </summary>
internal sealed class BigramIndex
{
    private readonly char[] all;
    private readonly int[] places;
    private readonly int[] starts;
    private readonly int mask;
    private readonly SortedDictionary<char, List<int>>[] singles;

    /// <param name="folded">Texts in order.</param>
    /// <param name="shards">A power of two.</param>
    public BigramIndex(IReadOnlyList<string> folded, int shards)
    {
        Bases = new int[folded.Count + 1];
        for (var i = 0; i < folded.Count; i++)
        {
            Bases[i + 1] = checked(Bases[i] + folded[i].Length + 1);
        }

        all = new char[Length];
        mask = shards - 1;
        singles = SinglesOf(folded, shards);
        Parallel.For(0, folded.Count, i =>
        {
            folded[i].CopyTo(0, all, Bases[i], folded[i].Length);
            all[Bases[i + 1] - 1] = '\n';
        });

        // Radix by shard, in two halves of the text side by side; places stay in order.
        var halves = Math.Max(1, Math.Min(Environment.ProcessorCount, 2));
        var counts = new int[halves][];
        Parallel.For(0, halves, h => counts[h] = Count(Cut(h, halves), Cut(h + 1, halves), shards));
        starts = new int[shards + 1];
        var cursors = new int[halves][];
        for (var h = 0; h < halves; h++)
        {
            cursors[h] = new int[shards];
        }

        var at = 0;
        for (var s = 0; s < shards; s++)
        {
            starts[s] = at;
            for (var h = 0; h < halves; h++)
            {
                cursors[h][s] = at;
                at += counts[h][s];
            }
        }

        starts[shards] = at;
        places = new int[at];
        Parallel.For(0, halves, h => Put(Cut(h, halves), Cut(h + 1, halves), cursors[h]));
    }

    /// <summary>Where each text begins, and behind the last where all end.</summary>
    public int[] Bases { get; }

    public int Length => Bases[^1];

    /// <summary>The same sum in search.js.</summary>
    public static int ShardOf(char first, char second, int mask)
    {
        var hash = unchecked(((uint)first * 0x9E3779B1u) ^ ((uint)second * 0x85EBCA77u));
        return (int)((hash ^ (hash >> 15)) & (uint)mask);
    }

    /// <summary>
    /// A shard: how many pairs (20 bits), the divisor of their gaps (5 bits), and for each pair in rising order its gap
    /// (Rice), how many places (gamma), and their gaps (Rice by <see cref="Utf16BitWriter.Divisor"/>). Behind them the same of
    /// characters, with numbers of texts for places.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(int shard, Utf16BitWriter bits)
    {
        var mine = places.AsSpan(starts[shard], starts[shard + 1] - starts[shard]);
        var (keys, sorted, ends) = Group(mine);
        var k = Utf16BitWriter.Divisor(uint.MaxValue, keys.Length);
        bits.Write((uint)keys.Length, 20);
        bits.Write((uint)k, 5);
        uint before = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            bits.Rice(keys[i] - before, k);
            before = keys[i];
            var list = sorted.AsSpan(i == 0 ? 0 : ends[i - 1], ends[i] - (i == 0 ? 0 : ends[i - 1]));
            bits.Gamma((uint)list.Length);
            var wide = Utf16BitWriter.Divisor(Length, list.Length);
            var last = -1;
            foreach (var place in list)
            {
                bits.Rice((uint)(place - last - 1), wide);
                last = place;
            }
        }

        WriteSingles(singles[shard], bits);
    }

    private void WriteSingles(SortedDictionary<char, List<int>> mine, Utf16BitWriter bits)
    {
        var k = Utf16BitWriter.Divisor(char.MaxValue, mine.Count);
        bits.Write((uint)mine.Count, 20);
        bits.Write((uint)k, 5);
        uint before = 0;
        foreach (var (character, texts) in mine)
        {
            bits.Rice(character - before, k);
            before = character;
            bits.Gamma((uint)texts.Count);
            var wide = Utf16BitWriter.Divisor(Bases.Length - 1, texts.Count);
            var last = -1;
            foreach (var text in texts)
            {
                bits.Rice((uint)(text - last - 1), wide);
                last = text;
            }
        }
    }

    private SortedDictionary<char, List<int>>[] SinglesOf(IReadOnlyList<string> folded, int shards)
    {
        var found = new List<int>?[char.MaxValue + 1];
        for (var i = 0; i < folded.Count; i++)
        {
            foreach (var c in folded[i])
            {
                var texts = found[c] ??= [];
                if (texts.Count == 0 || texts[^1] != i)
                {
                    texts.Add(i);
                }
            }
        }

        var byShard = Enumerable.Range(0, shards).Select(_ => new SortedDictionary<char, List<int>>()).ToArray();
        for (var c = 0; c < found.Length; c++)
        {
            if (c != '\n' && found[c] is { } texts)
            {
                byShard[ShardOf((char)c, '\0', mask)].Add((char)c, texts);
            }
        }

        return byShard;
    }

    private int Cut(int part, int of) => (int)((long)(Length - 1) * part / of);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Count(int from, int to, int shards)
    {
        var (text, counts) = (all, new int[shards]);
        for (var i = from; i < to; i++)
        {
            if (text[i] != '\n' && text[i + 1] != '\n')
            {
                counts[ShardOf(text[i], text[i + 1], mask)]++;
            }
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(int from, int to, int[] cursor)
    {
        var (text, here) = (all, places);
        for (var i = from; i < to; i++)
        {
            if (text[i] != '\n' && text[i + 1] != '\n')
            {
                here[cursor[ShardOf(text[i], text[i + 1], mask)]++] = i;
            }
        }
    }

    /// <summary>Sorts the places of a shard by pair, each pair's in order: count, then put.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (uint[] Keys, int[] Sorted, int[] Ends) Group(ReadOnlySpan<int> mine)
    {
        // Open addressing; a slot holds a key and, from one, its number.
        var width = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, mine.Length * 2));
        var (slotKeys, slotNumbers, which) = (new uint[width], new int[width], new int[mine.Length]);
        var (found, counts, number) = (new uint[mine.Length], new int[mine.Length], 0);
        var text = all;
        for (var i = 0; i < mine.Length; i++)
        {
            var key = ((uint)text[mine[i]] << 16) | text[mine[i] + 1];
            var slot = (int)((key * 0x9E3779B1u) >> 7) & (width - 1);
            while (slotNumbers[slot] != 0 && slotKeys[slot] != key)
            {
                slot = (slot + 1) & (width - 1);
            }

            if (slotNumbers[slot] == 0)
            {
                slotKeys[slot] = key;
                found[number] = key;
                slotNumbers[slot] = ++number;
            }

            which[i] = slotNumbers[slot] - 1;
            counts[which[i]]++;
        }

        var keys = found[..number];
        var order = new int[number];
        for (var i = 0; i < number; i++)
        {
            order[i] = i;
        }

        Array.Sort(keys, order);
        var (cursor, ends, at) = (new int[number], new int[number], 0);
        for (var i = 0; i < number; i++)
        {
            cursor[order[i]] = at;
            ends[i] = at += counts[order[i]];
        }

        var sorted = new int[mine.Length];
        for (var i = 0; i < mine.Length; i++)
        {
            sorted[cursor[which[i]]++] = mine[i];
        }

        return (keys, sorted, ends);
    }
}
