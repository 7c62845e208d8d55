using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Leads;

/// <content>The experts' sheets.</content>
public sealed partial class LeadRegister
{
    private static readonly JsonSerializerOptions ScoreJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Blind: no name, employer, contact, sex, age, party or recommender in columns of their own, and none of them in the texts.</summary>
    public IReadOnlyList<ScoreRow> ScoreRows(LeadFilter filter, Taxonomies words) =>
    [
        .. OpenAll().Where(lead => filter.Fits(lead.Row)).Select(lead => new ScoreRow(
            lead.Number, words.Directions.FirstOrDefault(d => d.Id == lead.Row.Direction)?.Name ?? "", lead.Form[Field.Title],
            Blind(lead.Form[Field.Deeds], lead.Form), Blind(lead.Form[Field.Highlights], lead.Form))),
    ];

    public IReadOnlyList<Score> ScoresOf(LeadRow row) => ParseScores(FormOf(row.Id)[Field.Scores]);

    /// <summary>Takes a whole sheet of one expert, replacing what they said before; nothing of it when anything is wrong.</summary>
    public int TakeScores(string expert, IReadOnlyList<ReturnedScore> sheet, SourceSpan place, Occasion occasion, Diagnostics findings) => store.InOne(() =>
    {
        var before = findings.Count;
        var (taken, unscored) = (new List<(LeadRow Row, Score Score)>(), new List<string>());
        foreach (var line in sheet.Where(l => l.Number.Trim().Length > 0))
        {
            if (LeadNumber.Parse(line.Number) is not { } number || Find(number) is not { } row)
            {
                findings.Report(LeadsRules.BadSheet, place, $"第 {line.Row} 行的编号不在线索库里");
            }
            else if (line.Score.Length == 0)
            {
                unscored.Add(number.ToString());
            }
            else if (!decimal.TryParse(Words.Narrow(line.Score), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) || points is < 0 or > Score.Highest)
            {
                findings.Report(LeadsRules.BadScore, place, $"{line.Row}", line.Score.Length > 12 ? line.Score[..12] + "…" : line.Score, $"{Score.Highest}");
            }
            else
            {
                taken.Add((row, new(expert, points, line.Remark, occasion.Day)));
            }
        }

        if (findings.Count > before)
        {
            return 0;
        }

        foreach (var (row, score) in taken)
        {
            WriteForm(row.Id, FormOf(row.Id).With(Field.Scores, JsonSerializer.Serialize(ScoresOf(row).Where(s => s.Expert != expert).Append(score), ScoreJson)));
            journal.Write(occasion, "score", row.Id);
        }

        if (unscored.Count > 0)
        {
            findings.Report(LeadsRules.NoScore, place, $"{unscored.Count}", string.Join("、", unscored.Take(8)) + (unscored.Count > 8 ? "……" : ""));
        }

        return taken.Count;
    });

    internal static IReadOnlyList<Score> ParseScores(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<Score>>(json, ScoreJson)!;

    /// <summary>What would tell who it is, or how to reach them, becomes 〔某人〕, 〔某单位〕, 〔号码〕.</summary>
    private static string Blind(string text, LeadForm form)
    {
        foreach (var (field, stand) in new[] { (Field.Person, "〔某人〕"), (Field.Recommender, "〔推荐者〕"), (Field.Unit, "〔某单位〕") })
        {
            text = form[field].Length >= 2 ? text.Replace(form[field], stand, StringComparison.Ordinal) : text;
        }

        text = MailAddress().Replace(text, "〔邮箱〕");
        return LongNumber().Replace(text, m => m.Value.Count(char.IsAsciiDigit) >= 8 ? "〔号码〕" : m.Value);
    }

    [GeneratedRegex("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+", RegexOptions.None, 1000)]
    private static partial Regex MailAddress();

    [GeneratedRegex("[+＋]?[0-9０-９][0-9０-９ 　-]{6,}[0-9０-９Xx]", RegexOptions.None, 1000)]
    private static partial Regex LongNumber();
}
