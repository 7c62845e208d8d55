using System.Text;
using CsvHelper;

namespace YuGong.Leads;

/// <summary>
/// Score sheets as CSV (RFC 4180), in UTF-8 with a mark so that Excel and WPS read it as such; no cell is a formula
/// (<see cref="SheetCell"/>).
/// </summary>
public static class ScoreCsv
{
    public static byte[] Write(IReadOnlyList<ScoreRow> rows)
    {
        using var buffer = new MemoryStream();
        buffer.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(buffer, new CsvWriterOptions(), leaveOpen: true))
        {
            csv.WriteRecord(ScoreColumns.All);
            foreach (var row in rows)
            {
                csv.WriteRecord([.. ScoreColumns.Cells(row).Select(SheetCell.Guard)]);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Null when the columns that matter are not there. UTF-8 and, as Excel in China saves it, GB 18030.</summary>
    public static IReadOnlyList<ReturnedScore>? Read(byte[] bytes)
    {
        using var csv = CsvReader.FromText(MailText.Guess(bytes).TrimStart('\uFEFF'), new CsvReaderOptions());
        try
        {
            if (!csv.TryGetFieldIndex(ScoreColumns.Number, out var number) || !csv.TryGetFieldIndex(ScoreColumns.Score, out var score))
            {
                return null;
            }

            var remark = csv.TryGetFieldIndex(ScoreColumns.Remark, out var found) ? found : -1;
            var scores = new List<ReturnedScore>();
            for (var row = 2; csv.Read(); row++)
            {
                scores.Add(new(row, Cell(number), Cell(score), Cell(remark)));
            }

            return scores;
        }
        catch (CsvFormatException)
        {
            return null;
        }

        string Cell(int at) => at >= 0 && at < csv.FieldCount ? SheetCell.Open(csv.GetString(at)).Trim() : "";
    }
}
