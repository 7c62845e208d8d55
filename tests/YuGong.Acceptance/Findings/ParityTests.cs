using System.Collections.Concurrent;
using Xunit;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>
/// There is one run: a check, a build and the desk say the same of the same input, in the same words at the same place. Held for every
/// example that a check can meet; what posters, the register and an output folder say besides is no business of a check.
/// </summary>
public sealed class ParityTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, Told>> Ran = new(RunAll);

    public static TheoryData<string> Examples => [.. Names];

    private static IEnumerable<string> Names => Catalogue.ExampleNames.Where(name => Catalogue.Read(name).Findings.How.Length == 0);

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_check_a_build_and_the_desk_say_the_same(string name)
    {
        var told = Ran.Value[name];
        Assert.NotEqual("", told.Check);
        Assert.Equal(told.Check, told.Build);
        Assert.Equal(told.Check, told.Desk);
    }

    [Fact]
    public void What_a_build_refuses_a_check_has_refused_with_the_same_code()
    {
        using var trial = new ExampleProject();
        foreach (var section in Catalogue.Read("YG215-a-claim-changed-without-a-correction").Input)
        {
            trial.Lay(section);
        }

        Assert.Equal((1, 1), (trial.Command("check").Code, trial.Command("build").Code));
    }

    /// <summary>On threads of their own: a build borrows from the pool, and would wait for itself on a machine with few cores.</summary>
    private static ConcurrentDictionary<string, Told> RunAll()
    {
        var ran = new ConcurrentDictionary<string, Told>();
        var waiting = new ConcurrentQueue<string>(Names);
        var threads = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(_ => new Thread(() =>
        {
            while (waiting.TryDequeue(out var name))
            {
                ran[name] = Run(Catalogue.Read(name));
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return ran;
    }

    private static Told Run(Example example)
    {
        try
        {
            var desk = Desk(example);
            using var trial = new ExampleProject();
            foreach (var section in example.Input)
            {
                trial.Lay(section);
            }

            return new(Words(trial, trial.Check()), Words(trial, Build(trial)), desk);
        }
        catch (Exception e)
        {
            return new(e.ToString(), "", ""); // fails its own example and no other
        }
    }

    private static IReadOnlyList<Diagnostic> Build(ExampleProject trial)
    {
        var findings = new Diagnostics();
        var options = new RunOptions(trial.Project, ExampleProject.Today, Edition.Release)
        {
            Jobs = 1, WithFonts = false, WithPosters = true, WithPictures = true,
        };
        var outcome = DiskBuild.Run(options, new(), findings, CancellationToken.None);
        Assert.Equal(findings.HasErrors, outcome.IsRefused);
        return findings.Sorted();
    }

    private static string Desk(Example example)
    {
        using var trial = new ExampleProject();
        var overlay = LayUnsaved(example, trial);
        var desk = new OverlayCheck(trial.Project, () => ExampleProject.Today);
        desk.Findings(FileOverlay.None);
        return Words(trial, desk.Findings(new(overlay)));
    }

    /// <summary>What the last build left lies on the disk; what came after it is a form that is not saved yet.</summary>
    /// <returns>The forms, by path below the input.</returns>
    internal static Dictionary<string, byte[]?> LayUnsaved(Example example, ExampleProject trial)
    {
        var sections = example.Input.ToList();
        var saved = sections.FindLastIndex(s => s.Path == "build") + 1;
        var overlay = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var section in sections[..saved])
        {
            trial.Lay(section);
        }

        using var full = new ExampleProject();
        foreach (var section in sections)
        {
            full.Lay(section);
        }

        foreach (var section in sections[saved..])
        {
            if (IsForm(section))
            {
                overlay[section.Path["input/".Length..]] = section.How == "gone" ? null : File.ReadAllBytes(full.At(section.Path));
            }
            else
            {
                trial.Lay(section);
            }
        }

        return overlay;
    }

    /// <summary>Whether the desk could be about to save it: a whole file of the input, and no ledger.</summary>
    private static bool IsForm(Section section) => section.Path.StartsWith("input/", StringComparison.Ordinal)
        && Path.GetExtension(section.Path) is not ("" or ".txt") && section.How.Split(':')[0] is not ("link" or "size");

    private static string Words(ExampleProject trial, IReadOnlyList<Diagnostic> found) =>
        FindingsPrinter.Text(found, Language.Chinese).Replace(Path.GetFileName(trial.Root), "site").Replace(Path.GetTempPath(), "/srv/");

    private sealed record Told(string Check, string Build, string Desk);
}
