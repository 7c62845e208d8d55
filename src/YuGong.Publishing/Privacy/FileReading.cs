using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// The texts that a file carries, also where nobody looks: metadata, pages, attachments, archives within archives. What a file is
/// its first bytes say, and its name only where they do not.
/// </summary>
internal sealed class FileReading
{
    /// <summary>Bytes that one stream may unfold to, and all of a file together.</summary>
    private const int Largest = 64 * 1024 * 1024;
    private const long LargestTogether = 256L * 1024 * 1024;

    private const int Deepest = 6;

    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".html", ".htm", ".xhtml", ".css", ".js", ".mjs", ".json", ".ndjson", ".jsonld", ".xml", ".xsl", ".txt", ".svg", ".md",
        ".vtt", ".srt", ".csv", ".tsv", ".webmanifest", ".yaml", ".yml",
        ".rels", ".opf", ".ncx", ".rtf", ".ics", ".vcf", ".eml", ".ini", ".toml", ".scriban", ".map", ".log",
    };

    private static readonly HashSet<string> Markups = new(StringComparer.OrdinalIgnoreCase)
        { ".html", ".htm", ".xhtml", ".xml", ".xsl", ".svg", ".rels", ".opf", ".ncx", ".scriban" };

    private static readonly HashSet<string> Codes = new(StringComparer.OrdinalIgnoreCase)
        { ".css", ".js", ".mjs", ".json", ".ndjson", ".jsonld", ".webmanifest", ".map" };

    private static readonly (string Name, byte[] Mark)[] Closed =
        [("7z", [0x37, 0x7A, 0xBC, 0xAF]), ("rar", [0x52, 0x61, 0x72, 0x21, 0x1A]), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
            ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("bzip2", "BZh"u8.ToArray())];

    private long unfolded;

    /// <summary>Whether the pages of PDFs are read, a hundredth of a second each; the words on those of our own press are in the
    /// site.</summary>
    public bool WithPages { get; init; } = true;

    /// <summary>A text file is most of what is published; its characters as they are, and null for any other file.</summary>
    public static FileText? Whole(string name, ReadOnlySpan<byte> bytes)
    {
        var extension = Path.GetExtension(name);
        if (!Texts.Contains(extension) || HasMark(bytes))
        {
            return null;
        }

        var form = Markups.Contains(extension) ? TextForm.Markup : Codes.Contains(extension) ? TextForm.Code : TextForm.Plain;
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            ? new("", Encoding.Unicode.GetString(bytes), form) // the search index is UTF-16
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new("", Encoding.BigEndianUnicode.GetString(bytes), form)
            : new("", Encoding.UTF8.GetString(bytes), form);
    }

    public IEnumerable<FileText> In(string name, byte[] bytes, string inside = "", int depth = 0)
    {
        if (depth > Deepest)
        {
            return [FileText.NotRead(inside, new($"压缩包套了 {Deepest} 层以上", $"archives are nested more than {Deepest} deep"))];
        }

        if (Whole(name, bytes) is { } text)
        {
            var (words, files) = DataUrls.TakeOut(text.Text);
            return [text with { Inside = inside, Text = words }, .. InChinese(bytes, inside, text.Form), .. Embedded(files, inside, depth)];
        }

        return Guarded(() => Parts(name, bytes, inside, depth), inside);
    }

    /// <summary>The files that a text carries as <c>data:</c> URLs.</summary>
    public IEnumerable<FileText> Embedded(IEnumerable<(string Type, byte[] Bytes)> files, string inside = "", int depth = 0) =>
        files.SelectMany(f => In(DataUrls.NameOf(f.Type), f.Bytes, inside.Length == 0 ? $"data:{f.Type}" : $"{inside} » data:{f.Type}",
            depth + 1));

    private IEnumerable<FileText> Parts(string name, byte[] bytes, string inside, int depth)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        ReadOnlySpan<byte> head = bytes;
        return head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) ? Archives.Zip(this, bytes, inside, depth)
            : head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
                ? In(Path.ChangeExtension(name, null), Unfold(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)),
                inside, depth + 1)
            : extension == ".br" ? In(Path.ChangeExtension(name, null),
                Unfold(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)), inside, depth + 1)
            : bytes.Length > 262 && head[257..].StartsWith("ustar"u8) ? Archives.Tar(this, bytes, inside, depth)
            : head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0 ? PdfTexts.In(this, bytes, inside, depth)
            : head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? Compound(bytes, inside)
            : Array.Find(Closed, c => bytes.AsSpan().StartsWith(c.Mark)).Name is { } closed
                ? [FileText.NotRead(inside, new($"打不开 {closed} 压缩包", $"an archive of {closed} cannot be opened"))]
            : extension is ".woff2" or ".woff" or ".ttf" or ".otf" ? []
            : PictureTexts.In(bytes) is { } pieces ? Quietly(pieces).SelectMany(p => Readings(p, inside))
                .Concat(Behind(bytes, inside, depth))
            : WebmTexts.IsIn(bytes) ? WebmTexts.In(bytes).SelectMany(p => Readings(p, inside))
            : bytes.Length > 0 && Utf8.IsValid(bytes) && head.IndexOf((byte)0) < 0
                ? [new(inside, Encoding.UTF8.GetString(bytes), TextForm.Plain)]
            : Readings(Printable(bytes), inside);
    }

    /// <summary>What somebody put behind the end of a picture or a film.</summary>
    private IEnumerable<FileText> Behind(byte[] bytes, string inside, int depth)
    {
        var end = PictureTexts.EndOf(bytes);
        return end <= 0 || end >= bytes.Length || !bytes.AsSpan(end).ContainsAnyExcept((byte)0) ? []
            : In("", bytes[end..], inside.Length == 0 ? "文件末尾之后" : $"{inside} » 文件末尾之后", depth + 1);
    }

    /// <summary>Microsoft's compound files: documents of before 2007, whose texts are UTF-16, and documents under a password.</summary>
    private static IEnumerable<FileText> Compound(byte[] bytes, string inside) => bytes.AsSpan()
        .IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
        ? [FileText.NotRead(inside, new("加了密码,读不出里面的字", "it has a password, so that its words cannot be read"))]
        : [.. Readings(Printable(bytes), inside), .. Wide(bytes, inside)];

    /// <summary>Old texts in Chinese are GB 18030.</summary>
    private static IEnumerable<FileText> InChinese(byte[] bytes, string inside, TextForm form) => Utf8.IsValid(bytes) || bytes.AsSpan()
        .StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
        ? []
        : [new(inside, CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(bytes), form)];

    /// <summary>Pictures, fonts, archives, PDFs: their bytes mean nothing until they are unpacked.</summary>
    public static bool IsPacked(string name, byte[] bytes) =>
        HasMark(bytes) || Path.GetExtension(name).ToLowerInvariant() is ".br" or ".woff" or ".woff2" or ".webm"
            || PictureTexts.In(bytes) is not null;

    /// <summary>Whatever is damaged ends as a finding and not as a fault of ours.</summary>
    private static IEnumerable<FileText> Guarded(Func<IEnumerable<FileText>> parts, string inside)
    {
        IEnumerator<FileText>? part = null;
        while (true)
        {
            FileText? next;
            try
            {
                part ??= parts().GetEnumerator(); // a packed file unfolds here
                next = part.MoveNext() ? part.Current : null;
            }
            catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException
                or OverflowException or IndexOutOfRangeException)
            {
                part = null;
                next = FileText.NotRead(inside, e is TooLargeException ? new("展开以后太大", "it is too large once unpacked") : new("文件坏了,读不下去",
                    "the file is broken and cannot be read on"));
            }

            if (next is null)
            {
                part?.Dispose();
                yield break;
            }

            yield return next;
            if (part is null)
            {
                yield break;
            }
        }
    }

    /// <summary>A damaged picture is told of where it is made smaller; what could be read of it is searched.</summary>
    private static List<byte[]> Quietly(IEnumerable<byte[]> pieces)
    {
        var read = new List<byte[]>();
        try
        {
            read.AddRange(pieces);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            return read;
        }

        return read;
    }

    public byte[] Unfold(Stream packed)
    {
        using (packed)
        {
            using var whole = new MemoryStream();
            var part = new byte[64 * 1024];
            for (var read = packed.Read(part); read > 0; read = packed.Read(part))
            {
                whole.Write(part, 0, read);
                unfolded += read;
                if (whole.Length > Largest || unfolded > LargestTogether)
                {
                    throw new TooLargeException();
                }
            }

            return whole.ToArray();
        }
    }

    /// <summary>The first deflated piece in it (RFC 1950, 2.2: two bytes of which 31 is a divisor); null when there is none.</summary>
    public static byte[]? Inflated(byte[] data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
        {
            if (data[at] != 0x78 || BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at)) % 31 != 0)
            {
                continue;
            }

            try
            {
                return new FileReading().Unfold(new ZLibStream(new MemoryStream(data, at, data.Length - at), CompressionMode.Decompress));
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                // Two letters of a name or of a font that only look like the head of deflated words.
            }
        }

        return null;
    }

    /// <summary>As UTF-8, and as UTF-16 in both orders where that says anything (EXIF XPComment, PDF text strings).</summary>
    public static IEnumerable<FileText> Readings(byte[] piece, string inside)
    {
        yield return new(inside, Encoding.UTF8.GetString(piece), TextForm.Plain);
        if (piece.AsSpan().IndexOf((byte)0) >= 0 || piece.AsSpan().ContainsAnyInRange((byte)0x4E, (byte)0x9F))
        {
            foreach (var wide in Wide(piece, inside))
            {
                yield return wide;
            }
        }
    }

    private static IEnumerable<FileText> Wide(byte[] piece, string inside)
    {
        for (var shift = 0; shift < 2 && piece.Length > shift + 8; shift++)
        {
            yield return new(inside, Encoding.Unicode.GetString(piece, shift, piece.Length - shift), TextForm.Plain);
            yield return new(inside, Encoding.BigEndianUnicode.GetString(piece, shift, piece.Length - shift), TextForm.Plain);
        }
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("%PDF-"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
            || (bytes.Length > 4
            && BinaryPrimitives.ReadUInt32BigEndian(bytes) is 0x89504E47 or 0xD0CF11E0 or (>= 0xFFD8FF00 and <= 0xFFD8FFFF))
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || bytes.StartsWith("Rar!"u8);

    /// <summary>The printable runs of a file of unknown kind, one a line, as <c>strings</c> shows them.</summary>
    private static byte[] Printable(ReadOnlySpan<byte> file)
    {
        var words = new MemoryStream();
        for (var i = 0; i < file.Length; i++)
        {
            var start = i;
            while (i < file.Length && file[i] is >= 0x20 and < 0x7F)
            {
                i++;
            }

            if (i - start >= 8)
            {
                words.Write(file[start..i]);
                words.WriteByte((byte)'\n');
            }
        }

        return words.ToArray();
    }

    private sealed class TooLargeException : IOException;
}
