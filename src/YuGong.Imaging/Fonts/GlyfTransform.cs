namespace YuGong.Imaging;

/// <summary>
/// The outlines of a TrueType font (glyf and loca) taken apart as WOFF2 wants them (section 5.1): like beside like in seven streams, which
/// Brotli then packs to about four fifths of what the table itself would take. Nothing is lost: an unpacker makes the same outlines.
/// </summary>
internal sealed class GlyfTransform
{
    /// <summary>The last offset that a short loca can hold, in bytes.</summary>
    private const int ShortOffsetLimit = 2 * ushort.MaxValue;

    private readonly FontWriter contourCounts = new(), pointCounts = new(), flags = new(), coordinates = new(), components = new(),
        boxes = new(), instructions = new();

    private readonly byte[] hasBox, hasOverlap;
    private readonly int glyphs;
    private long unpackedLength;

    private GlyfTransform(int glyphs)
    {
        this.glyphs = glyphs;
        hasBox = new byte[((glyphs + 31) >> 5) << 2];
        hasOverlap = new byte[(glyphs + 7) >> 3];
    }

    /// <summary>Whether loca is to have 32 bits for an offset, not 16.</summary>
    public bool HasLongOffsets { get; private set; }

    /// <summary>Bytes of the loca that an unpacker makes.</summary>
    public int OffsetsLength => (glyphs + 1) * (HasLongOffsets ? 4 : 2);

    /// <param name="font">A file with head, maxp, loca and glyf.</param>
    /// <exception cref="InvalidDataException">One of them is missing or damaged.</exception>
    public static GlyfTransform Of(ReadOnlySpan<byte> font)
    {
        var tables = SfntTable.DirectoryOf(font);
        var count = new FontReader(Table(font, tables, "maxp", shortest: 6)[4..]).UInt16();
        var isLong = new FontReader(Table(font, tables, "head", shortest: 54)[50..]).UInt16() == 1;
        var offsets = new FontReader(Table(font, tables, "loca"));
        var outlines = Table(font, tables, "glyf");
        var made = new GlyfTransform(count);
        var start = isLong ? offsets.UInt32() : 2u * offsets.UInt16();
        for (var glyph = 0; glyph < count; glyph++)
        {
            var end = isLong ? offsets.UInt32() : 2u * offsets.UInt16();
            if (end < start || end > outlines.Length)
            {
                throw new InvalidDataException($"glyph {glyph} is not in its table glyf");
            }

            made.Add(glyph, outlines[(int)start..(int)end]);
            start = end;
        }

        // Unpackers begin every glyph at a multiple of four bytes, where the font may have used two.
        made.HasLongOffsets = isLong || made.unpackedLength > ShortOffsetLimit;
        return made;
    }

    /// <summary>The transformed table: its header, the streams in section 5.1's order, and which glyphs overlap themselves.</summary>
    public byte[] ToArray()
    {
        var overlaps = hasOverlap.AsSpan().ContainsAnyExcept((byte)0);
        var table = new FontWriter();
        table.UInt16(0);
        table.UInt16(overlaps ? 1 : 0);
        table.UInt16(glyphs);
        table.UInt16(HasLongOffsets ? 1 : 0);
        foreach (var stream in (ReadOnlySpan<FontWriter>)[contourCounts, pointCounts, flags, coordinates, components])
        {
            table.UInt32(stream.Length);
        }

        table.UInt32(hasBox.Length + boxes.Length);
        table.UInt32(instructions.Length);
        foreach (var stream in (ReadOnlySpan<FontWriter>)[contourCounts, pointCounts, flags, coordinates, components])
        {
            table.Bytes(stream.Written);
        }

        table.Bytes(hasBox);
        table.Bytes(boxes.Written);
        table.Bytes(instructions.Written);
        table.Bytes(overlaps ? hasOverlap : []);
        return table.Written.ToArray();
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, IEnumerable<SfntTable> tables, string tag, int shortest = 0)
    {
        var table = tables.FirstOrDefault(t => t.Tag == tag);
        return table.Tag is null || table.Length < shortest
            ? throw new InvalidDataException($"its table {tag} is missing or too short") : table.In(font);
    }

    private static void Mark(byte[] bits, int glyph) => bits[glyph >> 3] |= (byte)(0x80 >> (glyph & 7));

    private void Add(int glyph, ReadOnlySpan<byte> outline)
    {
        unpackedLength += (outline.Length + 3) & ~3;
        var reader = new FontReader(outline);
        var contours = outline.IsEmpty ? 0 : reader.Int16();
        if (contours == 0)
        {
            contourCounts.UInt16(0); // a blank; a box around nothing is not allowed
            return;
        }

        var box = reader.Take(8);
        if (contours < 0)
        {
            contourCounts.UInt16(-1);
            AddBox(glyph, box); // always: the box of a composite does not follow from its points
            AddComponents(ref reader);
            return;
        }

        contourCounts.UInt16(contours);
        AddSimple(glyph, contours, box, ref reader);
    }

    private void AddSimple(int glyph, int contours, ReadOnlySpan<byte> box, ref FontReader reader)
    {
        var last = -1;
        for (var contour = 0; contour < contours; contour++)
        {
            int end = reader.UInt16();
            if (end < last)
            {
                throw new InvalidDataException($"the contours of glyph {glyph} are out of order");
            }

            pointCounts.UInt255(end - last);
            last = end;
        }

        var program = reader.Take(reader.UInt16());
        var points = GlyphPoints.Read(ref reader, last + 1);
        points.WriteTriplets(flags, coordinates);
        AddProgram(program);
        if (points.Overlap)
        {
            Mark(hasOverlap, glyph);
        }

        if (!points.IsBox(box))
        {
            AddBox(glyph, box);
        }
    }

    private void AddComponents(ref FontReader reader)
    {
        const int argumentsAreWords = 0x1, hasScale = 0x8, moreFollow = 0x20, hasTwoScales = 0x40, hasMatrix = 0x80, hasProgram = 0x100;
        var (wantsProgram, flag) = (false, moreFollow);
        while ((flag & moreFollow) != 0)
        {
            flag = reader.UInt16();
            var scale = (flag & hasScale) != 0 ? 2 : (flag & hasTwoScales) != 0 ? 4 : (flag & hasMatrix) != 0 ? 8 : 0;
            components.UInt16(flag);
            components.Bytes(reader.Take(2)); // the other glyph's number
            components.Bytes(reader.Take((flag & argumentsAreWords) != 0 ? 4 : 2));
            components.Bytes(reader.Take(scale));
            wantsProgram |= (flag & hasProgram) != 0;
        }

        if (wantsProgram)
        {
            AddProgram(reader.Take(reader.UInt16()));
        }
    }

    private void AddProgram(ReadOnlySpan<byte> program)
    {
        coordinates.UInt255(program.Length);
        instructions.Bytes(program);
    }

    private void AddBox(int glyph, ReadOnlySpan<byte> box)
    {
        Mark(hasBox, glyph);
        boxes.Bytes(box);
    }
}
