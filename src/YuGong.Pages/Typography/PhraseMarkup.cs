using System.Text.RegularExpressions;
using YuGong.Pages.Templating;
using YuGong.Text.Segmentation;

namespace YuGong.Pages.Typography;

/// <summary>Large type in HTML: its lines end at <c>wbr</c>, which is nothing to who copies, searches or listens.</summary>
internal static partial class PhraseMarkup
{
    private const string Break = "<wbr>";

    /// <summary>In an element of its own, which the style sheet forbids to break anywhere else.</summary>
    public static string Of(PhraseBreaker phrases, string text) => text.Length == 0 ? "" : Held(Inside(phrases, Utf8Page.Escape(text)));

    /// <summary>The same for a column: numbers stand upright in it, two digits side by side, longer ones digit by digit.</summary>
    public static string Upright(PhraseBreaker phrases, string text) => Number().Replace(
        Of(phrases, text), m => $"<span class=\"upright{(m.Length > 2 ? "-long" : "")}\">{m.Value}</span>");

    [GeneratedRegex("(?<![#&a-z0-9])[0-9]{1,4}(?![0-9;])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    /// <summary>The headings and captions of a body: every text in them, between its tags.</summary>
    public static string InBody(PhraseBreaker phrases, string html)
    {
        foreach (var element in (ReadOnlySpan<string>)["h2", "h3", "h4", "figcaption"])
        {
            html = In(element, phrases, html);
        }

        return html;
    }

    private static string In(string element, PhraseBreaker phrases, string html)
    {
        var (open, close) = ($"<{element}", $"</{element}>");
        for (var at = html.IndexOf(open, StringComparison.Ordinal); at >= 0; at = html.IndexOf(open, at, StringComparison.Ordinal))
        {
            var start = html.IndexOf('>', at) + 1;
            var end = start > 0 ? html.IndexOf(close, start, StringComparison.Ordinal) : -1;
            if (end < 0)
            {
                break;
            }

            var broken = Held(Texts(phrases, html[start..end]));
            html = string.Concat(html.AsSpan(0, start), broken, html.AsSpan(end));
            at = start + broken.Length;
        }

        return html;
    }

    private static string Texts(PhraseBreaker phrases, string html)
    {
        var parts = new List<string>();
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            parts.Add(Inside(phrases, html[at..(tag < 0 ? html.Length : tag)]));
            var end = tag < 0 ? -1 : html.IndexOf('>', tag);
            at = end < 0 ? html.Length : end + 1;
            parts.Add(tag < 0 ? "" : html[tag..at]);
        }

        return string.Concat(parts);
    }

    private static string Held(string markup) => $"<span class=\"unbroken\">{markup}</span>";

    private static string Inside(PhraseBreaker phrases, string escaped) =>
        string.Join(Break, phrases.Phrases(ScriptBlanks.Without(escaped)));
}
