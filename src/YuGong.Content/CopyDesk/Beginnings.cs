namespace YuGong.Content.CopyDesk;

/// <summary>
/// Which two characters the words of some lists begin with: a bit for each pair. Other pairs may share it, so that it never denies a word
/// and seldom promises one in vain.
/// </summary>
internal sealed class Beginnings(params IEnumerable<string> words)
{
    private readonly ulong[] bits = Make(words);

    public bool Has(char first, char second)
    {
        var bit = BitOf(first, second);
        return (bits[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static ulong[] Make(IEnumerable<string> words)
    {
        var made = new ulong[1024];
        foreach (var word in words)
        {
            var bit = BitOf(word[0], word[1]);
            made[bit >> 6] |= 1UL << (bit & 63);
        }

        return made;
    }

    private static int BitOf(char first, char second) => (int)(((first * 0x9E3779B1u) + (second * 0x85EBCA6Bu)) >> 16);
}
