using System.Runtime.InteropServices;

namespace YuGong.Api;

/// <summary>
/// Every place of every pair of characters, in shards. Texts stand one after another with a line end between; a pair with a
/// line end in it is never asked for and has no place.
/// </summary>
internal sealed class BigramIndex
{
    private readonly char[] all;
    private readonly int[] places;
    private readonly int[] starts;
    private readonly int mask;

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
        Parallel.For(0, folded.Count, i =>
        {
            folded[i].CopyTo(0, all, Bases[i], folded[i].Length);
            all[Bases[i + 1] - 1] = '\n';
        });

        // Radix by shard, in two halves of the text side by side; places stay in order.
        var halves = Math.Max(1, Math.Min(Environment.ProcessorCount, 2));
        var counts = new int[halves][];
        Parallel.For(0, halves, h =>
        {
            var own = new int[shards];
            for (int i = Cut(h, halves), end = Cut(h + 1, halves); i < end; i++)
            {
                if (all[i] != '\n' && all[i + 1] != '\n')
                {
                    own[ShardOf(all[i], all[i + 1], mask)]++;
                }
            }

            counts[h] = own;
        });
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
        Parallel.For(0, halves, h =>
        {
            var cursor = cursors[h];
            for (int i = Cut(h, halves), end = Cut(h + 1, halves); i < end; i++)
            {
                if (all[i] != '\n' && all[i + 1] != '\n')
                {
                    places[cursor[ShardOf(all[i], all[i + 1], mask)]++] = i;
                }
            }
        });
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
    /// (Rice), how many places (gamma), and their gaps (Rice by <see cref="BitText.Divisor"/>).
    /// </summary>
    public void Write(int shard, BitText bits)
    {
        var mine = places.AsSpan(starts[shard], starts[shard + 1] - starts[shard]);
        var (keys, sorted, ends) = Group(mine);
        var k = BitText.Divisor(uint.MaxValue, keys.Length);
        bits.Write((uint)keys.Length, 20);
        bits.Write((uint)k, 5);
        uint before = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            bits.Rice(keys[i] - before, k);
            before = keys[i];
            var list = sorted.AsSpan(i == 0 ? 0 : ends[i - 1], ends[i] - (i == 0 ? 0 : ends[i - 1]));
            bits.Gamma((uint)list.Length);
            var wide = BitText.Divisor(Length, list.Length);
            var last = -1;
            foreach (var place in list)
            {
                bits.Rice((uint)(place - last - 1), wide);
                last = place;
            }
        }
    }

    private int Cut(int part, int of) => (int)((long)(Length - 1) * part / of);

    /// <summary>Sorts the places of a shard by pair, each pair's in order: count, then put.</summary>
    private (uint[] Keys, int[] Sorted, int[] Ends) Group(ReadOnlySpan<int> mine)
    {
        var numbers = new Dictionary<uint, int>();
        var counts = new List<int>();
        var which = new int[mine.Length];
        for (var i = 0; i < mine.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, KeyAt(mine[i]), out var known);
            if (!known)
            {
                number = counts.Count;
                counts.Add(0);
            }

            which[i] = number;
            CollectionsMarshal.AsSpan(counts)[number]++;
        }

        uint[] keys = [.. numbers.Keys];
        Array.Sort(keys);
        var (cursor, ends, at) = (new int[keys.Length], new int[keys.Length], 0);
        for (var i = 0; i < keys.Length; i++)
        {
            var number = numbers[keys[i]];
            cursor[number] = at;
            ends[i] = at += counts[number];
        }

        var sorted = new int[mine.Length];
        for (var i = 0; i < mine.Length; i++)
        {
            sorted[cursor[which[i]]++] = mine[i];
        }

        return (keys, sorted, ends);
    }

    private uint KeyAt(int place) => ((uint)all[place] << 16) | all[place + 1];
}
