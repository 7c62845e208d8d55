using System.Buffers.Binary;
using System.Text;

namespace YuGong.Imaging.Pdf;

/// <summary>The container of OpenType fonts: tables by name (OpenType 1.9, Organization of an OpenType Font).</summary>
internal static class Sfnt
{
    /// <exception cref="InvalidDataException">The font has no such table.</exception>
    public static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, string tag)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        for (var i = 0; i < count; i++)
        {
            var record = font.Slice(12 + (i * 16), 16);
            if (Encoding.ASCII.GetString(record[..4]) == tag)
            {
                return font.Slice((int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]),
                    (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]));
            }
        }

        throw new InvalidDataException($"The font has no table {tag}.");
    }
}
