using System.Text;

namespace YuGong.VisualBench;

/// <summary>What was looked at, and what is wrong: a table on the console and <c>report.md</c> beside the pictures.</summary>
internal sealed class Report
{
    private readonly List<(string Place, string Bar, string Fault)> faults = [];
    private readonly SortedDictionary<string, int> looked = new(StringComparer.Ordinal);
    private readonly List<string> skipped = [];

    public bool Holds => faults.Count == 0;

    public void Bar(string place, string bar, IReadOnlyList<string> wrong)
    {
        looked[bar] = looked.GetValueOrDefault(bar) + 1;
        foreach (var fault in wrong.Distinct(StringComparer.Ordinal))
        {
            faults.Add((place, bar, fault));
            Console.WriteLine($"{place}: {fault}");
        }
    }

    public void Skip(string template) => skipped.Add(template);

    public void Write(string file)
    {
        var text = new StringBuilder("# What was seen\n\n| bar | looked at | wrong |\n|---|---|---|\n");
        foreach (var (bar, count) in looked)
        {
            text.Append($"| {bar} | {count} | {faults.Count(f => f.Bar == bar)} |\n");
        }

        text.Append(skipped.Count == 0 ? "" : $"\nNothing to show: {string.Join(", ", skipped)}.\n");
        text.Append(faults.Count == 0 ? "\nEvery bar holds.\n" : "\n");
        foreach (var (place, bar, fault) in faults)
        {
            text.Append($"- {place}, {bar}: {fault}\n");
        }

        File.WriteAllText(file, text.ToString());
        Console.WriteLine(text);
    }
}
