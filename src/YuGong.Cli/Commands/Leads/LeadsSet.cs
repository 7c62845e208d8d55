using System.CommandLine;
using YuGong.Content;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads set</c>: mends a field, or says where a lead belongs.</summary>
internal static class LeadsSet
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = Terminal.Words("编号", "Number of the lead") };
        var changes = new Argument<string[]>("changes")
        {
            Description =
                Terminal.Words(
                $"栏=值,可以几个。归类:direction district batch channel;表里的栏:{string.Join(" ", LeadFormFields.All.Select(f => f.Tag))}",
                $"field=value, several at once. To sort: direction district batch channel; fields of the form: "
                    + $"{string.Join(" ", LeadFormFields.All.Select(f => f.Tag))}"),
            Arity = ArgumentArity.OneOrMore,
        };
        return LeadsOptions.Command("set", new("改一条线索的栏目或归类;值为空就是去掉。",
            "Change fields of a lead or where it belongs; an empty value removes."),
            (parsed, request) => Run(request, parsed.GetValue(number)!, parsed.GetValue(changes)!), changes: true, final: false, number,
            changes);
    }

    private static int Run(LeadsRequest request, string number, string[] changes) =>
        LeadsSession.WithLead(request, number, (register, row, place, findings) =>
    {
        var words = LeadsSession.Words(request).Taxonomies;
        var (sorted, fields) = (row, new List<(Field Field, string Text)>());
        foreach (var change in changes)
        {
            var (key, value) = change.Split('=', 2) is [var k, var v] ? (k.Trim(), v.Trim()) : (change, "");
            if (LeadFormFields.Find(key) is { } field)
            {
                fields.Add((field.Field, FormValues.Put(field.Field, value)));
            }
            else
            {
                sorted = LeadSorting.Sort(sorted, key, value, words, place, findings);
            }
        }

        if (findings.HasErrors)
        {
            return 1;
        }

        if (request.DryRun)
        {
            LeadsSession.Tell(request, new Phrase($"{row.Number} 会改 ", $"{row.Number} would change: ")
                + Phrase.List(changes.Select(c => c.Split('=')[0])) + new Phrase("。什么也没有改。", ". Nothing was changed."),
                new { number = row.Number, changed = false });
            return 0;
        }

        register.Together(() =>
        {
            foreach (var (field, text) in fields)
            {
                register.Set(row, field, text, request.AuditContext);
            }

            if (sorted != row)
            {
                register.Classify(sorted, request.AuditContext);
            }
        });
        findings.Add(FormCheck.Check(register.Open(row.Number)!.Form, place, words, request.Today));
        LeadsSession.Tell(request, new($"{row.Number} 改好了。", $"{row.Number} changed."), new { number = row.Number, changed = true });
        return 0;
    });
}
