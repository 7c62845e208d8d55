using System.Globalization;
using System.Text;

namespace YuGong.Leads;

/// <summary>Characters of mails: charsets by name, and header words encoded after RFC 2047.</summary>
internal static class MailText
{
    /// <summary>Characters of an encoded word; RFC 2047 allows 75, mailers write some hundred.</summary>
    private const int LongestWord = 4_096;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>GB 18030 reads everything that calls itself gb2312 or gbk. Null for a charset that is not read.</summary>
    public static Encoding? Charset(string name) => name.Trim().Trim('"').ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => Encoding.UTF8,
        "gb2312" or "gbk" or "gb18030" or "cp936" or "ms936" or "x-gbk" or "windows-936" or "gb_2312-80" => Chinese,
        "big5" => CodePagesEncodingProvider.Instance.GetEncoding("big5"),
        "us-ascii" or "ascii" or "" => Encoding.Latin1,
        "iso-8859-1" or "latin1" or "windows-1252" => Encoding.Latin1,
        "utf-16" or "utf-16le" => Encoding.Unicode,
        _ => null,
    };

    /// <summary>Bytes whose charset nobody named: UTF-8 if they can be, GB 18030 otherwise.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Chinese.GetString(bytes);
        }
    }

    /// <summary>
    /// Decodes <c>=?gbk?B?…?=</c> words. Bytes of neighbouring words of one charset are joined before they are decoded:
    /// Chinese mailers cut characters in two.
    /// </summary>
    public static string Header(string raw)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        Encoding? charset = null;
        var at = 0;
        while (at < raw.Length)
        {
            var start = raw.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0 || Word(raw, start) is not var (encoding, decoded, end))
            {
                var plainEnd = start < 0 ? raw.Length : start + 2;
                Flush();
                text.Append(Guess(Encoding.Latin1.GetBytes(raw[at..plainEnd])));
                at = plainEnd;
                continue;
            }

            var between = raw[at..start];
            if (bytes.Count == 0 || between.Trim().Length > 0)
            {
                Flush();
                text.Append(Guess(Encoding.Latin1.GetBytes(between)));
            }
            else if (!Equals(encoding, charset))
            {
                Flush();
            }

            charset = encoding;
            bytes.AddRange(decoded);
            at = end;
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            if (bytes.Count > 0)
            {
                text.Append(charset!.GetString([.. bytes]));
                bytes.Clear();
            }
        }
    }

    /// <summary>RFC 2231: <c>gb2312'zh-cn'%B2%E2</c>.</summary>
    public static string Extended(string raw)
    {
        var parts = raw.Split('\'', 3);
        var (charset, value) = parts.Length == 3 ? (Charset(parts[0]), parts[2]) : (null, raw);
        var bytes = Percent(value);
        return charset is null ? Guess(bytes) : charset.GetString(bytes);
    }

    /// <summary>RFC 2045, 6.7; in headers RFC 2047, 4.2. An escape that is none stays as it is.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool header = false)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '=' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                bytes[length++] = byte.Parse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += 2;
            }
            else if (c == '=' && !header && (i + 1 >= text.Length || text[i + 1] is (byte)'\r' or (byte)'\n' or (byte)' '))
            {
                // A soft line break; some mailers leave blanks behind it.
                while (i + 1 < text.Length && text[i + 1] is (byte)'\r' or (byte)' ')
                {
                    i++;
                }

                if (i + 1 < text.Length && text[i + 1] == '\n')
                {
                    i++;
                }
            }
            else
            {
                bytes[length++] = c == '_' && header ? (byte)' ' : c;
            }
        }

        return bytes[..length];
    }

    private static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static (Encoding Charset, byte[] Bytes, int End)? Word(string raw, int start)
    {
        var charsetEnd = raw.IndexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= raw.Length || raw[charsetEnd + 2] != '?')
        {
            return null;
        }

        var from = charsetEnd + 3;
        var end = from > raw.Length ? -1 : raw.IndexOf("?=", from, Math.Min(LongestWord, raw.Length - from), StringComparison.Ordinal);
        if (end < 0 || Charset(raw[(start + 2)..charsetEnd].Split('*')[0]) is not { } charset)
        {
            return null;
        }

        var words = Encoding.Latin1.GetBytes(raw[from..end]);
        switch (char.ToUpperInvariant(raw[charsetEnd + 1]))
        {
            case 'B' when MailBase64.Decode(words) is (var bytes, true):
                return (charset, bytes, end + 2);
            case 'Q':
                return (charset, QuotedPrintable(words, header: true), end + 2);
            default:
                return null;
        }
    }

    private static byte[] Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }
}
