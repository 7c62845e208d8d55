using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>What a channel would refuse, or take away, of an article that is otherwise ready.</summary>
public static class ChannelCheck
{
    /// <param name="body">As <see cref="ChannelHtml.Body"/> wrote it.</param>
    /// <param name="covers">Names of those that were made.</param>
    /// <param name="place">Of the entry.</param>
    public static void Report(
        Article article, ChannelProfile profile, string body, IReadOnlyList<string> covers, SourceSpan place, Diagnostics findings)
    {
        void Measure(Rule rule, int length, int? longest)
        {
            if (longest is { } most && length > most)
            {
                findings.Report(rule, place, profile.Label, $"{length}", $"{most}");
            }
        }

        Measure(ManuscriptRules.TitleTooLong, article.Title.Length, profile.LongestTitle);
        Measure(ManuscriptRules.SummaryTooLong, article.Summary.Length, profile.LongestSummary);
        Measure(ManuscriptRules.BodyTooLong, body.Length, profile.LongestBody);
        foreach (var picture in article.Pictures.Where(p => p.Bytes.Length > profile.LargestPicture))
        {
            findings.Report(ManuscriptRules.PictureTooLarge, place, picture.Name, profile.Label, $"{picture.Bytes.Length / 1000}",
                $"{profile.LargestPicture / 1000}");
        }

        foreach (var cover in profile.Covers.Where(c => !covers.Contains(c.Name)))
        {
            findings.Report(ManuscriptRules.NoCover, place, profile.Label, $"{cover.Width} × {cover.Height}");
        }

        var links = LinksIn(article.Text.Blocks);
        if (!profile.KeepsLinks && links > 0)
        {
            findings.Report(ManuscriptRules.LinksGone, place, $"{links}", profile.Label);
        }
    }

    /// <summary>As many whole sentences as a summary may have; all of the first where even that is too much.</summary>
    public static string Shorten(string summary, int? longest)
    {
        if (longest is not { } most || summary.Length <= most)
        {
            return summary;
        }

        var end = summary[..most].LastIndexOfAny(['。', '！', '？', '；']);
        return end > 0 ? summary[..end].TrimEnd('；') + (summary[end] == '；' ? "。" : summary[end]) : summary;
    }

    private static int LinksIn(IEnumerable<Block> blocks) => blocks.Sum(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Inlines.Count(i => i is LinkInline),
        HeadingBlock heading => heading.Inlines.Count(i => i is LinkInline),
        QuoteBlock quote => LinksIn(quote.Blocks),
        ListBlock list => list.Items.Sum(item => LinksIn(item.Blocks)),
        TableBlock table => table.Lines.Sum(line => line.Cells.Sum(cell => cell.Count(i => i is LinkInline))),
        _ => 0,
    });
}
