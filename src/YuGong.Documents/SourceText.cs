namespace YuGong.Documents;

/// <summary>A source as a note says it: who, what, where, when, and its address.</summary>
public static class SourceText
{
    /// <summary>A source that was told whole on an earlier page.</summary>
    public static string Again(SourceDocument source) => $"{Author(source)}《{source.Title}》，同前。";

    public static string Of(SourceDocument source)
    {
        var date = source.Date is { } day ? $"，{day.Text}" : "";
        var place = source.Url ?? source.Archive;
        return $"{Author(source)}《{source.Title}》，{source.Publisher}{date}{(source.ExcerptOnly ? "（只读到摘录）" : "")}。{place}";
    }

    private static string Author(SourceDocument source) => source.Author is { } name ? name + "：" : "";
}
