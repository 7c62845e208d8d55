namespace YuGong.Documents;

/// <summary>What stands below a text wherever it goes: who checked it and how, what publication rests on, what was mended.</summary>
public static class Statements
{
    /// <summary>What a text calls the site and its page there; elsewhere readers must be told which they are.</summary>
    private const string Site = "本站", Page = "本页";

    /// <summary>A sentence each.</summary>
    public static IEnumerable<string> Of(PublicDocument document)
    {
        string[] named =
        [
            .. Says(document, Site) ? [$"“{Site}”指 {document.Page.Host}"] : Array.Empty<string>(),
            .. Says(document, Page) ? [$"“{Page}”指这一篇在网站上的页面"] : Array.Empty<string>(),
        ];
        if (named.Length > 0)
        {
            yield return $"文中的{string.Join("，", named)}。";
        }

        if (document.Verification is { } check)
        {
            yield return $"核实：{check.Checker}，{check.Method}，{check.Date:yyyy-MM-dd}。";
        }

        if (document.Consent is { } consent)
        {
            yield return consent.Basis switch
            {
                "public_record" => $"同意：{(consent.Note is { } note ? note.TrimEnd('。') : "据公开史料")}。", "family" => "同意：家属同意发布。",
                _ => "同意：本人同意发布。",
            };
        }

        if (document.HasExcerpts)
        {
            yield return "部分来源只读到摘录，尚待对照全文复核。";
        }

        foreach (var correction in document.Corrections)
        {
            yield return $"更正（{correction.Date:yyyy-MM-dd}）：{correction.Text}";
        }
    }

    private static bool Says(PublicDocument document, string word) => document.Html.Contains(word, StringComparison.Ordinal)
        || document.Summary.Contains(word, StringComparison.Ordinal)
        || (document as PersonDocument)?.OpenQuestions.Any(q => q.Contains(word, StringComparison.Ordinal)) == true;
}
