using System.Text;

namespace YuGong.Leads;

/// <summary>Charsets of mails, as mailers mean their names and not only as they are registered.</summary>
internal static class MailText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>
    /// To be called before MimeKit is: it registers the code pages itself, and of two providers the first is asked first.
    /// </summary>
    public static void RegisterCharsets()
    {
        Encoding.RegisterProvider(new ChineseCharsets());
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }

    /// <summary>Null for a charset that is not read.</summary>
    public static Encoding? Charset(string name)
    {
        try
        {
            return Encoding.GetEncoding(name.Trim().Trim('"'));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
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
    private sealed class ChineseCharsets : EncodingProvider
    {
        public override Encoding? GetEncoding(int codepage) => codepage is 936 or 20936 or 51936 ? Chinese : null;

        public override Encoding? GetEncoding(string name) => name.ToLowerInvariant() switch
        {
            "gb2312" or "gbk" or "x-gbk" or "cp936" or "ms936" or "windows-936" or "gb_2312-80" or "gb2312-80" => Chinese,
            "utf8" => Encoding.UTF8,
            _ => null,
        };
    }
}
