using System.Buffers.Text;
using System.Text;
using MimeKit;
using MimeKit.Encodings;
using MimeKit.Utils;
using YuGong.Manuscripts;
using YuGong.Text;

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
internal sealed record Mail(string Subject, string From, DateTimeOffset? Sent, string Body, IReadOnlyList<Attachment> Attachments,
    IReadOnlyList<Phrase> Problems);

/// <summary>
/// MimeKit takes the mail apart; what is made of a part, and what is said of one that was not understood, is ours. It calls back for
/// every head and part instead of building the whole, so that a hostile mail of a million parts costs what its first 300 cost.
/// </summary>
internal sealed class MailReader(byte[] mail, ReadingBudget budget, CancellationTokenSource enough) : MimeReader(Leniently, Stream.Null)
{
    private const int Deepest = 10, MostParts = 300;

    /// <summary>Bytes of one header with its folded lines. MimeKit knows no limit, and makes a hundred times as much of them.</summary>
    private const int LongestHeader = 256 * 1024;

    private static readonly ParserOptions Leniently = MakeOptions();

    private readonly List<Attachment> attachments = [];
    private readonly HashSet<Phrase> problems = [];

    /// <summary>Of this mail and, above it, of those within it that are being read.</summary>
    private readonly Stack<MailWords> words = new([new MailWords()]);

    /// <summary>The first header of each name, of the mail and of the part that is being read.</summary>
    private Dictionary<HeaderId, Header>? outer;
    private Dictionary<HeaderId, Header> head = [];
    private ContentType type = new("text", "plain");
    private int parts, unclosed;

    /// <summary>Where the header begins that is being read; null in a body.</summary>
    private long? headerStart;

    /// <exception cref="ReadingException">The bytes are no mail, or too much of one.</exception>
    public static Mail Read(byte[] bytes) => Read(bytes, ReadingBudget.Ample());

    /// <inheritdoc cref="Read(byte[])"/>
    public static Mail Read(byte[] bytes, ReadingBudget budget)
    {
        using var enough = new CancellationTokenSource();
        return new MailReader(bytes, budget, enough).Read(enough.Token);
    }

    private Mail Read(CancellationToken untilEnough)
    {
        using var stream = new WatchedStream(mail, Watch);
        SetStream(stream, MimeFormat.Entity);
        try
        {
            ReadMessage(untilEnough);
            Require(unclosed == 0, new("邮件到一半就断了", "The mail breaks off half way"));
        }
        catch (OperationCanceledException)
        {
            outer ??= head; // what was read counts
        }
        catch (FormatException)
        {
            outer = null;
        }

        if (outer is null || !(outer.ContainsKey(HeaderId.From) || outer.ContainsKey(HeaderId.Subject)
            || outer.ContainsKey(HeaderId.ContentType)))
        {
            throw new ReadingException(new("不是一封邮件", "Not a mail"));
        }

        while (words.Count > 1)
        {
            CloseEnclosed();
        }

        DateTimeOffset? sent = outer.TryGetValue(HeaderId.Date, out var date) && DateUtils.TryParse(date.RawValue, out var moment)
            && moment.Year is > 2000 and < 2100 ? moment : null;
        return new(Words.OneLine(Text(outer, HeaderId.Subject)), Words.OneLine(Text(outer, HeaderId.From)), sent,
            Words.Tidy(words.Peek().Read(budget)), attachments, [.. problems]);
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        (head, headerStart) = ([], beginOffset);

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        header.SetRawValue(MailText.Spelled(header.RawValue));
        head.TryAdd(header.Id, header);
        headerStart = Position;
    }

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber,
        CancellationToken cancellationToken)
    {
        (outer, headerStart) = (outer ?? head, null);
        budget.Take(1);
        parts++;
        StopUnless(parts <= MostParts, new("邮件的部分太多", "The mail has too many parts"));
    }

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber,
        CancellationToken cancellationToken)
    {
        var isSaid = !string.IsNullOrEmpty(contentType.Boundary);
        Require(isSaid, new("邮件没有说各部分怎样分开", "The mail does not say how its parts are divided"));
        unclosed += isSaid ? 1 : 0;
    }

    protected override void OnMultipartEndBoundaryEnd(long beginOffset, int lineNumber, long endOffset,
        CancellationToken cancellationToken) => unclosed--;

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber,
        CancellationToken cancellationToken) => words.Push(new MailWords());

    protected override void OnMessagePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset,
        long endOffset, int lines, CancellationToken cancellationToken) => CloseEnclosed();

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber,
        CancellationToken cancellationToken) => type = contentType;

    protected override void OnMimePartContentEnd(long beginOffset, int beginLineNumber, long endOffset, int lines,
        NewLineFormat? newLineFormat, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            TakePart((int)beginOffset, (int)(endOffset - beginOffset));
        }
    }

    private void TakePart(int start, int length)
    {
        var kind = type.MimeType.ToLowerInvariant();
        var disposition = head.TryGetValue(HeaderId.ContentDisposition, out var said)
            && ContentDisposition.TryParse(Leniently, said.RawValue, out var parsed) ? parsed : null;
        var own = head.TryGetValue(HeaderId.ContentType, out said)
            && ContentType.TryParse(Leniently, said.RawValue, out var spelled) ? spelled : type;
        var name = NameOf(disposition?.FileName ?? own.Name);
        if (type.IsMimeType("multipart", "*"))
        {
            problems.Add(new("邮件套了太多层", "Mails are nested too deep"));
        }
        else if (kind is "application/pkcs7-mime" or "application/x-pkcs7-mime" or "application/pgp-encrypted")
        {
            problems.Add(new("邮件加了密", "The mail is encrypted"));
        }
        else if (kind is "application/ms-tnef" or "application/vnd.ms-tnef"
            || string.Equals(name, "winmail.dat", StringComparison.OrdinalIgnoreCase))
        {
            var whole = Winmail.Read(Decode(start, length), MostParts - attachments.Count, TakeFile);
            Require(whole, new("附件包在 Outlook 自己的格式(winmail.dat)里,没有读全",
                "The attachments are in Outlook's own format (winmail.dat) and were not read whole"));
        }
        else if (kind == "message/rfc822")
        {
            // Encoded, or too deep: MimeKit leaves it closed. As a file it is one more mail, within the limits of those.
            TakeFile("mail.eml", Decode(start, length));
        }
        else if (name is not null || disposition is { IsAttachment: true } || !type.IsMimeType("text", "*"))
        {
            TakeFile(name ?? "", Decode(start, length));
        }
        else
        {
            var charset = type.Charset is { Length: > 0 } label ? MailText.Charset(label) : null;
            Require(charset is not null || string.IsNullOrEmpty(type.Charset), new("正文用了不认识的字符集", "The body uses an unknown charset"));
            Require(words.Peek().Add(Decode(start, length), charset, isHtml: kind == "text/html"), new("正文太长,只读了前面的部分",
                "The body is too long; its beginning was read"));
        }
    }

    private void TakeFile(string name, byte[] bytes) => attachments.Add(new(attachments.Count + 1, name, bytes));

    private byte[] Decode(int start, int length)
    {
        var said = Text(head, HeaderId.ContentTransferEncoding);
        var isKnown = MimeUtils.TryParse(said, out ContentEncoding encoding) || said.Length == 0
            || said.Contains("bit", StringComparison.OrdinalIgnoreCase); // 7-bit, 8bits …: not encoded, whatever the spelling
        Require(isKnown, new("有一个部分用了不认识的编码,照原样读了", "A part uses an unknown encoding and was read as it is"));
        IMimeDecoder? decoder = encoding switch
        {
            ContentEncoding.Base64 => new Base64Decoder(),
            ContentEncoding.QuotedPrintable => new QuotedPrintableDecoder(),
            ContentEncoding.UUEncode => new UUDecoder(),
            _ => null,
        };
        var body = mail[start..(start + length)];
        if (decoder is null)
        {
            return body;
        }

        // Decoders pass over what they do not know: a file that was cut on its way would come out in silence.
        var isWhole = encoding != ContentEncoding.Base64 || Base64.IsValid(body);
        if (encoding == ContentEncoding.QuotedPrintable)
        {
            body = MailText.WithoutBlanksBehindSoftBreaks(body);
        }
        else if (!isWhole)
        {
            body = [.. body, .. "=="u8]; // without padding the last bytes would stay in the decoder
        }

        var bytes = new byte[decoder.EstimateOutputLength(body.Length)];
        var decoded = decoder.Decode(body, 0, body.Length, bytes);
        Require(isWhole && (decoded > 0 || length == 0), new("有一个部分的编码坏了", "The encoding of a part is broken"));
        return bytes[..decoded];
    }

    private void CloseEnclosed()
    {
        var enclosed = words.Pop();
        words.Peek().Add(enclosed, budget);
    }

    private void Watch()
    {
        budget.Look();
        StopUnless(headerStart is null || Position - headerStart <= LongestHeader, new("信头太长,只读了前面的部分",
            "The head is too long; its beginning was read"));
    }

    /// <summary>Otherwise the reading ends where MimeKit next asks for bytes.</summary>
    private void StopUnless(bool isFine, Phrase problem)
    {
        Require(isFine, problem);
        if (!isFine)
        {
            enough.Cancel();
        }
    }

    private void Require(bool isFine, Phrase problem)
    {
        if (!isFine)
        {
            problems.Add(problem);
        }
    }

    /// <summary>A word after RFC 2047 cut into the pieces of RFC 2231 is forbidden, and written all the same.</summary>
    private static string? NameOf(string? name) =>
        name?.Contains("=?", StringComparison.Ordinal) == true ? Rfc2047.DecodeText(Leniently, Encoding.UTF8.GetBytes(name)) : name;

    private static string Text(Dictionary<HeaderId, Header> head, HeaderId id) => head.TryGetValue(id, out var header) ? header.Value : "";

    private static ParserOptions MakeOptions()
    {
        MailText.RegisterCharsets();
        return new()
        {
            CharsetEncoding = MailText.Chinese,
            MaxMimeDepth = Deepest + 1,
            ParameterComplianceMode = RfcComplianceMode.Looser,
        };
    }

    private sealed class WatchedStream(byte[] bytes, Action beforeRead) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            beforeRead();
            return base.Read(buffer, offset, count);
        }
    }
}
