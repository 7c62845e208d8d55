using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Leads;

/// <content>The experts' sheets.</content>
public sealed partial class LeadRegister
{
    /// <summary>The journal's act for a sheet; its detail is the print of the file.</summary>
    private const string SheetTaken = "score sheet";

    private static readonly JsonSerializerOptions ScoreJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Blind: no name, employer, contact, sex, age, party or recommender in columns of their own, and none of them in the texts.
    /// </summary>
    public IReadOnlyList<ScoreRow> ScoreRows(LeadFilter filter, Taxonomies words) =>
    [
        .. OpenAll().Where(lead => filter.Fits(lead.Row)).Select(lead => new ScoreRow(
            lead.Number, words.Directions.FirstOrDefault(d => d.Id == lead.Row.Direction)?.Name ?? "", lead.Form[Field.Title],
            Blind(lead.Form[Field.Deeds], lead.Form), Blind(lead.Form[Field.Highlights], lead.Form))),
    ];

    public IReadOnlyList<Score> ScoresOf(LeadRow row) => ParseScores(FormOf(row.Id)[Field.Scores]);

    /// <summary>
    /// Takes a whole sheet of one expert; nothing of it when anything is wrong. Each lead once: not twice in the sheet, and not again
    /// later.
    /// </summary>
    /// <param name="bytes">Of the sheet's file: it is not taken a second time under another name.</param>
    /// <param name="how">Whether what the expert said before is replaced, and whether the sheet is only tried.</param>
    public int TakeScores(string expert, IReadOnlyList<ReturnedScore> sheet, byte[] bytes, ScoreTaking how, SourceSpan place,
        AuditContext occasion, Diagnostics findings) => store.InOne(() =>
    {
        expert = Words.OneLine(expert);
        var before = findings.Count;
        var print = Convert.ToHexStringLower(vault.Print("sheet", bytes));
        if (!how.Replaces && journal.Read(null).Any(e => e.Act == SheetTaken && e.Detail == print))
        {
            findings.Report(LeadsRules.SheetAgain, place);
            return 0;
        }

        var (taken, unscored) = (new List<(LeadRow Row, Score Score)>(), new List<string>());
        var rows = new Dictionary<LeadNumber, int>();
        foreach (var line in sheet.Where(l => l.Number.Trim().Length > 0))
        {
            if (LeadNumber.Parse(Words.Narrow(line.Number)) is not { } number || Find(number) is not { } row)
            {
                findings.Report(LeadsRules.BadSheet, place, new Phrase($"第 {line.Row} 行的编号不在线索库里",
                    $"The number in row {line.Row} is not in the register"));
            }
            else if (!rows.TryAdd(number, line.Row))
            {
                findings.Report(LeadsRules.ScoredTwice, place, $"{rows[number]}", $"{line.Row}", number.ToString());
            }
            else if (line.Score.Length == 0)
            {
                unscored.Add(number.ToString());
            }
            else if (!Score.TryPoints(line.Score, out var points))
            {
                findings.Report(LeadsRules.BadScore, place, $"{line.Row}", line.Score.Length > 12 ? line.Score[..12] + "…" : line.Score,
                    $"{Score.Highest}");
            }
            else if (!how.Replaces && ScoresOf(row).Any(s => IsOf(s, expert)))
            {
                findings.Report(LeadsRules.ScoredBefore, place, $"{line.Row}", number.ToString());
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

        if (!how.IsTrial)
        {
            Take(taken, print, occasion);
        }

        if (unscored.Count > 0)
        {
            findings.Report(LeadsRules.NoScore, place, $"{unscored.Count}",
                Phrase.List(unscored.Take(8).Select(u => u.ToString()!)) + (unscored.Count > 8 ? new("……", " …") : Phrase.Empty));
        }

        return taken.Count;
    });

    private void Take(IReadOnlyList<(LeadRow Row, Score Score)> taken, string print, AuditContext occasion)
    {
        foreach (var (row, score) in taken)
        {
            var others = ScoresOf(row).Where(s => !IsOf(s, score.Expert));
            WriteForm(row.Id, FormOf(row.Id).With(Field.Scores, JsonSerializer.Serialize(others.Append(score), ScoreJson)));
            journal.Write(occasion, "score", row.Id);
        }

        journal.Write(occasion, SheetTaken, null, print);
    }

    /// <summary>One expert, however the name was typed.</summary>
    private static bool IsOf(Score score, string expert) =>
        string.Equals(Words.Bare(score.Expert), Words.Bare(expert), StringComparison.OrdinalIgnoreCase);

    internal static IReadOnlyList<Score> ParseScores(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<List<Score>>(json, ScoreJson)!;

    /// <summary>What would tell who it is, or how to reach them, becomes 〔某人〕, 〔某单位〕, 〔号码〕.</summary>
    private static string Blind(string text, LeadForm form)
    {
        foreach (var (field, stand) in new[] { (Field.Person, "〔某人〕"), (Field.Recommender, "〔推荐者〕"), (Field.Unit, "〔某单位〕") })
        {
            text = form[field].Length >= 2 ? text.Replace(form[field], stand, StringComparison.Ordinal) : text;
        }

        text = MailAddress().Replace(text, "〔邮箱〕");
        return LongNumber().Replace(text, m => Words.Narrow(m.Value).Count(char.IsAsciiDigit) >= 8 ? "〔号码〕" : m.Value);
    }

    // Begun at the beginning of a run only: otherwise a text of one long run is gone through from every letter of it.
    [GeneratedRegex("(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+", RegexOptions.None, 1000)]
    private static partial Regex MailAddress();

    [GeneratedRegex("[+＋]?[0-9０-９][0-9０-９ 　-]{6,}[0-9０-９Xx]", RegexOptions.None, 1000)]
    private static partial Regex LongNumber();
}
