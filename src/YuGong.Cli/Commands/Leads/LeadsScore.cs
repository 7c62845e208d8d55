using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads score export|import|list</c>: the experts' sheets, blind to who it is.</summary>
internal static class LeadsScore
{
    public static Command Create() => new(
        "score", Terminal.Words("专家评分表:写出(看不到姓名、单位、联系方式)、收回、汇总。",
        "The experts' sheets: write them (without names, employers and contacts), take them back, sum them up.")) { Export(), Import(),
            List() };

    private static Command Export()
    {
        var file = new Argument<string>("file") { Description = Terminal.Words("写到这个文件:.xlsx 或 .csv", "File to write: .xlsx or .csv") };
        var filter = new LeadsFilter();
        return LeadsOptions.Command("export", new("写出评分表,默认写已核实的线索。", "Write a sheet, usually of verified leads."),
            (parsed, request) => filter.Read(parsed) is { } said ? Export(request, parsed.GetValue(file)!, said) : 2, changes: false,
            final: false, [file, .. filter.All]);
    }

    private static int Export(LeadsRequest request, string file, LeadFilter filter) => LeadsSession.With(request, (register, findings) =>
    {
        var rows = register.ScoreRows(filter.State is null ? filter with { State = LeadState.Verified } : filter,
            LeadsSession.Words(request, findings).Taxonomies);
        var sheet = ScoreSheets.IsCsv(file) ? ScoreCsv.Write(rows) : ScoreWorkbook.Write(rows);
        if (!WritePlaces.Private(request).MayWrite(Path.GetFullPath(file), sheet, findings))
        {
            return 1;
        }

        PrivateFile.Write(file, sheet);
        register.Note(request.AuditContext, "score export", null, $"{rows.Count}");
        LeadsSession.Tell(request, new($"写好了 {file}:{rows.Count} 条。请专家只填“评分”和“意见”。",
            $"Wrote {file}: {Phrase.Count(rows.Count, "lead")}. Experts fill in 评分 (points) and 意见 (remark) only."),
                new { file = Path.GetFullPath(file), leads = rows.Count });
        return 0;
    });

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = Terminal.Words("收回的评分表", "A sheet that came back") };
        var expert = new Option<string>("--expert") { Description = Terminal.Words("哪一位专家(加密保存)",
            "Which expert (kept sealed)"), Required = true };
        var replace = new Option<bool>("--replace") { Description = Terminal.Words("换掉这位专家原来的评分;不写时,评过的线索是错误",
            "Replace this expert's earlier scores; otherwise a lead scored before is an error") };
        return LeadsOptions.Command(
            "import", new("收回一位专家的评分表;一张表要么全记,要么不记;一条线索一位专家只记一次。",
                "Take back an expert's sheet: whole or not at all, and each lead once an expert."),
            (parsed, request) => Import(request, parsed.GetValue(file)!, parsed.GetValue(expert)!, parsed.GetValue(replace)), changes: true,
            final: false, file, expert, replace);
    }

    private static int Import(LeadsRequest request, string file, string expert, bool replace) =>
        LeadsSession.With(request, (register, findings) =>
    {
        if (!expert.Any(char.IsLetterOrDigit))
        {
            Terminal.Warn(new("--expert 要写明是哪一位专家。", "--expert wants the expert's name."));
            return 2;
        }

        var place = new SourceFile(file, "").Whole;
        var bytes = IncomingFile.Read(file, out var why);
        if (bytes is null || ScoreSheets.Read(file, bytes, out why) is not { } sheet)
        {
            findings.Report(LeadsRules.BadSheet, place, File.Exists(file) ? why! : new Phrase("没有这个文件", "There is no such file"));
            return 1;
        }

        var taken = register.TakeScores(expert, sheet, bytes, new(replace, request.DryRun), place, request.AuditContext, findings);
        if (!findings.HasErrors)
        {
            LeadsSession.Tell(request, request.DryRun
                    ? new($"会记下 {taken} 条评分。什么也没有记。", $"Would note {Phrase.Count(taken, "score")}. Nothing was noted.")
                    : new($"记下 {taken} 条评分。", $"{Phrase.Count(taken, "score")} noted."),
                new { taken = request.DryRun ? 0 : taken, would = taken });
        }

        return 0;
    });

    private static Command List()
    {
        var filter = new LeadsFilter();
        return LeadsOptions.Command("list", new("按平均分从高到低列出。",
            "List leads by their mean score, highest first."),
                (parsed, request) => filter.Read(parsed) is { } said ? List(request, said) : 2,
            changes: false, final: false, filter.All);
    }

    private static int List(LeadsRequest request, LeadFilter filter) => LeadsSession.With(request, (register, _) =>
    {
        var scored = register.OpenAll().Where(l => filter.Fits(l.Row)).Select(l => (Lead: l, Scores: register.ScoresOf(l.Row)))
            .Where(x => x.Scores.Count > 0)
            .Select(x => (x.Lead, x.Scores, Mean: x.Scores.Average(s => s.Points))).OrderByDescending(x => x.Mean)
                .ThenBy(x => x.Lead.Number).ToList();
        if (request.Json)
        {
            LeadsSession.Print(scored.Select(x =>
                new { number = x.Lead.Number, mean = decimal.Round(x.Mean, 2), scores = x.Scores.Select(s => s.Points),
                state = x.Lead.Row.State }));
            return 0;
        }

        Terminal.Write(LeadsTable.Format(
            [
                new("编号", "number"), new("平均", "mean"), new("人数", "experts"), new("最低", "least"), new("最高", "most"),
                new("状态", "state"), new("姓名", "name"),
            ],
            [.. scored.Select(x => (IReadOnlyList<string>)[x.Lead.Number.ToString(), $"{x.Mean:0.0}", $"{x.Scores.Count}",
                $"{x.Scores.Min(s => s.Points)}", $"{x.Scores.Max(s => s.Points)}", Terminal.Words(LeadLabels.Words(x.Lead.Row.State)),
                x.Lead.Form[Field.Person]])],
            !Console.IsOutputRedirected));
        return 0;
    });
}
