using YuGong.Posters.Fonts;

namespace YuGong.Posters.Typesetting;

/// <summary>A text, pieces of which may be set otherwise than the rest.</summary>
/// <param name="Stack">Of everything that no span gives fonts to.</param>
public sealed record RichText(string Text, FontStack Stack)
{
    /// <summary>A stretch of an address that is never broken within, longer than which it is broken anywhere.</summary>
    private const int LongestPiece = 20;

    private static readonly TextSpan Plain = new(0, 0);

    /// <summary>In the order of the text; they do not overlap.</summary>
    public IReadOnlyList<TextSpan> Spans { get; init; } = [];

    /// <summary>One text behind the other, spans and all.</summary>
    public RichText With(RichText other) => this with
    {
        Text = Text + other.Text,
        Spans = [.. Spans, .. other.Spans.Select(s => s with { Start = s.Start + Text.Length })],
    };

    internal TextSpan SpanAt(int offset)
    {
        foreach (var span in Spans)
        {
            if (offset >= span.Start && offset < span.Start + span.Length)
            {
                return span;
            }
        }

        return Plain;
    }

    /// <summary>A web address is a word that no line is long enough for: it may break behind its own marks.</summary>
    internal void OpenAddresses(bool[] may)
    {
        foreach (var span in Spans.Where(s => s.IsAddress))
        {
            var piece = 0;
            for (var i = span.Start + 1; i < span.Start + span.Length; i++)
            {
                piece++;
                var isMark = Text[i - 1] is '/' or '.' or '?' or '&' or '=' or '_' or '-' or '#' && char.IsAsciiLetterOrDigit(Text[i]);
                if ((isMark && piece > 2) || piece >= LongestPiece)
                {
                    (may[i], piece) = (true, 0);
                }
            }
        }
    }
}

/// <summary>A piece of a text, by UTF-16 offsets.</summary>
public sealed record TextSpan(int Start, int Length)
{
    /// <summary>Null for that of the text.</summary>
    public FontStack? Stack { get; init; }

    /// <summary>Of its em, against that of the text.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Above the baseline, in ems of the text.</summary>
    public double Rise { get; init; }

    /// <summary>The mark of a note: whole, and never at the head of a line.</summary>
    public bool IsNote { get; init; }

    /// <summary>The numbers that a mark of notes says.</summary>
    public IReadOnlyList<int> Notes { get; init; } = [];

    /// <summary>A web address: it may break where words may not.</summary>
    public bool IsAddress { get; init; }
}
