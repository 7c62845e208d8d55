using System.Reflection;
using System.Text;
using YuGong.Text;

namespace YuGong.Api;

/// <summary>A text as the search compares it, and where each of its characters stands in the text as it is shown.</summary>
/// <param name="Places">By place in <paramref name="Text"/>, and one more for its end.</param>
public readonly record struct FoldedText(string Text, int[] Places);

/// <summary>
/// Makes equal what readers take for equal, so that whatever is copied from a page finds it: small letters without accents, narrow forms,
/// compatibility forms (NFKC), Simplified characters (OpenCC's TSCharacters, first choice); blanks and marks are left out, but for one that
/// parts two numbers. A line stays a line. The same rules stand in search.js; docs/search.md describes them.
/// </summary>
public sealed class SearchFolding
{
    /// <summary>
    /// What is left out, each with the first and the last of a range: blanks, marks of every script that people mix with Han, combining
    /// marks, variation selectors, pictures. The same list in search.js.
    /// </summary>
    internal const string LeftOut =
        "\u0000\u0009\u000b\u002f\u003a\u0040\u005b\u0060\u007b\u00a9\u00ab\u00b1\u00b4\u00b4\u00b6\u00b8\u00bb\u00bb\u00bf\u00bf"
        + "\u00d7\u00d7\u00f7\u00f7\u02b0\u036f\u2000\u206f\u207a\u207e\u208a\u208e\u20a0\u20ff\u2190\u245f\u2500\u2775\u2794\u2bff"
        + "\u2e00\u2e7f\u2fe0\u2fff\u3000\u3004\u3008\u3020\u302a\u3030\u303d\u303f\u3099\u309c\u30a0\u30a0\u30fb\u30fb\ufe00\ufe6f"
        + "\ufeff\ufeff\uff00\uff0f\uff1a\uff20\uff3b\uff40\uff5b\uff65\uff9e\uff9f\uffe0\uffff";

    /// <summary>What parts two numbers, each class led by the one it becomes: 3.14, 1927-1932, 12:30, 1/2. The same in search.js.</summary>
    internal static readonly string[] Between =
        [".．。", "-‐‑‒–—―−~～〜－⁓", ":：∶", "/／⁄∕"];

    /// <summary>NFKC without accents in small letters, of characters that this changes, each with what it becomes (Unicode 14).</summary>
    private static readonly Lazy<(char From, string To)[]> Compatible = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("search-compatibility.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(e => (e[0], e[1..]))];
    });

    /// <summary>What each becomes: nothing (0), a character, or a number below 0 of <see cref="longer"/>.</summary>
    private readonly int[] map = new int[char.MaxValue + 1];
    private readonly List<string> longer = [];

    private SearchFolding(IEnumerable<(char From, char To)> simplified)
    {
        Simplified = [.. simplified];
        var simple = Simplified.ToDictionary(p => p.From, p => p.To);
        for (var c = 0; c < map.Length; c++)
        {
            var narrow = c is >= 0xFF01 and <= 0xFF5E ? (char)(c - 0xFEE0) : (char)c;
            map[c] = char.IsSurrogate(narrow) ? narrow : Simple(char.ToLowerInvariant(narrow));
        }

        foreach (var (from, to) in Compatible.Value)
        {
            longer.Add(string.Concat(to.Select(Simple)));
            map[from] = to.Length == 1 ? longer[^1][0] : -longer.Count;
        }

        for (var i = 0; i < LeftOut.Length; i += 2)
        {
            map.AsSpan(LeftOut[i], LeftOut[i + 1] - LeftOut[i] + 1).Clear();
        }

        char Simple(char c) => simple.GetValueOrDefault(c, c);
    }

    /// <summary>Traditional characters and what they become, sorted.</summary>
    public IReadOnlyList<(char From, char To)> Simplified { get; }

    public static SearchFolding None { get; } = new([]);

    public string Of(string text) => Write(text, null);

    public FoldedText Fold(string text)
    {
        var places = new List<int>(text.Length + 1);
        var folded = Write(text, places);
        places.Add(text.Length);
        return new(folded, [.. places]);
    }

    /// <param name="characters">The text of OpenCC's TSCharacters.txt: Traditional, tab, Simplified by preference.</param>
    public static SearchFolding Of(TextReader characters) => new(HanVariants.Read(characters).Pairs);

    private string Write(string text, List<int>? places)
    {
        var folded = new StringBuilder(text.Length);
        var (mark, markAt) = ('\0', 0);
        for (var i = 0; i < text.Length; i++)
        {
            var to = text[i] == '\n' ? '\n' : map[text[i]];
            if (to == 0 || IsVariation(text, i))
            {
                if (mark == '\0' && folded.Length > 0 && char.IsAsciiDigit(folded[^1]) && Parting(text[i]) is { } parting)
                {
                    (mark, markAt) = (parting, i);
                }

                i += to == 0 ? 0 : 1;
                continue;
            }

            ReadOnlySpan<char> written = to < 0 ? longer[-to - 1] : [(char)to];
            if (mark != '\0' && char.IsAsciiDigit(written[0]))
            {
                folded.Append(mark);
                places?.Add(markAt);
            }

            mark = '\0';
            folded.Append(written);
            for (var n = 0; n < written.Length; n++)
            {
                places?.Add(i);
            }
        }

        return folded.ToString();
    }

    /// <summary>U+E0100 to U+E01EF, which choose among the shapes of a character.</summary>
    private static bool IsVariation(string text, int at) =>
        text[at] == '\uDB40' && at + 1 < text.Length && text[at + 1] is >= '\uDD00' and <= '\uDDEF';

    private static char? Parting(char c)
    {
        foreach (var marks in Between)
        {
            if (marks.Contains(c, StringComparison.Ordinal))
            {
                return marks[0];
            }
        }

        return null;
    }
}
