using System.Globalization;
using System.Xml.Linq;
using YuGong.Manuscripts;

namespace YuGong.Books.Epub;

/// <summary>The text of one chapter as XHTML: marks of notes lead to the sources at its end, and these lead back.</summary>
/// <param name="withNotes">Whether marks of notes are shown.</param>
/// <param name="addressOf">Where a link leads: into the book if what it names is in it.</param>
internal sealed class XhtmlText(bool withNotes, Func<string, string> addressOf)
{
    /// <summary>Notes that were met, each with the mark that met it first.</summary>
    private readonly HashSet<int> met = [];

    /// <param name="figureOf">A figure with its caption; null where it is not to be had.</param>
    public IEnumerable<XElement> Of(IReadOnlyList<Block> blocks, Func<FigureBlock, XElement?> figureOf)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    yield return Xhtml.Of("h3", Of(heading.Inlines));
                    break;
                case ParagraphBlock paragraph:
                    yield return Xhtml.Of("p", Of(paragraph.Inlines));
                    break;
                case QuoteBlock quote:
                    yield return Xhtml.Of("blockquote", Xhtml.Lines(Of(quote.Blocks, figureOf)));
                    break;
                case ListBlock list:
                    yield return Xhtml.Of(list.IsNumbered ? "ol" : "ul", Xhtml.Lines(list.Items.Select(i => Item(i, figureOf))));
                    break;
                case TableBlock table:
                    yield return Xhtml.Of("table", Xhtml.Lines(table.Lines.Select(Row)));
                    break;
                case FigureBlock figure when figureOf(figure) is { } shown:
                    yield return shown;
                    break;
                case DividerBlock:
                    yield return Xhtml.Of("hr");
                    break;
            }
        }
    }

    public IEnumerable<object> Of(IReadOnlyList<Inline> inlines)
    {
        for (var i = 0; i < inlines.Count; i++)
        {
            switch (inlines[i])
            {
                case TextInline { Text: var blank } when i > 0 && inlines[i - 1] is NoteInline && string.IsNullOrWhiteSpace(blank):
                    break; // between two marks of one place
                case TextInline text:
                    yield return Words(text, isBehindNote: i > 0 && inlines[i - 1] is NoteInline);
                    break;
                case BreakInline:
                    yield return Xhtml.Of("br");
                    break;
                case NoteInline note when withNotes:
                    yield return Mark(note.Number);
                    break;
                case LinkInline link:
                    yield return Xhtml.Of("a", new XAttribute("href", addressOf(link.Address)), Of(link.Inlines));
                    break;
            }
        }
    }

    /// <summary>A sentence and the marks of its sources.</summary>
    public IEnumerable<object> Cited(string text, IReadOnlyList<int> sources)
    {
        yield return text;
        foreach (var number in withNotes ? sources : [])
        {
            yield return Mark(number);
        }
    }

    /// <summary>Sources by number: a list to be read where it stands; a reading system may show one beside its mark.</summary>
    public XElement Notes(IReadOnlyList<string> sources, string heading = Labels.Sources) => Xhtml.Of("section",
        Xhtml.As("endnotes", "doc-endnotes"), "\n", Xhtml.Of("h3", heading), "\n", Xhtml.Of("ol", Xhtml.Lines(sources.Select(Note))), "\n");

    private static object Words(TextInline text, bool isBehindNote)
    {
        // A blank that a mark of a note leaves behind it is none between Chinese words.
        object words = isBehindNote ? text.Text.TrimStart(' ') : text.Text;
        words = text.IsEmphasised ? Xhtml.Of("em", words) : words;
        return text.IsStrong ? Xhtml.Of("strong", words) : words;
    }

    private XElement Mark(int number) => Xhtml.Of("sup", Xhtml.Of("a",
        Xhtml.As("noteref", "doc-noteref"),
        met.Add(number) ? new XAttribute("id", Name("r", number)) : null, new XAttribute("href", "#" + Name("n", number)), $"[{number}]"));

    private XElement Note(string source, int index)
    {
        var number = index + 1;
        var back = !met.Contains(number) ? null
            : Xhtml.Of("a", new XAttribute("role", "doc-backlink"), new XAttribute("href", "#" + Name("r", number)),
                new XAttribute("aria-label", $"{Labels.BackToText} {number}"), "↑");
        return Xhtml.Of("li", new XAttribute("id", Name("n", number)), Xhtml.As("footnote"),
            Xhtml.Of("p", Linked(source), back is null ? null : " ", back));
    }

    /// <summary>A sentence with a web address in it, which leads there.</summary>
    private static IEnumerable<object> Linked(string source)
    {
        var at = source.IndexOf("http", StringComparison.Ordinal);
        var end = at;
        while (at >= 0 && end < source.Length && source[end] is > ' ' and < (char)0x80)
        {
            end++;
        }

        return at >= 0 && Uri.TryCreate(source[at..end], UriKind.Absolute, out var address)
            ? [source[..at], Xhtml.Of("a", new XAttribute("href", address.AbsoluteUri), source[at..end]), source[end..]] : [source];
    }

    private static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The one paragraph of an item needs no element of its own.</summary>
    private XElement Item(ListItem item, Func<FigureBlock, XElement?> figureOf) => item.Blocks is [ParagraphBlock only]
        ? Xhtml.Of("li", Of(only.Inlines)) : Xhtml.Of("li", Xhtml.Lines(Of(item.Blocks, figureOf)));

    private XElement Row(TableLine line) => Xhtml.Of("tr",
        line.Cells.Select(cell => Xhtml.Of(line.IsHead ? "th" : "td", line.IsHead ? new XAttribute("scope", "col") : null, Of(cell))));
}
