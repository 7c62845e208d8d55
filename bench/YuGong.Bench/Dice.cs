namespace YuGong.Bench;

/// <summary>SplitMix64: the same corpus on every machine and every runtime.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Below(int count)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)count);
        }
    }

    public int Between(int low, int high) => low + Below(high - low + 1);

    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    /// <summary>Different ones, in the order of the list.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> all, int count)
    {
        var left = all.Select((value, index) => (value, index)).ToList();
        while (left.Count > count)
        {
            left.RemoveAt(Below(left.Count));
        }

        return [.. left.OrderBy(x => x.index).Select(x => x.value)];
    }
}
