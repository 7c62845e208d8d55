using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>The fonts are cut to what the site sets in them: no line begins in one font and ends in another.</summary>
public sealed class FontTests(BuiltSites sites)
{
    /// <summary>Marks what is set in a font of ours, and gives its words.</summary>
    private const string Mark = """
        () => [...document.querySelectorAll('body *')]
          .filter(e => /^"?YuGong/.test(getComputedStyle(e).fontFamily) && e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(e => { e.setAttribute('data-ours', ''); return [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join(' '); })
        """;

    [Fact]
    public async Task A_font_is_never_given_away_without_its_licence()
    {
        var site = await sites.ReleaseAsync();
        var fonts = site.Files.Where(f => f.EndsWith(".woff2", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font =>
        {
            var licence = site.Files.Single(f => f.StartsWith(font[..font.IndexOf('.')] + ".licence.", StringComparison.Ordinal));
            Assert.Contains("SIL Open Font License", site.Text(licence));
        });
    }

    [Theory]
    [MemberData(nameof(Templates.All), MemberType = typeof(Templates))]
    public async Task What_is_set_in_a_font_of_ours_is_in_it(string site, string address)
    {
        var page = await sites.Browser.OpenAsync(site, address);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var words = await page.EvaluateAsync<string[]>(Mark);
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("DOM.enable");
        await chromium.SendAsync("CSS.enable");
        var root = (await chromium.SendAsync("DOM.getDocument", new() { ["depth"] = 0 }))!.Value.GetProperty("root").GetProperty("nodeId")
            .GetInt32();
        var marked =
            (await chromium.SendAsync("DOM.querySelectorAll",
            new() { ["nodeId"] = root, ["selector"] = "[data-ours]" }))!.Value.GetProperty("nodeIds").EnumerateArray()
            .Select(n => n.GetInt32()).ToList();

        var strange = new List<string>();
        foreach (var (node, text) in marked.Zip(words))
        {
            var fonts = (await chromium.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node }))!.Value.GetProperty("fonts");
            strange.AddRange(fonts.EnumerateArray().Where(f => !f.GetProperty("isCustomFont").GetBoolean())
                .Select(f => $"“{text}”: {f.GetProperty("glyphCount")} of {f.GetProperty("familyName")}"));
        }

        await page.Context.CloseAsync();
        Assert.NotEmpty(words);
        Assert.Equal(words.Length, marked.Count);
        Assert.Empty(strange);
    }
}
