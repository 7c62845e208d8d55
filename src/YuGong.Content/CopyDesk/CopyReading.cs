using YuGong.Text;

namespace YuGong.Content.CopyDesk;

/// <summary>A rule, who reads a passage for it, and what a passage must have for the rule to say anything of it.</summary>
/// <param name="Any">One of these; none for any passage.</param>
/// <param name="Also">And one of these.</param>
internal sealed record CopyReading(Rule Rule, Traits Any, CopyReading.Reader Read, Traits Also = Traits.None)
{
    /// <summary>Whether what the rule speaks of begins and ends in one cue.</summary>
    public bool IsForCues => Rule != CopyRules.UnpairedMarks && Rule != CopyRules.StraightQuotes;

    public delegate void Reader(in Passage passage, CopyPass pass);

    /// <summary>Of each rule about a passage by itself.</summary>
    public static IReadOnlyList<CopyReading> All { get; } =
    [
        new(CopyRules.HalfWidthMark, Traits.HalfMark, HalfWidthMarks.Read),
        new(CopyRules.StraightQuotes, Traits.Quote, QuotationMarks.Read),
        new(CopyRules.UnpairedMarks, Traits.Pair, PairedMarks.Read),
        new(CopyRules.DoubledMark, Traits.Doubled, DoubledMarks.Read),
        new(CopyRules.NoFullStop, Traits.Stop, Paragraphs.Read),
        new(CopyRules.DotsAndDashes, Traits.Dots | Traits.Doubled, DotsAndDashes.Read),
        new(CopyRules.CommaAndAnd, Traits.Enumeration, Enumerations.Read),
        new(CopyRules.BlankBetweenHan, Traits.Blank, Blanks.Read),
        new(CopyRules.YearRange, Traits.Dots, YearRanges.Read, Traits.Digit),
        new(CopyRules.Century, Traits.Numeral, Centuries.Read, Traits.Digit),
        new(CopyRules.MixedNumber, Traits.Numeral, MixedNumbers.Read, Traits.Digit),
        new(CopyRules.Approximation, Traits.About, Approximations.Read, Traits.Digit | Traits.Numeral),
        new(CopyRules.Unit, Traits.Unit, Units.Read, Traits.Digit | Traits.Sign),
        new(CopyRules.WideDigits, Traits.Wide, WideDigits.Read),
        new(CopyRules.Particle, Traits.Slip, (in passage, pass) => Particles.Table.Read(passage, CopyRules.Particle, pass)),
        new(CopyRules.Confusion, Traits.Slip, (in passage, pass) => Confusions.Table.Read(passage, CopyRules.Confusion, pass)),
        new(CopyRules.Repetition, Traits.Slip | Traits.Repeated, Repetitions.Read),
        new(CopyRules.Traditional, Traits.None, TraditionalCharacters.Read),
    ];

    public bool Concerns(Traits traits) => (Any == Traits.None || (traits & Any) != Traits.None)
        && (Also == Traits.None || (traits & Also) != Traits.None);
}
