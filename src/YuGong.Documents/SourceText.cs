namespace YuGong.Documents;

/// <summary>A source as a note says it: who, what, where, when, and its address.</summary>
public static class SourceText
{
    public static string Of(SourceDocument source)
    {
        var author = source.Author is { } name ? name + "：" : "";
        var date = source.Date is { } day ? $"，{day.Text}" : "";
        var place = source.Url ?? source.Archive;
        return $"{author}《{source.Title}》，{source.Publisher}{date}{(source.ExcerptOnly ? "（只读到摘录）" : "")}。{place}";
    }
}
