using System.Text.RegularExpressions;

namespace YuGong.Pages;

/// <summary>
/// Lists shrink: the third page of one, or the list of a district whose only person went. An address that was once published
/// leads to what is left of its list; no editor has to say so.
/// </summary>
internal sealed class PaginationRedirects
{
    private readonly IReadOnlyList<(Regex Shape, PageDeclaration Whole)> lists;

    public PaginationRedirects(IReadOnlyList<PageDeclaration> pages) => lists =
    [
        .. from page in pages
           where page is { List: not null, Path: [.., '/'] }
           let whole = pages.FirstOrDefault(p => p.List == page.List && p.By is null && p.Template == page.Template)
           where whole is not null && (page.By is not null || page.PageSize is not null)
           select (ShapeOf(page.Path!), whole),
    ];

    /// <param name="published">Every address that was ever published.</param>
    /// <param name="pages">The pages that there are.</param>
    public IEnumerable<PlannedPage> Redirects(IEnumerable<string> published, IReadOnlyList<PlannedPage> pages, PagePlanner planner)
    {
        var living = pages.Select(p => p.File).ToHashSet(StringComparer.Ordinal);
        foreach (var address in published)
        {
            if (lists.FirstOrDefault(l => l.Shape.IsMatch(address)).Whole is not { Path: { } root } whole || IsLiving(address))
            {
                continue;
            }

            var first = NumberAtEnd.Replace(address, "");
            var target = IsLiving(first) ? first : root;
            if (IsLiving(target) && planner.Redirect(address, target, planner.TitleOf(whole)) is { } redirect)
            {
                yield return redirect;
            }
        }

        bool IsLiving(string address) => living.Contains(address[1..] + "index.html");
    }

    private static readonly Regex NumberAtEnd = new("page/[0-9]+/$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static Regex ShapeOf(string path) =>
        new($"^{Regex.Escape(path).Replace("\\{id}", "[^/]+", StringComparison.Ordinal)
            .Replace("\\{vocabulary}", "[^/]+", StringComparison.Ordinal)}(page/[0-9]+/)?$", RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
}
