using System.Text;
using System.Text.RegularExpressions;

namespace YuGong.Leads;

/// <summary>Charsets of mails, as mailers mean their names and not only as they are registered.</summary>
internal static partial class MailText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>To be called before MimeKit is, which looks once what there is.</summary>
    public static void RegisterCharsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null for a charset that is not read.</summary>
    public static Encoding? Charset(string name)
    {
        try
        {
            var label = name.Trim().Trim('"');
            return OlderChinese().IsMatch($"?{label}?") ? Chinese
                : Encoding.GetEncoding(label.Equals("utf8", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// A header with its encoded words and parameters as MimeKit reads them whole: under the name of GB 18030, which holds what the older
    /// charsets lack (rare characters of names), and with the padding that some mailers leave out.
    /// </summary>
    public static byte[] Spelled(byte[] header)
    {
        var text = OlderChinese().Replace(Encoding.Latin1.GetString(header), "gb18030");
        text = Base64Word().Replace(text, word => $"{word.Groups["head"].Value}{Padded(word.Groups["data"].Value)}?=");
        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>
    /// Mailers that do not know the charset say ASCII or a Western one: what these say is not believed, and the bytes are looked at.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? charset) =>
        charset is null or { CodePage: 20127 or 28591 or 1252 } ? Guess(bytes) : charset.GetString(bytes);

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

    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');

    /// <summary>In quoted-printable, blanks at the end of a line are the transport's (RFC 2045, 6.7, rule 3); MimeKit minds them.</summary>
    public static byte[] WithoutBlanksBehindSoftBreaks(ReadOnlySpan<byte> text)
    {
        var kept = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            kept[length++] = text[i];
            var blanks = text[i] == '=' ? text[(i + 1)..].IndexOfAnyExcept((byte)' ', (byte)'\t') : 0;
            i += blanks > 0 && text[i + 1 + blanks] is (byte)'\r' or (byte)'\n' ? blanks : 0;
        }

        return kept[..length];
    }

    /// <summary>
    /// GB 18030 for everything that calls itself gb2312 or gbk: it holds both, and the rare characters of names, which mailers write
    /// under the older labels. MimeKit asks by number.
    /// </summary>
    /// <summary>Where a charset stands: between question marks, or before the quotation marks of RFC 2231.</summary>
    [GeneratedRegex(@"(?<=[?=])(?:gb_?2312(?:-80)?|x-gbk|gbk|(?:cp|ms|windows-)936)(?=[?'*])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OlderChinese();

    [GeneratedRegex(@"(?<head>=\?[^?\s]{1,40}\?[bB]\?)(?<data>[A-Za-z0-9+/]*)=*\?=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Base64Word();
}
