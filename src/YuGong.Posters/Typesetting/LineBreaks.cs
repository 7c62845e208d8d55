using System.Text;

namespace YuGong.Posters.Typesetting;

/// <summary>
/// Where a line may break: the rules of Unicode (UAX #14, what browsers call <c>line-break: strict</c>) with the prohibitions of CLREQ
/// added: no · ～ / at the head of a line, —— and …… whole, numbers and words of another script whole.
/// </summary>
internal static class LineBreaks
{
    /// <summary>For each UTF-16 offset, whether a line may begin there.</summary>
    public static bool[] Of(string text)
    {
        var units = Units(text);
        var may = new bool[text.Length + 1];
        for (var i = 1; i < units.Count; i++)
        {
            may[units[i].Start] = MayBreak(text, units, i);
        }

        return may;
    }

    internal static IReadOnlyList<Unit> Units(string text)
    {
        var units = new List<Unit>(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = Kinds.Of(rune);
            if (kind == Kind.Mark && units.Count > 0)
            {
                units[^1] = units[^1] with { Length = units[^1].Length + rune.Utf16SequenceLength };
            }
            else
            {
                units.Add(new(at, rune.Utf16SequenceLength, rune, kind == Kind.Mark ? Kind.Letter : kind));
            }

            at += rune.Utf16SequenceLength;
        }

        for (var i = 0; i < units.Count; i++)
        {
            units[i] = units[i] with { Kind = InContext(units, i) };
        }

        return units;
    }

    private static bool MayBreak(string text, IReadOnlyList<Unit> units, int i)
    {
        var (a, b) = (units[i - 1].Kind, units[i].Kind);
        if (a == Kind.NewLine)
        {
            return true;
        }

        if (b is Kind.Space or Kind.NewLine or Kind.NoBreakSpace || a == Kind.NoBreakSpace)
        {
            return false;
        }

        // 行首禁则: these never begin a line, even behind a space.
        if (b is Kind.Closing or Kind.Exclamation or Kind.Infix or Kind.Slash or Kind.Middle)
        {
            return false;
        }

        if (a == Kind.Space)
        {
            var before = i - 1;
            while (before > 0 && units[before].Kind == Kind.Space)
            {
                before--;
            }

            return !(units[before].Kind == Kind.Opening || (units[before].Kind == Kind.Closing && b == Kind.NonStarter)
                || (units[before].Kind == Kind.Dash && b == Kind.Dash));
        }

        // 行尾禁则.
        if (a == Kind.Opening)
        {
            return false;
        }

        if (a == Kind.Quote || b == Kind.Quote || b is Kind.NonStarter or Kind.Ellipsis or Kind.Connector or Kind.Hyphen
            || (a == Kind.Dash && b == Kind.Dash))
        {
            return false;
        }

        return !IsOneWord(units, i, a, b);
    }

    private static bool IsOneWord(IReadOnlyList<Unit> units, int i, Kind a, Kind b) => (a, b) switch
    {
        (Kind.Letter or Kind.Digit, Kind.Letter or Kind.Digit) => true,
        (Kind.Infix or Kind.Slash, Kind.Letter) => true,
        (Kind.Infix or Kind.Slash or Kind.Hyphen, Kind.Digit) => true,
        (Kind.Prefix, Kind.Letter or Kind.Digit) or (Kind.Letter or Kind.Digit, Kind.Prefix) => true,
        (Kind.Postfix, Kind.Letter or Kind.Digit) or (Kind.Letter or Kind.Digit, Kind.Postfix) => true,
        (Kind.Prefix, Kind.Han) or (Kind.Han, Kind.Postfix) => true,
        (Kind.Prefix, Kind.Opening) or (Kind.Closing, Kind.Postfix) => true,
        // A bracket of Western text belongs to the word that it touches.
        (Kind.Letter or Kind.Digit, Kind.Opening) => !Kinds.IsWide(units[i].Rune.Value) && !IsCurly(units[i]),
        (Kind.Closing, Kind.Letter or Kind.Digit) => !Kinds.IsWide(units[i - 1].Rune.Value) && !IsCurly(units[i - 1]),
        _ => false,
    };

    /// <summary>“ ” ’ between letters of Western text are Western; everywhere else they are Chinese marks with a side.</summary>
    private static Kind InContext(List<Unit> units, int i)
    {
        if (!IsCurly(units[i]))
        {
            return units[i].Kind;
        }

        bool Western(int at) => at >= 0 && at < units.Count && units[at].Kind is Kind.Letter or Kind.Digit;
        bool Outside(int at) => at < 0 || at >= units.Count || Western(at) || units[at].Kind is Kind.Space or Kind.Infix or Kind.NewLine;
        var opening = units[i].Kind == Kind.Opening;
        var (inner, outer) = opening ? (i + 1, i - 1) : (i - 1, i + 1);
        return (Western(inner) || (inner >= 0 && inner < units.Count && units[inner].Kind == Kind.Infix)) && Outside(outer)
            && units.Any(u => u.Kind == Kind.Space) && !units.Any(u => u.Kind == Kind.Han)
            ? Kind.Quote
            : units[i].Rune.Value == '’' && Western(i - 1) && Western(i + 1) ? Kind.Quote : units[i].Kind;
    }

    private static bool IsCurly(Unit unit) => unit.Rune.Value is '“' or '”' or '‘' or '’';

    /// <summary>A character with the marks that combine with it.</summary>
    internal readonly record struct Unit(int Start, int Length, Rune Rune, Kind Kind);
}
