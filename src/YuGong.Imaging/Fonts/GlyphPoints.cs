namespace YuGong.Imaging;

/// <summary>The points of a simple glyph, each by its distance from the one before it, in font units.</summary>
internal sealed class GlyphPoints
{
    /// <summary>Flags of a point in glyf (OpenType, "glyf", simple glyph flags).</summary>
    private const byte OnCurve = 0x01, XIsByte = 0x02, YIsByte = 0x04, Repeats = 0x08, XIsSameOrPositive = 0x10, YIsSameOrPositive = 0x20,
        OverlapSimple = 0x40;

    private readonly byte[] flags;
    private readonly int[] x, y;

    private GlyphPoints(byte[] flags, int[] x, int[] y) => (this.flags, this.x, this.y) = (flags, x, y);

    /// <summary>Whether contours of the glyph may overlap; its first point says so.</summary>
    public bool Overlap => flags.Length > 0 && (flags[0] & OverlapSimple) != 0;

    /// <exception cref="InvalidDataException">The glyph ends too early.</exception>
    public static GlyphPoints Read(ref FontReader reader, int count)
    {
        var ofPoints = new byte[count];
        for (var i = 0; i < count;)
        {
            var flag = reader.UInt8();
            var times = (flag & Repeats) != 0 ? 1 + reader.UInt8() : 1;
            if (times > count - i)
            {
                throw new InvalidDataException("a glyph has more flags than points");
            }

            ofPoints.AsSpan(i, times).Fill(flag);
            i += times;
        }

        var across = Distances(ref reader, ofPoints, XIsByte, XIsSameOrPositive);
        var up = Distances(ref reader, ofPoints, YIsByte, YIsSameOrPositive);
        return new(ofPoints, across, up);
    }

    /// <summary>Whether a box as glyf has it (left, bottom, right, top) follows from these points, so that it need not be said.</summary>
    public bool IsBox(ReadOnlySpan<byte> box)
    {
        var reader = new FontReader(box);
        var (left, bottom, right, top) = (reader.Int16(), reader.Int16(), reader.Int16(), reader.Int16());
        return (left, right) == Extent(x) && (bottom, top) == Extent(y);
    }

    /// <summary>Each point as section 5.2 of WOFF2 has it: a byte that says how it is written, one to four with the distances.</summary>
    public void WriteTriplets(FontWriter kinds, FontWriter distances)
    {
        for (var i = 0; i < flags.Length; i++)
        {
            var offCurve = (flags[i] & OnCurve) != 0 ? 0 : 0x80;
            kinds.UInt8(offCurve | WriteTriplet(x[i], y[i], distances));
        }
    }

    private static int[] Distances(ref FontReader reader, byte[] ofPoints, byte isByte, byte isSameOrPositive)
    {
        var distances = new int[ofPoints.Length];
        for (var i = 0; i < ofPoints.Length; i++)
        {
            var positive = (ofPoints[i] & isSameOrPositive) != 0;
            if ((ofPoints[i] & isByte) != 0)
            {
                int distance = reader.UInt8();
                distances[i] = positive ? distance : -distance;
            }
            else
            {
                distances[i] = positive ? 0 : reader.Int16();
            }
        }

        return distances;
    }

    /// <summary>The table of section 5.2, shortest ways first.</summary>
    /// <returns>The number of the way: 0–9 up or down, 10–19 left or right, 20–83, 84–119, 120–123 and 124–127 both.</returns>
    private static int WriteTriplet(int across, int up, FontWriter distances)
    {
        var (width, height) = (Math.Abs(across), Math.Abs(up));
        var (acrossSign, upSign) = (across < 0 ? 0 : 1, up < 0 ? 0 : 1);
        var signs = acrossSign + (2 * upSign);
        if (across == 0 && height < 1280)
        {
            distances.UInt8(height);
            return (2 * (height >> 8)) + upSign;
        }

        if (up == 0 && width < 1280)
        {
            distances.UInt8(width);
            return 10 + (2 * (width >> 8)) + acrossSign;
        }

        // Neither is 0 up to 768, so that one less is what has to be written.
        if (width is > 0 and <= 64 && height is > 0 and <= 64)
        {
            distances.UInt8((((width - 1) & 0xF) << 4) | ((height - 1) & 0xF));
            return 20 + (16 * ((width - 1) >> 4)) + (4 * ((height - 1) >> 4)) + signs;
        }

        if (width is > 0 and <= 768 && height is > 0 and <= 768)
        {
            distances.UInt8(width - 1);
            distances.UInt8(height - 1);
            return 84 + (12 * ((width - 1) >> 8)) + (4 * ((height - 1) >> 8)) + signs;
        }

        if (width < 4096 && height < 4096)
        {
            distances.UInt8(width >> 4);
            distances.UInt8(((width & 0xF) << 4) | (height >> 8));
            distances.UInt8(height);
            return 120 + signs;
        }

        distances.UInt16(width);
        distances.UInt16(height);
        return 124 + signs;
    }

    private static (int Least, int Most) Extent(int[] distances)
    {
        var (at, least, most) = (0, int.MaxValue, int.MinValue);
        foreach (var distance in distances)
        {
            at += distance;
            (least, most) = (Math.Min(least, at), Math.Max(most, at));
        }

        return (least, most);
    }
}
