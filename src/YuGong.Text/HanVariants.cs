namespace YuGong.Text;

/// <summary>
/// Traditional characters and the Simplified ones that they are written as, from OpenCC's table <c>TSCharacters.txt</c> (a line each:
/// Traditional, tab, Simplified by preference). One character stays one character, so places stay places; what lies beyond the basic
/// plane stays as it is.
/// </summary>
public sealed class HanVariants
{
    private readonly Dictionary<char, char> simplified = [];
    private readonly bool[] isTraditionalOnly = new bool[char.MaxValue + 1];

    private HanVariants()
    {
    }

    /// <summary>Without a table: every character stays itself.</summary>
    public static HanVariants None { get; } = new();

    public bool IsEmpty => simplified.Count == 0;

    /// <summary>Each Traditional character with the Simplified one of first choice, sorted.</summary>
    public IEnumerable<(char Traditional, char Simplified)> Pairs =>
        simplified.OrderBy(p => p.Key).Select(p => (p.Key, p.Value));

    public static HanVariants Read(TextReader characters)
    {
        var table = new HanVariants();
        for (var line = characters.ReadLine(); line is not null; line = characters.ReadLine())
        {
            if (line.Split('\t') is not [[var from], var choices, ..] || from == '#' || choices.Split(' ') is not [[var first], ..] all)
            {
                continue;
            }

            if (first != from)
            {
                table.simplified.TryAdd(from, first);
                table.isTraditionalOnly[from] = !all.Contains(from.ToString());
            }
        }

        return table;
    }

    /// <summary>The Simplified character of first choice; itself where there is none.</summary>
    public char Simplified(char c) => simplified.GetValueOrDefault(c, c);

    /// <summary>The same string where nothing in it is Traditional.</summary>
    public string Simplified(string text)
    {
        char[]? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (simplified.TryGetValue(text[i], out var to))
            {
                changed ??= text.ToCharArray();
                changed[i] = to;
            }
        }

        return changed is null ? text : new(changed);
    }

    /// <summary>No Simplified text writes it: 體, but neither 乾 (乾坤) nor 著 (著作).</summary>
    public bool IsTraditionalOnly(char c) => isTraditionalOnly[c];

    /// <summary>Whether any of them is so.</summary>
    public bool HasTraditionalOnly(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (isTraditionalOnly[c])
            {
                return true;
            }
        }

        return false;
    }
}
