using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace YuGong.Leads;

/// <param name="Number">Counted from 1 through the whole mail; findings name attachments by it, since their names name people.</param>
internal sealed record Attachment(int Number, string Name, byte[] Bytes)
{
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();
}

/// <param name="From">As it stands there, decoded: name and address.</param>
/// <param name="Sent">Null when there is no date that can be read.</param>
/// <param name="Body">The words of the mail, plain.</param>
/// <param name="Problems">What was not understood, in words that name nobody.</param>
internal sealed record Mail(string Subject, string From, DateOnly? Sent, string Body, IReadOnlyList<Attachment> Attachments, IReadOnlyList<string> Problems);

/// <summary>
/// Reads the part of MIME (RFC 2045–2049, 2231, 5322) that Chinese mailers write: nested multiparts, base64 and
/// quoted-printable, GBK and UTF-8. Whatever else it meets is said, and nothing is thrown away.
/// </summary>
internal sealed partial class MailReader
{
    private const int Deepest = 10, MostParts = 300;

    private readonly string text;
    private readonly List<Attachment> attachments = [];
    private readonly List<string> problems = [];
    private readonly StringBuilder plain = new(), html = new();
    private int parts;

    private MailReader(string text) => this.text = text;

    /// <exception cref="ReadingException">The bytes are no mail.</exception>
    public static Mail Read(byte[] bytes)
    {
        // Every byte is one character until its charset is known.
        var raw = Encoding.Latin1.GetString(bytes);
        var mbox = raw.StartsWith("From ", StringComparison.Ordinal) ? raw.IndexOf('\n') + 1 : 0;
        var (headers, body) = MailHeaders.Read(raw, mbox, raw.Length);
        if (headers.Raw("From").Length == 0 && headers.Raw("Subject").Length == 0 && headers.Raw("Content-Type").Length == 0)
        {
            throw new ReadingException("不是一封邮件");
        }

        var reader = new MailReader(raw);
        reader.Part(headers, body, raw.Length, depth: 0);
        var words = Words.Tidy(reader.plain.Length > 0 ? reader.plain.ToString() : FromHtml(reader.html.ToString()));
        return new(Words.OneLine(headers.Text("Subject")), Words.OneLine(headers.Text("From")), DateOf(headers.Raw("Date")), words, reader.attachments, [.. reader.problems.Distinct()]);
    }

    private void Part(MailHeaders headers, int start, int end, int depth)
    {
        if (depth > Deepest || ++parts > MostParts)
        {
            problems.Add(depth > Deepest ? "邮件套了太多层" : "邮件的部分太多");
            return;
        }

        var type = headers.Main("Content-Type");
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            Multipart(headers, start, end, depth);
            return;
        }

        var name = headers.Parameter("Content-Disposition", "filename") ?? headers.Parameter("Content-Type", "name");
        var isFile = name is not null || headers.Main("Content-Disposition") == "attachment";
        if (type is "application/ms-tnef" || string.Equals(name, "winmail.dat", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add("附件包在 Outlook 自己的格式(winmail.dat)里");
        }
        else if (type is "application/pkcs7-mime" or "application/x-pkcs7-mime" or "application/pgp-encrypted")
        {
            problems.Add("邮件加了密");
        }
        else if (Decode(headers, start, end) is { } bytes)
        {
            Take(headers, type, name, isFile, bytes, depth);
        }
    }

    private void Take(MailHeaders headers, string type, string? name, bool isFile, byte[] bytes, int depth)
    {
        if (type == "message/rfc822")
        {
            var inner = Encoding.Latin1.GetString(bytes);
            var reader = new MailReader(inner) { parts = parts };
            var (head, body) = MailHeaders.Read(inner, 0, inner.Length);
            reader.Part(head, body, inner.Length, depth + 1);
            parts = reader.parts;
            attachments.AddRange(reader.attachments.Select(a => a with { Number = attachments.Count + a.Number }));
            problems.AddRange(reader.problems);
            plain.Append(reader.plain.Length > 0 ? reader.plain.ToString() : FromHtml(reader.html.ToString())).Append('\n');
        }
        else if (isFile || !(type.Length == 0 || type.StartsWith("text/", StringComparison.Ordinal)))
        {
            attachments.Add(new(attachments.Count + 1, name ?? "", bytes));
        }
        else
        {
            var charset = headers.Parameter("Content-Type", "charset");
            var encoding = charset is null ? null : MailText.Charset(charset);
            if (charset is not null && encoding is null)
            {
                problems.Add("正文用了不认识的字符集");
            }

            (type == "text/html" ? html : plain).Append(encoding is null || encoding.Equals(Encoding.Latin1) ? MailText.Guess(bytes) : encoding.GetString(bytes)).Append('\n');
        }
    }

    private void Multipart(MailHeaders headers, int start, int end, int depth)
    {
        if (headers.Parameter("Content-Type", "boundary") is not { Length: > 0 } boundary)
        {
            problems.Add("邮件没有说各部分怎样分开");
            return;
        }

        var mark = "--" + boundary;
        var (at, from) = (start, -1);
        var closed = false;
        while (at < end && !closed)
        {
            var stop = text.IndexOf('\n', at, end - at);
            var next = stop < 0 ? end : stop + 1;
            var line = text.AsSpan(at, (stop < 0 ? end : stop) - at).TrimEnd();
            if (line.StartsWith(mark, StringComparison.Ordinal) && line[mark.Length..] is "" or "--")
            {
                Close(at);
                closed = line.Length > mark.Length;
                from = closed ? -1 : next;
            }

            at = next;
        }

        if (!closed)
        {
            problems.Add("邮件到一半就断了");
            Close(end);
        }

        void Close(int to)
        {
            if (from >= 0 && to > from)
            {
                var (inner, body) = MailHeaders.Read(text, from, to);
                Part(inner, Math.Min(body, to), to, depth + 1);
            }
        }
    }

    private byte[]? Decode(MailHeaders headers, int start, int end)
    {
        var body = text.AsSpan(start, end - start);
        switch (headers.Main("Content-Transfer-Encoding"))
        {
            case "base64":
                var (bytes, whole) = MailBase64.Decode(body);
                if (!whole)
                {
                    problems.Add("有一个部分的编码坏了");
                }

                return bytes;
            case "quoted-printable":
                return MailText.QuotedPrintable(body);
            case "" or "7bit" or "8bit" or "binary":
                return Encoding.Latin1.GetBytes(body.ToString());
            default:
                problems.Add("有一个部分用了不认识的编码");
                attachments.Add(new(attachments.Count + 1, "", Encoding.Latin1.GetBytes(body.ToString())));
                return null;
        }
    }

    /// <summary>The words of an HTML body, blocks and cells on lines of their own.</summary>
    private static string FromHtml(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Silent().Replace(html.Replace("\r", "").Replace('\n', ' '), ""), "\n"), "")).Replace('\u00A0', ' ');

    private static DateOnly? DateOf(string raw)
    {
        var said = raw.Split('(')[0].Trim();
        said = said.Contains(',') ? said[(said.IndexOf(',') + 1)..].Trim() : said;
        return DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var sent) && sent.Year is > 2000 and < 2100
            ? DateOnly.FromDateTime(sent.ToOffset(TimeSpan.FromHours(8)).DateTime)
            : null;
    }

    [GeneratedRegex("<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline, 2000)]
    private static partial Regex Silent();

    [GeneratedRegex("<br\\b[^>]*>|</?(p|div|tr|td|th|li|h\\d|table)\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 2000)]
    private static partial Regex Tag();
}
