namespace YuGong.Cli;

/// <summary>The one place with a clock: everything else is told the day. In Chongqing: UTC+8, without summer time since 1991.</summary>
internal static class Clock
{
    private static readonly TimeSpan Chongqing = TimeSpan.FromHours(8);

#pragma warning disable RS0030 // See above.
    public static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow + Chongqing);

    /// <summary>The hour, for the register's trail, which would be none without.</summary>
    /// <param name="day">Given with <c>--date</c>: it begins at midnight.</param>
    public static DateTimeOffset Now(DateOnly? day) =>
        day is { } said ? new(said.ToDateTime(TimeOnly.MinValue), Chongqing) : DateTimeOffset.UtcNow.ToOffset(Chongqing);
#pragma warning restore RS0030
}
