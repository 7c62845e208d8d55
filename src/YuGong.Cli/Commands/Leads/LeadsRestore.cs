using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads restore</c>: a backup in the register's place, once it has proven whole.</summary>
internal static class LeadsRestore
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Terminal.Words("备份文件;它的锚(同名加 .anchor)要在旁边",
            "The backup; its anchor (same name with .anchor) must lie beside it") };
        var without = new Option<bool>("--without-anchor") { Description = Terminal.Words("旁边没有锚也恢复:备份的末尾有没有被截掉,就看不出来了",
            "Restore without an anchor: then nobody can tell whether the end of the backup was cut off") };
        return LeadsOptions.Command(
            "restore", new("从备份恢复:先证明备份完整,再换上;现有的库留在旁边。删除过的线索会再删一次。",
                "Restore from a backup, once it has proven whole; the present register is kept beside it. Leads that were erased are erased again."),
            (parsed, request) => Run(request, parsed.GetValue(file)!, parsed.GetValue(without)), changes: false, final: true, file,
            without);
    }

    private static int Run(LeadsRequest request, string file, bool withoutAnchor)
    {
        var findings = new Diagnostics();
        if (LeadsGit.WouldTake(request, findings) || !LeadsSession.IsPlaceForRegister(request, findings)
            || LeadsSession.KeyOf(request, findings) is not { } key)
        {
            return LeadsSession.Say(findings);
        }

        if (LeadRegister.IsIn(request.Folder) && !LeadsSession.Sure(request, new("用备份换掉现有的线索库?",
            "Replace the present register by the backup?")))
        {
            return 2;
        }

        using var register = LeadRegister.Restore(file, request.Folder, key, request.AuditContext, findings, withoutAnchor);
        if (register is not null)
        {
            LeadsSession.Tell(request, new($"恢复了 {register.Rows().Count} 条线索。",
                $"{Phrase.Count(register.Rows().Count, "lead")} restored."), new { restored = register.Rows().Count });
        }

        return LeadsSession.Say(findings);
    }
}
