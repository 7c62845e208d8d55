namespace YuGong.Leads;

/// <summary>The subject as the notice asks for it: <c>……线索+推荐单位/推荐人+联系方式</c>.</summary>
/// <param name="Recommender">What stands second.</param>
/// <param name="Phone">What stands third.</param>
internal sealed record MailSubject(string Recommender, string Phone)
{
    /// <summary>Null when the subject has not these parts, or is the pattern itself.</summary>
    public static MailSubject? Parse(string subject)
    {
        var parts = Words.Narrow(subject).Split(['+', '＋'], StringSplitOptions.TrimEntries);
        return parts.Length >= 3 && Words.Bare(parts[0]).Contains("线索", StringComparison.Ordinal) && parts[1].Length > 0
            && parts[2].Any(char.IsAsciiDigit)
            ? new(Words.OneLine(parts[1]), Answers.Put(Field.RecommenderPhone, string.Join('、', parts[2..])))
            : null;
    }
}
