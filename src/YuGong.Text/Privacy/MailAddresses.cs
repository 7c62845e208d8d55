using System.Buffers;

namespace YuGong.Text.Privacy;

/// <summary>
/// Mail addresses (RFC 5321, in ASCII), also with the words and signs that people put for the at sign and the dots: (at), [dot],
/// 艾特, 点, 。, with blanks around them.
/// </summary>
internal static class MailAddresses
{
    public const string Kind = "邮箱地址";

    private static readonly string[] Signs = ["@", "(at)", "[at]", "{at}", "<at>", "(a)", "(@)", "[@]", "艾特", "爱特", "圈a", " at ", "#",
        "*at*", "_at_", "-at-"];

    private static readonly SearchValues<string> AnySign = SearchValues.Create(Signs, StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Dots = [".", "(dot)", "[dot]", "{dot}", "(点)", "[点]", "[.]", "(.)", " dot ", "点", "·", "_dot_",
        "-dot-"];

    /// <summary>Whoever writes these after " at " or # means an address.</summary>
    private static readonly string[] Providers =
    [
        "163.com", "126.com", "qq.com", "vip.qq.com", "foxmail.com", "gmail.com", "sina.com", "sina.cn", "sohu.com", "outlook.com",
        "hotmail.com", "139.com", "189.cn", "yeah.net",
        "aliyun.com", "21cn.com", "tom.com", "icloud.com", "yahoo.com", "yahoo.cn", "live.com", "live.cn", "msn.com", "wo.cn", "263.net",
        "188.com", "vip.163.com", "proton.me",
    ];

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "com", "cn", "net", "org", "edu", "gov", "info", "io", "me", "cc", "co", "top", "vip", "xyz", "hk", "tw", "uk", "de", "jp", "us",
        "fr", "ru", "kr", "sg", "biz", "asia", "club", "site",
    };

    /// <summary>What looks like a domain behind an at sign and is the name of a file.</summary>
    private static readonly HashSet<string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "css", "js", "mjs", "ts", "json", "html", "htm", "md", "woff", "woff2", "mp4",
        "webm", "pdf", "map", "xml", "txt", "yaml", "yml", "scriban", "cs", "vtt", "ico", "tif", "tiff",
    };

    private static readonly string[] Words = ["邮箱", "邮件", "电邮", "信箱", "mail", "郵箱"];

    /// <param name="Start">In the folded text.</param>
    /// <param name="Address">As it would be sent to.</param>
    public readonly record struct Found(int Start, int End, string Address);

    public static IEnumerable<Found> In(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(AnySign); at >= 0; at = Next(text, at))
        {
            foreach (var sign in Signs)
            {
                if (string.Compare(text, at, sign, 0, sign.Length, StringComparison.OrdinalIgnoreCase) == 0
                    && At(text, at, sign) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static int Next(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny(AnySign);
        return next < 0 ? -1 : at + 1 + next;
    }

    private static Found? At(string text, int at, string sign)
    {
        var (local, blankBefore) = Local(text, at);
        var (domain, end, blankBehind, disguised) = Domain(text, at + sign.Length);
        if (local == at || domain.IndexOf('.', StringComparison.Ordinal) <= 0)
        {
            return null;
        }

        var name = text[local..at].Trim();
        var last = domain[(domain.LastIndexOf('.') + 1)..];
        if (last.Length < 2 || last.Any(c => !char.IsAsciiLetter(c)) || Files.Contains(last) || IsVersion(domain)
            || (name == "git" && text.AsSpan(end).StartsWith(":")))
        {
            return null;
        }

        var known = Array.Exists(Providers, p => domain.Equals(p, StringComparison.OrdinalIgnoreCase));
        var named = Array.Exists(Words, w => text.AsSpan(Math.Max(0, local - 12), Math.Min(12, local))
            .Contains(w, StringComparison.OrdinalIgnoreCase));
        var sure = sign switch
        {
            "@" or "(@)" or "[@]" => true,
            " at " or "(a)" => known || named || disguised,
            "#" or "-at-" or "_at_" or "*at*" => known,
            _ => true,
        };
        var blanks = blankBefore || blankBehind || disguised;
        var fits = !blanks || Common.Contains(last) && (known || named || blankBehind || !blankBefore
            || name.IndexOfAny(['.', '_', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) >= 0);
        return sure && fits ? new(local, end, $"{name.Replace(" ", "", StringComparison.Ordinal)}@{domain}") : null;
    }

    private static (int Start, bool Blank) Local(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] == ' ' && at - start < 3)
        {
            start--;
        }

        var blank = start < at;
        var end = start;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '+'
            || (text[start - 1] == '.' && start < end)))
        {
            start--;
        }

        while (start < end && text[start] is '.' or '-' or '+')
        {
            start++;
        }

        return start == end ? (at, false) : (start, blank);
    }

    private static (string Domain, int End, bool Blank, bool Disguised) Domain(string text, int at)
    {
        var start = at;
        while (at < text.Length && text[at] == ' ' && at - start < 3)
        {
            at++;
        }

        var (domain, end, blank, disguised) = ("", at, at > start, false);
        for (var label = at; label < text.Length;)
        {
            var stop = label;
            while (stop < text.Length && (char.IsAsciiLetterOrDigit(text[stop]) || text[stop] == '-'))
            {
                stop++;
            }

            if (stop == label)
            {
                break;
            }

            domain += text[label..stop];
            end = stop;
            if (Dot(text, stop, domain) is not { } dot)
            {
                break;
            }

            disguised |= dot.Disguised;
            domain += ".";
            label = dot.End;
        }

        return (domain.TrimEnd('.'), end, blank, disguised);
    }

    private static string LabelAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[at..end];
    }

    /// <summary><c>pinyin-pro@3.29.4</c> and <c>sharp@0.33.0-rc</c> are releases of programs.</summary>
    private static bool IsVersion(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length > 1 && labels[0].All(char.IsAsciiDigit) && char.IsAsciiDigit(labels[1][0]);
    }

    /// <summary>A dot, a word for it, or either with blanks; behind a whole domain only a bare dot goes on.</summary>
    private static (int End, bool Disguised)? Dot(string text, int at, string domain)
    {
        var whole = domain.Contains('.', StringComparison.Ordinal) && Common.Contains(domain[(domain.LastIndexOf('.') + 1)..]);
        foreach (var dot in Dots)
        {
            var from = at;
            while (from < text.Length && text[from] == ' ' && from - at < 2 && dot[0] != ' ' && !whole)
            {
                from++;
            }

            if (string.Compare(text, from, dot, 0, dot.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                continue;
            }

            var end = from + dot.Length;
            while (end < text.Length && text[end] == ' ' && end - from - dot.Length < 2 && !whole)
            {
                end++;
            }

            var plain = dot == "." && from == at && end == at + 1;
            var goesOn = !whole || ((plain || dot.Contains("dot", StringComparison.Ordinal)) && Common.Contains(LabelAt(text, end)));
            if (end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && goesOn)
            {
                return (end, !plain);
            }
        }

        return null;
    }
}
