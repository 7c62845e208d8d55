using YuGong.Content;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>What became of one file.</summary>
/// <param name="Numbers">The leads it holds: new ones, or those that said the same before.</param>
/// <param name="New">How many of them are new.</param>
public sealed record Imported(string Path, IReadOnlyList<LeadNumber> Numbers, int New, string? Held);

/// <summary>Takes files into the register: read on all cores, written by one hand, so many to a transaction.</summary>
public sealed class Import(LeadRegister register, Taxonomies words, AuditContext occasion)
{
    /// <summary>What is held of a file that was not taken in.</summary>
    public const string LeftThere = "left there";

    /// <summary>A commit waits for the disk; a killed import loses at most these, and the next one takes them again.</summary>
    private const int Together = 64;

    /// <summary>Bytes that are read side by side.</summary>
    private const long BytesTogether = 2 * 1024 * 1024;

    /// <summary>Called after each file with how many are done.</summary>
    public Action<int>? Progress { get; init; }

    /// <param name="files">In the order in which numbers are given.</param>
    public IReadOnlyList<Imported> Run(IReadOnlyList<WaitingFile> files, int jobs, Diagnostics findings, CancellationToken cancel)
    {
        var done = new List<Imported>(files.Count);
        foreach (var read in Read(files, jobs, cancel))
        {
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

    /// <summary>
    /// Reads files in groups, on so many threads; a file that needs more than others is read alone, so that they never add up.
    /// </summary>
    public static IEnumerable<IReadOnlyList<IncomingDocument>> Read(IReadOnlyList<WaitingFile> files, int jobs, CancellationToken cancel)
    {
        foreach (var some in Groups(files))
        {
            cancel.ThrowIfCancellationRequested();
            var read = new IncomingDocument?[some.Count];
            var bytes = new byte[some.Count][];
            Parallel.For(0, some.Count, new() { MaxDegreeOfParallelism = jobs }, i =>
            {
                (bytes[i], var left) = Bytes(some[i]);
                read[i] = left ?? Reading.ReadOrdinary(some[i].Name, bytes[i]);
            });
            var alone = read.Count(r => r is null);
            yield return [.. read.Select((incoming, i) => incoming ?? ReadAlone(some[i].Name, bytes[i]))];
            if (alone > 0 || bytes.Sum(b => (long)b.Length) > BytesTogether / 2)
            {
                GC.Collect(); // Otherwise what large files leave behind lies beside what the next ones need.
            }
        }
    }

    /// <summary>Registers what was read of one file.</summary>
    public Imported Take(IncomingDocument incoming, Diagnostics findings)
    {
        var place = new SourceFile(incoming.Path, "").Whole;
        if (incoming.Bytes.Length == 0)
        {
            findings.Add(incoming.Findings);
            return new(incoming.Path, [], 0, incoming.Held);
        }

        var (original, isNew) = register.Keep(incoming.Kind, Path.GetFileName(incoming.Path), incoming.Bytes, occasion);
        if (!isNew && register.LeadsIn(original) is { Count: > 0 } before)
        {
            findings.Report(LeadsRules.SameAgain, place, Phrase.List(before.Select(b => b.ToString()!)));
            return new(incoming.Path, before, 0, null);
        }

        findings.Add(incoming.Findings);
        register.Hold(original, incoming.Held);
        var numbers = new List<LeadNumber>();
        var fresh = 0;
        foreach (var (form, index) in incoming.Forms.Select((f, i) => (f, i)))
        {
            var whose = incoming.Forms.Count == 1 ? place : new SourceFile($"{incoming.Path} » 第 {index + 1} 人", "").Whole;
            var said = form.Leftovers.Count == 0
                ? form.Form : form.Form.With(Field.Rest, string.Join("\n\n", form.Leftovers.Select(l => $"〔{l.Place}〕\n{l.Text}")));
            var day = occasion.DayOf(incoming.Received ?? occasion.At);
            var registered = register.Register(said, LeadClassifier.Classify(said, day, words), original,
                occasion);
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
                findings.Report(LeadsRules.SamePerson, whose, registered.Number.ToString(),
                    Phrase.List(registered.Same.Select(s => s.ToString())));
            }
        }

        return new(incoming.Path, numbers, fresh, incoming.Held);
    }

    private static IncomingDocument ReadAlone(string name, byte[] bytes)
    {
        GC.Collect();
        return Reading.Read(name, bytes);
    }

    /// <summary>Many small files together, a large one alone.</summary>
    private static IEnumerable<List<WaitingFile>> Groups(IReadOnlyList<WaitingFile> files)
    {
        var (group, size) = (new List<WaitingFile>(), 0L);
        foreach (var file in files)
        {
            var length = new FileInfo(file.Full) is { Exists: true } there ? Math.Min(there.Length, IncomingFile.Largest) : 0;
            if (group.Count == Together || (group.Count > 0 && size + length > BytesTogether))
            {
                yield return group;
                (group, size) = ([], 0);
            }

            group.Add(file);
            size += length;
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    /// <summary>The bytes, or what is said of a file that stays where it is.</summary>
    private static (byte[] Bytes, IncomingDocument? Left) Bytes(WaitingFile file) => IncomingFile.Read(file.Full, out var why) is { } bytes
        ? (bytes, null)
        : ([], new(file.Name, [], "file", null, [], [new(LeadsRules.LeftThere, new SourceFile(file.Name, "").Whole, why)], LeftThere));
}
