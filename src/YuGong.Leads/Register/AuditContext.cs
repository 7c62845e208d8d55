using System.Globalization;

namespace YuGong.Leads;

/// <summary>When something is done to the register, in local time, and by whom (a post or a name; it is sealed).</summary>
public sealed record AuditContext(DateTimeOffset At, string By)
{
    public DateOnly Day => DayOf(At);

    /// <summary>The day of a moment by the same clock.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(At.Offset).DateTime);

    internal string Stamp => At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
