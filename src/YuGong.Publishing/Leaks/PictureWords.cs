using System.Buffers.Binary;
using System.Text;

namespace YuGong.Publishing;

/// <summary>What a picture or film carries beside its samples. Samples are noise in which any short address may turn up.</summary>
internal static class PictureWords
{
    /// <summary>Pieces of metadata; null when the file is none of these kinds.</summary>
    public static IEnumerable<byte[]>? Of(byte[] file) =>
        Begins(file, 0, [0xFF, 0xD8, 0xFF]) ? Jpeg(file)
        : Begins(file, 0, [0x89, (byte)'P', (byte)'N', (byte)'G']) ? Png(file)
        : Begins(file, 0, "RIFF"u8) && Begins(file, 8, "WEBP"u8) ? WebP(file)
        : Begins(file, 0, "II*\0"u8) || Begins(file, 0, "MM\0*"u8) ? Tiff(file)
        : Begins(file, 4, "ftyp"u8) ? Boxes(file)
        : null;

    private static bool Begins(byte[] file, int at, ReadOnlySpan<byte> magic) => file.Length > at && file.AsSpan(at).StartsWith(magic);

    /// <summary>ISO/IEC 10918-1: the application and comment segments before the first scan.</summary>
    public static IEnumerable<byte[]> Jpeg(byte[] file)
    {
        for (var i = 2; i + 4 <= file.Length && file[i] == 0xFF && file[i + 1] != 0xDA;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(i + 2));
            if (file[i + 1] is (>= 0xE0 and <= 0xEF) or 0xFE)
            {
                yield return file[Math.Min(file.Length, i + 4)..Math.Min(file.Length, i + 2 + Math.Max(2, (int)length))];
            }

            i += 2 + Math.Max(2, (int)length);
        }
    }

    /// <summary>ISO/IEC 15948: every chunk that is not the picture; compressed text is unpacked.</summary>
    private static IEnumerable<byte[]> Png(byte[] file)
    {
        for (var i = 8; i + 12 <= file.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(i)), (uint)(file.Length - i - 12));
            var type = Encoding.ASCII.GetString(file, i + 4, 4);
            var data = file[(i + 8)..(i + 8 + length)];
            if (type is not ("IHDR" or "IDAT" or "PLTE" or "IEND"))
            {
                yield return data;
                if (type is "zTXt" or "iTXt" && FileWords.Inflated(data) is { } text)
                {
                    yield return text;
                }
            }

            i += 12 + length;
        }
    }

    /// <summary>RFC 9649: the chunks that are not frames.</summary>
    private static IEnumerable<byte[]> WebP(byte[] file)
    {
        for (var i = 12; i + 8 <= file.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(i + 4)), (uint)(file.Length - i - 8));
            if (Encoding.ASCII.GetString(file, i, 4) is not ("VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANMF" or "ANIM"))
            {
                yield return file[(i + 8)..(i + 8 + length)];
            }

            i += 8 + length + (length & 1);
        }
    }

    /// <summary>TIFF 6.0: texts and bytes of every directory, also of Exif and GPS; strips and tiles are numbers' offsets and stay out.</summary>
    private static List<byte[]> Tiff(byte[] file)
    {
        var little = file[0] == (byte)'I';
        var pieces = new List<byte[]>();
        var seen = new HashSet<uint>();
        var directories = new Stack<uint>([Word(4)]);
        while (directories.TryPop(out var at))
        {
            if (at == 0 || at + 2 > file.Length || !seen.Add(at))
            {
                continue;
            }

            var count = Half(at);
            for (uint i = 0, entry = at + 2; i < count && entry + 12 <= file.Length; i++, entry += 12)
            {
                var (tag, kind, length) = (Half(entry), Half(entry + 2), Word(entry + 4));
                if (tag is 0x8769 or 0x8825 or 0x014A)
                {
                    directories.Push(Word(entry + 8));
                }
                else if (kind is 1 or 2 or 7 && tag is not 0x8773)
                {
                    var from = length <= 4 ? entry + 8 : Word(entry + 8);
                    if (from < file.Length)
                    {
                        pieces.Add(file[(int)from..(int)Math.Min(file.Length, from + (long)length)]);
                    }
                }
            }

            directories.Push(Word(at + 2 + (12u * count)));
        }

        return pieces;

        ushort Half(uint at) => at + 2 > file.Length ? (ushort)0 : little ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan((int)at)) : BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan((int)at));
        uint Word(uint at) => at + 4 > file.Length ? 0 : little ? BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)at)) : BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
    }

    /// <summary>ISO/IEC 14496-12 (AVIF, HEIC, MP4): every box but the samples, and in these the Exif and XMP items that live there.</summary>
    private static IEnumerable<byte[]> Boxes(byte[] file)
    {
        for (long i = 0; i + 8 <= file.Length;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)i));
            var head = 8;
            if (length == 1 && i + 16 <= file.Length)
            {
                (length, head) = (BinaryPrimitives.ReadInt64BigEndian(file.AsSpan((int)i + 8)), 16);
            }

            var end = length < head || i + length > file.Length ? file.Length : i + length;
            var inner = file[(int)(i + head)..(int)end];
            if (Encoding.ASCII.GetString(file, (int)i + 4, 4) != "mdat")
            {
                yield return inner;
            }
            else
            {
                foreach (var item in Items(inner))
                {
                    yield return item;
                }
            }

            i = end;
        }
    }

    private static IEnumerable<byte[]> Items(byte[] samples)
    {
        var from = samples.AsSpan().IndexOf("<rdf:RDF"u8);
        if (from >= 0 && samples.AsSpan(from).IndexOf("</rdf:RDF>"u8) is var length and > 0)
        {
            yield return samples[from..(from + length)];
        }

        foreach (var order in (string[])["II*\0", "MM\0*"])
        {
            if (samples.AsSpan().IndexOf(Encoding.ASCII.GetBytes(order)) is var at and >= 0)
            {
                foreach (var piece in Tiff(samples[at..]))
                {
                    yield return piece;
                }
            }
        }
    }
}
