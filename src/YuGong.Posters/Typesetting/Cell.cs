using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Text.Segmentation;

namespace YuGong.Posters.Typesetting;

/// <summary>
/// What a line is made of and never breaks: a Han character, a mark, a word, a number, a space. Lengths in ems, so that one shaping
/// serves all sizes.
/// </summary>
internal sealed record Cell
{
    public required int Start { get; init; }

    public required string Text { get; init; }

    /// <summary>The kind of its first character.</summary>
    public required Kind First { get; init; }

    /// <summary>The kind of its last character.</summary>
    public required Kind Last { get; init; }

    public required PosterFont Font { get; init; }

    public required Setting Setting { get; init; }

    public required IReadOnlyList<CellGlyph> Glyphs { get; init; }

    public required double Advance { get; init; }

    /// <summary>Blank at its head that may be taken away.</summary>
    public required double Before { get; init; }

    /// <summary>Blank at its foot that may be taken away.</summary>
    public required double After { get; init; }

    /// <summary>Whether a line may begin with it.</summary>
    public required bool MayBegin { get; init; }

    /// <summary>How it holds together with what stands before it.</summary>
    public PhraseJoint Joint { get; init; }

    /// <summary>Of the em that it is drawn with, against the em of the text; its lengths are in ems of the text.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>A mark of a note: it clings to what it follows.</summary>
    public bool IsNote { get; init; }

    /// <summary>Of a web address: lines may break in it, and are not spread there.</summary>
    public bool IsAddress { get; init; }

    /// <summary>The same cell smaller and higher – in a column farther right –, as a span of the text has it.</summary>
    public Cell As(TextSpan span, WritingMode direction) =>
        span is { Scale: 1, Rise: 0, IsNote: false, IsAddress: false } ? this : In(span, direction == WritingMode.Vertical);

    private Cell In(TextSpan span, bool isColumn) => this with
    {
        Scale = span.Scale, IsNote = span.IsNote, IsAddress = span.IsAddress, MayBegin = MayBegin && !span.IsNote,
        Advance = Advance * span.Scale, Before = Before * span.Scale, After = After * span.Scale,
        First = span.IsNote ? Kind.Mark : First, Last = span.IsNote ? Kind.Mark : Last,
        Glyphs =
        [
            .. Glyphs.Select(g => g with
            {
                X = (g.X * span.Scale) + (isColumn ? span.Rise : 0),
                Y = (g.Y * span.Scale) - (isColumn ? 0 : span.Rise), Along = g.Along * span.Scale, Width = g.Width * span.Scale,
            }),
        ],
    };

    public bool IsSpace => First == Kind.Space;

    public bool IsNewLine => First == Kind.NewLine;

    /// <summary>A mark with its blank half at the foot.</summary>
    public bool Closes => First is Kind.Closing or Kind.NonStarter or Kind.Exclamation && Text.Length == 1;

    public bool Opens => First == Kind.Opening && Text.Length == 1;

    /// <summary>Whether the gap between scripts opens towards this cell's head.</summary>
    public bool WesternHead => First is Kind.Letter or Kind.Digit or Kind.Prefix;

    public bool WesternFoot => Last is Kind.Letter or Kind.Digit or Kind.Postfix;
}

/// <summary>
/// A glyph's origin from the pen, in ems, y downwards. The pen is on the baseline, or, in columns, at the middle of the cell's top.
/// </summary>
/// <param name="Offset">UTF-16 offset in the cell's text of the first character that it stands for.</param>
/// <param name="Along">Where its cluster begins along the line.</param>
/// <param name="Width">How far its cluster reaches along the line.</param>
internal readonly record struct CellGlyph(int Id, int Offset, double X, double Y, double Along, double Width, double Stretch = 1);
