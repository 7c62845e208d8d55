using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads verify</c>: a verifier signs, with evidence.</summary>
internal static class LeadsVerify
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = "编号" };
        var items = Enum.GetValues<CheckItem>()
            .Select(item =>
            (Item: item, Option: new Option<string?>($"--{item.ToString().ToLowerInvariant()}") { Description =
            $"{Checklist.NameOf(item)}的依据" })).ToList();
        return LeadsOptions.Command(
            "verify", "核实者凭依据签字:真实性、典型性、细节性各一人,数字和荣誉各两人。不带依据时显示清单。",
            (parsed, request) =>
                Run(request, parsed.GetValue(number)!,
                [.. items.Select(i => (i.Item, parsed.GetValue(i.Option))).Where(i => i.Item2 is { Length: > 0 })
                .Select(i => (i.Item, i.Item2!))]),
            changes: true, final: false, [number, .. items.Select(i => i.Option)]);
    }

    private static int Run(LeadsRequest request, string number, IReadOnlyList<(CheckItem Item, string Evidence)> said) =>
        LeadsSession.WithLead(request, number, (register, row, _, _) =>
    {
        if (said.Count > 0 && !request.DryRun)
        {
            register.Sign(row, [.. said.Select(s => new Signature(s.Item, request.AuditContext.By, request.Today, s.Evidence))],
                request.AuditContext);
        }

        var form = register.Open(row.Number)!.Form;
        var list = register.ChecklistOf(row);
        if (request.Json)
        {
            LeadsSession.Print(new { number = row.Number, needed = Checklist.Needed(form), signatures = list.Signatures,
                missing = list.Missing(form), alone = list.Alone(form) });
            return 0;
        }

        foreach (var item in Checklist.Needed(form))
        {
            var signers = list.Signatures.Where(s => s.Item == item).ToList();
            var mark = signers.Count == 0 ? "□" : list.Alone(form).Contains(item) ? "◐" : "☑";
            Console.WriteLine(
                $"  {mark} {Checklist.NameOf(item)}{(item >= CheckItem.Figures ? "(要两人)" : "")} "
                + $"{string.Join(";", signers.Select(s => $"{s.By} {s.Day:yyyy-MM-dd}:{s.Evidence}"))}");
        }

        Console.WriteLine(list.Missing(form).Count + list.Alone(form).Count == 0
            ? $"清单签完了:{CommandName.Value} leads move {row.Number} verified" : "清单还没有签完。");
        return 0;
    });
}

/// <summary><c>leads move</c>: the next step, or back with a reason.</summary>
internal static class LeadsMove
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = "编号" };
        var to = new Argument<string>("state") { Description =
            string.Join("、", Enum.GetValues<LeadState>().Select(s => $"{LeadLabels.Id(s)} {LeadLabels.Of(s)}")) };
        var reason = new Option<string?>("--reason") { Description = "理由;退回、不采用、撤回和往回走必写(加密记入流水)" };
        return LeadsOptions.Command(
            "move", "线索走到下一步;走错了可以带理由走回来。",
            (parsed, request) => Run(request, parsed.GetValue(number)!, parsed.GetValue(to)!, parsed.GetValue(reason) ?? ""), changes: true,
            final: false, number, to, reason);
    }

    private static int Run(LeadsRequest request, string number, string word, string reason) =>
        LeadsSession.WithLead(request, number, (register, row, place, findings) =>
    {
        if (LeadLabels.StateOf(word) is not { } to)
        {
            findings.Report(LeadsRules.NotInVocabulary, place, "状态", word,
                string.Join("、", Enum.GetValues<LeadState>().Select(s => $"{LeadLabels.Id(s)} {LeadLabels.Of(s)}")));
            return 1;
        }

        var moved = request.DryRun
            ? register.MayMove(row, to, reason, place, findings) : register.TryMove(row, to, reason, request.AuditContext, place, findings);
        if (moved && to == LeadState.Withdrawn && !request.DryRun)
        {
            LeadsSession.TakeBackCertificates(request, register, row);
        }

        if (moved)
        {
            LeadsSession.Tell(
                request, $"{row.Number}:{LeadLabels.Of(row.State)} → {LeadLabels.Of(to)}{(request.DryRun ? "(没有改)" : "")}",
                new { number = row.Number, from = row.State, to, moved = !request.DryRun });
        }

        return moved ? 0 : 1;
    });
}

/// <summary><c>leads stats</c>: counts, fit to be shown to anybody.</summary>
internal static class LeadsStats
{
    public static Command Create() =>
        LeadsOptions.Command("stats", "按状态、渠道、批次、方向、区县统计;不含任何个人信息。", (_, request) => LeadsSession.With(request, (register, findings) =>
    {
        var statistics = Statistics.Of(register.Rows(), LeadsSession.Words(request, findings).Taxonomies);
        if (request.Json)
        {
            LeadsSession.Print(statistics);
            return 0;
        }

        Console.WriteLine($"共 {statistics.Total} 条。");
        foreach (var (name, tallies) in new[] { ("状态", statistics.States), ("渠道", statistics.Channels), ("批次", statistics.Batches),
            ("方向", statistics.Directions), ("区县", statistics.Districts) })
        {
            Console.WriteLine($"\n{name}");
            Console.Write(LeadsTable.Format([name, "条数", ""],
                [.. tallies.Where(t => name != "区县" || t.Count > 0)
                .Select(t => (IReadOnlyList<string>)[t.Name, $"{t.Count}", Bar(t.Count, statistics.Total)])], !Console.IsOutputRedirected));
        }

        var absent = statistics.Districts.Where(d => d.Count == 0 && d.Id.Length > 0).ToList();
        Console.WriteLine(absent.Count > 0 ? $"\n还没有线索的区县({absent.Count}):{string.Join("、", absent.Select(d => d.Name))}" : "");
        return 0;
    }));

    private static string Bar(int count, int total) => total == 0 ? "" : new('█', (int)Math.Ceiling(count * 30.0 / total));
}
