using System.Globalization;
using System.Text;

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
internal sealed record Mail(string Subject, string From, DateOnly? Sent, string Body, IReadOnlyList<Attachment> Attachments,
    IReadOnlyList<string> Problems);

/// <summary>
/// Reads the part of MIME (RFC 2045–2049, 2231, 5322) that Chinese mailers write: nested multiparts, base64 and
/// quoted-printable, GBK and UTF-8. Whatever else it meets is said, and nothing is thrown away.
/// </summary>
internal sealed class MailReader
{
    private const int Deepest = 10, MostParts = 300;

    /// <summary>Of a date; what is longer is none.</summary>
    private const int LongestDate = 100;

    /// <summary>Characters of a mail's own words, and of its HTML, which is mostly style.</summary>
    private const int LongestBody = 200_000, LongestHtml = 1_000_000;

    private readonly ReadingBudget budget;
    private readonly List<Attachment> attachments = [];
    private readonly HashSet<string> problems = [];
    private readonly StringBuilder plain = new(), html = new();
    private int parts;

    private MailReader(ReadingBudget budget) => this.budget = budget;

    /// <exception cref="ReadingException">The bytes are no mail, or too much of one.</exception>
    public static Mail Read(byte[] bytes) => Read(bytes, ReadingBudget.Ample());

    /// <inheritdoc cref="Read(byte[])"/>
    public static Mail Read(byte[] bytes, ReadingBudget budget)
    {
        var mbox = bytes.AsSpan().StartsWith("From "u8) ? bytes.AsSpan().IndexOf((byte)'\n') + 1 : 0;
        var (headers, body) = MailHeaders.Read(bytes.AsMemory(mbox));
        if (headers.Raw("From").Length == 0 && headers.Raw("Subject").Length == 0 && headers.Raw("Content-Type").Length == 0)
        {
            throw new ReadingException("不是一封邮件");
        }

        var reader = new MailReader(budget);
        reader.Part(headers, body, depth: 0);
        return new(
            Words.OneLine(headers.Text("Subject")), Words.OneLine(headers.Text("From")), DateOf(headers.Raw("Date")),
            Words.Tidy(reader.VipsErrors()), reader.attachments, [.. reader.problems]);
    }

    private void Part(MailHeaders headers, ReadOnlyMemory<byte> body, int depth)
    {
        if (depth > Deepest || ++parts > MostParts)
        {
            problems.Add(depth > Deepest ? "邮件套了太多层" : "邮件的部分太多");
            return;
        }

        budget.Take(1);
        if (headers.IsCut)
        {
            problems.Add("信头太长,只读了前面的部分");
        }

        var type = headers.Main("Content-Type");
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            Multipart(headers, body, depth);
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
        else if (Decode(headers, body) is { } bytes)
        {
            Take(headers, type, name, isFile, bytes, depth);
        }
    }

    private void Take(MailHeaders headers, string type, string? name, bool isFile, ReadOnlyMemory<byte> bytes, int depth)
    {
        if (type == "message/rfc822")
        {
            Enclosed(bytes, depth);
        }
        else if (isFile || !(type.Length == 0 || type.StartsWith("text/", StringComparison.Ordinal)))
        {
            attachments.Add(new(attachments.Count + 1, name ?? "", bytes.ToArray()));
        }
        else
        {
            var charset = headers.Parameter("Content-Type", "charset");
            var encoding = charset is null ? null : MailText.Charset(charset);
            if (charset is not null && encoding is null)
            {
                problems.Add("正文用了不认识的字符集");
            }

            var isHtml = type == "text/html";
            Add(isHtml ? html : plain, isHtml ? LongestHtml : LongestBody, bytes.Span, encoding);
        }
    }

    /// <summary>A mail within this one: its words are plain beside ours, whatever they were.</summary>
    private void Enclosed(ReadOnlyMemory<byte> bytes, int depth)
    {
        var reader = new MailReader(budget) { parts = parts };
        var (head, body) = MailHeaders.Read(bytes);
        reader.Part(head, body, depth + 1);
        parts = reader.parts;
        attachments.AddRange(reader.attachments.Select(a => a with { Number = attachments.Count + a.Number }));
        problems.UnionWith(reader.problems);
        var words = reader.VipsErrors();
        plain.Append(words, 0, Math.Clamp(LongestBody - plain.Length, 0, words.Length)).Append('\n');
    }

    private void Add(StringBuilder words, int longest, ReadOnlySpan<byte> bytes, Encoding? encoding)
    {
        // A character of the text takes four bytes at most; none of UTF-8 is cut in two.
        var fits = Math.Min(bytes.Length, Math.Max(0, (longest - words.Length) * 4));
        for (var back = 0; back < 4 && fits > 0 && fits < bytes.Length && (bytes[fits] & 0xC0) == 0x80; back++)
        {
            fits--;
        }

        var some = bytes[..fits];
        var text = encoding is null || encoding.Equals(Encoding.Latin1) ? MailText.Guess(some) : encoding.GetString(some);
        if (some.Length < bytes.Length || words.Length + text.Length > longest)
        {
            problems.Add("正文太长,只读了前面的部分");
        }

        words.Append(text, 0, Math.Clamp(longest - words.Length, 0, text.Length)).Append('\n');
    }

    private string VipsErrors()
    {
        var words = plain.Length > 0 ? plain.ToString() : MailHtml.Read(html.ToString(), budget);
        return words.Length > LongestBody ? words[..LongestBody] : words;
    }

    private void Multipart(MailHeaders headers, ReadOnlyMemory<byte> body, int depth)
    {
        if (headers.Parameter("Content-Type", "boundary") is not { Length: > 0 } boundary)
        {
            problems.Add("邮件没有说各部分怎样分开");
            return;
        }

        var text = body.Span;
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var (at, from) = (0, -1);
        var closed = false;
        while (at < text.Length && !closed && parts <= MostParts)
        {
            var stop = text[at..].IndexOf((byte)'\n');
            var next = stop < 0 ? text.Length : at + stop + 1;
            var line = text[at..next].TrimEnd(" \t\r\n"u8);
            if (line.StartsWith(mark) && (line.Length == mark.Length || line[mark.Length..].SequenceEqual("--"u8)))
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
            Close(text.Length);
        }

        void Close(int to)
        {
            if (from >= 0 && to > from)
            {
                var (inner, rest) = MailHeaders.Read(body[from..to]);
                Part(inner, rest, depth + 1);
            }
        }
    }

    /// <summary>Null when it was kept as it is.</summary>
    private ReadOnlyMemory<byte>? Decode(MailHeaders headers, ReadOnlyMemory<byte> body)
    {
        budget.Look();
        switch (headers.Main("Content-Transfer-Encoding"))
        {
            case "base64":
                var (bytes, whole) = MailBase64.Decode(body.Span);
                if (!whole)
                {
                    problems.Add("有一个部分的编码坏了");
                }

                return bytes;
            case "quoted-printable":
                return MailText.QuotedPrintable(body.Span);
            case "" or "7bit" or "8bit" or "binary":
                return body;
            default:
                problems.Add("有一个部分用了不认识的编码");
                attachments.Add(new(attachments.Count + 1, "", body.ToArray()));
                return null;
        }
    }

    private static DateOnly? DateOf(string raw)
    {
        var date = raw.Split('(', 2)[0].Trim();
        date = date.Contains(',') ? date[(date.IndexOf(',') + 1)..].Trim() : date;
        return date.Length <= LongestDate
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var sent)
            && sent.Year is > 2000 and < 2100
            ? DateOnly.FromDateTime(sent.ToOffset(TimeSpan.FromHours(8)).DateTime)
            : null;
    }
}
