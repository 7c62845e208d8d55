using System.IO.Compression;
using System.Text;

namespace YuGong.Publishing;

/// <summary>The words that a file carries where nobody looks: picture metadata, documents in archives, compressed twins.</summary>
internal static class FileWords
{
    private const int Largest = 64 * 1024 * 1024;

    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".html", ".htm", ".css", ".js", ".mjs", ".json", ".ndjson", ".jsonld", ".xml", ".xsl", ".txt", ".svg", ".md", ".vtt", ".srt", ".csv", ".webmanifest", ".yaml", ".yml",
    };

    public static bool IsText(string path) => Texts.Contains(Path.GetExtension(path));

    /// <summary>Pieces of UTF-8 to look into.</summary>
    public static IEnumerable<byte[]> Of(string path, ReadOnlyMemory<byte> file) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".woff2" or ".woff" or ".ttf" or ".otf" => [],
        ".gz" => Inside(path, () => Unpack(new GZipStream(Open(file), CompressionMode.Decompress))),
        ".br" => Inside(path, () => Unpack(new BrotliStream(Open(file), CompressionMode.Decompress))),
        ".zip" or ".docx" or ".xlsx" or ".pptx" or ".epub" => Archive(file),
        ".pdf" => PdfWords.Of(file.ToArray()),
        _ when PictureWords.Of(file.ToArray()) is { } pieces => pieces.SelectMany(Readings),
        _ => Readings(Printable(file.Span)),
    };

    private static MemoryStream Open(ReadOnlyMemory<byte> file) => new(file.ToArray());

    private static IEnumerable<byte[]> Inside(string path, Func<byte[]> unpack)
    {
        var name = path[..^Path.GetExtension(path).Length];
        var inner = unpack();
        return IsText(name) ? [inner] : Of(name, inner);
    }

    private static byte[] Unpack(Stream packed)
    {
        using (packed)
        {
            using var whole = new MemoryStream();
            var part = new byte[64 * 1024];
            for (var read = packed.Read(part); read > 0 && whole.Length < Largest; read = packed.Read(part))
            {
                whole.Write(part, 0, read);
            }

            return whole.ToArray();
        }
    }

    private static IEnumerable<byte[]> Archive(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(Open(file), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(e => e.Length is > 0 and < Largest))
        {
            var bytes = Unpack(entry.Open());
            yield return Encoding.UTF8.GetBytes(entry.FullName);
            if (IsText(entry.FullName) || entry.FullName.EndsWith(".rels", StringComparison.Ordinal))
            {
                yield return bytes;
            }
            else
            {
                foreach (var inner in Of(entry.FullName, bytes))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The first deflated piece in it; null when there is none.</summary>
    public static byte[]? Inflated(byte[] data)
    {
        var zlib = data.AsSpan().IndexOf((byte)0x78);
        try
        {
            return zlib < 0 ? null : Unpack(new ZLibStream(new MemoryStream(data, zlib, data.Length - zlib), CompressionMode.Decompress));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null; // an 'x' in something else, such as a font: no deflated words
        }
    }

    /// <summary>As UTF-8, and as UTF-16 in both orders where that says anything (EXIF XPComment, PDF text strings).</summary>
    public static IEnumerable<byte[]> Readings(byte[] piece)
    {
        yield return piece;
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            for (var shift = 0; shift < 2 && piece.Length > shift + 8; shift++)
            {
                if (piece.AsSpan().IndexOf((byte)0) >= 0 || piece.AsSpan().ContainsAnyInRange((byte)0x4E, (byte)0x9F))
                {
                    yield return Encoding.UTF8.GetBytes(encoding.GetString(piece, shift, piece.Length - shift));
                }
            }
        }
    }

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
}
