using System.Buffers.Binary;
using System.IO.Compression;

namespace YuGong.Tests.Posters;

/// <summary>Grey pictures of any size, written row by row.</summary>
internal static class Pngs
{
    /// <summary>A disc before a slope: one sees how it was cropped.</summary>
    public static void Write(string path, int width, int height)
    {
        using var file = File.Create(path);
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        head[8] = 8;
        Chunk(file, "IHDR", head);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++)
            {
                Fill(row.AsSpan(1), y, width, height);
                zlib.Write(row);
            }
        }

        Chunk(file, "IDAT", packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(file, "IEND", []);
    }

    private static void Fill(Span<byte> row, int y, int width, int height)
    {
        row.Fill((byte)(210 - (90 * y / height)));
        var (radius, off) = (0.22 * Math.Min(width, height), y - (0.38 * height));
        if (Math.Abs(off) < radius)
        {
            var half = (int)Math.Sqrt((radius * radius) - (off * off));
            row.Slice((width / 2) - half, 2 * half).Fill(60);
        }
    }

    private static void Chunk(Stream file, string type, ReadOnlySpan<byte> data)
    {
        var whole = new byte[data.Length + 4];
        System.Text.Encoding.ASCII.GetBytes(type, whole);
        data.CopyTo(whole.AsSpan(4));
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(whole));
        file.Write(number);
    }

    /// <summary>CRC-32 as PNG has it (ISO 3309).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
