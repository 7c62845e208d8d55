using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// The words of an HTML body, blocks and cells on lines of their own. A parser's tokens are enough: no tree is built, so that no depth and
/// no misplaced table costs more than its characters (HTML, 13.2.5).
/// </summary>
public static class HtmlWords
{
    private static readonly HashSet<string> Breaks =
        new(StringComparer.Ordinal) { "br", "p", "div", "tr", "td", "th", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6" };

    public static string Read(string html, ReadingBudget budget)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var text = new StringBuilder();
        var silent = "";
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            budget.Take(0);
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    tokens.State = ModeBehind(token.Name);
                    silent = silent.Length == 0 && IsSilent(token.Name) ? token.Name : silent;
                    text.Append(Breaks.Contains(token.Name) ? "\n" : "");
                    break;
                case HtmlTokenType.EndTag:
                    silent = token.Name == silent || token.Name == "head" ? "" : silent;
                    text.Append(Breaks.Contains(token.Name) ? "\n" : "");
                    break;
                case HtmlTokenType.Character when silent.Length == 0:
                    text.Append(token.Data.Replace('\n', ' ').Replace('\u00A0', ' '));
                    break;
            }
        }

        return text.ToString();
    }

    private static bool IsSilent(string name) => name is "script" or "style" or "head" or "title" or "noscript" or "template";

    /// <summary>How the parser goes on behind a tag; within these, tags are text.</summary>
    private static HtmlParseMode ModeBehind(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
