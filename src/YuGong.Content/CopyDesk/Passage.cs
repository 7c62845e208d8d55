using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Content.CopyDesk;

/// <summary>What a passage is, as far as a rule asks.</summary>
internal enum PassageKind
{
    /// <summary>A value of a key: a headline, a name, a caption.</summary>
    Field,

    /// <summary>A heading, an item of a list, a row of a table.</summary>
    Line,

    /// <summary>A paragraph of a body.</summary>
    Paragraph,

    /// <summary>A cue of captions: what it opens, a later one may close.</summary>
    Cue,
}

/// <summary>Words that readers read in one go, and where each of their characters stands in the file.</summary>
/// <param name="Words">Without markup; see <see cref="HanText.Opaque"/>.</param>
/// <param name="IsClaim">A claim's own words: once published, they are not changed without a correction.</param>
internal readonly record struct Passage(SourceFile File, ReadOnlyMemory<char> Words, PassageKind Kind, bool IsClaim)
{
    private readonly int first;
    private readonly ReadOnlyMemory<int> starts;
    private readonly ScalarPlaces? places;

    /// <summary>A stretch of the file as it is.</summary>
    public Passage(SourceFile file, int start, int length, PassageKind kind)
        : this(file, file.Text.AsMemory(start, length), kind, false) => first = start;

    /// <summary>Without the markup that was written between its characters.</summary>
    public Passage(SourceFile file, ReadOnlyMemory<char> words, ReadOnlyMemory<int> starts, PassageKind kind)
        : this(file, words, kind, false) => this.starts = starts;

    public Passage(SourceFile file, string value, ScalarPlaces places, bool isClaim)
        : this(file, value.AsMemory(), PassageKind.Field, isClaim) => this.places = places;

    public ReadOnlySpan<char> Text => Words.Span;

    public SourceSpan SpanOf(int start, int length)
    {
        var from = StartOf(start);
        return File.Span(from, length == 0 ? 0 : EndOf(start + length - 1) - from);
    }

    /// <summary>In the file; null where markup stands in between, which would be lost.</summary>
    public TextEdit? Edit(TextEdit within)
    {
        if (within.Length == 0)
        {
            var at = within.Start < Words.Length ? StartOf(within.Start) : EndOf(Words.Length - 1);
            return new(at, 0, within.Replacement);
        }

        for (var i = within.Start; i < within.End - 1; i++)
        {
            if (EndOf(i) != StartOf(i + 1))
            {
                return null;
            }
        }

        var start = StartOf(within.Start);
        return new(start, EndOf(within.End - 1) - start, within.Replacement);
    }

    private int StartOf(int at) => places is { } value ? value.StartOf(at) : starts.IsEmpty ? first + at : starts.Span[at];

    private int EndOf(int at) => places is { } value ? value.EndOf(at) : StartOf(at) + 1;
}
