using System.Text;
using YuGong.Manuscripts;
using YuGong.Posters.Fonts;
using YuGong.Posters.Typesetting;

namespace YuGong.Books;

/// <summary>Words of manuscripts and documents as text to be set, the marks of notes raised behind what they are about.</summary>
/// <param name="withNotes">Whether marks of notes are printed.</param>
/// <param name="numbers">What the marks say; null for the numbers of the sources.</param>
internal sealed class Words(BookDesign design, bool withNotes, NoteNumbers? numbers = null)
{
    private const double NoteSize = 0.58, NoteRise = 0.36;

    public NoteNumbers Numbers { get; } = numbers ?? new(inOrder: false);

    public RichText Plain(string text, FontStack? stack = null) => new(text, stack ?? design.Text);

    /// <summary>A text that is set in another font than what it is added to.</summary>
    public RichText In(string text, FontStack stack) =>
        Plain(text) with { Spans = text.Length == 0 ? [] : [new(0, text.Length) { Stack = stack }] };

    /// <summary>A text and the numbers of its sources: 1929 年开工[3,5].</summary>
    public RichText Cited(string text, IReadOnlyList<int> sources, FontStack? stack = null) => Cited(Plain(text, stack), sources);

    public RichText Cited(RichText text, IReadOnlyList<int> sources) => text.With(Notes(sources));

    public RichText Of(IReadOnlyList<Inline> inlines, FontStack stack)
    {
        var pen = new Pen(new(), [], []);
        Append(pen, inlines, null);
        Flush(pen);
        return new(pen.Text.ToString(), stack) { Spans = pen.Spans };
    }

    /// <summary>A sentence with a web address in it, which may be broken.</summary>
    public RichText Address(string text)
    {
        var at = text.IndexOf("http", StringComparison.Ordinal);
        if (at < 0)
        {
            return Plain(text);
        }

        var end = at;
        while (end < text.Length && text[end] is > ' ' and < (char)0x80)
        {
            end++;
        }

        return Plain(text) with { Spans = [new(at, end - at) { IsAddress = true }] };
    }

    private RichText Notes(IReadOnlyList<int> sources)
    {
        if (!withNotes || sources.Count == 0)
        {
            return Plain("");
        }

        var (mark, span) = Mark(0, sources);
        return Plain(mark) with { Spans = [span] };
    }

    /// <summary>[3,5] at a place in the text.</summary>
    private (string Mark, TextSpan Span) Mark(int start, IReadOnlyList<int> sources)
    {
        List<int> said = [.. sources.Select(Numbers.Of).Order()];
        var mark = $"[{string.Join(',', said)}]";
        return (mark, new(start, mark.Length) { Scale = NoteSize, Rise = NoteRise, IsNote = true, Stack = design.Text, Notes = said });
    }

    private void Append(Pen pen, IReadOnlyList<Inline> inlines, FontStack? stack)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case NoteInline note:
                    pen.Notes.Add(note.Number);
                    break;
                case TextInline { Text: var words } when pen.Notes.Count > 0 && string.IsNullOrWhiteSpace(words):
                    break; // between two marks of one place
                case TextInline words:
                    // Blanks that a mark of a note leaves behind it are no blanks between Chinese words, printed or not.
                    var text = pen.Notes.Count > 0 ? words.Text.TrimStart(' ') : words.Text;
                    Flush(pen);
                    Append(pen, text, words.IsStrong ? design.Bold : words.IsEmphasised ? design.Kai : stack);
                    break;
                case LinkInline link:
                    Append(pen, link.Inlines, stack);
                    break;
                case BreakInline:
                    Flush(pen);
                    pen.Text.Append('\n');
                    break;
            }
        }
    }

    private static void Append(Pen pen, string text, FontStack? stack)
    {
        if (stack is not null && text.Length > 0)
        {
            pen.Spans.Add(new(pen.Text.Length, text.Length) { Stack = stack });
        }

        pen.Text.Append(text);
    }

    private void Flush(Pen pen)
    {
        if (withNotes && pen.Notes.Count > 0)
        {
            var (mark, span) = Mark(pen.Text.Length, pen.Notes);
            pen.Spans.Add(span);
            pen.Text.Append(mark);
        }

        pen.Notes.Clear();
    }

    private sealed record Pen(StringBuilder Text, List<TextSpan> Spans, List<int> Notes);
}
