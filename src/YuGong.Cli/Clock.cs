using YuGong.Build;
using YuGong.Content;

namespace YuGong.Cli;

/// <summary>The clock on the wall where the site is at home; a change of the settings counts at once.</summary>
internal sealed class SiteClock(ProjectFolder project) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => Settings.Peek(project.Settings).TimeZone;
}

/// <summary>The one place with a clock: everything else is told the day.</summary>
internal static class Clock
{
    public static DateOnly Today(ProjectFolder project) => DateOnly.FromDateTime(new SiteClock(project).GetLocalNow().DateTime);

    /// <summary>The hour, for the register's trail, which would be none without.</summary>
    /// <param name="day">Given with <c>--date</c>: it begins at midnight.</param>
    public static DateTimeOffset Now(ProjectFolder project, DateOnly? day)
    {
        var clock = new SiteClock(project);
        return day is { } said ? clock.LocalTimeZone.Midnight(said) : clock.GetLocalNow();
    }
}
