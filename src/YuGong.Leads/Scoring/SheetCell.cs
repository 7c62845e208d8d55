namespace YuGong.Leads;

/// <summary>
/// Cells of CSV that Excel and WPS would take for formulas. Such a text gets an apostrophe in front, as these programs write it themselves;
/// read back, the apostrophe goes again. A text that begins with one gets another, so that nothing is lost either way.
/// </summary>
public static class SheetCell
{
    private const char Mark = '\'';

    /// <summary>With the mark where one is needed.</summary>
    public static string Guard(string text) => Begins(text) ? Mark + text : text;

    /// <summary>What was guarded.</summary>
    public static string Open(string cell) => cell.Length > 0 && cell[0] == Mark && Begins(cell[1..]) ? cell[1..] : cell;

    /// <summary>Also behind blanks and controls, and in full width, which Excel in East Asia takes for the same.</summary>
    private static bool Begins(string text) =>
        text.AsSpan().TrimStart(" \t\r\n\v\f\u00A0\u3000\0") is { Length: > 0 } rest
            && Words.Narrow(rest[0]) is '=' or '+' or '-' or '@' or Mark or '|' or '%'
        || (text.Length > 0 && text[0] is '\t' or '\r' or '\n');
}
