namespace YuGong.Content.Yaml;

/// <summary>
/// Keys, ids and grades come again in every entry: the same short word is one string. A table that forgets, one a thread,
/// so that it never grows and nobody waits.
/// </summary>
internal static class ShortWords
{
    private const int Longest = 20;

    [ThreadStatic]
    private static string?[]? table;

    public static string Of(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return word.ToString();
        }

        var hash = (uint)word.Length;
        foreach (var c in word)
        {
            hash = (hash * 31) + c;
        }

        ref var known = ref (table ??= new string?[1024])[hash & 1023];
        return known is not null && word.SequenceEqual(known) ? known : known = word.ToString();
    }
}
