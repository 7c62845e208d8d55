using System.Globalization;

namespace YuGong.Leads;

/// <summary>When something is done to the register, in Chongqing's time, and by whom (a post or a name; it is sealed).</summary>
public sealed record AuditContext(DateTimeOffset At, string By)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    internal string Stamp => At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
