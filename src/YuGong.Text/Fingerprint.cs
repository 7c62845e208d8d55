using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace YuGong.Text;

/// <summary>
/// A 64-bit content hash (xxHash64, seed 0, after its public specification): it tells whether something changed.
/// It is no cryptographic hash and guards nothing.
/// </summary>
public readonly record struct Fingerprint(ulong Value)
{
    private const ulong P1 = 11400714785074694791, P2 = 14029467366897019727, P3 = 1609587929392839161,
        P4 = 9650029242287828579, P5 = 2870177450012600261;

    public static Fingerprint Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    public static Fingerprint Of(ReadOnlySpan<byte> bytes)
    {
        var length = (ulong)bytes.Length;
        ulong h;
        if (bytes.Length >= 32)
        {
            ulong v1 = unchecked(P1 + P2), v2 = P2, v3 = 0, v4 = unchecked(0UL - P1);
            do
            {
                v1 = Round(v1, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
                v2 = Round(v2, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
                v3 = Round(v3, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
                v4 = Round(v4, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
                bytes = bytes[32..];
            }
            while (bytes.Length >= 32);

            h = unchecked(BitOperations.RotateLeft(v1, 1) + BitOperations.RotateLeft(v2, 7)
                + BitOperations.RotateLeft(v3, 12) + BitOperations.RotateLeft(v4, 18));
            h = Merge(Merge(Merge(Merge(h, v1), v2), v3), v4);
        }
        else
        {
            h = P5;
        }

        h = unchecked(h + length);
        while (bytes.Length >= 8)
        {
            h = unchecked((BitOperations.RotateLeft(h ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(bytes)), 27) * P1) + P4);
            bytes = bytes[8..];
        }

        if (bytes.Length >= 4)
        {
            h = unchecked((BitOperations.RotateLeft(h ^ (BinaryPrimitives.ReadUInt32LittleEndian(bytes) * P1), 23) * P2) + P3);
            bytes = bytes[4..];
        }

        foreach (var b in bytes)
        {
            h = unchecked(BitOperations.RotateLeft(h ^ (b * P5), 11) * P1);
        }

        h = unchecked((h ^ (h >> 33)) * P2);
        h = unchecked((h ^ (h >> 29)) * P3);
        return new(h ^ (h >> 32));
    }

    /// <summary>The fingerprint of two things in this order.</summary>
    public Fingerprint With(Fingerprint other)
    {
        Span<byte> pair = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(pair, Value);
        BinaryPrimitives.WriteUInt64LittleEndian(pair[8..], other.Value);
        return Of(pair);
    }

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);

    private static ulong Round(ulong acc, ulong input) =>
        unchecked(BitOperations.RotateLeft(acc + (input * P2), 31) * P1);

    private static ulong Merge(ulong acc, ulong value) => unchecked(((acc ^ Round(0, value)) * P1) + P4);
}
