namespace YuGong.Api;

/// <summary>
/// Makes words equal that readers take for equal: small letters, narrow forms, Simplified characters (OpenCC's
/// TSCharacters, first choice). One character stays one character, so places stay places.
/// </summary>
public sealed class SearchFolding
{
    private readonly char[] map = new char[char.MaxValue + 1];

    private SearchFolding(IEnumerable<(char From, char To)> simplified)
    {
        for (var c = 0; c < map.Length; c++)
        {
            var narrow = c is >= 0xFF01 and <= 0xFF5E && !IsChinesePunctuation((char)c)
                ? (char)(c - 0xFEE0) : c is '\u00a0' or '\u3000' or '\t' ? ' ' : (char)c;
            map[c] = char.IsSurrogate(narrow) ? narrow : char.ToLowerInvariant(narrow);
        }

        Simplified = [.. simplified.OrderBy(p => p.From)];
        foreach (var (from, to) in Simplified)
        {
            map[from] = to;
        }
    }

    /// <summary>Traditional characters and what they become, sorted.</summary>
    public IReadOnlyList<(char From, char To)> Simplified { get; }

    public static SearchFolding None { get; } = new([]);

    public string Of(string text) => string.Create(text.Length, (text, map), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = state.map[state.text[i]];
        }
    });

    /// <param name="characters">The text of OpenCC's TSCharacters.txt: Traditional, tab, Simplified by preference.</param>
    public static SearchFolding Of(TextReader characters)
    {
        var pairs = new List<(char, char)>();
        for (var line = characters.ReadLine(); line is not null; line = characters.ReadLine())
        {
            var parts = line.Split('\t');
            if (line.Length > 0 && line[0] != '#' && parts.Length >= 2 && parts[0].Length == 1 && parts[1].Split(' ')[0] is [var to]
                && to != parts[0][0])
            {
                pairs.Add((parts[0][0], to));
            }
        }

        return new(pairs);
    }

    /// <summary>，：；！？（） stay themselves: in Chinese text they are the right marks and nobody types others for them.</summary>
    private static bool IsChinesePunctuation(char c) =>
        c is '\uff0c' or '\uff1a' or '\uff1b' or '\uff01' or '\uff1f' or '\uff08' or '\uff09';
}
