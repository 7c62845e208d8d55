using System.Globalization;

namespace YuGong.Leads;

/// <summary>
/// The opaque number of a lead, <c>YG-2026-0001</c>: the year it came and a count. It says nothing of anybody and is never used again.
/// </summary>
public readonly record struct LeadNumber(int Year, int Count) : IComparable<LeadNumber>
{
    public static LeadNumber? Parse(string text)
    {
        var parts = text.Trim().Split('-');
        return parts is ["YG" or "yg", { Length: 4 } year, { Length: >= 1 and <= 7 } count]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? new(y, n)
            : null;
    }

    public int CompareTo(LeadNumber other) => (Year, Count).CompareTo((other.Year, other.Count));

    public override string ToString() => $"YG-{Year:D4}-{Count:D4}";
}
