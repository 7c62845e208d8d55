using System.Globalization;
using System.Text;
using YuGong.Content;

namespace YuGong.Api;

/// <summary>A name in letters.</summary>
/// <param name="Id">Small letters and hyphens: <c>shui-xiheng</c>; empty where nothing of the name is known.</param>
/// <param name="Letters">Shui Xiheng.</param>
/// <param name="Marked">Shuǐ Xīhéng.</param>
public sealed record SpeltName(string Id, string Letters, string Marked);

/// <summary>
/// Names as the Chinese norm spells them (GB/T 28039): the surname, then the given name in one word. A suggestion: many characters are read
/// in two ways, and whoever knows the person puts it right.
/// </summary>
/// <param name="characters">Each with its usual reading, tone marked.</param>
/// <param name="surnames">Those that are read otherwise than their characters, and those of two characters.</param>
public sealed class NameSpelling(IReadOnlyDictionary<char, string> characters, IReadOnlyDictionary<string, string[]> surnames)
{
    /// <summary>Syllables that an id is made of; a title is longer.</summary>
    private const int MostSyllables = 6;

    public static NameSpelling None { get; } = new(new Dictionary<char, string>(), new Dictionary<string, string[]>());

    /// <param name="dictionary">pinyin-pro's <c>dict1.mjs</c>.</param>
    /// <param name="names">Its <c>surname.mjs</c>.</param>
    public static NameSpelling Of(TextReader dictionary, TextReader names)
    {
        var characters = new Dictionary<char, string>();
        foreach (var (character, readings) in PinyinData.Characters(dictionary))
        {
            characters.TryAdd(character, readings[0]);
        }

        var surnames = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, readings) in PinyinData.Surnames(names))
        {
            surnames.TryAdd(name, readings);
        }

        return new(characters, surnames);
    }

    /// <param name="isPerson">A surname and a given name; else a title, whose syllables stand alone.</param>
    public SpeltName Of(string name, bool isPerson)
    {
        var words = isPerson ? Person(name) : [.. Syllables(name).Select(s => (string[])[s])];
        var joined = words.Select(Joined).ToList();
        var parts = words.Select(w => string.Concat(w.Select(PinyinTable.Plain)).Replace(" ", "", StringComparison.Ordinal))
            .Where(p => p.Length > 0).Take(MostSyllables);
        var id = string.Join('-', parts);
        return new(Slug.IsValid(id) ? id : "", string.Join(' ', joined.Select(Bare).Select(Capital)),
            string.Join(' ', joined.Select(Capital)));
    }

    private List<string[]> Person(string name)
    {
        foreach (var length in (int[])[2, 1])
        {
            if (name.Length > length && surnames.TryGetValue(name[..length], out var surname))
            {
                return Words(surname, name[length..]);
            }
        }

        return name.Length > 1 && characters.ContainsKey(name[0]) ? Words(Syllables(name[..1]), name[1..]) : [[.. Syllables(name)]];
    }

    private List<string[]> Words(IReadOnlyList<string> surname, string given) =>
        [.. ((string[][])[[.. surname], [.. Syllables(given)]]).Where(w => w.Length > 0)];

    /// <summary>Of each character; letters and digits that stand in the name are a syllable of their own.</summary>
    private List<string> Syllables(string name)
    {
        var (syllables, letters) = (new List<string>(), new StringBuilder());
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
                continue;
            }

            Flush();
            if (characters.TryGetValue(c, out var reading))
            {
                syllables.Add(reading);
            }
        }

        Flush();
        return syllables;

        void Flush()
        {
            if (letters.Length > 0)
            {
                syllables.Add(letters.ToString());
                letters.Clear();
            }
        }
    }

    /// <summary>德安 is Dé'ān: a syllable that begins with a vowel is set off.</summary>
    private static string Joined(string[] syllables) => string.Concat(syllables.Select((s, i) =>
        (i > 0 && PinyinTable.Plain(s) is [('a' or 'o' or 'e'), ..] ? "'" : "") + s));

    private static string Capital(string word) =>
        word.Length == 0 ? word : string.Concat(word[..1].ToUpper(CultureInfo.InvariantCulture), word.AsSpan(1));

    private static string Bare(string word) => string.Concat(word.Select(c => PinyinTable.Bare(c)));
}
