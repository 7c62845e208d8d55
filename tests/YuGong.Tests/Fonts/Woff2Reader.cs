using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace YuGong.Tests.Fonts;

/// <summary>Unpacks WOFF2 as the W3C's text says, with nothing of the packer's: the tables as they lie there, and the outlines.</summary>
internal sealed class Woff2Reader
{
    /// <summary>The first of the tables that have a number, and the one of features.</summary>
    private static readonly string[] Known =
    [
        "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca",
        .. Enumerable.Repeat("", 16), "GSUB",
    ];

    private readonly Dictionary<string, Table> tables = [];

    public Woff2Reader(byte[] file)
    {
        Assert.Equal("wOF2", Encoding.ASCII.GetString(file, 0, 4));
        Assert.Equal(file.Length, (int)UInt32(file, 8));
        Assert.Equal(0, file.Length % 4);
        UnpackedSize = (int)UInt32(file, 16);
        var directory = new Numbers(file.AsMemory(48));
        var entries = new List<(string Tag, int Length, int Stored)>();
        for (var i = 0; i < UInt16(file, 12); i++)
        {
            var flags = directory.Byte();
            Assert.Equal(0, flags >> 6); // the transform of glyf and loca, none for the others
            var tag = (flags & 63) == 63 ? Encoding.ASCII.GetString(directory.Take(4).Span) : Known[flags & 63];
            var length = directory.Base128();
            entries.Add((tag, length, tag is "glyf" or "loca" ? directory.Base128() : length));
        }

        var compressed = (int)UInt32(file, 20);
        Assert.Equal(file.Length, (48 + directory.At + compressed + 3) & ~3);
        var body = new byte[entries.Sum(e => e.Stored)];
        Assert.True(BrotliDecoder.TryDecompress(file.AsSpan(48 + directory.At, compressed), body, out var written));
        Assert.Equal(body.Length, written);
        var at = 0;
        foreach (var (tag, length, stored) in entries)
        {
            tables.Add(tag, new(length, body.AsMemory(at, stored)));
            at += stored;
        }

        Tags = [.. entries.Select(e => e.Tag)];
        Assert.Equal(UnpackedSize, 12 + entries.Sum(e => 16 + ((e.Length + 3) & ~3)));
    }

    public IReadOnlyList<string> Tags { get; }

    public int UnpackedSize { get; }

    public ReadOnlyMemory<byte> this[string tag] => tables[tag].Stored;

    /// <summary>Bytes of the table once it is unpacked.</summary>
    public int LengthOf(string tag) => tables[tag].Length;

    /// <summary>Section 5.1, backwards. Components come as one piece.</summary>
    public IReadOnlyList<SmallGlyph> Glyphs()
    {
        var header = this["glyf"].Span;
        var (options, count) = (UInt16(header, 2), UInt16(header, 4));
        var at = 36;
        var streams = new Numbers[7];
        for (var i = 0; i < streams.Length; i++)
        {
            var length = (int)UInt32(header, 8 + (4 * i));
            streams[i] = new(this["glyf"].Slice(at, length));
            at += length;
        }

        var overlaps = this["glyf"][at..];
        Assert.Equal((options & 1) == 0 ? 0 : (count + 7) / 8, overlaps.Length);
        var boxBits = streams[5].Take((count + 31) / 32 * 4);
        var glyphs = Enumerable.Range(0, count)
            .Select(i => Glyph(streams, Bit(boxBits, i), (options & 1) != 0 && Bit(overlaps, i))).ToList();
        Assert.All(streams, stream => Assert.Equal(stream.Length, stream.At));
        return glyphs;
    }

    private static SmallGlyph Glyph(Numbers[] streams, bool hasBox, bool overlap)
    {
        var (pointCounts, flags, coordinates, boxes) = (streams[1], streams[2], streams[3], streams[5]);
        var count = streams[0].Int16();
        if (count == 0)
        {
            Assert.False(hasBox);
            return new();
        }

        if (count < 0)
        {
            Assert.True(hasBox);
            var components = Components(streams[4], out var hasProgram);
            var program = hasProgram ? streams[6].Take(coordinates.UInt255()).ToArray() : [];
            return new() { Components = [components], Program = program, Box = Box(boxes) };
        }

        var lengths = Enumerable.Range(0, count).Select(_ => pointCounts.UInt255()).ToList();
        var (x, y) = (0, 0);
        var contours = lengths.ConvertAll(length => (IReadOnlyList<SmallPoint>)[.. Enumerable.Range(0, length).Select(_ =>
        {
            var flag = flags.Byte();
            var (dx, dy) = Triplet(flag & 0x7F, coordinates);
            (x, y) = (x + dx, y + dy);
            return new SmallPoint(x, y, (flag & 0x80) == 0);
        })]);
        return new()
        {
            Contours = contours, Program = streams[6].Take(coordinates.UInt255()).ToArray(), Overlap = overlap,
            Box = hasBox ? Box(boxes) : null,
        };
    }

    private static byte[] Components(Numbers stream, out bool hasProgram)
    {
        var all = new List<byte>();
        hasProgram = false;
        for (var more = true; more;)
        {
            var head = stream.Take(2);
            var flags = UInt16(head.Span, 0);
            var scale = (flags & 0x8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
            all.AddRange([.. head.Span, .. stream.Take(2 + ((flags & 1) != 0 ? 4 : 2) + scale).Span]);
            more = (flags & 0x20) != 0;
            hasProgram |= (flags & 0x100) != 0;
        }

        return [.. all];
    }

    private static (int Left, int Bottom, int Right, int Top) Box(Numbers boxes) =>
        (boxes.Int16(), boxes.Int16(), boxes.Int16(), boxes.Int16());

    /// <summary>The table of section 5.2: what is read by bits, and what is added.</summary>
    private static (int X, int Y) Triplet(int kind, Numbers data)
    {
        switch (kind)
        {
            case < 10:
                return (0, Signed(kind, data.Byte() + (kind / 2 * 256)));
            case < 20:
                return (Signed(kind, data.Byte() + ((kind - 10) / 2 * 256)), 0);
            case < 84:
                var both = data.Byte();
                var (width, height) = ((both >> 4) + 1 + ((kind - 20) / 16 * 16), (both & 15) + 1 + ((kind - 20) / 4 % 4 * 16));
                return (Signed(kind, width), Signed(kind >> 1, height));
            case < 120:
                var (x, y) = (data.Byte(), data.Byte());
                return (Signed(kind, x + 1 + ((kind - 84) / 12 * 256)), Signed(kind >> 1, y + 1 + ((kind - 84) / 4 % 3 * 256)));
            case < 124:
                var (first, second, third) = (data.Byte(), data.Byte(), data.Byte());
                return (Signed(kind, (first << 4) | (second >> 4)), Signed(kind >> 1, ((second & 15) << 8) | third));
            default:
                return (Signed(kind, data.Int16() & 0xFFFF), Signed(kind >> 1, data.Int16() & 0xFFFF));
        }
    }

    private static int Signed(int kind, int size) => (kind & 1) == 0 ? -size : size;

    private static bool Bit(ReadOnlyMemory<byte> bits, int i) => (bits.Span[i / 8] & (0x80 >> (i % 8))) != 0;

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private sealed record Table(int Length, ReadOnlyMemory<byte> Stored);

    private sealed class Numbers(ReadOnlyMemory<byte> bytes)
    {
        public int At { get; private set; }

        public int Length => bytes.Length;

        public int Byte() => Take(1).Span[0];

        public int Int16() => BinaryPrimitives.ReadInt16BigEndian(Take(2).Span);

        public ReadOnlyMemory<byte> Take(int length)
        {
            At += length;
            return bytes.Slice(At - length, length);
        }

        public int Base128()
        {
            var (value, next) = (0, 0x80);
            while (next >= 0x80)
            {
                next = Byte();
                Assert.False(value == 0 && next == 0x80, "a leading zero");
                value = (value << 7) | (next & 0x7F);
            }

            return value;
        }

        public int UInt255() => Byte() switch
        {
            253 => Int16() & 0xFFFF,
            254 => Byte() + 506,
            255 => Byte() + 253,
            var small => small,
        };
    }
}
