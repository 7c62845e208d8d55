using System.Text;

namespace YuGong.Tests.Leads;

/// <summary>Mails as mailers write them, part by part.</summary>
internal static class Mails
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static byte[] Mail(params string[] heads) =>
        Encoding.Latin1.GetBytes(string.Join("\r\n", heads[..^1]) + "\r\nMIME-Version: 1.0\r\n" + heads[^1]);

    public static string Multipart(string kind, string boundary, params string[] parts) =>
        $"Content-Type: multipart/{kind};\r\n\tboundary=\"{boundary}\"\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n"
            + string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n";

    public static string Words(string type, string charset, string words) =>
        $"Content-Type: {type}; charset=\"{charset}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{B64(words)}\r\n";

    public static string File(string name, byte[] bytes) =>
        $"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; {name}\r\nContent-Transfer-Encoding: "
            + $"base64\r\n\r\n{Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)}\r\n";

    public static string Subject(string words, string charset) =>
        $"Subject: =?{charset}?B?{Convert.ToBase64String((charset == "utf-8" ? Encoding.UTF8 : Gbk).GetBytes(words))}?=";

    /// <summary>Attributes of winmail.dat (MS-OXTNEF, 2.1.3): a file begins; its short name; its bytes; its properties.</summary>
    public const int TnefFile = 0x00069002, TnefTitle = 0x00018010, TnefBytes = 0x0006800F, TnefProperties = 0x00069005;

    public static byte[] Tnef(IEnumerable<byte> attributes) => [0x78, 0x9F, 0x3E, 0x22, 1, 0, .. attributes];

    public static byte[] TnefAttribute(byte level, int tag, byte[] value) =>
    [
        level, .. BitConverter.GetBytes(tag), .. BitConverter.GetBytes(value.Length), .. value,
        .. BitConverter.GetBytes((ushort)value.Sum(b => b)),
    ];

    public static string B64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
