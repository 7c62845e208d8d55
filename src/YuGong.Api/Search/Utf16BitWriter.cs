using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace YuGong.Api;

/// <summary>
/// Bits in a script that any browser can read from a disk: fifteen in each UTF-16 unit, from U+3000 to U+AFFF, where no
/// quote, no surrogate and no line end is. The byte order mark says UTF-16 whatever a server says (WHATWG Encoding).
/// </summary>
internal sealed class Utf16BitWriter
{
    private const char Zero = '\u3000';
    private const int Wide = 15;

    private char[] units;
    private int used;
    private ulong waiting;
    private int count;

    /// <param name="call">The call in front of the bits, up to and with the opening quote.</param>
    public Utf16BitWriter(string call)
    {
        units = new char[1 + call.Length + (16 * 1024)];
        units[0] = '\ufeff';
        call.CopyTo(0, units, 1, call.Length);
        used = call.Length + 1;
    }

    /// <param name="length">0 to 48.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(ulong value, int length)
    {
        if (units.Length - used < 8)
        {
            Array.Resize(ref units, units.Length * 2);
        }

        waiting = (waiting << length) | value;
        count += length;
        while (count >= Wide)
        {
            count -= Wide;
            units[used++] = (char)(Zero + (int)((waiting >> count) & 0x7FFF));
        }

        waiting &= (1UL << count) - 1;
    }

    /// <summary>Golomb–Rice: the quotient by 2^k in ones and a nought, then k bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Rice(uint value, int k)
    {
        var quotient = value >> k;
        for (; quotient > 15; quotient -= 15)
        {
            Write(0x7FFF, 15);
        }

        Write((((1UL << ((int)quotient + 1)) - 2) << k) | (value & ((1UL << k) - 1)), (int)quotient + 1 + k);
    }

    /// <summary>Elias gamma of a number from 1.</summary>
    public void Gamma(uint value)
    {
        var bits = 31 - int.LeadingZeroCount((int)value);
        Write(0, bits);
        Write(value, bits + 1);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            Write(BinaryPrimitives.ReadUInt32BigEndian(bytes), 32);
        }

        foreach (var b in bytes)
        {
            Write(b, 8);
        }
    }

    /// <summary>UTF-16, little end first, with the closing words.</summary>
    public byte[] Close(string end)
    {
        if (count > 0)
        {
            Write(0, Wide - count);
        }

        return [.. MemoryMarshal.AsBytes(units.AsSpan(0, used)), .. MemoryMarshal.AsBytes(end.AsSpan())];
    }

    /// <summary>The divisor that suits gaps which are so wide on average; both sides work it out.</summary>
    public static int Divisor(long span, long marks) => (int)Math.Max(0, long.Log2(Math.Max(1, span * 7 / 10 / Math.Max(1, marks))));
}
