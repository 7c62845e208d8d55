using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace YuGong.Tests.Publishing;

/// <summary>Small pictures that carry words.</summary>
internal static class Pictures
{
    public static byte[] Jpeg(byte[] metadata)
    {
        var segment = new byte[4];
        (segment[0], segment[1]) = (0xFF, 0xE1);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(metadata.Length + 2));
        return [0xFF, 0xD8, .. segment, .. metadata, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];
    }

    public static byte[] Png(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0];
    }

    public static byte[] Zlib(string text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
