using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace YuGong.Bench;

/// <summary>
/// Whether two outputs are the same site: the same addresses, and on every page the same words, headings, lists, tables
/// and links. Only citations in the body differ: ours are numbers that lead to the source, Hugo leaves <c>[@s1]</c> as written.
/// </summary>
internal static partial class Equality
{
    private static readonly string[] Counted =
        ["h1", "h2", "h3", "li", "dt", "dd", "tr", "td", "th", "blockquote", "strong", "em", "time", "a", "p"];

    /// <returns>What differs; nothing when the sites are equal.</returns>
    public static IReadOnlyList<string> Differences(string ours, string hugo, out string summary)
    {
        var (mine, theirs) = (Files(ours), Files(hugo));
        var pages = mine.Keys.Where(IsPage).Order(StringComparer.Ordinal).ToList();
        var found = new List<string>();
        found.AddRange(pages.Except(theirs.Keys).Select(p => $"only ours: {p}"));
        // Hugo 0.111 cannot leave them out
        var redirects = theirs.Keys.Where(p => p.EndsWith("/page/1/index.html", StringComparison.Ordinal)).ToList();
        redirects.ForEach(p => theirs.Remove(p));
        found.AddRange(theirs.Keys.Where(IsPage).Except(pages).Select(p => $"only hugo: {p}"));
        found.AddRange(pages.Where(theirs.ContainsKey).AsParallel().AsOrdered()
            .Select(p => (Page: p, What: Compare(File.ReadAllText(Path.Combine(ours, p)), File.ReadAllText(Path.Combine(hugo, p)))))
            .Where(p => p.What is not null).Select(p => $"{p.Page}: {p.What}"));
        if (!JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(Path.Combine(ours, "index.json"))),
            JsonNode.Parse(File.ReadAllText(Path.Combine(hugo, "index.json")))))
        {
            found.Add("index.json differs");
        }

        if (!Feed(ours).SequenceEqual(Feed(hugo)))
        {
            found.Add("feed.xml differs");
        }

        var others =
            $"besides: ours {Others(mine)}; hugo {Others(theirs)} and {redirects.Count} redirects from page/1/; sitemap.xml ours "
            + $"{Count(ours)}, hugo {Count(hugo)} addresses";
        summary = $"{pages.Count} pages each; HTML bytes ours {Sum(mine):N0}, hugo {Sum(theirs):N0}\n  {others}";
        return found;
    }

    private static Dictionary<string, long> Files(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f.FullName), f => f.Length);

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    private static long Sum(Dictionary<string, long> files) => files.Where(f => IsPage(f.Key)).Sum(f => f.Value);

    private static string Others(Dictionary<string, long> files) =>
        string.Join(' ', files.Keys.Where(f => !IsPage(f)).Order(StringComparer.Ordinal));

    private static int Count(string folder) =>
        XDocument.Load(Path.Combine(folder, "sitemap.xml")).Descendants().Count(e => e.Name.LocalName == "loc");

    private static IEnumerable<string> Feed(string folder) =>
        XDocument.Load(Path.Combine(folder, "feed.xml")).Descendants()
            .Select(e => $"{e.Name} {e.Attribute("href")?.Value} {(e.HasElements ? "" : e.Value)}");

    private static string? Compare(string ours, string hugo)
    {
        ours = Cited().Replace(ours, "");
        hugo = Raw().Replace(hugo, "");
        foreach (var tag in Counted)
        {
            var (a, b) = (Regex.Count(ours, $"<{tag}[ >]"), Regex.Count(hugo, $"<{tag}[ >]"));
            if (a != b)
            {
                return $"<{tag}> {a} times, hugo {b}";
            }
        }

        var (links, theirLinks) = (Links(ours), Links(hugo));
        var (words, theirWords) = (Visible(ours), Visible(hugo));
        return !links.SequenceEqual(theirLinks) ? $"links: {Difference(string.Join(' ', links), string.Join(' ', theirLinks))}"
            : words != theirWords ? $"words: {Difference(words, theirWords)}"
            : Description(ours) != Description(hugo) ? "description"
            : null;
    }

    private static List<string> Links(string html) =>
        [.. Href().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
            .Where(h => !h.EndsWith(".css", StringComparison.Ordinal))];

    private static string Visible(string html) => White().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), "");

    private static string Description(string html) => WebUtility.HtmlDecode(Meta().Match(html).Groups[1].Value);

    private static string Difference(string a, string b)
    {
        var at = a.Zip(b).TakeWhile(x => x.First == x.Second).Count();
        return $"…{Around(a, at)}… hugo …{Around(b, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 40)];

    [GeneratedRegex("<sup class=\"cite\">.*?</sup>")]
    private static partial Regex Cited();

    [GeneratedRegex(@"\[@[a-z0-9,]+\]")]
    private static partial Regex Raw();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("<meta name=\"description\" content=\"([^\"]*)\">")]
    private static partial Regex Meta();
}
