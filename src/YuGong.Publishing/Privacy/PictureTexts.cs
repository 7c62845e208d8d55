using System.Buffers.Binary;
using System.Text;

namespace YuGong.Publishing.Privacy;

/// <summary>What a picture or film carries beside its samples. Samples are noise in which any short address may turn up.</summary>
internal static class PictureTexts
{
    /// <summary>TIFF's tag of the IPTC record.</summary>
    private const ushort Iptc = 0x83BB;

    /// <summary>TIFF's tag of the colour profile.</summary>
    private const ushort Profile = 0x8773;

    /// <summary>How a JPEG marks a piece of its colour profile, before the number of the piece and of all (ICC.1:2022, B.4).</summary>
    private static ReadOnlySpan<byte> ProfileMark => "ICC_PROFILE\0"u8;

    /// <summary>Pieces of metadata; null when the file is none of these kinds.</summary>
    public static IEnumerable<byte[]>? In(byte[] file) =>
        Begins(file, 0, [0xFF, 0xD8, 0xFF]) ? Jpeg(file)
        : Begins(file, 0, [0x89, (byte)'P', (byte)'N', (byte)'G']) ? Png(file)
        : Begins(file, 0, "RIFF"u8) && Begins(file, 8, "WEBP"u8) ? WebP(file)
        : Begins(file, 0, "GIF8"u8) ? Gif(file)
        : Begins(file, 0, "II*\0"u8) || Begins(file, 0, "MM\0*"u8) ? Tiff(file)
        : FilmTexts.IsIn(file) ? FilmTexts.In(file)
        : null;

    /// <summary>Where the picture ends by its own account; films say it themselves (<see cref="FilmTexts"/>).</summary>
    public static int EndOf(byte[] file) => ContainerEnd.Of(file);

    private static bool Begins(byte[] file, int at, ReadOnlySpan<byte> magic) => file.Length > at && file.AsSpan(at).StartsWith(magic);

    /// <summary>ISO/IEC 10918-1: the application and comment segments, of which some stand between the scans.</summary>
    public static IEnumerable<byte[]> Jpeg(byte[] file)
    {
        var profile = new List<byte>();
        for (var i = 2; i + 4 <= file.Length && file[i] == 0xFF && file[i + 1] != 0xD9;)
        {
            var mark = file[i + 1];
            if (mark == 0xFF)
            {
                i++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(i + 2));
            if (mark is (>= 0xE0 and <= 0xEF) or 0xFE)
            {
                var segment = file[Math.Min(file.Length, i + 4)..Math.Min(file.Length, i + 2 + Math.Max(2, (int)length))];
                if (mark == 0xE2 && segment.AsSpan().StartsWith(ProfileMark) && segment.Length > ProfileMark.Length + 2)
                {
                    profile.AddRange(segment[(ProfileMark.Length + 2)..]);
                }
                else
                {
                    yield return segment;
                }
            }

            i += 2 + Math.Max(2, (int)length);
            while (mark == 0xDA && i + 1 < file.Length && !(file[i] == 0xFF
                && file[i + 1] is not 0 and not (>= 0xD0 and <= 0xD7) and not 0xFF))
            {
                i++;
            }
        }

        foreach (var words in ProfileTexts.In([.. profile]))
        {
            yield return words;
        }
    }

    /// <summary>GIF89a: comments, plain text and what programs keep (XMP); the pieces of each block joined.</summary>
    private static IEnumerable<byte[]> Gif(byte[] file)
    {
        for (var at = 0; file.AsSpan(at).IndexOf((byte)0x21) is >= 0 and var found && at + found + 2 < file.Length; at += found + 1)
        {
            var i = at + found;
            if (file[i + 1] is not (0xFE or 0xFF or 0x01))
            {
                continue;
            }

            var joined = new MemoryStream();
            for (i += 2; i < file.Length && file[i] != 0 && joined.Length < 65536; i += file[i] + 1)
            {
                joined.Write(file, i, Math.Min(file[i] + 1, file.Length - i)); // its length too: XMP stands there as it is
            }

            yield return joined.ToArray();
            yield return [.. joined.ToArray().Where(b => b >= 0x20)];
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
            if (type == "iCCP")
            {
                foreach (var words in ProfileTexts.In(FileReading.Inflated(data) ?? []))
                {
                    yield return words;
                }
            }
            else if (type is not ("IHDR" or "IDAT" or "PLTE" or "IEND"))
            {
                yield return data;
                if (type is "zTXt" or "iTXt" && FileReading.Inflated(data) is { } text)
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
            var type = Encoding.ASCII.GetString(file, i, 4);
            if (type == "ICCP")
            {
                foreach (var words in ProfileTexts.In(file[(i + 8)..(i + 8 + length)]))
                {
                    yield return words;
                }
            }
            else if (type is not ("VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANMF" or "ANIM"))
            {
                yield return file[(i + 8)..(i + 8 + length)];
            }

            i += 8 + length + (length & 1);
        }
    }

    /// <summary>TIFF 6.0: texts and bytes of every directory, also of Exif and GPS; strips and tiles are numbers and stay out.</summary>
    public static List<byte[]> Tiff(byte[] file)
    {
        var little = file[0] == (byte)'I';
        var pieces = new List<byte[]>();
        var seen = new HashSet<uint>();
        var directories = new Stack<uint>([Word(4)]);
        while (directories.TryPop(out var at))
        {
            if (at == 0 || at + 2L > file.Length || !seen.Add(at))
            {
                continue;
            }

            var count = Half(at);
            for (uint i = 0, entry = at + 2; i < count && entry + 12L <= file.Length; i++, entry += 12)
            {
                var (tag, kind, length) = (Half(entry), Half(entry + 2), Word(entry + 4));
                if (tag is 0x8769 or 0x8825 or 0x014A)
                {
                    directories.Push(Word(entry + 8));
                }
                else if (kind is 1 or 2 or 7 or 129 || tag is Iptc)
                {
                    // IPTC is bytes, and many programs say that it is words of four.
                    var size = (long)length * (tag is Iptc && kind is 4 or 9 or 13 ? 4 : 1);
                    var from = size <= 4 ? entry + 8 : Word(entry + 8);
                    if (from < file.Length)
                    {
                        var piece = file[(int)from..(int)Math.Min(file.Length, from + size)];
                        pieces.AddRange(tag is Profile ? ProfileTexts.In(piece) : [piece]);
                    }
                }
            }

            directories.Push(Word(at + 2 + (12u * count)));
        }

        return pieces;

        ushort Half(uint at) => at + 2L > file.Length ? (ushort)0
            : little ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan((int)at))
                : BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan((int)at));
        uint Word(uint at) => at + 4L > file.Length ? 0
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)at))
                : BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
    }
}
