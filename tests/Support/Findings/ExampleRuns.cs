using System.Collections.Concurrent;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Findings;

/// <summary>Examples, each laid down and tried once.</summary>
internal sealed class ExampleRuns
{
    private readonly ConcurrentDictionary<string, (Example Example, string Said)> ran = new();

    public ExampleRuns(IEnumerable<string> names)
    {
        var waiting = new ConcurrentQueue<string>(names);

        // Threads of their own: a build borrows from the pool, and would wait for itself on a machine with few cores.
        var threads = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(_ => new Thread(() =>
        {
            while (waiting.TryDequeue(out var name))
            {
                var example = Catalogue.Read(name);
                ran[name] = (example, Run(example));
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    /// <summary>It is told as its file says.</summary>
    public void Judge(string name)
    {
        var (example, said) = ran[name];
        Assert.Contains($" {example.Code}: ", said);
        Golden.Matches(Path.Combine(Catalogue.Folder, name + ".txt"), example.Finding(said).ToString());
    }

    private static string Run(Example example)
    {
        using var trial = new ExampleProject();
        try
        {
            foreach (var section in example.Input)
            {
                trial.Lay(section);
            }

            return trial.Say(example);
        }
        catch (Exception e)
        {
            return e.ToString(); // fails its own example and no other
        }
    }
}
