using System.Globalization;

namespace YuGong.Leads;

/// <summary>What an expert sees of a lead: nothing of contact, sex, age or party, and nobody's recommendation.</summary>
/// <param name="Deeds">With names and whatever looks like a number to call taken out, as in the highlights.</param>
public sealed record ScoreRow(LeadNumber Number, string Direction, string Title, string Deeds, string Highlights);

/// <summary>One score as it came back. <paramref name="Row"/> counts from 1 with the head, as the sheet shows it.</summary>
public sealed record ReturnedScore(int Row, string Number, string Score, string Remark);

/// <summary>An expert's judgement of one lead, 0 to <see cref="Highest"/>.</summary>
public sealed record Score(string Expert, decimal Points, string Remark, DateOnly Day)
{
    public const int Highest = 100;

    /// <summary>Reads points as somebody wrote them, also in full width.</summary>
    public static bool TryPoints(string said, out decimal points) =>
        decimal.TryParse(Words.Narrow(said), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out points)
        && points is >= 0 and <= Highest;
}

/// <summary>How a sheet is taken.</summary>
/// <param name="Replaces">What the expert said of a lead before is replaced; otherwise it is a finding.</param>
/// <param name="IsTrial">Everything is looked at and nothing written.</param>
public sealed record ScoreTaking(bool Replaces = false, bool IsTrial = false);

internal static class ScoreColumns
{
    public const string Number = "编号", Direction = "方向", Title = "职称", Deeds = "核心事迹", Highlights = "线索亮点", Score = "评分（0–100）",
        Remark = "意见";

    public static readonly string[] All = [Number, Direction, Title, Deeds, Highlights, Score, Remark];

    public static string[] Cells(ScoreRow row) => [row.Number.ToString(), row.Direction, row.Title, row.Deeds, row.Highlights, "", ""];
}
