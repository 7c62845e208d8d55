using System.Buffers;

namespace YuGong.Text.Privacy;

/// <summary>QQ numbers and WeChat ids: nothing tells them from other words but the word before them.</summary>
internal static class Accounts
{
    public const string Qq = "QQ 号";
    public const string WeChat = "微信号";

    private static readonly string[] QqWords = ["QQ", "扣扣", "企鹅号", "Q Q"];

    private static readonly string[] WeChatWords =
        ["微信", "薇信", "威信", "徽信", "微 信", "V信", "v 信", "微星号", "卫星号", "WeChat", "Weixin", "微x", "VX", "WX", "加V", "加微"];

    private static readonly SearchValues<string> AnyWord = SearchValues.Create([.. QqWords, .. WeChatWords],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Words between the name of the service and the number.</summary>
    private static readonly string[] Fillers = ["号码", "账号", "帐号", "邮箱", "联系", "同号", "号", "群", "ID", "id", "为", "是", "加", ":", ";", "=",
        " ", "\t", "\n", "(", "[", "\"", "'", "-", "/", ",", "，", "“", "「", ">", "*", "`"];

    public static IEnumerable<(int Start, int End, string Kind)> In(string text, TextForm form)
    {
        if (!text.AsSpan().ContainsAny(AnyWord))
        {
            yield break;
        }

        foreach (var word in QqWords)
        {
            foreach (var (start, _) in Behind(text, word, form))
            {
                if (EndOfNumber(text, start) is var end && Digits(text, start, end) is >= 5 and <= 11 && text[start] != '0')
                {
                    yield return (start, end, Qq);
                }
            }
        }

        foreach (var word in WeChatWords)
        {
            foreach (var (start, explicitly) in Behind(text, word, form))
            {
                if (EndOfId(text, start) is var end && IsId(text.AsSpan(start, end - start), explicitly))
                {
                    yield return (start, end, WeChat);
                }
            }
        }
    }

    /// <summary>Where something stands behind a word, and whether a colon or 号 says that it is the account.</summary>
    private static IEnumerable<(int Start, bool Explicitly)> Behind(string text, string word, TextForm form)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1,
            StringComparison.OrdinalIgnoreCase))
        {
            var ascii = char.IsAsciiLetter(word[0]);
            if (ascii && word[0] != 'Q' && at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '-' or '.' or '$'))
            {
                continue;
            }

            var (next, explicitly, moved) = (at + word.Length, false, true);
            while (moved && next < text.Length && next - at < 24)
            {
                moved = false;
                foreach (var filler in Fillers)
                {
                    if (string.CompareOrdinal(text, next, filler, 0, filler.Length) == 0)
                    {
                        (next, moved) = (next + filler.Length, true);
                        explicitly |= filler is ":" or "号" or "号码" or "账号" or "帐号" || (filler == "=" && form == TextForm.Plain);
                    }
                }
            }

            if (next < text.Length && char.IsAsciiLetterOrDigit(text[next])
                && (next > at + word.Length || !char.IsAsciiLetter(text[next]) || !ascii))
            {
                yield return (next, explicitly && !(ascii && form == TextForm.Code));
            }
        }
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at])
            || (text[at] is ' ' or '-' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int Digits(string text, int start, int end) => text.AsSpan(start, end - start).ToString().Count(char.IsAsciiDigit);

    private static int EndOfId(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-'))
        {
            at++;
        }

        return at;
    }

    /// <summary>WeChat's rule: 6 to 20 letters, digits, _ and -, a letter first; a QQ number or a mobile serves as well.</summary>
    private static bool IsId(ReadOnlySpan<char> id, bool explicitly)
    {
        if (id.Length is < 6 or > 20)
        {
            return false;
        }

        var digits = id.IndexOfAnyInRange('0', '9') >= 0;
        var letters = id.ContainsAnyExceptInRange('0', '9');
        return letters ? char.IsAsciiLetter(id[0]) && (explicitly || (digits && id.IndexOf('-') < 0)) : id[0] != '0'
            && (explicitly || id.Length >= 8);
    }
}
