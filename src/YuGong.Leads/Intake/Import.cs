using YuGong.Content;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>What became of one file.</summary>
/// <param name="Numbers">The leads it holds: new ones, or those that said the same before.</param>
/// <param name="New">How many of them are new.</param>
public sealed record Imported(string Path, IReadOnlyList<LeadNumber> Numbers, int New, string? Held);

/// <summary>Takes files into the register: read on all cores, written by one hand, so many to a transaction.</summary>
public sealed class Import(LeadRegister register, Taxonomies words, Occasion occasion)
{
    /// <summary>A commit waits for the disk; a killed import loses at most these, and the next one takes them again.</summary>
    private const int Together = 64;

    /// <summary>Called after each file with how many are done.</summary>
    public Action<int>? Progress { get; init; }

    /// <param name="paths">Names for findings with the full paths behind them, in the order in which numbers are given.</param>
    public IReadOnlyList<Imported> Run(IReadOnlyList<(string Name, string Full)> paths, int jobs, Diagnostics findings, CancellationToken cancel)
    {
        var done = new List<Imported>(paths.Count);
        foreach (var some in paths.Chunk(Together))
        {
            cancel.ThrowIfCancellationRequested();
            var read = new Incoming[some.Length];
            Parallel.For(0, some.Length, new() { MaxDegreeOfParallelism = jobs }, i => read[i] = Open(some[i].Name, some[i].Full));
            register.Together(() =>
            {
                foreach (var incoming in read)
                {
                    done.Add(Take(incoming, findings));
                    Progress?.Invoke(done.Count);
                }
            });
        }

        return done;
    }

    /// <summary>Registers what was read of one file.</summary>
    public Imported Take(Incoming incoming, Diagnostics findings)
    {
        var place = new SourceFile(incoming.Path, "").Whole;
        if (incoming.Bytes.Length == 0 && incoming.Held is not null)
        {
            findings.Add(incoming.Findings);
            return new(incoming.Path, [], 0, incoming.Held);
        }

        var (original, isNew) = register.Keep(incoming.Kind, Path.GetFileName(incoming.Path), incoming.Bytes, occasion);
        if (!isNew && register.LeadsIn(original) is { Count: > 0 } before)
        {
            findings.Report(LeadsRules.SameAgain, place, string.Join("、", before));
            return new(incoming.Path, before, 0, null);
        }

        findings.Add(incoming.Findings);
        register.Hold(original, incoming.Held);
        var numbers = new List<LeadNumber>();
        var fresh = 0;
        foreach (var (form, index) in incoming.Forms.Select((f, i) => (f, i)))
        {
            var whose = incoming.Forms.Count == 1 ? place : new SourceFile($"{incoming.Path} » 第 {index + 1} 人", "").Whole;
            var said = form.Leftovers.Count == 0 ? form.Form : form.Form.With(Field.Rest, string.Join("\n\n", form.Leftovers.Select(l => $"〔{l.Place}〕\n{l.Text}")));
            var registered = register.Register(said, Guesses.Of(said, incoming.Received ?? occasion.Day, words), original, occasion);
            numbers.Add(registered.Number);
            if (!registered.IsNew)
            {
                findings.Report(LeadsRules.SameAgain, whose, registered.Number.ToString());
                continue;
            }

            fresh++;
            findings.Add(FormCheck.Check(said, whose, words, occasion.Day));
            if (registered.Same.Count > 0)
            {
                findings.Report(LeadsRules.SamePerson, whose, registered.Number.ToString(), string.Join("、", registered.Same));
            }
        }

        return new(incoming.Path, numbers, fresh, incoming.Held);
    }

    private static Incoming Open(string name, string full)
    {
        try
        {
            return Reading.Read(name, File.ReadAllBytes(full));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(name, [], "file", null, [], [new(LeadsRules.Damaged, new SourceFile(name, "").Whole, "没有读的权限，或者文件正被占用")], "unreadable");
        }
    }
}
