using System.Text;

namespace YuGong.VisualBench;

/// <summary>What was looked at and measured, and what is wrong: on the console and in <c>report.md</c> beside the pictures.</summary>
internal sealed class Report
{
    private readonly Lock turn = new();
    private readonly List<(string Place, string Bar, string Fault)> faults = [];
    private readonly SortedDictionary<string, int> looked = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> figures = new(StringComparer.Ordinal);
    private readonly SortedSet<string> skipped = new(StringComparer.Ordinal);

    public bool Holds => faults.Count == 0;

    public void Bar(string place, string bar, IReadOnlyList<string> wrong)
    {
        lock (turn)
        {
            looked[bar] = looked.GetValueOrDefault(bar) + 1;
            foreach (var fault in wrong.Distinct(StringComparer.Ordinal))
            {
                faults.Add((place, bar, fault));
                Console.WriteLine($"{place}: {fault}");
            }
        }
    }

    /// <summary>A figure, and a fault where it is on the wrong side of its bar.</summary>
    public void Figure(string place, string bar, string figure, bool holds)
    {
        lock (turn)
        {
            figures[$"{bar}: {place}"] = figure;
        }

        Bar(place, bar, holds ? [] : [figure]);
    }

    public void Skip(string what)
    {
        lock (turn)
        {
            skipped.Add(what);
        }
    }

    public void Write(string file)
    {
        var text = new StringBuilder("# What was seen\n\n| bar | looked at | wrong |\n|---|---|---|\n");
        foreach (var (bar, count) in looked)
        {
            text.Append($"| {bar} | {count} | {faults.Count(f => f.Bar == bar)} |\n");
        }

        text.Append(skipped.Count == 0 ? "" : $"\nNothing to show: {string.Join(", ", skipped)}.\n");
        text.Append(faults.Count == 0 ? "\nEvery bar holds.\n\n" : "\n");
        foreach (var (place, bar, fault) in faults.OrderBy(f => f.Bar, StringComparer.Ordinal).ThenBy(f => f.Place, StringComparer.Ordinal))
        {
            text.Append($"- {place}, {bar}: {fault}\n");
        }

        text.Append(figures.Count == 0 ? "" : "\n| figure | |\n|---|---|\n");
        foreach (var (name, figure) in figures)
        {
            text.Append($"| {name} | {figure} |\n");
        }

        File.WriteAllText(file, text.ToString());
        Console.WriteLine(text);
    }
}
