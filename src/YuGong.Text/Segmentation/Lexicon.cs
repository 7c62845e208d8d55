using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace YuGong.Text.Segmentation;

/// <summary>
/// How often words of general Chinese occur: some hundred thousand of one to five characters, from jieba's dictionary
/// (<c>lexicon.mjs</c> says how), and the terms of engineers that it lacks (<c>terms.txt</c>).
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Characters of its longest word.</summary>
    public const int Longest = 5;

    private static readonly Lazy<Lexicon> General = new(() => new());

    /// <summary>Of each length the words, sorted, one behind the other; and a letter for each.</summary>
    private readonly (string Words, string Seen)[] sections;

    private Lexicon()
    {
        using var packed = Resource("lexicon.br");
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        var lines = Read(unpacked).Split('\n');
        sections = [.. Enumerable.Range(0, Longest).Select(i => (lines[2 * i], lines[(2 * i) + 1]))];
        using var terms = Resource("terms.txt");
        Terms = Read(terms).Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Read when the first text is cut; a run that renders nothing never does.</summary>
    public static Lexicon Instance => General.Value;

    public IReadOnlyList<string> Terms { get; }

    /// <summary>The binary logarithm of how often a word was seen, rounded down; −1 for what is no word.</summary>
    public int Seen(ReadOnlySpan<char> word)
    {
        if (word.Length is < 1 or > Longest)
        {
            return -1;
        }

        var (words, seen) = sections[word.Length - 1];
        var (low, high) = (0, seen.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = words.AsSpan(middle * word.Length, word.Length).CompareTo(word, StringComparison.Ordinal);
            if (order == 0)
            {
                return seen[middle] - 'a';
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private static Stream Resource(string name) =>
        typeof(Lexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Resource {name} is missing."));

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
