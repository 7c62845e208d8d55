using System.Buffers.Binary;

namespace YuGong.Publishing.Privacy;

/// <summary>Where a picture or film ends by its own account: whatever follows is something else.</summary>
internal static class ContainerEnd
{
    /// <returns>Bytes from the beginning; -1 when the file does not say.</returns>
    public static int Of(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(file)
        : file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? Png(file)
        : file.StartsWith("GIF8"u8) ? Gif(file)
        : file.StartsWith("RIFF"u8) && file.Length >= 12 ? (int)Math.Min(int.MaxValue,
            8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + (file[4] & 1))
        : -1;

    /// <summary>ISO/IEC 15948: length, type, data, CRC, until IEND.</summary>
    private static int Png(ReadOnlySpan<byte> file)
    {
        for (long at = 8; at + 12 <= file.Length;)
        {
            var next = at + 12 + BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            if (file[((int)at + 4)..].StartsWith("IEND"u8))
            {
                return (int)Math.Min(next, file.Length);
            }

            at = next;
        }

        return -1;
    }

    /// <summary>ITU-T T.81: segments with lengths; in the compressed data FF is followed by 00 or a restart mark until EOI.</summary>
    private static int Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 2 <= file.Length;)
        {
            if (file[at] != 0xFF)
            {
                return -1;
            }

            var mark = file[at + 1];
            if (mark == 0xD9)
            {
                return at + 2;
            }

            if (mark == 0xFF)
            {
                at++;
                continue;
            }

            if (at + 4 > file.Length)
            {
                return -1;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            while (mark == 0xDA && at + 1 < file.Length && !(file[at] == 0xFF
                && file[at + 1] is not 0 and not (>= 0xD0 and <= 0xD7) and not 0xFF))
            {
                at++;
            }
        }

        return -1;
    }

    /// <summary>GIF89a: blocks, each a chain of short pieces, until the trailer.</summary>
    private static int Gif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13)
        {
            return -1;
        }

        var at = 13 + Table(file[10]);
        while (at < file.Length)
        {
            switch (file[at])
            {
                case 0x3B:
                    return at + 1;
                case 0x2C when at + 10 < file.Length:
                    at = Pieces(file, at + 11 + Table(file[at + 9]));
                    break;
                case 0x21:
                    at = Pieces(file, at + 2);
                    break;
                default:
                    return -1;
            }
        }

        return -1;

        static int Table(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int Pieces(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
        {
            at += file[at] + 1;
        }

        return at + 1;
    }
}
