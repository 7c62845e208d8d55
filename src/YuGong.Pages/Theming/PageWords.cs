using System.Text.RegularExpressions;
using YuGong.Content;

namespace YuGong.Pages;

/// <summary>Titles and descriptions of pages: which words in braces they may have, and what stands for them.</summary>
internal static partial class PageWords
{
    private static readonly string[] OfEntries = ["title", "headline", "summary"];
    private static readonly string[] OfLists = ["count", "names"];
    private static readonly string[] OfGroups = ["name", "text", "count", "names"];
    private static readonly string[] OfDirections = ["name", "text", "short", "hall", "hall_text", "count", "names"];
    private static readonly string[] OfPosters = ["title", "count"];
    private static readonly string[] OfTheCall = ["title", "deadline"];

    /// <summary>In front of what <c>texts.yaml</c> says.</summary>
    private const string OwnText = "texts.";

    /// <summary>What every page may say.</summary>
    private static readonly string[] OfTheSite =
        ["site", "site_description", .. SiteTexts.Known.Concat(SiteTexts.Optional).Select(k => OwnText + k.Key)];

    public static IReadOnlyList<string> Of(PageDeclaration page) => [.. VipsErrors(page), .. OfTheSite];

    private static IReadOnlyList<string> VipsErrors(PageDeclaration page) => page switch
    {
        { Each: PageKeys.PosterSet } => OfPosters,
        { Each: PageKeys.Moved or PageKeys.Withdrawn } => ["title"],
        { Each: not null } => OfEntries,
        { By: "direction" } => OfDirections,
        { By: not null } => OfGroups,
        { List: not null } => OfLists,
        { When: "call" } => OfTheCall,
        _ => [],
    };

    /// <summary>The words in braces, in their order.</summary>
    public static IEnumerable<string> In(string text) => Braces().Matches(text).Select(m => m.Groups[1].Value);

    /// <param name="valueOf">Of the words that not every page has.</param>
    public static string Fill(string text, Site site, Func<string, string> valueOf) =>
        text.Contains('{', StringComparison.Ordinal)
            ? Braces().Replace(text, m => ValueIn(site, m.Groups[1].Value) ?? valueOf(m.Groups[1].Value)) : text;

    public static string ValueIn(Entry entry, string word) => word switch
    {
        "headline" => (entry as Story)?.Headline ?? "",
        "summary" => entry.Summary,
        _ => entry.Title,
    };

    /// <summary>Null for a word that is not one of every page's.</summary>
    private static string? ValueIn(Site site, string word) => word switch
    {
        "site" => site.Settings.SiteTitle,
        "site_description" => site.Settings.Description,
        _ => word.StartsWith(OwnText, StringComparison.Ordinal) ? site.Texts[word[OwnText.Length..]] : null,
    };

    public static string ValueIn(Call call, string word) => word == "deadline" ? call.DeadlineNote : call.Title;

    public static string ValueIn(PageGroup group, string word) => word switch
    {
        "text" => group.Text ?? "",
        "short" => group.Short,
        "hall" => group.Direction?.Hall ?? "",
        "hall_text" => group.Direction?.HallText ?? "",
        _ => group.Name,
    };

    [GeneratedRegex(@"\{([a-z_.]*)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Braces();
}
