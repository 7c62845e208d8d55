using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/leads/scores/</c>: means and sheets; <c>mine/</c>: one's own scores, blind. Everything goes the way of
/// <c>leads score export</c>, <c>import</c> and <c>list</c>.
/// </summary>
internal sealed class LeadsScoresPart(LeadsDoor door) : IEndpoints
{
    private const string Here = "/desk/leads/scores/";

    /// <summary>A remark of an expert, in UTF-16 units.</summary>
    private const int LongestRemark = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Here, context => door.PageAsync(context, "评分", Here, Scored,
            scored => LeadsScoresPage.Render(scored, door.Words, context.Editor()))).For(DeskAction.ReadLeads);
        routes.MapGet(Here + "mine/", context => door.PageAsync(context, "我来评分", Here, register => Mine(context, register),
            LeadsScoresPage.Mine)).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "mine", context => door.DoAsync(context, "leads-score", (register, said) => Take(context, register, said)))
            .For(DeskAction.WorkLeads);
        routes.MapGet(Here + "sheet.xlsx", context => SheetAsync(context, "scores.xlsx", ScoreWorkbook.Write)).For(DeskAction.WorkLeads);
        routes.MapGet(Here + "sheet.csv", context => SheetAsync(context, "scores.csv", ScoreCsv.Write)).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "sheet", context =>
            door.DoAsync(context, "leads-sheet", (register, said) => TakeSheet(context, register, said))).For(DeskAction.WorkLeads);
    }

    private static IReadOnlyList<ScoredLead> Scored(LeadRegister register) =>
        [.. register.OpenAll().Select(l => new ScoredLead(l, register.ScoresOf(l.Row))).Where(s => s.Scores.Count > 0)
            .OrderByDescending(s => s.Mean).ThenBy(s => s.Lead.Number)];

    /// <summary>What somebody may score now, blind, with what they said before and nobody else's word.</summary>
    private IReadOnlyList<OwnScore> Mine(HttpContext context, LeadRegister register) =>
        [.. register.ScoreRows(new(LeadState.Verified), door.Words).Select(r => new OwnScore(r,
            register.ScoresOf(register.Find(r.Number)!).FirstOrDefault(s => s.Expert == context.Editor().Name)))];

    private LeadsAnswer Take(HttpContext context, LeadRegister register, LeadsFields said)
    {
        var (occasion, expert) = (door.Occasion(context), context.Editor().Name);
        var open = Mine(context, register).ToDictionary(m => m.Row.Number.ToString(), StringComparer.Ordinal);
        var given = said.Under("points:").Where(p => p.Value.Length > 0)
            .Select((p, i) => new ReturnedScore(i + 1, p.Name, p.Value, Cut(said["remark:" + p.Name]))).ToList();
        var changed = given.Where(g => open.TryGetValue(g.Number, out var mine)
            && (mine.Said is null || g.Score != $"{mine.Said.Points:0.#}" || g.Remark != mine.Said.Remark)).ToList();
        if (changed.Count == 0 || given.Exists(g => !open.ContainsKey(g.Number)))
        {
            return LeadsAnswer.Refused(changed.Count == 0 ? "没有新的评分。" : "有的线索已经不在评分了，请重新打开这一页。");
        }

        var findings = new Diagnostics();
        var replaces = changed.Exists(g => open[g.Number].Said is not null);
        var print = System.Text.Encoding.UTF8.GetBytes(
            $"{expert}\n{occasion.At:O}\n" + string.Join('\n', changed.Select(g => $"{g.Number}={g.Score}")));
        var taken = register.TakeScores(expert, changed, print, new(replaces), Place("own scores"), occasion, findings);
        return findings.HasErrors ? LeadsAnswer.Refused(findings) : new($"记下 {taken} 条评分。", Here + "mine/");
    }

    /// <summary>The sheet of verified leads, as the command writes it.</summary>
    private Task SheetAsync(HttpContext context, string name, Func<IReadOnlyList<ScoreRow>, byte[]> write) =>
        door.FileAsync(context, "leads-sheet-out", register =>
        {
            string? Said(string key) => context.Request.Query[key].ToString() is { Length: > 0 and <= 100 } said ? said : null;
            var rows = register.ScoreRows(new(LeadState.Verified, Direction: Said("direction"), Batch: Said("batch")), door.Words);
            register.Note(door.Occasion(context), "score export", null, $"{rows.Count}");
            return new(name, write(rows));
        });

    private LeadsAnswer TakeSheet(HttpContext context, LeadRegister register, LeadsFields said)
    {
        if (!said["expert"].Any(char.IsLetterOrDigit) || said["expert"].Length > 100)
        {
            return LeadsAnswer.Refused("写上是哪一位专家。");
        }

        if (said.File(out var missing) is not { } bytes)
        {
            return LeadsAnswer.Refused(missing);
        }

        if (ScoreSheets.Read(said["name"], bytes, out var why) is not { } sheet)
        {
            return LeadsAnswer.Refused($"评分表读不了：{why.Zh}。");
        }

        var findings = new Diagnostics();
        var taken = register.TakeScores(said["expert"], sheet, bytes, new(said.Says("replace")), Place("sheet"), door.Occasion(context),
            findings);
        return findings.HasErrors ? LeadsAnswer.Refused(findings)
            : new($"记下 {taken} 条评分。{LeadsAnswer.Messages(findings)}", Here);
    }

    private static string Cut(string remark) => remark.Length > LongestRemark ? remark[..LongestRemark] : remark;

    private static SourceSpan Place(string name) => new SourceFile(name, "").Whole;
}
