using YuGong.Text;

namespace YuGong.Desk;

/// <summary>What a request needs the table's word for.</summary>
/// <param name="Path">The file, as the project has it; null where there is none.</param>
internal sealed record Demand(DeskAction Action, Branch Branch, string? Path = null)
{
    /// <summary>Refused demands as findings, one a reason; none when everything is allowed.</summary>
    public static void Check(IEnumerable<Demand> demands, FileKinds kinds, Editor editor, Diagnostics findings)
    {
        var told = new HashSet<Phrase>();
        foreach (var demand in demands)
        {
            var kind = demand.Path is { } path ? kinds.Of(path) : FileKind.None;
            if (editor.May(demand.Action, demand.Branch, kind))
            {
                continue;
            }

            var place = FileActions.Nowhere(demand.Path ?? "desk");
            if (kind is FileKind.Foreign or FileKind.Record)
            {
                findings.Report(DeskRules.NotTheDesks, place, demand.Path!, kinds.WhyNot(demand.Path!));
            }
            else if (told.Add(Words(demand, kind)))
            {
                findings.Report(DeskRules.NoRight, place, editor.Name, Words(demand, kind));
            }
        }
    }

    private static Phrase Words(Demand demand, FileKind kind) => (demand.Action, demand.Branch) switch
    {
        (DeskAction.Delete, Branch.Main) => new("在主分支上删除", "delete on the main branch"),
        (DeskAction.Save, _) when kind == FileKind.SiteText => new("改词表和网站的文字", "change vocabularies and the words of the site"),
        (DeskAction.Save or DeskAction.Upload, _) when kind is FileKind.Entry or FileKind.Attachment => new("这样写这个文件",
            "write this file so"),
        (DeskAction.Save or DeskAction.Upload, _) => new("写", "write"),
        (DeskAction.Submit or DeskAction.Recall, _) => new("改状态", "change the status"),
        (DeskAction.Approve, _) => new("定为就绪", "call it ready"),
        (DeskAction.Proofread, _) => new("校对", "proofread"),
        (DeskAction.Publish, _) => new("发布", "publish"),
        (DeskAction.Discard, _) => new("丢弃草稿", "discard the draft"),
        (DeskAction.Undo, _) => new("撤销", "undo"),
        (DeskAction.ReadLeads, _) => new("看线索", "see leads"),
        (DeskAction.WorkLeads, _) => new("办线索", "work on leads"),
        (DeskAction.KeepLeads, _) => new("管线索库", "keep the register"),
        _ => new("做这件事", "do this"),
    };
}
