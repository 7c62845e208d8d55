using System.Diagnostics.CodeAnalysis;
using Cronos;

namespace YuGong.Content;

/// <summary>
/// When the desk looks whether a day has come that changes the site: the five fields of cron (minute, hour, day, month, weekday), on the
/// clock of the site's time zone, where an hour that daylight saving skips or repeats counts once.
/// </summary>
public sealed class GoLiveSchedule
{
    private readonly CronExpression expression;

    private GoLiveSchedule(CronExpression expression, string text) => (this.expression, Text) = (expression, text);

    /// <summary>As it was written: <c>5 0 * * *</c>.</summary>
    public string Text { get; }

    /// <returns>False for what is no schedule, and for one that never comes (30 February).</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out GoLiveSchedule? schedule)
    {
        schedule =
            CronExpression.TryParse(text, CronFormat.Standard, out var read) && read.GetNextOccurrence(DateTime.UnixEpoch) is not null
                ? new(read, text) : null;
        return schedule is not null;
    }

    /// <summary>The first time after <paramref name="after"/>; null where there is none in the calendar.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone) => expression.GetNextOccurrence(after, zone);
}
