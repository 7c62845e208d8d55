using System.Buffers;
using System.Buffers.Binary;

namespace YuGong.Imaging;

/// <summary>Writes a font's numbers one behind the other, big-endian, and the two numbers of changing length that WOFF2 has.</summary>
internal sealed class FontWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public int Length => bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public void UInt8(int value)
    {
        bytes.GetSpan(1)[0] = (byte)value;
        bytes.Advance(1);
    }

    /// <summary>Signed numbers too: the lower 16 bits.</summary>
    public void UInt16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes.GetSpan(2), (ushort)value);
        bytes.Advance(2);
    }

    public void UInt32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), value);
        bytes.Advance(4);
    }

    public void Bytes(ReadOnlySpan<byte> value) => bytes.Write(value);

    /// <summary>UIntBase128 (WOFF2, section 4.1): seven bits a byte, the highest first, a set top bit when more follow.</summary>
    public void UIntBase128(int value)
    {
        var shift = 28;
        while (shift > 0 && value >> shift == 0)
        {
            shift -= 7; // leading zeros are forbidden
        }

        for (; shift > 0; shift -= 7)
        {
            UInt8(0x80 | ((value >> shift) & 0x7F));
        }

        UInt8(value & 0x7F);
    }

    /// <summary>255UInt16 (WOFF2, section 4.1): one byte below 253, which is most often enough; else a code and one or two more.</summary>
    public void UInt255(int value)
    {
        const int codes = 253, word = 253, aboveTwice = 254, aboveOnce = 255;
        switch (value)
        {
            case < codes:
                UInt8(value);
                break;
            case < codes + 256:
                UInt8(aboveOnce);
                UInt8(value - codes);
                break;
            case < (2 * codes) + 256:
                UInt8(aboveTwice);
                UInt8(value - (2 * codes));
                break;
            default:
                UInt8(word);
                UInt16(value);
                break;
        }
    }
}
