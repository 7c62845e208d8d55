using System.Text;

namespace YuGong.Documents;

/// <summary>
/// The HTML of a body for other people's pages: links complete, links to what this edition does not show gone, and no
/// address of a kind that could do something. Our Markdown makes no element that is not layout, so elements stay.
/// </summary>
/// <param name="origin">Scheme and host.</param>
/// <param name="page">Complete address of the entry's page, for links inside it.</param>
/// <param name="hidden">Addresses that nobody can open, as they stand in the body.</param>
internal sealed class BodyHtml(string origin, string page, IReadOnlyList<string> hidden)
{
    private static readonly string[] Harmless = ["http://", "https://", "mailto:"];

    public string Of(string html)
    {
        var text = new StringBuilder(html.Length + 512);
        var at = 0;
        while (NextAddress(html, at) is var (start, end) && start >= 0)
        {
            var address = html.AsSpan(start, end - start);
            if (IsHidden(address) && Unlink(html, start, text, ref at))
            {
                continue;
            }

            text.Append(html, at, start - at);
            text.Append(address switch
            {
                ['/', '/', ..] => "",
                ['/', ..] => origin,
                ['#', ..] => page,
                _ => "",
            });
            text.Append(address is ['/', not '/', ..] or ['/'] or ['#', ..] || IsHarmless(address) ? address : "#");
            at = end;
        }

        return text.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>The value of the next <c>href</c> or <c>src</c>.</summary>
    private static (int Start, int End) NextAddress(string html, int from)
    {
        for (var i = html.IndexOf("=\"", from, StringComparison.Ordinal); i >= 0; i = html.IndexOf("=\"", i + 2, StringComparison.Ordinal))
        {
            if (html.AsSpan(0, i) is [.., 'h', 'r', 'e', 'f'] or [.., 's', 'r', 'c'] && IsInTag(html, i))
            {
                var start = i + 2;
                return (start, html.IndexOf('"', start));
            }
        }

        return (-1, -1);
    }

    /// <summary>In text Markdig writes quotes as <c>&amp;quot;</c>, so this is belt and braces.</summary>
    private static bool IsInTag(string html, int at) => html.LastIndexOf('<', at) > html.LastIndexOf('>', at);

    private static bool IsHarmless(ReadOnlySpan<char> address)
    {
        foreach (var scheme in Harmless)
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsHidden(ReadOnlySpan<char> address)
    {
        foreach (var gone in hidden)
        {
            if (HiddenLinks.IsTo(address, gone))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps the words of a link and drops the link.</summary>
    private static bool Unlink(string html, int address, StringBuilder text, ref int at)
    {
        var open = html.LastIndexOf("<a ", address, StringComparison.Ordinal);
        var words = html.IndexOf('>', address) + 1;
        var close = html.IndexOf("</a>", address, StringComparison.Ordinal);
        if (open < at || words == 0 || close < words)
        {
            return false;
        }

        text.Append(html, at, open - at).Append(html, words, close - words);
        at = close + "</a>".Length;
        return true;
    }
}
