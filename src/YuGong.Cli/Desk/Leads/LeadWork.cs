using Microsoft.AspNetCore.Http;
using YuGong.Build.Takedown;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What may be done with one lead: each deed asks the register's own rules, as the commands do.</summary>
internal sealed class LeadWork(LeadsDoor door, EditingDesk desk)
{
    private const string SaidBefore = "别人刚刚动过这一条，请看过再做一次。";

    /// <summary>Done to a lead, with what the form said.</summary>
    public delegate LeadsAnswer Change(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion);

    /// <summary><c>leads set</c>: fields of the form, those that were sent.</summary>
    public static LeadsAnswer Set(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion)
    {
        var fields = said.Under("set:").Select(s => (Field: LeadFormFields.Find(s.Name)?.Field, s.Value)).ToList();
        if (fields.Count == 0 || fields.Exists(f => f.Field is null))
        {
            return LeadsAnswer.Refused("没有改动。");
        }

        register.Together(() =>
        {
            foreach (var (field, value) in fields)
            {
                register.Set(row, field!.Value, YuGong.Leads.FormValues.Put(field.Value, value.ReplaceLineEndings("\n")), occasion);
            }
        });
        return Done(row, $"改了 {fields.Count} 栏。");
    }

    /// <summary><c>leads set direction=…</c>, and who sees to it.</summary>
    public LeadsAnswer Sort(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion)
    {
        var (findings, words) = (new Diagnostics(), door.Words);
        var sorted = LeadSorting.Keys.Where(said.Has)
            .Aggregate(row, (now, key) => LeadSorting.Sort(now, key, said[key], words, PlaceOf(row), findings));
        var before = register.Open(row.Number)!.Form[Field.Assigned];
        var assigned = said.Has("assigned") ? said["assigned"] : before;
        if (assigned != before && assigned.Length > 0 && !door.People.Contains(assigned))
        {
            return LeadsAnswer.Refused("没有这个账户。");
        }

        if (findings.HasErrors)
        {
            return LeadsAnswer.Refused(findings);
        }

        register.Together(() =>
        {
            if (assigned != before)
            {
                register.Assign(row, assigned, occasion);
            }

            if (sorted != row)
            {
                register.Classify(sorted, occasion);
            }
        });
        return Done(row, "记下了。");
    }

    /// <summary><c>leads verify</c>: signed in the name of whoever is logged in.</summary>
    public static LeadsAnswer Verify(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion)
    {
        var signed = said.Under("sign:").Where(s => s.Value.Length > 0)
            .Select(s => (IsItem: Enum.TryParse<CheckItem>(s.Name, out var item) && Enum.IsDefined(item), Item: item, s.Value)).ToList();
        if (signed.Count == 0 || signed.Exists(s => !s.IsItem))
        {
            return LeadsAnswer.Refused("写上凭什么核的，至少一项。");
        }

        register.Sign(row, [.. signed.Select(s => new Signature(s.Item, occasion.By, occasion.Day, s.Value))], occasion);
        return Done(row, $"签了 {signed.Count} 项。");
    }

    /// <summary><c>leads move</c>.</summary>
    public LeadsAnswer Move(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion)
    {
        var findings = new Diagnostics();
        if (LeadLabels.StateOf(said["state"]) is not { } to || said["seen"] != LeadLabels.Id(row.State))
        {
            return LeadsAnswer.Refused(SaidBefore);
        }

        if (!register.TryMove(row, to, said["reason"], occasion, PlaceOf(row), findings))
        {
            return LeadsAnswer.Refused(findings);
        }

        var taken = to == LeadState.Withdrawn ? TakeBack(register, row, occasion) : "";
        return Done(row, $"{LeadLabels.Of(row.State)} → {LeadLabels.Of(to)}。{taken}");
    }

    /// <summary>Two leads that only looked like one.</summary>
    public static LeadsAnswer KeepBoth(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion)
    {
        if (Other(register, row, said) is not { } other)
        {
            return LeadsAnswer.Refused(SaidBefore);
        }

        register.KeepBoth(row, other, occasion);
        return Done(row, $"两条都留：{row.Number}、{other.Number}。");
    }

    /// <summary>One lead of two; the fields that were ticked are the other's.</summary>
    public static LeadsAnswer Merge(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion)
    {
        if (Other(register, row, said) is not { } other)
        {
            return LeadsAnswer.Refused(SaidBefore);
        }

        var taken = said.Under("take:").Where(t => t.Value == "other").Select(t => LeadFormFields.Find(t.Name)?.Field).OfType<Field>();
        var findings = new Diagnostics();
        return register.TryMerge(row, other, taken.ToHashSet(), occasion, PlaceOf(other), findings)
            ? Done(row, $"{other.Number} 并入了 {row.Number}。") : LeadsAnswer.Refused(findings);
    }

    /// <summary><c>leads erase</c>; the number is typed before.</summary>
    public LeadsAnswer Erase(LeadRegister register, LeadRow row, LeadsFields said, AuditContext occasion)
    {
        if (LeadNumber.Parse(said["number"]) != row.Number)
        {
            return LeadsAnswer.Refused("编号和这一条的不一样，什么也没有删。");
        }

        var shared = register.OriginalsOf(row).Count(o => register.LeadsIn(o.Id).Count > 1);
        var taken = TakeBack(register, row, occasion);
        var merged = register.Erase(row, occasion);
        var with = merged.Count > 0 ? $"，并入它的 {string.Join("、", merged)} 也删除了" : "";
        return new($"{row.Number} 删除了{with}。旧备份里还有它：恢复备份时会自动再删，旧备份请按期销毁。{taken}"
            + (shared > 0 ? $"有 {shared} 个原件里还有别人的线索，没有删。" : ""), "/desk/leads/");
    }

    /// <summary><c>leads promote</c>: a story that is not saved yet, with public fields only, opened in its form.</summary>
    public async Task PromoteAsync(HttpContext context, string number)
    {
        LeadsStory? story = null;
        await door.DoAsync(context, "leads-promote", (register, _) =>
        {
            var (findings, occasion) = (new Diagnostics(), door.Occasion(context));
            if (LeadNumber.Parse(number) is not { } parsed || register.Open(parsed) is not { } lead)
            {
                return LeadsAnswer.Refused("没有这一条线索。");
            }

            if (!LeadTransitions.MayBecomeStory(lead.Row.State))
            {
                findings.Report(LeadsRules.NotSelected, PlaceOf(lead.Row), lead.Number.ToString(), LeadLabels.Words(lead.Row.State));
                return LeadsAnswer.Refused(findings);
            }

            if (lead.Form.Says(Field.Story))
            {
                return LeadsAnswer.Refused("已经写成故事了。");
            }

            story = LeadsStory.Of(lead, door);
            var id = desk.Writing.BeginAsync(story.Collection, story.Id, story.Values, context.Editor()).GetAwaiter().GetResult();
            register.Set(lead.Row, Field.Story, id, occasion);
            var held = story.HeldBack.Count == 0 ? "" : $"没有带过去（里面有私人信息）：{string.Join("、", story.HeldBack)}。";
            return new($"{lead.Number} 写成了故事的开头。{held}", $"/desk/write/stories/{id}/");
        });
    }

    private string TakeBack(LeadRegister register, LeadRow row, AuditContext occasion)
    {
        var taken = WithdrawnLeads.TakeBack(door.Project, register, row, occasion);
        return taken.Count == 0 ? "" : $"收回 {taken.Count} 份证书的核验记录，下次上线以后核验页不再有它。";
    }

    private static LeadsAnswer Done(LeadRow row, string words) => new($"{row.Number}：{words}", LeadsListPage.AddressOf(row.Number));

    private static SourceSpan PlaceOf(LeadRow row) => LeadsSession.PlaceOf(row.Number.ToString());

    /// <summary>The other lead, while the two are still told to be alike.</summary>
    private static LeadRow? Other(LeadRegister register, LeadRow row, LeadsFields said) =>
        LeadNumber.Parse(said["other"]) is { } number && register.Open(row.Number)!.Links.Contains(number) ? register.Find(number) : null;
}
