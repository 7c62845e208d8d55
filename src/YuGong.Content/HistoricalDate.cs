using System.Globalization;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// A date as history knows it: a subset of EDTF (ISO 8601-2:2019). <c>1889</c>, <c>1889-02</c>, <c>1889-02-17</c>,
/// <c>1935~</c> (about), <c>1937-24</c> (winter; 21 spring to 24), <c>194X</c> (the forties), <c>1921/1922</c>.
/// </summary>
public sealed record HistoricalDate(string Edtf) : IComparable<HistoricalDate>
{
    private static readonly string[] Seasons = ["春", "夏", "秋", "冬"];

    private Part From { get; init; }

    private Part? To { get; init; }

    /// <summary>The first day it can mean.</summary>
    public DateOnly Earliest => From.Earliest;

    /// <summary>The last day it can mean.</summary>
    public DateOnly Latest => (To ?? From).Latest;

    public int Year => From.Year;

    /// <summary>The year or decade as a reader says it: 1889, 约1935, 20世纪40年代.</summary>
    public string YearText => From.YearText;

    /// <summary>As a sentence says it: 1889年2月17日, 约1935年, 1937年冬, 1921—1922年.</summary>
    public string Chinese => To is not { } to
        ? From.Chinese
        : From.IsYear && to.IsYear
            ? $"{From.YearText}—{to.YearText}年"
            : $"{From.Chinese}—{to.Chinese}";

    /// <summary>For a finding; in English as it is written (EDTF).</summary>
    public Phrase Words => new(Chinese, Edtf);

    /// <summary>For <c>&lt;time datetime&gt;</c>: year, month or day; null for what HTML has no form for.</summary>
    public string? Iso => To is null && !From.About && !From.Decade && From.Season == 0 ? Edtf : null;

    public static HistoricalDate Of(DateOnly date) => Parse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))!;

    /// <summary>Null when the text is no such date, or a day that does not exist.</summary>
    public static HistoricalDate? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return Part.Parse(text) is { } only ? new(text) { From = only } : null;
        }

        return Part.Parse(text[..slash]) is { } from && Part.Parse(text[(slash + 1)..]) is { } to && from.Earliest <= to.Latest
            ? new(text) { From = from, To = to }
            : null;
    }

    /// <summary>
    /// As a chronicle has it: what is known to the day first, then what only names its month, then 是年, then the decade; of a span its
    /// beginning counts, and what is about a year stands behind what is of it.
    /// </summary>
    public int CompareTo(HistoricalDate? other) => other is null ? 1
        : (From.Latest, -From.Earliest.DayNumber, From.About, Latest)
            .CompareTo((other.From.Latest, -other.From.Earliest.DayNumber, other.From.About, other.Latest));

    public override string ToString() => Edtf;

    private readonly record struct Part(int Year, int Month, int Day, int Season, bool Decade, bool About)
    {
        public bool IsYear => Month == 0 && Season == 0 && !Decade;

        public string YearText => (About ? "约" : "") + (Decade
            ? $"{(Year / 100) + 1}世纪{Year % 100}年代"
            : Year.ToString(CultureInfo.InvariantCulture));

        public string Chinese => Decade ? YearText
            : YearText + "年" + (Season > 0 ? Seasons[Season - 1] : "") + (Month > 0 ? $"{Month}月" : "") + (Day > 0 ? $"{Day}日" : "");

        public DateOnly Earliest => new(Year, Season > 0 ? Math.Min((Season * 3) - 1, 11) : Math.Max(Month, 1), Math.Max(Day, 1));

        public DateOnly Latest
        {
            get
            {
                var year = Decade ? Year + 9 : Year;
                var month = Season > 0 ? Math.Min((Season * 3) + 1, 12) : Month > 0 ? Month : 12;
                return new(year, month, Day > 0 ? Day : DateTime.DaysInMonth(year, month));
            }
        }

        public static Part? Parse(string text)
        {
            var about = text.EndsWith('~');
            var s = about ? text[..^1] : text;
            if (s.Length == 4 && s[3] == 'X' && Digits(s, 0, 3) is { } decade and >= 100 and <= 299)
            {
                return new(decade * 10, 0, 0, 0, Decade: true, about);
            }

            if (s.Length is not (4 or 7 or 10) || Digits(s, 0, 4) is not { } year || year is < 1000 or > 2999)
            {
                return null;
            }

            if (s.Length == 4)
            {
                return new(year, 0, 0, 0, Decade: false, about);
            }

            if (s[4] != '-' || Digits(s, 5, 2) is not { } month)
            {
                return null;
            }

            if (s.Length == 7)
            {
                return month is >= 21 and <= 24 ? new(year, 0, 0, month - 20, Decade: false, about)
                    : month is >= 1 and <= 12 ? new(year, month, 0, 0, Decade: false, about)
                    : null;
            }

            return month is >= 1 and <= 12 && s[7] == '-' && Digits(s, 8, 2) is { } day && day >= 1
                && day <= DateTime.DaysInMonth(year, month)
                ? new(year, month, day, 0, Decade: false, about)
                : null;
        }

        private static int? Digits(string s, int start, int count)
        {
            var value = 0;
            for (var i = start; i < start + count; i++)
            {
                if (!char.IsAsciiDigit(s[i]))
                {
                    return null;
                }

                value = (value * 10) + (s[i] - '0');
            }

            return value;
        }
    }
}
