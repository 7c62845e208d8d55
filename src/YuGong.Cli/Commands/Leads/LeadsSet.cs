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
        var number = new Argument<string>("number") { Description = "编号" };
        var changes = new Argument<string[]>("changes")
        {
            Description = $"栏=值,可以几个。归类:direction district batch channel;表里的栏:{string.Join(" ", LeadFormFields.All.Select(f => f.Tag))}",
            Arity = ArgumentArity.OneOrMore,
        };
        return LeadsOptions.Command("set", "改一条线索的栏目或归类;值为空就是去掉。",
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
                sorted = Sort(sorted, key, value, words, place, findings);
            }
        }

        if (findings.HasErrors)
        {
            return 1;
        }

        if (request.DryRun)
        {
            LeadsSession.Tell(request, $"{row.Number} 会改 {string.Join("、", changes.Select(c => c.Split('=')[0]))}。什么也没有改。",
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
        LeadsSession.Tell(request, $"{row.Number} 改好了。", new { number = row.Number, changed = true });
        return 0;
    });

    private static LeadRow Sort(LeadRow row, string key, string value, Taxonomies words, SourceSpan place, Diagnostics findings)
    {
        var said = value.Length == 0 ? null : value;
        IReadOnlyList<Term> terms = key switch
        {
            "direction" => words.Directions,
            "district" => words.Districts,
            "batch" => words.Batches,
            "channel" => [.. Enum.GetValues<Channel>().Select(c => new Term(LeadLabels.Id(c), LeadLabels.Of(c)))],
            _ => [],
        };
        if (said is not null && !terms.Any(t => t.Id == said))
        {
            var known = terms.Count > 0
                ? terms.Select(t => $"{t.Id} {t.Name}")
                : LeadFormFields.All.Select(f => f.Tag).Concat(["direction", "district", "batch", "channel"]);
            findings.Report(LeadsRules.NotInVocabulary, place, terms.Count > 0 ? key : "线索", terms.Count > 0 ? said : key,
                string.Join("、", known));
            return row;
        }

        return key switch
        {
            "direction" => row with { Direction = said },
            "district" => row with { District = said },
            "batch" => row with { Batch = said },
            _ => row with { Channel = said is null ? null : LeadLabels.ChannelOf(said) },
        };
    }
}
