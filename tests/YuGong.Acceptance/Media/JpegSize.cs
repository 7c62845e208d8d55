using System.Buffers.Binary;

namespace YuGong.Tests.Media;

/// <summary>Width and height as the frame header of a JPEG says them (ITU-T T.81, B.2.2).</summary>
internal static class JpegSize
{
    public static (int Width, int Height) Of(byte[] file)
    {
        for (var i = 2; i + 9 < file.Length && file[i] == 0xFF;)
        {
            if (file[i + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(i + 7)), BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(i + 5)));
            }

            i += 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(i + 2));
        }

        throw new InvalidDataException("no frame");
    }
}
