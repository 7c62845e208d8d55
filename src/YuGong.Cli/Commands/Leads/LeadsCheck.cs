using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads check</c>: whether the register is whole, and what its leads lack.</summary>
internal static class LeadsCheck
{
    public static Command Create()
    {
        var anchor = new Option<string?>("--anchor") { Description = Terminal.Words("再和这个锚对一遍,例如存在别处的备份旁边的 .anchor",
            "Compare with this anchor too, such as the .anchor beside a backup kept elsewhere") };
        var accept = new Option<bool>("--accept") { Description = Terminal.Words("查明白之后,照样用和锚对不上的线索库(记入流水)",
            "Once it is understood, go on with a register that differs from its anchor (noted in the journal)") };
        return LeadsOptions.Command(
            "check", new("打开每一个值,核对流水和登记的链条、每一行和锚,并列出每条线索缺什么。",
                "Open every value, compare the chains of journal and ledger, every row and the anchor, and list what leads lack."),
            (parsed, request) =>
                LeadsSession.With(request, (register, findings) => Run(request, register, parsed.GetValue(anchor), parsed.GetValue(accept),
                findings), whateverItsAnchor: true),
            changes: false, final: true, anchor, accept);
    }

    private static int Run(LeadsRequest request, LeadRegister register, string? anchor, bool accept, Diagnostics findings)
    {
        var place = new SourceFile(LeadRegister.PathIn(request.Folder), "").Whole;
        if (accept)
        {
            return Accept(request, register);
        }

        if (register.Anchored.Fault is { } differs)
        {
            findings.Report(LeadsRules.NotAnchored, place, differs);
        }
        else if (register.Anchored.Behind is > 0 and var behind)
        {
            findings.Report(LeadsRules.AnchorBehind, place, $"{behind}");
        }

        if (anchor is not null && register.HoldTo(anchor).Fault is { } other)
        {
            findings.Report(LeadsRules.NotAnchored, new SourceFile(anchor, "").Whole, other);
        }

        foreach (var fault in register.Faults().Where(f => f != register.Anchored.Fault))
        {
            findings.Report(LeadsRules.Broken, place, fault);
        }

        if (findings.HasErrors)
        {
            return 1;
        }

        var words = LeadsSession.Words(request, findings).Taxonomies;
        foreach (var lead in register.OpenAll().Where(l => l.Row.State is LeadState.Received or LeadState.Returned))
        {
            findings.Add(FormCheck.Check(lead.Form, LeadsSession.PlaceOf(lead.Number.ToString()), words, request.Today));
        }

        var (leads, held, reached) = (register.Rows().Count, register.Held().Count, register.Reached);
        LeadsSession.Tell(
            request,
            new($"线索库完整:{leads} 条线索,{held} 个来件等人处理。流水 {reached.Journal} 条,登记 {reached.Ledger} 条,锚 {reached.Mark}(抄在别处,下次对得上)。",
                $"The register is whole: {Phrase.Count(leads, "lead")}, {Phrase.Count(held, "file")} waiting for people. Journal "
                    + $"{reached.Journal}, "
                + $"ledger {reached.Ledger}, anchor {reached.Mark} (note it elsewhere, to compare next time)."),
            new { whole = true, leads, held, journal = reached.Journal, ledger = reached.Ledger, anchor = reached.Mark });
        return 0;
    }

    private static int Accept(LeadsRequest request, LeadRegister register)
    {
        if (register.Anchored.Fault is null)
        {
            LeadsSession.Tell(request, new("线索库和锚对得上,没有什么要认的。",
                "Register and anchor agree; there is nothing to accept."), new { accepted = false });
            return 0;
        }

        if (!LeadsSession.Sure(request, register.Anchored.Fault + new Phrase("。照样用这个线索库?", ". Go on with this register?")))
        {
            return 2;
        }

        register.Accept(request.AuditContext);
        LeadsSession.Tell(request, new("认下了,记入了流水;锚从这里接着记。",
            "Accepted and noted in the journal; the anchor goes on from here."), new { accepted = true });
        return 0;
    }
}
