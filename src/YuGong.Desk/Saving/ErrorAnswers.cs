using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Findings as the desk's client shows them: one sentence in a red notice, and each by itself for whoever lists them.</summary>
public static class ErrorAnswers
{
    private const int Most = 3;

    /// <summary>422, which keeps the form as it is: 「第 12 行:…」.</summary>
    public static DeskAnswer Of(IReadOnlyList<Diagnostic> findings, int status = 422)
    {
        var sentences = findings.Take(Most).Select(Sentence).ToList();
        if (findings.Count > Most)
        {
            sentences.Add($"还有 {findings.Count - Most} 处。");
        }

        return new(status, new Refusal(string.Join("\n", sentences), Each(findings)));
    }

    public static IReadOnlyList<FindingAnswer> Each(IReadOnlyList<Diagnostic> findings) =>
    [
        .. findings.Select(f =>
        {
            var at = f.Span.File.At(f.Span.Start);
            return new FindingAnswer(
                f.Rule.Code, f.Span.File.Path, at.Line, at.Column, FrontMatterPatcher.KeyAt(f.Span.File, f.Span.Start),
                f.Message(Language.Chinese), f.Hint(Language.Chinese));
        }),
    ];

    private static string Sentence(Diagnostic finding)
    {
        var place = finding.Span.File.Text.Length == 0 ? "" : $"第 {finding.Span.File.At(finding.Span.Start).Line} 行：";
        return $"{place}{finding.Message(Language.Chinese).TrimEnd('。')}。{finding.Hint(Language.Chinese)}({finding.Rule.Code})";
    }
}
