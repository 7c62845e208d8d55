using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/leads/scores/</c>: means, sheets and links for experts; <c>mine/</c>: one's own scores, blind. Everything goes the way of
/// <c>leads score export</c>, <c>import</c> and <c>list</c>.
/// </summary>
internal sealed class LeadsScoresPart(LeadsDoor door) : IEndpoints
{
    private const string Here = "/desk/leads/scores/";

    /// <summary>A remark of an expert, in UTF-16 units.</summary>
    public const int LongestRemark = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Here, context => door.PageAsync(context, "评分", Here, Listing,
            listing => LeadsScoresPage.Render(listing, door.Words, context.Editor()))).For(DeskAction.ReadLeads);
        routes.MapGet(Here + "mine/", context => door.PageAsync(context, "我来评分", Here, register => Mine(context, register),
            LeadsScoresPage.Mine)).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "mine", context => door.DoAsync(context, "leads-score", (register, said) => Take(context, register, said)))
            .For(DeskAction.WorkLeads);
        routes.MapPost(Here + "link", context => door.DoAsync(context, "leads-link", (register, said) => Link(context, register, said)))
            .For(DeskAction.WorkLeads);
        routes.MapPost(Here + "link/take", context =>
            door.DoAsync(context, "leads-link-taken", (register, said) => TakeLinked(context, register, said))).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "link/back", context => door.DoAsync(context, "leads-link-back", (register, said) =>
            register.TakeBackLink(said["hash"], door.Occasion(context)) ? new("收回了。", Here)
                : LeadsAnswer.Refused("没有这个链接，或已经到期。"))).For(DeskAction.WorkLeads);
        routes.MapGet(Here + "sheet.xlsx", context => SheetAsync(context, "scores.xlsx", ScoreWorkbook.Write)).For(DeskAction.WorkLeads);
        routes.MapGet(Here + "sheet.csv", context => SheetAsync(context, "scores.csv", ScoreCsv.Write)).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "sheet", context =>
            door.DoAsync(context, "leads-sheet", (register, said) => TakeSheet(context, register, said))).For(DeskAction.WorkLeads);
    }

    private ScoresListing Listing(LeadRegister register) => new(Scored(register), register.ScoreLinksAt(door.Now), door.Now);

    private LeadsAnswer Link(HttpContext context, LeadRegister register, LeadsFields said)
    {
        if (!IsExpert(said["expert"]) || !int.TryParse(said["days"], out var days) || days is < 1 or > ScoreLinks.MostDays)
        {
            return LeadsAnswer.Refused($"写上给哪一位专家，和 1 到 {ScoreLinks.MostDays} 天。");
        }

        string? Said(string key) => said.Says(key) ? said[key] : null;
        var rows = register.ScoreRows(VerifiedOf(Said("direction"), Said("batch")), door.Words);
        if (rows.Count is 0 or > ScoreLinks.MostRows)
        {
            return LeadsAnswer.Refused(rows.Count == 0 ? "现在没有已核实、要评的线索。"
                : $"有 {rows.Count} 条，一个链接最多 {ScoreLinks.MostRows} 条：请按方向或批次分几个链接。");
        }

        return register.LinkScores(said["expert"], rows, door.Now.AddDays(days), door.Occasion(context)) is not { } token
            ? LeadsAnswer.Refused("没有到期的链接太多了，先收回几个。")
            : new($"{rows.Count} 条线索的链接做好了，只显示这一次，请抄下来给专家：")
            {
                Link = $"{context.Request.Scheme}://{context.Request.Host}{ScoreLinkPart.Home}{token}/",
            };
    }

    private LeadsAnswer TakeLinked(HttpContext context, LeadRegister register, LeadsFields said)
    {
        var findings = new Diagnostics();
        var taken = register.TakeLinked(said["hash"], said.Says("replace"), Place("link"), door.Occasion(context), findings);
        return findings.HasErrors ? LeadsAnswer.Refused(findings) : new($"记下 {taken} 条评分。{LeadsAnswer.Messages(findings)}", Here);
    }

    private static LeadFilter VerifiedOf(string? direction, string? batch) =>
        new(LeadState.Verified, Direction: direction, Batch: batch);

    private static bool IsExpert(string name) => name.Any(char.IsLetterOrDigit) && name.Length <= 100;

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
            var rows = register.ScoreRows(VerifiedOf(Said("direction"), Said("batch")), door.Words);
            register.Note(door.Occasion(context), "score export", null, $"{rows.Count}");
            return new(name, write(rows));
        });

    private LeadsAnswer TakeSheet(HttpContext context, LeadRegister register, LeadsFields said)
    {
        if (!IsExpert(said["expert"]))
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

    public static string Cut(string remark) => remark.Length > LongestRemark ? remark[..LongestRemark] : remark;

    private static SourceSpan Place(string name) => new SourceFile(name, "").Whole;
}
