using System.Text;
using YuGong.Manuscripts;

namespace YuGong.Leads;

/// <summary>The words of one mail as they come in, part by part: the plain ones, and those of its HTML where there are no others.</summary>
internal sealed class MailWords
{
    /// <summary>Characters of a mail's own words, and of its HTML, which is mostly style.</summary>
    private const int LongestPlain = 200_000, LongestHtml = 1_000_000;

    private readonly StringBuilder plain = new(), html = new();

    /// <returns>False when there was more than is kept.</returns>
    public bool Add(ReadOnlySpan<byte> bytes, Encoding? charset, bool isHtml)
    {
        var (words, longest) = isHtml ? (html, LongestHtml) : (plain, LongestPlain);

        // A character of the text takes four bytes at most; none of UTF-8 is cut in two.
        var fits = Math.Min(bytes.Length, Math.Max(0, (longest - words.Length) * 4));
        while (fits > 0 && fits < bytes.Length && (bytes[fits] & 0xC0) == 0x80)
        {
            fits--;
        }

        return Append(words, MailText.Decode(bytes[..fits], charset), longest) && fits == bytes.Length;
    }

    /// <summary>A mail within this one: its words are plain beside ours, whatever they were.</summary>
    public void Add(MailWords enclosed, ReadingBudget budget) => Append(plain, enclosed.Read(budget), LongestPlain);

    public string Read(ReadingBudget budget)
    {
        var words = plain.Length > 0 ? plain.ToString() : HtmlWords.Read(html.ToString(), budget);
        return words[..Math.Min(words.Length, LongestPlain)];
    }

    private static bool Append(StringBuilder words, string more, int longest)
    {
        var fits = Math.Clamp(longest - words.Length, 0, more.Length);
        words.Append(more, 0, fits).Append('\n');
        return fits == more.Length;
    }
}
