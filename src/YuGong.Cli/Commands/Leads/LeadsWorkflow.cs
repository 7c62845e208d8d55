using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads verify</c>: a verifier signs, with evidence.</summary>
internal static class LeadsVerify
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = Terminal.Words("编号", "Number of the lead") };
        var items = Enum.GetValues<CheckItem>()
            .Select(item =>
            (Item: item, Option: new Option<string?>($"--{item.ToString().ToLowerInvariant()}") { Description =
            Terminal.Words($"{Checklist.Label(item).Zh}的依据", $"Evidence for {Checklist.Label(item).En}") })).ToList();
        return LeadsOptions.Command(
            "verify", new("核实者凭依据签字:真实性、典型性、细节性各一人,数字和荣誉各两人。不带依据时显示清单。",
                "A verifier signs, with evidence: one person each for truth, example and detail, two each for figures and "
                + "honours. Without evidence the list is shown."),
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
            var two = item >= CheckItem.Figures ? new("(要两人)", " (by two people)") : Phrase.Empty;
            var name = Terminal.Words(Checklist.Label(item) + two);
            Terminal.Write($"  {mark} {name} {string.Join("; ", signers.Select(s => $"{s.By} {s.Day:yyyy-MM-dd}: {s.Evidence}"))}\n");
        }

        var next = $"{CommandName.Value} leads move {row.Number} verified";
        Terminal.Say(list.Missing(form).Count + list.Alone(form).Count == 0
            ? new($"清单签完了:{next}", $"All is signed: {next}") : new("清单还没有签完。", "Not all is signed yet."));
        return 0;
    });
}

/// <summary><c>leads move</c>: the next step, or back with a reason.</summary>
internal static class LeadsMove
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = Terminal.Words("编号", "Number of the lead") };
        var to = new Argument<string>("state") { Description = Terminal.Words(LeadLabels.AllStates) };
        var reason = new Option<string?>("--reason") { Description = Terminal.Words("理由;退回、不采用、撤回和往回走必写(加密记入流水)",
            "Reason; needed to return, decline, withdraw or go back (sealed in the journal)") };
        return LeadsOptions.Command(
            "move", new("线索走到下一步;走错了可以带理由走回来。", "Move a lead to its next step, or back with a reason."),
            (parsed, request) => Run(request, parsed.GetValue(number)!, parsed.GetValue(to)!, parsed.GetValue(reason) ?? ""), changes: true,
            final: false, number, to, reason);
    }

    private static int Run(LeadsRequest request, string number, string word, string reason) =>
        LeadsSession.WithLead(request, number, (register, row, place, findings) =>
    {
        if (LeadLabels.StateOf(word) is not { } to)
        {
            findings.Report(LeadsRules.NotInVocabulary, place, new Phrase("状态", "the state"), word, LeadLabels.AllStates);
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
                request, Step(row, to) + (request.DryRun ? new("(没有改)", " (not changed)") : Phrase.Empty),
                new { number = row.Number, from = row.State, to, moved = !request.DryRun });
        }

        return moved ? 0 : 1;
    });

    private static Phrase Step(LeadRow row, LeadState to)
    {
        var (from, next) = (LeadLabels.Words(row.State), LeadLabels.Words(to));
        return new($"{row.Number}:{from.Zh} → {next.Zh}", $"{row.Number}: {from.En} → {next.En}");
    }
}

/// <summary><c>leads stats</c>: counts, fit to be shown to anybody.</summary>
internal static class LeadsStats
{
    public static Command Create() =>
        LeadsOptions.Command("stats", new("按状态、渠道、批次、方向、区县统计;不含任何个人信息。",
            "Count by state, channel, batch, direction and district; nothing personal."),
                (_, request) => LeadsSession.With(request, (register, findings) =>
    {
        var statistics = Statistics.Of(register.Rows(), LeadsSession.Words(request, findings).Taxonomies);
        if (request.Json)
        {
            LeadsSession.Print(statistics);
            return 0;
        }

        Terminal.Say(new($"共 {statistics.Total} 条。", $"{Phrase.Count(statistics.Total, "lead")}."));
        Print(new("状态", "state"), [.. statistics.States.Select(t => t with { Name = Terminal.Words(t.Name, t.Id) })], statistics.Total);
        Print(new("渠道", "channel"), [.. statistics.Channels.Select(t => t with { Name = Terminal.Words(t.Name, t.Id) })], statistics.Total);
        Print(new("批次", "batch"), statistics.Batches, statistics.Total);
        Print(new("方向", "direction"), statistics.Directions, statistics.Total);
        Print(new("区县", "district"), [.. statistics.Districts.Where(t => t.Count > 0)], statistics.Total);

        var absent = statistics.Districts.Where(d => d.Count == 0 && d.Id.Length > 0).ToList();
        var names = Phrase.List(absent.Select(d => d.Name));
        Terminal.Say(absent.Count > 0 ? new($"\n还没有线索的区县({absent.Count}):{names.Zh}",
            $"\nDistricts without a lead ({absent.Count}): {names.En}")
            : Phrase.Empty);
        return 0;
    }));

    private static void Print(Phrase name, IReadOnlyList<Tally> tallies, int total)
    {
        Terminal.Say(new Phrase("\n", "\n") + name);
        Terminal.Write(LeadsTable.Format(
            [name, new("条数", "leads"), Phrase.Empty],
            [.. tallies.Select(t => (IReadOnlyList<string>)[NameOf(t), $"{t.Count}", Bar(t.Count, total)])], !Console.IsOutputRedirected));
    }

    private static string NameOf(Tally tally) => tally.Id.Length == 0 ? Terminal.Words("(未定)", "(not said)") : tally.Name;

    private static string Bar(int count, int total) => total == 0 ? "" : new('█', (int)Math.Ceiling(count * 30.0 / total));
}
