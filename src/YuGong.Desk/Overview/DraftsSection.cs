namespace YuGong.Desk;

/// <summary>The part of the overview about drafts on branches: three steps, and whose turn it is.</summary>
internal static class DraftsSection
{
    private static readonly (string Step, string Name, string Who)[] Steps =
        [("draft", "草稿", "轮到作者"), ("pending_review", "审核中", "轮到核实的人"), ("pending_publish", "就绪", "轮到发布的人")];

    public static Html Of(IReadOnlyList<WaitingDraft> drafts) => drafts.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="drafts"><h2 id="drafts">路上的草稿 <span class="number">{drafts.Count}</span></h2>
        <p class="soft">存过、还没有发布：只在分支上，网站和下面的数字都不知道它们。</p>
        <ol class="steps">{Html.Join(Steps, s => Step(s.Name, s.Who, At(s.Step, drafts)))}</ol></section>
        """);

    /// <summary>轮到我: what waits for whoever looks, and what they would do.</summary>
    public static Html Mine(IReadOnlyList<WaitingDraft> drafts) => drafts.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="mine"><h2 id="mine">轮到我 <span class="number">{drafts.Count}</span></h2>
        <ul class="lines">{Html.Join(drafts.OrderBy(d => d.At), MyLine)}</ul></section>
        """);

    private static Html MyLine(WaitingDraft draft)
    {
        var (room, what) = draft.Step switch
        {
            "pending_review" => ("review", "等着核实"), "pending_publish" => ("review", "等着发布"), _ => ("write", "等着写完送审"),
        };
        return Html.Of(
            $"<li><a href=\"{AddressOf(draft, room)}\">{draft.Title}</a> <span class=\"kind\">{what}</span> "
                + $"<span class=\"words\">{draft.By}，{draft.At:MM-dd HH:mm}</span></li>");
    }

    private static string AddressOf(WaitingDraft draft, string room) =>
        $"/desk/{room}/{draft.Collection}/{draft.Slug.Split('/')[0]}/";

    private static IReadOnlyList<WaitingDraft> At(string step, IReadOnlyList<WaitingDraft> drafts) =>
        [.. drafts.Where(d => d.Step == step).OrderByDescending(d => d.At)];

    private static Html Step(string name, string who, IReadOnlyList<WaitingDraft> drafts) => Html.Of($"""
        <li{(drafts.Count == 0 ? new Html(" class=\"empty\"") : Html.None)}><h3>{name}</h3>
        <p class="count">{drafts.Count}</p><p class="soft">{who}</p>
        {(drafts.Count == 0 ? Html.None : Html.Of($"<ul class=\"lines\">{Html.Join(drafts, Line)}</ul>"))}</li>
        """);

    private static Html Line(WaitingDraft draft) => Html.Of(
        $"<li><a href=\"{AddressOf(draft, "write")}\">{draft.Title}</a> <span "
            + $"class=\"kind\">{DeskCollection.Find(draft.Collection)?.Singular ?? "网站"}</span> <span class=\"words\">{draft.By}，"
            + $"{draft.At:MM-dd HH:mm}</span></li>");
}
