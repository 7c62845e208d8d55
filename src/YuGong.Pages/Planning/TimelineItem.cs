using YuGong.Content;

namespace YuGong.Pages;

/// <summary>A line of somebody's chronicle, not yet as templates see it.</summary>
/// <param name="Line">Which line of the person's document it is, from 0.</param>
internal sealed record TimelineItem(Story Story, HistoricalDate Date, int Line)
{
    /// <summary>Birth, events and death of everybody, in order of time.</summary>
    public static IReadOnlyList<TimelineItem> All(Site site) =>
    [
        .. site.Stories.SelectMany(Of).OrderBy(i => i.Date).ThenBy(i => i.Story.Id, StringComparer.Ordinal).ThenBy(i => i.Line),
    ];

    /// <summary>As a document has its chronicle: in order of time, and as written where that says nothing.</summary>
    private static IEnumerable<TimelineItem> Of(Story story)
    {
        IEnumerable<HistoricalDate?> dates = [story.Birth?.Date, .. story.Events.Select(e => e.Date), story.Death?.Date];
        return dates.OfType<HistoricalDate>().Order().Select((date, line) => new TimelineItem(story, date, line));
    }
}
