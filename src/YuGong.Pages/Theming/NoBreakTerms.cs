using YuGong.Content;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// What a heading's lines do not end within: names of places and districts, and short quotations with their marks. Chinese may be broken
/// between any two characters (避头尾, CLREQ, prohibits it only at punctuation); in large type a divided name is read twice.
/// </summary>
internal sealed class NoBreakTerms
{
    /// <summary>Characters of a quotation with its marks; a longer one would leave half a line empty.</summary>
    private const int Longest = 10;

    private readonly List<string> words;

    private NoBreakTerms(IEnumerable<string> words) => this.words =
    [
        .. words.Where(w => w.Length is > 1 and < Longest).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length)
            .ThenBy(w => w, StringComparer.Ordinal),
    ];

    /// <summary>Stands for all of them: other words, other pages.</summary>
    public Fingerprint Fingerprint => Fingerprint.Of(string.Join('\n', words));

    /// <param name="others">Words that the theme keeps whole.</param>
    public static NoBreakTerms Of(Taxonomies taxonomies, IReadOnlyList<string> others) =>
        new([.. taxonomies.Places.SelectMany(p => p.Named.Append(p.Name)), .. taxonomies.Districts.Select(d => d.Name), .. others]);

    /// <summary>The text in parts; those that hold together say so.</summary>
    public IEnumerable<(string Text, bool Together)> Split(string text)
    {
        var loose = 0;
        for (var at = 0; at < text.Length;)
        {
            if (LengthAt(text, at) is var length and > 0)
            {
                if (at > loose)
                {
                    yield return (text[loose..at], false);
                }

                yield return (text.Substring(at, length), true);
                at += length;
                loose = at;
            }
            else
            {
                at++;
            }
        }

        if (loose < text.Length)
        {
            yield return (text[loose..], false);
        }
    }

    private int LengthAt(string text, int at)
    {
        if (text[at] is '“' or '「' or '《' && text.IndexOfAny(['”', '」', '》'], at) is var end && end > at && end - at < Longest)
        {
            return end - at + 1;
        }

        return words.Find(w => string.CompareOrdinal(text, at, w, 0, w.Length) == 0)?.Length ?? 0;
    }
}
