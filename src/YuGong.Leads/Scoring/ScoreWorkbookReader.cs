using System.Globalization;
using System.Xml;
using YuGong.Manuscripts;

namespace YuGong.Leads;

/// <summary>
/// Reads the first sheet of a workbook (ISO/IEC 29500-1, 18) on the way, cell by cell: a sheet from outside may hold a million rows, or say
/// so.
/// </summary>
internal static class ScoreWorkbookReader
{
    /// <summary>What a sheet can have (Excel's limits), and characters of a cell.</summary>
    private const int MostRows = 1_048_576, MostColumns = 16_384, LongestCell = 32_767;

    /// <summary>Rows that are read: no campaign has more leads.</summary>
    private const int MostLeads = 100_000;

    /// <summary>Null when the columns that matter are not there.</summary>
    /// <exception cref="ReadingException">This is no workbook, or one that no program writes.</exception>
    public static IReadOnlyList<ReturnedScore>? Read(byte[] bytes) => OfficePackage.Read(bytes, ReadingBudget.Sheet(), package =>
    {
        var book = package.TargetOf("", "/officeDocument") ?? "xl/workbook.xml";
        var sheet = package.Load(book)?.Descendants().FirstOrDefault(e => e.Name.LocalName == "sheet");
        var id = sheet?.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value;
        var part = (id is null ? null : package.TargetOf(book, "/worksheet", id)) ?? throw new ReadingException(new("里面没有工作表",
            "There is no worksheet in it"));
        var shared = package.TargetOf(book, "/sharedStrings") is { } strings ? Shared(package, strings) : [];
        using var reader = package.Reader(part) ?? throw new ReadingException(new("里面没有工作表", "There is no worksheet in it"));
        return Rows(reader, shared);
    });

    private static List<ReturnedScore>? Rows(XmlReader reader, List<string> shared)
    {
        Dictionary<string, int>? head = null;
        var scores = new List<ReturnedScore>();
        var row = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
            {
                continue;
            }

            row = RowOf(reader.GetAttribute("r"), row);
            var cells = Cells(reader, shared);
            if (head is null)
            {
                head = cells.DistinctBy(c => c.Value).ToDictionary(c => c.Value.Trim(), c => c.Key, StringComparer.Ordinal);
                if (!head.ContainsKey(ScoreColumns.Number) || !head.ContainsKey(ScoreColumns.Score))
                {
                    return null;
                }
            }
            else if (scores.Count == MostLeads)
            {
                throw new ReadingException(new($"超过 {MostLeads} 行", $"More than {MostLeads} rows"));
            }
            else
            {
                scores.Add(new(row, Cell(ScoreColumns.Number), Cell(ScoreColumns.Score), Cell(ScoreColumns.Remark)));
            }

            string Cell(string column) => head.TryGetValue(column, out var at) ? cells.GetValueOrDefault(at, "").Trim() : "";
        }

        return head is null ? null : scores;
    }

    /// <summary>The texts of a row by their columns, counted from 1. Leaves the reader at the row's end.</summary>
    private static Dictionary<int, string> Cells(XmlReader reader, List<string> shared)
    {
        var cells = new Dictionary<int, string>();
        if (reader.IsEmptyElement)
        {
            return cells;
        }

        var (column, depth) = (0, reader.Depth);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                column = ColumnOf(reader.GetAttribute("r"), column);
                var (kind, text) = (reader.GetAttribute("t"), Text(reader));
                text = kind != "s" ? text : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    && at < shared.Count ? shared[at] : "";
                if (!cells.TryAdd(column, text))
                {
                    throw new ReadingException(new("一行里有两个格在同一列", "A row has two cells in one column"));
                }
            }
        }

        return cells;
    }

    private static List<string> Shared(OfficePackage package, string part)
    {
        var texts = new List<string>();
        using var reader = package.Reader(part);
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                texts.Add(Text(reader));
            }
        }

        return texts;
    }

    /// <summary>Everything said within an element but formulas and the readings of words. Leaves the reader at its end.</summary>
    private static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new System.Text.StringBuilder();
        var (depth, silent) = (reader.Depth, int.MaxValue);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "f" or "rPh" && reader.Depth <= silent)
            {
                silent = reader.IsEmptyElement ? int.MaxValue : reader.Depth;
            }
            else if (reader.Depth > ReadingBudget.Deepest)
            {
                throw new ReadingException(new($"内容套了超过 {ReadingBudget.Deepest} 层",
                    $"The content is nested more than {ReadingBudget.Deepest} deep"));
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == silent)
            {
                silent = int.MaxValue;
            }
            else if (silent == int.MaxValue && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                && text.Length < LongestCell)
            {
                text.Append(reader.Value, 0, Math.Min(reader.Value.Length, LongestCell - text.Length));
            }
        }

        return text.ToString();
    }

    private static int RowOf(string? reference, int before)
    {
        var row = reference is null ? before + 1 : int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var said)
            ? said
            : 0;
        return row > before && row <= MostRows ? row : throw new ReadingException(new($"第 {before} 行后面的行号不对",
            $"A wrong row number after row {before}"));
    }

    private static int ColumnOf(string? reference, int before)
    {
        var column = reference is null ? before + 1 : 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1;
        }

        return column is > 0 and <= MostColumns ? column : throw new ReadingException(new("有一格的列号不对", "A cell has a wrong column"));
    }
}
