using System.Xml.Linq;
using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// A manuscript out of a .docx (ISO/IEC 29500-1, 17) as Word, WPS and LibreOffice write it. Everything that is said in it is in the text,
/// or among the pieces that were not read.
/// </summary>
public static class WordReader
{
    private static readonly Phrase Comment = new("批注", "a comment"), Margin = new("页眉或页脚", "a header or footer");

    /// <exception cref="ReadingException">The bytes are no document that can be read, or too much of one.</exception>
    public static Manuscript Read(byte[] bytes, ReadingBudget budget) =>
        OfficePackage.Read(bytes, budget, package => Read(new WordParts(package)));

    private static Manuscript Read(WordParts parts)
    {
        var gathered = new ManuscriptParts();
        var body = new WordBody(parts, gathered);
        var blocks = body.Read(parts.Body);

        // A note may refer to a further one; those are read when it is their turn.
        var notes = new List<string>();
        for (var key = gathered.NoteKeys.ElementAtOrDefault(0); key is not null; key = gathered.NoteKeys.ElementAtOrDefault(notes.Count))
        {
            notes.Add(NoteText(parts, gathered, key));
        }

        foreach (var comment in parts.Comments?.Elements() ?? [])
        {
            gathered.List(Comment, TextOf(parts, gathered, comment));
        }

        foreach (var margin in parts.Margins)
        {
            var text = TextOf(parts, gathered, margin);
            if (text.Any(char.IsLetter))
            {
                gathered.ListOnce(Margin, text);
            }
        }

        return new()
        {
            Title = body.Title, Blocks = blocks, Notes = notes, Pictures = gathered.Pictures, Unread = gathered.Unread,
        };
    }

    private static string NoteText(WordParts parts, ManuscriptParts gathered, string key)
    {
        var (part, id) = key.StartsWith(WordBody.Endnote, StringComparison.Ordinal)
            ? (parts.Endnotes, key[WordBody.Endnote.Length..]) : (parts.Footnotes, key[WordBody.Footnote.Length..]);
        var note = part?.Elements().FirstOrDefault(e => e.Said("id") == id);
        return note is null ? "" : TextOf(parts, gathered, note);
    }

    private static string TextOf(WordParts parts, ManuscriptParts gathered, XElement container) =>
        string.Join(' ', PlainText.Lines(new WordBody(parts, gathered).Read(container)).Select(line => line.Replace('\n', ' '))).Trim();
}
