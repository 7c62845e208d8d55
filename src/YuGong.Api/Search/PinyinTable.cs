using System.Text;

namespace YuGong.Api;

/// <summary>Readings of characters, and of surnames read otherwise than their character; without tones.</summary>
/// <param name="characters">Each with its readings, the usual one first.</param>
/// <param name="surnames">单 shan, 尉迟 yu chi.</param>
public sealed class PinyinTable(IReadOnlyDictionary<char, string[]> characters, IReadOnlyDictionary<string, string[]> surnames)
{
    private const string Marked = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ";
    private const string Unmarked = "aaaaeeeeiiiioooouuuuvvvvvnnnm";

    public static PinyinTable None { get; } = new(new Dictionary<char, string[]>(), new Dictionary<string, string[]>());

    /// <summary>A letter without its tone; the two dots of ü stay.</summary>
    internal static char Bare(char letter) => Marked.IndexOf(letter) is var mark and >= 0
        ? (Unmarked[mark] == 'v' ? 'ü' : Unmarked[mark]) : letter;

    /// <summary>
    /// How a title may be typed: its syllables, each with all its readings, as <c>zhong/chong qing</c>. What an editor wrote
    /// counts alone; a surname has its own reading.
    /// </summary>
    public string Readings(string title, string? said, bool isPerson)
    {
        if (said is not null && Plain(said) is { Length: > 0 } own)
        {
            return Syllables(own, title);
        }

        List<string> parts = [];
        var at = 0;
        if (isPerson)
        {
            foreach (var length in (int[])[2, 1])
            {
                if (title.Length > length && surnames.TryGetValue(title[..length], out var surname))
                {
                    parts.AddRange(surname);
                    at = length;
                    break;
                }
            }
        }

        for (; at < title.Length; at++)
        {
            if (characters.TryGetValue(title[at], out var readings))
            {
                parts.Add(string.Join('/', readings));
            }
        }

        return string.Join(' ', parts);
    }

    /// <param name="dictionary">pinyin-pro's <c>dict1.mjs</c>: readings, then the characters that have them.</param>
    /// <param name="names">Its <c>surname.mjs</c>: names and their readings.</param>
    public static PinyinTable Of(TextReader dictionary, TextReader names)
    {
        var characters = new Dictionary<char, string[]>();
        foreach (var (character, readings) in PinyinData.Characters(dictionary))
        {
            characters.TryAdd(character, [.. readings.Select(Plain).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal)]);
        }

        var surnames = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, readings) in PinyinData.Surnames(names))
        {
            surnames.TryAdd(name, [.. readings.Select(Plain)]);
        }

        return new(characters, surnames);
    }

    /// <summary>Letters without tone marks; ü is v, as it is typed.</summary>
    internal static string Plain(string marked)
    {
        var plain = new StringBuilder(marked.Length);
        foreach (var c in marked.ToLowerInvariant())
        {
            var mark = Marked.IndexOf(c);
            if (mark >= 0 || char.IsAsciiLetter(c))
            {
                plain.Append(mark >= 0 ? Unmarked[mark] : c);
            }
            else if (c == '\u0308' && plain.Length > 0)
            {
                plain[^1] = 'v';
            }
            else if (c is ' ' or '-' or '\'' or '·' && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Shuǐ Xīhéng has three syllables in two words: cut where the table's readings of the characters say.</summary>
    private string Syllables(string own, string name)
    {
        var letters = own.Replace(" ", "", StringComparison.Ordinal);
        var cut = new List<string>();
        foreach (var c in name)
        {
            var next = characters.GetValueOrDefault(c, []).Where(r => letters.StartsWith(r, StringComparison.Ordinal)).MaxBy(r => r.Length);
            if (next is null)
            {
                return own;
            }

            cut.Add(next);
            letters = letters[next.Length..];
        }

        return letters.Length == 0 ? string.Join(' ', cut) : own;
    }
}
