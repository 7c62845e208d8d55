using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>Everything of a kind that can be written: in the folder, on a branch, or only typed so far.</summary>
internal sealed class WriteLines(DraftRenderer site, EditingDesk desk)
{
    private static readonly (string Step, string Name)[] Steps =
        [("draft", "草稿"), ("pending_review", "审核中"), ("pending_publish", "就绪")];

    /// <param name="query">Part of a name or an id; empty for all.</param>
    public async Task<IReadOnlyList<WriteLine>> OfAsync(DeskCollection collection, string query)
    {
        var (standing, unsaved) = await desk.Writing.ListAsync(collection);
        var drafts = (await desk.DraftsAsync()).Where(d => d.Collection == collection.Name)
            .GroupBy(d => d.Slug.Split('/')[0]).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var known = (site.Site?.Entries ?? []).Where(e => e.Kind == collection.Schema.Name)
            .GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var typed = unsaved.ToHashSet(StringComparer.Ordinal);
        var lines = new List<WriteLine>();
        foreach (var id in standing.Concat(drafts.Keys).Concat(unsaved).Distinct(StringComparer.Ordinal))
        {
            var (entry, draft) = (known.GetValueOrDefault(id), drafts.GetValueOrDefault(id));
            var title = draft?.Title ?? entry?.Title ?? await TitleOfAsync(collection, id, typed.Contains(id)) ?? id;
            if (query.Length == 0 || title.Contains(query, StringComparison.OrdinalIgnoreCase)
                || id.Contains(query, StringComparison.OrdinalIgnoreCase))
            {
                lines.Add(new(id, title, StateOf(entry, draft), typed.Contains(id)));
            }
        }

        return [.. lines.OrderBy(l => !l.IsUnsaved).ThenBy(l => l.Title, StringComparer.Ordinal)];
    }

    /// <summary>Every file about the whole site.</summary>
    public async Task<IReadOnlyList<SiteLine>> OfSiteAsync()
    {
        var drafts = (await desk.DraftsAsync()).Where(d => d.Collection == DeskCollection.SiteName)
            .GroupBy(d => d.Slug.Split('/')[0]).ToDictionary(g => g.Key, g => g.First().Step, StringComparer.Ordinal);
        var forms = SiteForm.All(site.Site?.Taxonomies ?? Taxonomies.Empty);
        var (_, unsaved) = await desk.Writing.ListAsync(DeskCollection.Of(forms[0]));
        var begun = unsaved.Concat(drafts.Keys).Distinct(StringComparer.Ordinal).Where(id => forms.All(f => f.Id != id)).ToList();
        var named = await Task.WhenAll(begun.Select(BegunAsync));
        return [.. forms.Concat(named).Select(f => new SiteLine(f, NameOf(drafts.GetValueOrDefault(f.Id)), unsaved.Contains(f.Id)))];
    }

    /// <summary>A vocabulary that is on a branch, or only typed so far.</summary>
    private async Task<SiteForm> BegunAsync(string id) => SiteForm.Own(id,
        await TitleOfAsync(DeskCollection.Of(SiteForm.Find(id)), id, isTyped: true) ?? id);

    private static string NameOf(string? step) => step is null ? "" : Array.Find(Steps, s => s.Step == step).Name ?? "草稿";

    private static string StateOf(Entry? entry, WaitingDraft? draft) =>
        draft is not null ? Array.Find(Steps, s => s.Step == draft.Step).Name ?? "草稿"
        : entry is null ? "还没有存过"
        : HeaderKeys.StatusWords.NameOf(entry.Header.Status) + (entry.Header.Sample ? ",示例" : "");

    private async Task<string?> TitleOfAsync(DeskCollection collection, string id, bool isTyped) =>
        isTyped && await desk.Writing.OpenAsync(collection, id, Nobody) is { } state ? WritePage.TitleOf(collection, id, state) : null;

    private static Editor Nobody { get; } = new("", "", Role.Editor);
}
