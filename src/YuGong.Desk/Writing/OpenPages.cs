using System.Collections.Concurrent;

namespace YuGong.Desk;

/// <summary>Who has which entry open: every open page says so again and again.</summary>
internal sealed class OpenPages(TimeProvider clock)
{
    /// <summary>After which a page that says nothing counts as closed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Entry, string Tab), (string Who, DateTimeOffset At)> pages = new();

    public void Saw(string entry, Editor editor, string? tab)
    {
        var now = clock.GetUtcNow();
        if (tab is not null)
        {
            pages[(entry, tab)] = (editor.Name, now);
        }

        foreach (var page in pages.Where(p => now - p.Value.At > Patience))
        {
            pages.TryRemove(page);
        }
    }

    public void Left(string entry, string? tab) => pages.TryRemove((entry, tab ?? ""), out _);

    /// <summary>Names of those who have it open besides the page that asks; one's own second page counts.</summary>
    public IReadOnlyList<string> Besides(string entry, Editor editor, string? tab) =>
        [.. pages.Where(p => p.Key.Entry == entry && p.Key.Tab != tab)
            .Select(p => p.Value.Who == editor.Name ? "另一个窗口" : p.Value.Who).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
