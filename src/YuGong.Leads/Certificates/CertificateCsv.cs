using System.Text;
using CsvHelper;

namespace YuGong.Leads;

/// <summary>Certificates as CSV (RFC 4180) for who lays them out.</summary>
public static class CertificateCsv
{
    private static readonly string[] Head = ["编号", "致谢", "人物", "日期", "校验码"];

    public static byte[] Write(IReadOnlyList<Certificate> certificates)
    {
        using var buffer = new MemoryStream();
        buffer.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(buffer, new CsvWriterOptions(), leaveOpen: true))
        {
            csv.WriteRecord(Head);
            foreach (var c in certificates)
            {
                csv.WriteRecord([c.Number, SheetCell.Guard(c.Recommender), SheetCell.Guard(c.Person), $"{c.Issued:yyyy-MM-dd}", c.Code]);
            }
        }

        return buffer.ToArray();
    }
}
