using System.Text.RegularExpressions;
using YuGong.Content;

namespace YuGong.Desk;

/// <summary>
/// A source from a pasted address or citation: GB/T 7714 (作者. 题名[J]. 刊名, 年, 卷(期): 页), or as people write one (作者：《题名》，
/// 报纸，2010年8月11日). Every part is taken from the pasted words; what was not found is empty, and nothing is looked up.
/// </summary>
public sealed partial record PastedSource
{
    public string Title { get; init; } = "";

    public string Author { get; init; } = "";

    public string Publisher { get; init; } = "";

    /// <summary>As a form shows it.</summary>
    public string Date { get; init; } = "";

    public string Url { get; init; } = "";

    /// <summary>Volume, number and pages, where there is no address.</summary>
    public string Archive { get; init; } = "";

    public static PastedSource Of(string pasted)
    {
        var text = Blanks().Replace(pasted, " ").Trim();
        var url = Address().Match(text).Value.TrimEnd('.', ',', ';', ')', '。', '，', '；', '）');
        text = Number().Replace(url.Length > 0 ? text.Replace(url, "", StringComparison.Ordinal) : text, "");
        var (date, dated) = DateIn(text);
        var said = Standard().Match(text) is { Success: true } standard ? Listed(standard)
            : Quoted().Match(text) is { Success: true } quoted ? Spoken(quoted)
            : new() { Title = dated.Length > 0 ? "" : text.Trim(' ', '.', '。', ',', '，') };
        return said with { Url = url, Date = date, Archive = url.Length > 0 ? "" : said.Archive };
    }

    private static PastedSource Listed(Match standard)
    {
        var (before, kind, after) = (standard.Groups["before"].Value, standard.Groups["kind"].Value, standard.Groups["after"].Value);
        var cut = before.LastIndexOfAny(['.', '．', '。']);
        var (author, title) = cut < 0 ? ("", before) : (before[..cut], before[(cut + 1)..]);
        after = after.TrimStart('.', '．', '。', ' ');
        var isBook = kind.StartsWith('M') || kind.StartsWith('D') || kind.StartsWith('R');
        var place = isBook && after.IndexOfAny([':', '：']) is var colon and >= 0 and < 12 ? after[(colon + 1)..] : after;
        var publisher = Part().Match(place).Value.Trim();
        return new()
        {
            Title = title.Trim(), Author = author.Trim(' ', ',', '，'), Publisher = HasDigitsFirst(publisher) ? "" : publisher,
            Archive = after.Trim(' ', '.', '。', ',').Length > 0 && !HasDigitsFirst(publisher) ? after.Trim(' ', '.', '。', ',') : "",
        };
    }

    private static PastedSource Spoken(Match quoted)
    {
        var after = quoted.Groups["after"].Value.TrimStart(',', '，', '。', '.', ' ', ':', '：');
        var publisher = Part().Match(after).Value.Trim();
        return new()
        {
            Title = quoted.Groups["title"].Value.Trim(), Author = quoted.Groups["author"].Value.Trim(' ', ',', '，', '.', '。', ':', '：'),
            Publisher = HasDigitsFirst(publisher) ? "" : publisher.Trim('《', '》', '(', ')', '（', '）'),
            Archive = HasDigitsFirst(publisher) ? "" : after.Trim(' ', '.', '。', ','),
        };
    }

    private static (string Shown, string Words) DateIn(string text)
    {
        foreach (Match match in Dates().Matches(text))
        {
            if (SpokenDate.Understood(match.Value) is { } words)
            {
                return (words, match.Value);
            }
        }

        return ("", "");
    }

    private static bool HasDigitsFirst(string words) => words.Length == 0 || char.IsAsciiDigit(words[0]) || words[0] is '(' or '（' or '[';

    [GeneratedRegex(@"https?://[^\s\u3000-\u303F\uFF00-\uFFEF]+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*(\[[0-9]{1,3}\]|[0-9]{1,3}[.、])\s*", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<before>.+?)\s*\[(?<kind>(?:M|J|N|C|D|R|S|P|A|G|Z|EB|DB|CP)(?:/[A-Z]{2})?)\](?<after>.*)$",
        RegexOptions.None, 1000)]
    private static partial Regex Standard();

    [GeneratedRegex("^(?<author>[^《]{0,40}?)[:：,，\\s]*《(?<title>[^》]+)》(?<after>.*)$", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    /// <summary>Up to the first comma, stop or bracket.</summary>
    [GeneratedRegex(@"^[^,，;；.．。(（\[]+", RegexOptions.None, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}\s*年(\s*[0-9]{1,2}\s*月(\s*[0-9]{1,2}\s*日)?)?|(?<![0-9/])[12][0-9]{3}(?![0-9])",
        RegexOptions.None, 1000)]
    private static partial Regex Dates();
}
