using System.Runtime.InteropServices;

namespace YuGong.Api;

/// <summary>
/// Bits in a script that any browser can read from a disk: fifteen in each UTF-16 unit, from U+3000 to U+AFFF, where no
/// quote, no surrogate and no line end is. The byte order mark says UTF-16 whatever a server says (WHATWG Encoding).
/// </summary>
internal sealed class BitText
{
    private const char Zero = '\u3000';
    private const int Wide = 15;

    private readonly List<char> units;
    private ulong waiting;
    private int count;

    /// <param name="call">The call in front of the bits, up to and with the opening quote.</param>
    public BitText(string call)
    {
        units = new(4096) { '\ufeff' };
        units.AddRange(call);
    }

    /// <param name="length">0 to 32.</param>
    public void Write(uint value, int length)
    {
        waiting = (waiting << length) | value;
        count += length;
        while (count >= Wide)
        {
            count -= Wide;
            units.Add((char)(Zero + (int)((waiting >> count) & 0x7FFF)));
        }

        waiting &= (1UL << count) - 1;
    }

    /// <summary>Golomb–Rice: the quotient by 2^k in ones and a nought, then k bits.</summary>
    public void Rice(uint value, int k)
    {
        var quotient = value >> k;
        for (; quotient >= 16; quotient -= 16)
        {
            Write(0xFFFF, 16);
        }

        Write((1u << ((int)quotient + 1)) - 2, (int)quotient + 1);
        Write(value & ((1u << k) - 1), k);
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

        units.AddRange(end);
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(units)).ToArray();
    }

    /// <summary>The divisor that suits gaps which are so wide on average; both sides work it out.</summary>
    public static int Divisor(long span, long marks) => (int)Math.Max(0, long.Log2(Math.Max(1, span * 7 / 10 / Math.Max(1, marks))));
}
