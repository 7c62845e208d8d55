using System.Buffers.Binary;

namespace YuGong.Imaging;

/// <summary>Reads a font's numbers from front to back; OpenType writes them big-endian.</summary>
/// <exception cref="InvalidDataException">Of every member: the bytes end before the number does.</exception>
internal ref struct FontReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public byte UInt8() => Take(1)[0];

    public short Int16() => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length > rest.Length)
        {
            throw new InvalidDataException("a table ends too early");
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
