namespace YuGong.Content.CopyDesk;

/// <summary>A word that is always a slip, but within the words that these characters make with it.</summary>
/// <param name="NotBehind">Characters before it that make other words of it: 险 + 峻工(程).</param>
/// <param name="NotBefore">Characters behind it that do: 按装 + 配.</param>
/// <param name="OnlyBehind">Characters of which one must stand before it; empty for any.</param>
/// <param name="OnlyBefore">The same behind it.</param>
internal sealed record Slip(string Wrong, string Right, string NotBehind = "", string NotBefore = "", string OnlyBehind = "",
    string OnlyBefore = "")
{
    public bool IsAt(ReadOnlySpan<char> text, int at)
    {
        var (before, behind) = (HanText.At(text, at - 1), HanText.At(text, at + Wrong.Length));
        return !NotBehind.Contains(before) && !NotBefore.Contains(behind) && (OnlyBehind.Length == 0 || OnlyBehind.Contains(before))
            && (OnlyBefore.Length == 0 || OnlyBefore.Contains(behind));
    }
}

/// <summary>Finds any of them in one go.</summary>
internal sealed class SlipTable
{
    private readonly Beginnings beginnings;
    private readonly Dictionary<string, Slip>.AlternateLookup<ReadOnlySpan<char>> byWord;
    private readonly int[] lengths;

    public SlipTable(params IReadOnlyList<Slip> slips)
    {
        Words = [.. slips.Select(s => s.Wrong)];
        beginnings = new(Words);
        byWord = slips.ToDictionary(s => s.Wrong, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = [.. slips.Select(s => s.Wrong.Length).Distinct().OrderDescending()];
    }

    public IReadOnlyList<string> Words { get; }

    public void Read(in Passage passage, Text.Rule rule, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (!beginnings.Has(text[at], text[at + 1]))
            {
                continue;
            }

            foreach (var length in lengths)
            {
                if (at + length <= text.Length && byWord.TryGetValue(text.Slice(at, length), out var slip))
                {
                    if (slip.IsAt(text, at) && !CopyPass.IsQuoted(text, at))
                    {
                        pass.Report(rule, passage, at, length, slip.Right);
                    }

                    break;
                }
            }
        }
    }
}
