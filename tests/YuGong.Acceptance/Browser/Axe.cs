using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace YuGong.Tests.Browser;

/// <summary>axe-core, with the rules of WCAG 2.2 AA and what it calls good practice.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// It finds nothing on this page as it is now. The judgement is made in the page itself: the package's own way opens a page more each
    /// time, which costs more than the judgement.
    /// </summary>
    public static async Task FindsNothingAsync(IPage page, string what = "")
    {
        await page.EvaluateAsync(Script);
        var judged = await page.EvaluateAsync<Judged>("""
            async () => {
              const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const result = await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
              return {
                Passes: result.passes.length,
                Found: result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}\n  ${n.html}\n  ${n.failureSummary}`)),
              };
            }
            """);
        Assert.NotEqual(0, judged.Passes);
        Assert.True(judged.Found.Length == 0, $"{what}\n{string.Join('\n', judged.Found)}");
    }

    private sealed class Judged
    {
        public int Passes { get; set; }

        public string[] Found { get; set; } = [];
    }
}
