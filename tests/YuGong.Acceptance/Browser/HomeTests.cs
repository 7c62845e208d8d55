using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>The home page's night at the widths of telephones, tablets and desks.</summary>
public sealed class HomeTests(BuiltSites sites)
{
    private readonly Chromium chromium = sites.Browser;

    [Fact]
    public async Task The_number_the_title_and_the_names_keep_apart()
    {
        foreach (var (width, height) in ((int, int)[])[(320, 640), (360, 800), (390, 844), (768, 1024), (1024, 768), (1440, 900)])
        {
            var page = await chromium.OpenAsync("release", "/", width, o => o.ViewportSize = new() { Width = width, Height = height });
            var touching = await page.EvaluateAsync<string[]>("""
                async () => {
                  await document.fonts.ready;
                  const boxes = s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility())
                    .map(e => ({ what: `${s} ${e.textContent.trim().slice(0, 12)}`, box: e.getBoundingClientRect() }));
                  const sets = ['.dusk-said > *', '.dusk .hero-title', '.dusk-motto', '.dusk .lamp-name'].map(boxes);
                  const text = document.createRange();
                  text.selectNodeContents(document.querySelector('.dusk-number'));
                  if (text.getClientRects().length !== 1) return ['the number breaks'];
                  if (text.getBoundingClientRect().right > document.querySelector('.dusk-said').getBoundingClientRect().right + 1) {
                    return ['the number is too wide'];
                  }
                  const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
                  return sets.flatMap((set, i) => set.flatMap(one => sets.slice(i + 1).flat()
                    .filter(other => touch(one.box, other.box)).map(other => `${one.what} on ${other.what}`)));
                }
                """);
            Assert.True(touching.Length == 0, $"{width} × {height}: {string.Join(", ", touching)}");
            await page.Context.CloseAsync();
        }
    }
}
