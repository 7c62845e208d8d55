using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads score export|import|list</c>: the experts' sheets, blind to who it is.</summary>
internal static class LeadsScore
{
    public static Command Create() => new("score", "专家评分表:写出(看不到姓名、单位、联系方式)、收回、汇总。") { Export(), Import(), List() };

    private static Command Export()
    {
        var file = new Argument<string>("file") { Description = "写到这个文件:.xlsx 或 .csv" };
        var filter = new LeadsFilter();
        return LeadsOptions.Command("export", "写出评分表,默认写已核实的线索。",
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
        LeadsSession.Tell(request, $"写好了 {file}:{rows.Count} 条。请专家只填“评分”和“意见”。", new { file = Path.GetFullPath(file), leads = rows.Count });
        return 0;
    });

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "收回的评分表" };
        var expert = new Option<string>("--expert") { Description = "哪一位专家(加密保存)", Required = true };
        var replace = new Option<bool>("--replace") { Description = "换掉这位专家原来的评分;不写时,评过的线索是错误" };
        return LeadsOptions.Command(
            "import", "收回一位专家的评分表;一张表要么全记,要么不记;一条线索一位专家只记一次。",
            (parsed, request) => Import(request, parsed.GetValue(file)!, parsed.GetValue(expert)!, parsed.GetValue(replace)), changes: true,
            final: false, file, expert, replace);
    }

    private static int Import(LeadsRequest request, string file, string expert, bool replace) =>
        LeadsSession.With(request, (register, findings) =>
    {
        if (!expert.Any(char.IsLetterOrDigit))
        {
            Console.Error.WriteLine("--expert 要写明是哪一位专家。");
            return 2;
        }

        var place = new SourceFile(file, "").Whole;
        var bytes = IncomingFile.Read(file, out var why);
        if (bytes is null || ScoreSheets.Read(file, bytes, out why) is not { } sheet)
        {
            findings.Report(LeadsRules.BadSheet, place, File.Exists(file) ? why : "没有这个文件");
            return 1;
        }

        var taken = register.TakeScores(expert, sheet, bytes, new(replace, request.DryRun), place, request.AuditContext, findings);
        if (!findings.HasErrors)
        {
            LeadsSession.Tell(request, request.DryRun ? $"会记下 {taken} 条评分。什么也没有记。" : $"记下 {taken} 条评分。",
                new { taken = request.DryRun ? 0 : taken, would = taken });
        }

        return 0;
    });

    private static Command List()
    {
        var filter = new LeadsFilter();
        return LeadsOptions.Command("list", "按平均分从高到低列出。", (parsed, request) => filter.Read(parsed) is { } said ? List(request, said) : 2,
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

        Console.Write(LeadsTable.Format(
            ["编号", "平均", "人数", "最低", "最高", "状态", "姓名"],
            [.. scored.Select(x => (IReadOnlyList<string>)[x.Lead.Number.ToString(), $"{x.Mean:0.0}", $"{x.Scores.Count}",
                $"{x.Scores.Min(s => s.Points)}", $"{x.Scores.Max(s => s.Points)}", LeadLabels.Of(x.Lead.Row.State),
                x.Lead.Form[Field.Person]])],
            !Console.IsOutputRedirected));
        return 0;
    });
}
