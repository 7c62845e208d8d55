using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Private data has no place in a story: keys that ask for it are refused by name, and numbers that look like it by shape
/// (mainland mobile and landline numbers, 18-digit identity numbers with a right check digit by GB 11643-1999, e-mail).
/// </summary>
public static class PrivateData
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "phone", "mobile", "tel", "telephone", "cellphone", "email", "mail", "e-mail", "wechat", "weixin", "qq", "address", "home_address",
        "id_number", "id_card", "idcard", "identity", "passport", "party", "political_status", "religion", "bank", "bank_account",
        "contact", "contacts", "电话", "手机", "联系电话", "联系方式", "邮箱", "微信", "住址", "家庭住址", "身份证", "身份证号", "党派", "政治面貌", "银行卡",
    };

    private static readonly System.Buffers.SearchValues<char> Candidates = System.Buffers.SearchValues.Create("@0123456789");

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool IsPrivateKey(string key) => Keys.Contains(key);

    /// <summary>Everything in a text that looks private, with what it looks like.</summary>
    /// <param name="allowedMail">Addresses that are public, such as the association's own.</param>
    public static IEnumerable<(int Start, int Length, string Kind)> Find(string text, IReadOnlyCollection<string> allowedMail)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAny(Candidates);
            if (next < 0)
            {
                yield break;
            }

            i += next;
            var c = text[i];
            if (c == '@')
            {
                if (MailAt(text, i) is var (start, length) && !allowedMail.Contains(text.Substring(start, length), StringComparer.OrdinalIgnoreCase))
                {
                    yield return (start, length, "邮箱地址");
                }
            }
            else if (char.IsAsciiDigit(c) && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1])))
            {
                var end = i;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '-' or ' ' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                {
                    end++;
                }

                if (end < text.Length && text[end] is 'X' or 'x')
                {
                    end++;
                }

                if (KindOf(text.AsSpan(i, end - i)) is { } kind && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
                {
                    yield return (i, end - i, kind);
                }

                i = end - 1;
            }
        }
    }

    private static string? KindOf(ReadOnlySpan<char> run)
    {
        if (run.Length < 11)
        {
            return null;
        }

        Span<char> digits = stackalloc char[20];
        var n = 0;
        foreach (var c in run)
        {
            if (c is not ('-' or ' '))
            {
                if (n == digits.Length)
                {
                    return null;
                }

                digits[n++] = c;
            }
        }

        digits = digits[..n];
        var separated = n != run.Length;
        return n == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && !LooksLikeDates(run) ? "手机号码"
            : separated && digits[0] == '0' && n is >= 10 and <= 12 && run.IndexOf('-') is 3 or 4 ? "电话号码"
            : n == 18 && !separated && IsIdentityNumber(digits) ? "身份证号"
            : null;
    }

    /// <summary>Years beside each other (1950-1952 …, 1927 1932 140) and a day before a number are no phone number.</summary>
    private static bool LooksLikeDates(ReadOnlySpan<char> run)
    {
        if (run[4] is not ('-' or ' ') || run[..2] is not ("18" or "19"))
        {
            return false;
        }

        var next = run[5..];
        var group = next.IndexOfAny('-', ' ') is var end && end < 0 ? next : next[..end];
        return group.Length == 2 || (group.Length == 4 && group[..2] is "18" or "19" or "20");
    }

    private static bool IsIdentityNumber(ReadOnlySpan<char> s)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(s[i]))
            {
                return false;
            }

            sum += (s[i] - '0') * Weights[i];
        }

        var year = ((s[6] - '0') * 1000) + ((s[7] - '0') * 100) + ((s[8] - '0') * 10) + (s[9] - '0');
        return year is >= 1850 and <= 2100 && "10X98765432"[sum % 11] == char.ToUpperInvariant(s[17]);
    }

    private static (int Start, int Length)? MailAt(string text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+'))
        {
            start--;
        }

        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        var domain = text.AsSpan(at + 1, end - at - 1).TrimEnd('.');
        return start < at && domain.IndexOf('.') > 0 ? (start, at + 1 + domain.Length - start) : null;
    }
}
