using System.Collections.Concurrent;
using Xunit;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>
/// What the desk lets onto the main branch, a build never refuses: for every example of a mistake that stands in files of the content,
/// laid down as a draft that is about to be published on a site without errors. That a check and a build say the same,
/// <see cref="ParityTests"/> hold.
/// </summary>
public sealed class PublishingGateTests
{
    /// <summary>Errors of the content on a site that is fine without them; fewer would mean that nothing is tried.</summary>
    private const int Fewest = 100;

    [Fact]
    public void What_the_desk_lets_through_no_build_refuses()
    {
        var (let, tried) = (new ConcurrentBag<string>(), 0);
        var waiting = new ConcurrentQueue<string>(Catalogue.ExampleNames.Where(n => Catalogue.Read(n).Findings is
        {
            How.Length: 0,
        } said && said.Text.Contains(": error ", StringComparison.Ordinal)));
        var threads = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(_ => new Thread(() =>
        {
            while (waiting.TryDequeue(out var name))
            {
                if (IsRefused(Catalogue.Read(name)) is not { } isRefused)
                {
                    continue;
                }

                Interlocked.Increment(ref tried);
                if (!isRefused)
                {
                    let.Add(name);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Empty(let.Order(StringComparer.Ordinal));
        Assert.True(tried >= Fewest, $"{tried} examples");
    }

    /// <summary>Whether the desk refuses it; null where no build would, or where one does without it.</summary>
    private static bool? IsRefused(Example example)
    {
        using var trial = new ExampleProject();
        var draft = ParityTests.LayUnsaved(example, trial);
        var check = new OverlayCheck(trial.Project, () => ExampleProject.Today);
        if (draft.Count == 0 || HasErrors(check.Findings(FileOverlay.None)) || !HasErrors(check.Findings(new(draft))))
        {
            return null;
        }

        var desk = new SiteCheck(trial.Project.Input, trial.Project.InputName, () => ExampleProject.Today, check.Findings);
        return desk.Refuses([.. draft.Select(f => new Change($"{trial.Project.InputName}/{f.Key}", f.Value))]).Count > 0;
    }

    private static bool HasErrors(IReadOnlyList<Diagnostic> findings) => findings.Any(f => f.Severity == Severity.Error);
}
