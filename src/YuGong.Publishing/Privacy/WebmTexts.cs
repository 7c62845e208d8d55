namespace YuGong.Publishing.Privacy;

/// <summary>Matroska and WebM (RFC 9559): titles, tags, attachments and chapters; the clusters, where the samples are, stay out.</summary>
internal static class WebmTexts
{
    private const uint Segment = 0x18538067;
    private const uint Cluster = 0x1F43B675;

    public static bool IsIn(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]);

    public static IEnumerable<byte[]> In(byte[] file)
    {
        for (var at = 0; at < file.Length;)
        {
            if (Element(file, at) is not var (id, start, size))
            {
                yield return file[at..];
                yield break;
            }

            // The segment is opened; of unknown size it ends with the file.
            if (id == Segment)
            {
                at = start;
                continue;
            }

            var end = (int)Math.Min(file.Length, size < 0 ? file.Length : start + size);
            if (id != Cluster)
            {
                yield return file[start..end];
            }

            at = end;
        }
    }

    /// <summary>RFC 8794: an id with its marker, a size without it; -1 for an unknown size.</summary>
    private static (uint Id, int Start, long Size)? Element(byte[] file, int at)
    {
        var width = Width(file[at]);
        if (width is 0 or > 4 || at + width >= file.Length)
        {
            return null;
        }

        uint id = 0;
        for (var i = 0; i < width; i++)
        {
            id = (id << 8) | file[at + i];
        }

        var sized = at + width;
        var wide = Width(file[sized]);
        if (wide == 0 || sized + wide > file.Length)
        {
            return null;
        }

        long size = file[sized] & ((1 << (8 - wide)) - 1);
        var unknown = size == (1 << (8 - wide)) - 1;
        for (var i = 1; i < wide; i++)
        {
            unknown &= file[sized + i] == 0xFF;
            size = (size << 8) | file[sized + i];
        }

        return (id, sized + wide, unknown ? -1 : Math.Max(0, size));
    }

    private static int Width(byte first) => first == 0 ? 0 : System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 23;
}
