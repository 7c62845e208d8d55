using Xunit;
using YuGong.Tests.Findings;

namespace YuGong.Tests.Publishing;

/// <summary>What was published and is changed is said to be changed, to readers and to machines.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Story = "input/stories/yu-gong/index.md";

    private readonly ExampleProject trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void A_changed_claim_is_released_with_a_correction_and_only_with_a_new_one()
    {
        Build(0);
        Edit("date: 1940, text: 徐悲鸿", "date: 1941, text: 徐悲鸿");
        Assert.Contains("YG215", Build(1));
        Edit("\nevents:\n", "\ncorrections: [{ date: 2026-11-30, text: 原写1940年 }]\nevents:\n");
        Build(0);
        Edit("date: 1941, text: 徐悲鸿", "date: 1942, text: 徐悲鸿");
        Assert.Contains("YG215", Build(1));
        Edit("text: 原写1940年 }", "text: 原写1940年 }, { date: 2026-12-01, text: 又写1941年 }");
        Build(0);
        Build(0);
    }

    [Fact]
    public void Further_claims_and_other_sources_need_none()
    {
        Build(0);
        Edit("cite: [s2] }\n", "cite: [s2, s1] }\n  - { date: 1945, text: 又一件事, cite: [s2] }\n");
        Build(0);
    }

    private void Edit(string old, string text)
    {
        var before = File.ReadAllText(trial.At(Story));
        Assert.Contains(old, before);
        trial.Put(Story, before.Replace(old, text));
    }

    private string Build(int expected)
    {
        var (code, words) = trial.Command("build");
        Assert.True(code == expected, words);
        return words;
    }
}
