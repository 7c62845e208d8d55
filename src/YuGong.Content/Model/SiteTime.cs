using System.Globalization;

namespace YuGong.Content;

/// <summary>Time zones as settings name them.</summary>
public static class SiteTime
{
    /// <summary>UTC+8, without summer time since 1991.</summary>
    public static TimeZoneInfo China { get; } = Fixed(TimeSpan.FromHours(8));

    /// <summary>
    /// A name of the IANA time zone database (<c>Asia/Urumqi</c>), or a fixed offset as RFC 3339 writes it (<c>+08:00</c>), which needs no
    /// such database on the machine; null for anything else, and for a name that this machine does not know.
    /// </summary>
    public static TimeZoneInfo? Read(string name) =>
        name is ['+' or '-', ..] && TimeSpan.TryParseExact(name[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14) ? Fixed(name[0] == '-' ? -offset : offset)
        : name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : name == "UTC" ? TimeZoneInfo.Utc
        : null;

    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset Midnight(this TimeZoneInfo zone, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.GetUtcOffset(midnight));
    }

    private static TimeZoneInfo Fixed(TimeSpan offset) =>
        TimeZoneInfo.CreateCustomTimeZone($"UTC{offset.Hours:+00;-00}:{Math.Abs(offset.Minutes):00}", offset, null, null);
}
