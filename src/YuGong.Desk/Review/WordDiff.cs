using System.Globalization;
using DiffPlex;
using DiffPlex.Chunkers;

namespace YuGong.Desk;

/// <param name="Kind"><c>+</c> for what is new, <c>-</c> for what is gone, a blank for what stayed.</param>
public sealed record DiffWords(char Kind, string Text);

/// <summary>What two texts differ in: Latin letters and digits together, of Chinese each character alone.</summary>
public static class WordDiff
{
    /// <summary>A stretch that stayed and is no longer than this, in text elements, is read as changed when both sides of it are.</summary>
    private const int Island = 1;

    public static IReadOnlyList<DiffWords> Of(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0)
        {
            return [.. new[] { new DiffWords('-', before), new DiffWords('+', after) }.Where(w => w.Text.Length > 0)];
        }

        var words = new List<DiffWords>();
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false,
            new CustomFunctionChunker(s => [.. Pieces(s)]));
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(words, ' ', diff.PiecesOld.Skip(at).Take(block.DeleteStartA - at));
            Add(words, '-', diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(words, '+', diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(words, ' ', diff.PiecesOld.Skip(at));
        return Joined(words);
    }

    /// <summary>Puts what is gone and what is new of one place together, over single characters that happened to stay.</summary>
    private static List<DiffWords> Joined(List<DiffWords> words)
    {
        var joined = new List<DiffWords>();
        var (gone, made) = ("", "");
        void Close()
        {
            Add(joined, '-', [gone]);
            Add(joined, '+', [made]);
            (gone, made) = ("", "");
        }

        for (var i = 0; i < words.Count; i++)
        {
            var (kind, text) = words[i];
            var isIsland = kind == ' ' && gone.Length + made.Length > 0 && i + 1 < words.Count
                && new StringInfo(text).LengthInTextElements <= Island && text.All(char.IsLetterOrDigit);
            if (kind != '+' && (kind == '-' || isIsland))
            {
                gone += text;
            }

            if (kind != '-' && (kind == '+' || isIsland))
            {
                made += text;
            }

            if (kind == ' ' && !isIsland)
            {
                Close();
                joined.Add(words[i]);
            }
        }

        Close();
        return joined;
    }

    private static void Add(List<DiffWords> words, char kind, IEnumerable<string> pieces)
    {
        if (string.Concat(pieces) is { Length: > 0 } text)
        {
            words.Add(new(kind, text));
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var word = "";
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (element.Length == 1 && char.IsAsciiLetterOrDigit(element[0]))
            {
                word += element;
                continue;
            }

            if (word.Length > 0)
            {
                yield return word;
                word = "";
            }

            yield return element;
        }

        if (word.Length > 0)
        {
            yield return word;
        }
    }
}
