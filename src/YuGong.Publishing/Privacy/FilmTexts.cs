using System.Buffers.Binary;
using System.Text;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// ISO/IEC 14496-12 (MP4, QuickTime, AVIF, HEIC): every box but the samples, and of these the subtitles, the tracks of metadata,
/// and the Exif and XMP items of pictures.
/// </summary>
internal static class FilmTexts
{
    private static readonly string[] First = ["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "styp"];

    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "stbl"];

    /// <summary>Handlers of tracks whose samples are words (14496-12, 8.4.3; QuickTime, media types).</summary>
    private static readonly string[] Spoken = ["text", "sbtl", "subt", "clcp", "meta", "tx3g", "camm", "gpmd"];

    public static bool IsIn(byte[] file) => file.Length >= 8 && First.Contains(Encoding.ASCII.GetString(file, 4, 4),
        StringComparer.Ordinal);

    public static IEnumerable<byte[]> In(byte[] file)
    {
        foreach (var (type, from, to) in Boxes(file, 0, file.Length))
        {
            if (type != "mdat")
            {
                foreach (var piece in AroundProfiles(file[from..to]))
                {
                    yield return piece;
                }
            }
            else
            {
                foreach (var item in Items(file[from..to]))
                {
                    yield return item;
                }
            }
        }

        foreach (var samples in Tracks(file))
        {
            yield return samples;
        }
    }

    /// <summary>14496-12, 12.1.5: a box of colour may hold a whole profile, of which the words alone are read.</summary>
    private static IEnumerable<byte[]> AroundProfiles(byte[] box)
    {
        var from = 0;
        for (var at = box.AsSpan().IndexOf("colrprof"u8); at >= 4;)
        {
            var end = (int)Math.Clamp(at - 4L + BinaryPrimitives.ReadUInt32BigEndian(box.AsSpan(at - 4)), at + 8L, box.Length);
            yield return box[from..at];
            foreach (var words in ProfileTexts.In(box[(at + 8)..end]))
            {
                yield return words;
            }

            from = end;
            at = box.AsSpan(from).IndexOf("colrprof"u8) is >= 4 and var next ? from + next : -1;
        }

        yield return box[from..];
    }

    /// <summary>The boxes of a stretch; what is no box any more counts as one, of no type.</summary>
    private static IEnumerable<(string Type, int From, int To)> Boxes(byte[] file, int start, int end)
    {
        for (long i = start; i < end;)
        {
            if (i + 8 > end)
            {
                yield return ("", (int)i, end);
                yield break;
            }

            var type = Encoding.Latin1.GetString(file, (int)i + 4, 4);
            long length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)i));
            var head = 8;
            if (length == 1 && i + 16 <= end)
            {
                (length, head) = (BinaryPrimitives.ReadInt64BigEndian(file.AsSpan((int)i + 8)), 16);
            }

            length = length == 0 ? end - i : length;
            if (length < head || length > end - i || type.Any(c => c is < ' ' or > '~' and not '©'))
            {
                yield return ("", (int)i, end);
                yield break;
            }

            yield return (type, (int)i + head, (int)(i + length));
            i += length;
        }
    }

    /// <summary>The samples of every track of words, one behind the other.</summary>
    private static IEnumerable<byte[]> Tracks(byte[] file)
    {
        foreach (var movie in Boxes(file, 0, file.Length).Where(b => b.Type == "moov"))
        {
            foreach (var track in Boxes(file, movie.From, movie.To).Where(b => b.Type == "trak"))
            {
                var boxes = new Dictionary<string, (int From, int To)>(StringComparer.Ordinal);
                Collect(file, track.From, track.To, boxes);
                if (boxes.TryGetValue("hdlr", out var handler) && handler.To - handler.From >= 12
                    && Spoken.Contains(Encoding.Latin1.GetString(file, handler.From + 8, 4), StringComparer.Ordinal))
                {
                    yield return Samples(file, boxes);
                }
            }
        }
    }

    private static void Collect(byte[] file, int from, int to, Dictionary<string, (int From, int To)> boxes)
    {
        foreach (var (type, start, end) in Boxes(file, from, to))
        {
            boxes.TryAdd(type, (start, end));
            if (Containers.Contains(type, StringComparer.Ordinal))
            {
                Collect(file, start, end, boxes);
            }
        }
    }

    /// <summary>14496-12, 8.7: sizes (stsz), how many to a chunk (stsc), where the chunks are (stco, co64).</summary>
    private static byte[] Samples(byte[] file, Dictionary<string, (int From, int To)> boxes)
    {
        var samples = new MemoryStream();
        var wide = boxes.ContainsKey("co64");
        if (!boxes.TryGetValue("stsz", out var sizes) || !boxes.TryGetValue("stsc", out var runs)
            || !boxes.TryGetValue(wide ? "co64" : "stco", out var chunks))
        {
            return [];
        }

        var (fixedSize, count) = (Word(sizes.From + 4), Word(sizes.From + 8));
        uint sample = 0;
        for (uint chunk = 0, run = 0; chunk < Word(chunks.From + 4) && sample < count; chunk++)
        {
            while (run + 1 < Word(runs.From + 4) && Word(runs.From + 8 + (int)(12 * (run + 1))) <= chunk + 1)
            {
                run++;
            }

            var at = wide ? ((long)Word(chunks.From + 8 + (int)(8 * chunk)) << 32) + Word(chunks.From + 12 + (int)(8 * chunk))
                : Word(chunks.From + 8 + (int)(4 * chunk));
            for (var i = Word(runs.From + 12 + (int)(12 * run)); i > 0 && sample < count; i--, sample++)
            {
                var size = fixedSize > 0 ? fixedSize : Word(sizes.From + 12 + (int)(4 * sample));
                if (at < 0 || at + size > file.Length || samples.Length > file.Length)
                {
                    return samples.ToArray();
                }

                samples.Write(file, (int)at, (int)size);
                samples.WriteByte((byte)'\n');
                at += size;
            }
        }

        return samples.ToArray();

        uint Word(int at) => at >= 0 && at + 4 <= file.Length ? BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)) : 0;
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
                foreach (var piece in PictureTexts.Tiff(samples[at..]))
                {
                    yield return piece;
                }
            }
        }
    }
}
