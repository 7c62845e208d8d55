using System.CommandLine;
using YuGong.Content;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads promote</c>: a selected lead becomes a story's skeleton, with public fields and the opaque number only.</summary>
internal static class LeadsPromote
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = Terminal.Words("编号", "Number of the lead") };
        var id = new Argument<string>("id") { Description = Terminal.Words("故事的 id:小写字母、数字和 -",
            "Id of the story: small letters, digits and -") };
        return LeadsOptions.Command("promote", new("入选的线索写成故事骨架:只有可以公开的栏和编号;线索库记住这条对应。",
            "Make a story's skeleton of a selected lead: public fields and the number only; the register remembers which is which."),
            (parsed, request) => Run(request, parsed.GetValue(number)!, parsed.GetValue(id)!), changes: true, final: false, number, id);
    }

    private static int Run(LeadsRequest request, string number, string id) =>
        LeadsSession.WithLead(request, number, (register, row, place, findings) =>
    {
        if (!Slug.IsValid(id) || !WindowsName.CanBe(id))
        {
            Terminal.Warn(new($"“{id}”不能当 id:只用小写字母、数字和 -,例如 shui-xiheng。",
                $"'{id}' cannot be an id: small letters, digits and - only, such as shui-xiheng."));
            return 2;
        }

        if (!LeadTransitions.MayBecomeStory(row.State))
        {
            findings.Report(LeadsRules.NotSelected, place, row.Number.ToString(), LeadLabels.Words(row.State));
            return 1;
        }

        var name = $"{request.Project.InputName}/stories/{id}/index.md";
        var file = Path.Combine(request.Project.Input, "stories", id, "index.md");
        if (File.Exists(file))
        {
            Terminal.Warn(new($"{name} 已经有了,没有动它。", $"{name} exists already and was left alone."));
            return 1;
        }

        var lead = register.Open(row.Number)!;
        var words = LeadsSession.Words(request, findings).Taxonomies;
        var text = Skeleton.Write("story", id, words, PublicFields.Select(lead, words, out var heldBack));
        foreach (var field in heldBack)
        {
            findings.Report(LeadsRules.PrivateInPublic, place, row.Number.ToString(), LeadFormFields.Words(field));
        }

        if (request.DryRun)
        {
            LeadsSession.Tell(request, new(text, text), new { file = name, written = false, text });
            return 0;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new System.Text.UTF8Encoding(false));
        register.Set(row, Field.Story, id, request.AuditContext);
        LeadsSession.Tell(
            request, new($"写好了 {name}。事迹请在 {CommandName.Value} leads show {row.Number} 里看,核实后按来源写;发布后运行 leads move {row.Number} published。",
                $"Wrote {name}. See the deeds by {CommandName.Value} leads show {row.Number}, verify them and write from sources; "
                + $"once published, run leads move {row.Number} published."),
            new { file = name, written = true, number = row.Number, id });
        return 0;
    });
}
