using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads show</c>: one lead whole. Who looked is written down.</summary>
internal static class LeadsShow
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = Terminal.Words("编号,例如 YG-2026-0001",
            "Number, such as YG-2026-0001") };
        var originals = new Option<string?>("--originals") { Description = Terminal.Words("把原件解密写到这个文件夹",
            "Write the originals, unsealed, to this folder") };
        return LeadsOptions.Command("show", new("显示一条线索的全部内容(记入流水)。", "Show all of a lead (noted in the journal)."),
            (parsed, request) => Run(request, parsed.GetValue(number)!, parsed.GetValue(originals)), changes: false, final: false, number,
            originals);
    }

    /// <summary>A lead as programs get it: the form's tags, and what is known besides.</summary>
    public static object Json(LeadRegister register, Lead lead) => new
    {
        number = lead.Number, received = lead.Row.Received, state = lead.Row.State, since = lead.Row.Since, channel = lead.Row.Channel,
        batch = lead.Row.Batch, direction = lead.Row.Direction,
        district = lead.Row.District, links = lead.Links,
        fields = lead.Form.Written.Where(f => f.Key < Field.Checks).ToDictionary(f => LeadFormFields.TagOf(f.Key), f => f.Value),
        checks = register.ChecklistOf(lead.Row).Signatures, scores = register.ScoresOf(lead.Row),
        originals = register.OriginalsOf(lead.Row).Select(o => new { o.Name, o.Kind, o.Received }),
    };

    private static int Run(LeadsRequest request, string number, string? originals) =>
        LeadsSession.WithLead(request, number, (register, row, _, findings) =>
    {
        if (originals is not null && !LeadsSession.OpenFolder(request, originals, findings))
        {
            return 1;
        }

        var lead = register.Open(row.Number)!;
        register.Note(request.AuditContext, "show", row);
        if (request.Json)
        {
            LeadsSession.Print(Json(register, lead));
        }
        else
        {
            Print(register, lead);
        }

        if (originals is not null)
        {
            foreach (var original in register.OriginalsOf(row))
            {
                var path = Path.Combine(originals, $"{row.Number}-{original.Id}.{original.Kind}");
                PrivateFile.Write(path, register.BytesOf(original));
                Terminal.Warn(new($"原件写到 {path};用完请删掉。", $"Original written to {path}; delete it after use."));
            }

            register.Note(request.AuditContext, "originals out", row);
        }

        return 0;
    });

    private static void Print(LeadRegister register, Lead lead)
    {
        var row = lead.Row;
        var (state, channel) = (LeadLabels.Words(row.State), row.Channel is { } c ? LeadLabels.Words(c) : new("渠道未定", "not said"));
        var (batch, direction, district) = (row.Batch ?? "–", row.Direction ?? "–", row.District ?? "–");
        Terminal.Say(new(
            $"{row.Number}  {state.Zh}(自 {row.Since:yyyy-MM-dd})  收到 {row.Received:yyyy-MM-dd}  {channel.Zh}  "
            + $"批次 {batch}  方向 {direction}  区县 {district}",
            $"{row.Number}  {state.En} (since {row.Since:yyyy-MM-dd})  received {row.Received:yyyy-MM-dd}  channel {channel.En}  "
            + $"batch {batch}  direction {direction}  district {district}"));
        if (lead.Links.Count > 0)
        {
            Terminal.Say(new($"可能是同一个人:{string.Join("、", lead.Links)}", $"Perhaps the same person: {string.Join(", ", lead.Links)}"));
        }

        foreach (var (field, text) in lead.Form.Written.Where(f => f.Key < Field.Checks))
        {
            // Lines of an answer stand in from the margin, where no line of ours does.
            var label = LeadFormFields.Words(field);
            var isLong = text.Contains('\n') || text.Length > 60;
            var answer = isLong ? $"\n  {text.Replace("\n", "\n  ")}\n" : VisibleText.Line(text);
            Terminal.Write((isLong ? "\n" : "") + Terminal.Words($"【{label.Zh}】", $"[{label.En}] ") + answer + "\n");
        }

        foreach (var s in register.ChecklistOf(row).Signatures)
        {
            var (item, evidence) = (Checklist.Label(s.Item), VisibleText.Line(s.Evidence));
            Terminal.Say(new($"核实 {item.Zh}:{s.By} {s.Day:yyyy-MM-dd},依据 {evidence}",
                $"Verified {item.En}: {s.By} {s.Day:yyyy-MM-dd}, by {evidence}"));
        }

        foreach (var s in register.ScoresOf(row))
        {
            var by = $"{s.Expert} {s.Day:yyyy-MM-dd} {VisibleText.Line(s.Remark)}";
            Terminal.Say(new($"评分 {s.Points}:{by}", $"Score {s.Points}: {by}"));
        }
    }
}
