using System.Globalization;
using CsvHelper;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>Somebody to be thanked, from a list that was kept elsewhere.</summary>
/// <param name="Row">In the file, from 2.</param>
/// <param name="Number">Of a certificate that was given before; empty for a new one.</param>
/// <param name="Code">Its check code; empty for a new one.</param>
public sealed record RosterRow(int Row, string Recommender, string Person, string Number, string Code);

/// <summary>
/// A list of people and organisations to thank, as CSV (RFC 4180) in UTF-8 or GB 18030; the columns are those of
/// <see cref="CertificateCsv"/>.
/// </summary>
public static class Roster
{
    public const string Recommender = "致谢", Person = "人物", Number = "编号", Code = "校验码";

    /// <summary>Longer is no name of a person or an organisation.</summary>
    public const int Longest = 80;

    /// <summary>Null when the two columns that matter are not there.</summary>
    public static IReadOnlyList<RosterRow>? Read(byte[] bytes)
    {
        using var csv = CsvReader.FromText(MailText.Guess(bytes).TrimStart('\uFEFF'), new CsvReaderOptions());
        try
        {
            if (!csv.TryGetFieldIndex(Recommender, out var recommender) || !csv.TryGetFieldIndex(Person, out var person))
            {
                return null;
            }

            var number = csv.TryGetFieldIndex(Number, out var found) ? found : -1;
            var code = csv.TryGetFieldIndex(Code, out var other) ? other : -1;
            var rows = new List<RosterRow>();
            for (var row = 2; csv.Read(); row++)
            {
                var read = new RosterRow(row, Cell(recommender), Cell(person), Cell(number), Cell(code));
                if (read.Recommender.Length + read.Person.Length + read.Number.Length > 0)
                {
                    rows.Add(read);
                }
            }

            return rows;
        }
        catch (CsvFormatException)
        {
            return null;
        }

        string Cell(int at) => at >= 0 && at < csv.FieldCount ? SheetCell.Open(csv.GetString(at)).Trim() : "";
    }

    /// <summary>What is wrong with a row, in words that do not repeat it; null when nothing is.</summary>
    /// <param name="known">The certificates that were given out.</param>
    public static Phrase? Fault(RosterRow row, IReadOnlyDictionary<string, Certificate> known) =>
        row.Recommender.Length == 0 ? new("没有写致谢谁", "it does not say who is thanked")
        : row.Person.Length == 0 ? new("没有写是为哪位人物", "it does not say for whom")
        : new StringInfo(row.Recommender).LengthInTextElements > Longest || new StringInfo(row.Person).LengthInTextElements > Longest
            ? new($"名称超过 {Longest} 字", $"a name has more than {Longest} characters")
        : row.Number.Length == 0 ? null
        : !known.TryGetValue(row.Number, out var certificate) ? new("编号不是线索库发的;新的证书请把编号和校验码空着",
            "the number was not given by the register; leave number and code empty for a new certificate")
        : certificate.Recommender != row.Recommender || certificate.Person != row.Person ? new("致谢对象或人物与发证时不同",
            "who is thanked, or for whom, differs from the certificate")
        : row.Code.Length > 0 && CheckCode.Plain(row.Code) != CheckCode.Plain(certificate.Code) ? new("校验码不对", "the check code is wrong")
        : null;
}
