using System.Text.RegularExpressions;

namespace YuGong.Api;

/// <summary>The tables of pinyin-pro as it ships them, with their tone marks.</summary>
internal static partial class PinyinData
{
    /// <param name="dictionary">Its <c>dict1.mjs</c>: readings, then the characters that have them.</param>
    /// <returns>Each character with its readings, the usual one first; some come twice, and the first counts.</returns>
    public static IEnumerable<(char Character, string[] Readings)> Characters(TextReader dictionary)
    {
        string[] readings = [];
        for (var line = dictionary.ReadLine(); line is not null; line = dictionary.ReadLine())
        {
            if (ReadingLine().Match(line) is { Success: true } reading)
            {
                readings = reading.Groups["r"].Value.Split(' ');
            }

            foreach (Match character in CharacterInLine().Matches(line))
            {
                yield return (character.Groups["c"].Value[0], readings);
            }
        }
    }

    /// <param name="names">Its <c>surname.mjs</c>: names and their readings.</param>
    public static IEnumerable<(string Name, string[] Readings)> Surnames(TextReader names)
    {
        for (var line = names.ReadLine(); line is not null; line = names.ReadLine())
        {
            if (SurnameLine().Match(line) is { Success: true } surname)
            {
                yield return (surname.Groups["n"].Value, surname.Groups["r"].Value.Split(' '));
            }
        }
    }

    [GeneratedRegex(@"^\s+'?(?<r>[^':\[\]]+)'?: \[", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex ReadingLine();

    [GeneratedRegex(@"'(?<c>[\u3007\u3400-\u9fff])'", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex CharacterInLine();

    [GeneratedRegex(@"^\s+'?(?<n>[\u3400-\u9fff]{1,2})'?: '(?<r>[^']+)'", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex SurnameLine();
}
