using YuGong.Text.Segmentation;

namespace YuGong.Posters.Typesetting;

public enum WritingMode
{
    Horizontal,

    /// <summary>竖排: columns from right to left, characters from top to bottom.</summary>
    Vertical,
}

/// <summary>Where lines stand along their own direction.</summary>
public enum Align
{
    Start,
    Center,
    End,

    /// <summary>两端对齐: all lines but the last fill the measure.</summary>
    Justify,
}

/// <summary>Where the block of lines stands across their direction: for columns, start is on the right.</summary>
public enum Place
{
    Start,
    Center,
    End,
}

/// <summary>How a text is set. Lengths are in ems of the text, so a style holds at any size.</summary>
public sealed record TextStyle
{
    public WritingMode Direction { get; init; } = WritingMode.Horizontal;

    public Align Align { get; init; } = Align.Start;

    public Place Place { get; init; } = Place.Start;

    /// <summary>From line to line; 1 sets lines solid.</summary>
    public double Leading { get; init; } = 1.6;

    /// <summary>Added behind every character: 字距.</summary>
    public double Tracking { get; init; }

    /// <summary>段首缩进, 2 in books, 0 on posters.</summary>
    public double Indent { get; init; }

    /// <summary>The most lines a box may take; null for as many as fit.</summary>
    public int? MostLines { get; init; }

    /// <summary>Lines of much the same length, broken where the sense allows: for titles.</summary>
    public bool Balanced { get; init; }

    /// <summary>Lines broken for the best paragraph as a whole, not one by one: for running text.</summary>
    public bool TotalFit { get; init; }

    /// <summary>悬挂标点: 、，。 at the end of a line stand outside the measure.</summary>
    public bool Hanging { get; init; }

    /// <summary>
    /// 标点挤压 (CLREQ 3.1.6): marks give up their blank half at the ends of lines, beside other marks, and where a line is short of room.
    /// </summary>
    public bool Compression { get; init; } = true;

    /// <summary>
    /// 中西间距 in ems between Han and letters or digits; an ASCII space written there becomes the same gap. 0 leaves text as written.
    /// </summary>
    public double ScriptGap { get; init; } = 0.25;

    /// <summary>直排内横排 (縦中横): numbers of up to so many digits stand upright in one cell of a column; longer ones lie sideways.</summary>
    public int UprightDigits { get; init; } = 2;

    /// <summary>“ ” and ‘ ’ are drawn as 『 』 and 「 」, as in columns (GB/T 15834 5.2); the text stays as it is.</summary>
    public bool CornerQuotes { get; init; }

    /// <summary>Knows the words that no line is broken within; null breaks between any two characters, as running text may.</summary>
    public PhraseBreaker? Phrases { get; init; }
}
