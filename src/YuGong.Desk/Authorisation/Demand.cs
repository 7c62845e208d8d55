using YuGong.Text;

namespace YuGong.Desk;

/// <summary>What a request needs the table's word for.</summary>
/// <param name="Path">The file, as the project has it; null where there is none.</param>
internal sealed record Demand(DeskAction Action, Branch Branch, string? Path = null)
{
    /// <summary>Refused demands as findings, one a reason; none when everything is allowed.</summary>
    public static void Check(IEnumerable<Demand> demands, FileKinds kinds, Editor editor, Diagnostics findings)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
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

    private static string Words(Demand demand, FileKind kind) => (demand.Action, demand.Branch) switch
    {
        (DeskAction.Save, Branch.Main) => "不经审核直接写到主分支",
        (DeskAction.Upload, Branch.Main) => "不经审核直接传到主分支",
        (DeskAction.Delete, Branch.Main) => "在主分支上删除",
        (DeskAction.Save, _) when kind == FileKind.Vocabulary => "改词表",
        (DeskAction.Save or DeskAction.Upload, _) when kind is FileKind.Entry or FileKind.Attachment => "这样写这个文件",
        (DeskAction.Save or DeskAction.Upload, _) => "写",
        (DeskAction.Submit or DeskAction.Recall, _) => "改状态",
        (DeskAction.Approve, _) => "定为就绪",
        (DeskAction.Publish, _) => "发布",
        (DeskAction.Discard, _) => "丢弃草稿",
        (DeskAction.Undo, _) => "撤销",
        (DeskAction.ReadLeads, _) => "看线索",
        _ => "做这件事",
    };
}
