using System.Buffers.Binary;

namespace YuGong.Imaging.Vips;

/// <summary>Puts an XMP packet into a finished file that holds no other words (XMP Specification part 3).</summary>
internal static class XmpEmbedder
{
    private const int LargestSegment = 65533;

    private static ReadOnlySpan<byte> XmpSignature => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>An APP1 segment behind the JFIF segment, if there is one.</summary>
    public static byte[] IntoJpeg(byte[] jpeg, ReadOnlySpan<byte> xmp)
    {
        if (xmp.IsEmpty || xmp.Length + XmpSignature.Length + 2 > LargestSegment)
        {
            return jpeg;
        }

        var at = jpeg.AsSpan(2).StartsWith((ReadOnlySpan<byte>)[0xFF, 0xE0]) ? 4 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(4)) : 2;
        var length = (ushort)(2 + XmpSignature.Length + xmp.Length);
        return [.. jpeg.AsSpan(0, at), 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. XmpSignature, .. xmp, .. jpeg.AsSpan(at)];
    }

    /// <summary>
    /// The picture alone, or behind an extended header with an XMP chunk (WebP Container Specification). Libvips 8.14 adds EXIF of its own.
    /// </summary>
    /// <param name="webp">Without opacity and movement.</param>
    public static byte[] IntoWebp(byte[] webp, int width, int height, ReadOnlySpan<byte> xmp)
    {
        var picture = Chunk(webp);
        if (xmp.IsEmpty)
        {
            return [.. "RIFF"u8, .. Little(4 + picture.Length), .. "WEBP"u8, .. picture];
        }

        var (wide, high) = (width - 1, height - 1);
        byte[] header = [.. "VP8X"u8, 10, 0, 0, 0, 0x04, 0, 0, 0, (byte)wide, (byte)(wide >> 8), (byte)(wide >> 16), (byte)high,
            (byte)(high >> 8), (byte)(high >> 16)];
        byte[] words = [.. "XMP "u8, .. Little(xmp.Length), .. xmp, .. new byte[xmp.Length & 1]];
        return [.. "RIFF"u8, .. Little(4 + header.Length + picture.Length + words.Length), .. "WEBP"u8, .. header, .. picture, .. words];
    }

    /// <summary>A UUID box behind everything else, which moves no other box (XMP Specification part 3, ISO base media files).</summary>
    public static byte[] IntoAvif(byte[] avif, ReadOnlySpan<byte> xmp)
    {
        if (xmp.IsEmpty)
        {
            return avif;
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, 24 + xmp.Length);
        return [.. avif, .. length, .. "uuid"u8, 0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF,
            0xAC, .. xmp];
    }

    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> webp)
    {
        for (var at = 12; at + 8 <= webp.Length;)
        {
            var length = (BinaryPrimitives.ReadInt32LittleEndian(webp[(at + 4)..]) + 1) & ~1;
            if (webp[at..].StartsWith("VP8 "u8) || webp[at..].StartsWith("VP8L"u8))
            {
                return webp.Slice(at, 8 + length);
            }

            at += 8 + length;
        }

        throw new InvalidDataException("a WebP without a picture");
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        return bytes;
    }
}
