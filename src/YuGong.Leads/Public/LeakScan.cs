using System.Buffers;
using System.Text;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>Looks for every private value of the register in public bytes. One pass finds any of them, however many there are.</summary>
public sealed class LeakScan
{
    private readonly SearchValues<string> needles;
    private readonly ILookup<char, PrivateValue> byFirst;

    public LeakScan(IEnumerable<PrivateValue> values)
    {
        var all = values.DistinctBy(v => (v.Number, v.Field, v.Text)).ToList();
        needles = SearchValues.Create([.. all.Select(v => v.Text).Distinct()], StringComparison.Ordinal);
        byFirst = all.ToLookup(v => v.Text[0]);
        Count = all.Count;
    }

    public int Count { get; }

    /// <summary>Reports each value at the first place where it stands in a text.</summary>
    /// <param name="path">As people know the place, such as <c>output/people/x/index.html</c>.</param>
    public void Look(string path, ReadOnlySpan<byte> bytes, Diagnostics findings)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = Next(text, 0);
        if (at < 0)
        {
            return;
        }

        // The text itself is not shown with a finding: it would repeat what must not be said.
        var file = new SourceFile(path, "");
        var told = new HashSet<PrivateValue>();
        for (; at >= 0; at = Next(text, at + 1))
        {
            foreach (var value in byFirst[text[at]].Where(v => text.AsSpan(at).StartsWith(v.Text, StringComparison.Ordinal) && told.Add(v)))
            {
                findings.Report(LeadsRules.PrivateInPublic, file.Whole, value.Number.ToString(), FormFields.LabelOf(value.Field));
            }
        }
    }

    private int Next(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(needles);
        return found < 0 ? -1 : from + found;
    }
}
