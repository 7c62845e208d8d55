using System.Security.Cryptography;
using System.Text;

namespace YuGong.Leads;

/// <summary>
/// The check code printed on a certificate: HMAC-SHA-256 of its number with the register's key, 60 bits in Crockford's
/// base 32 (no I, L, O, U), in groups of four. Number and code together derive, by PBKDF2-HMAC-SHA-256, where the sealed
/// record lies and the key that opens it: who has neither finds nothing and can read nothing, also with the whole site at hand.
/// </summary>
public static class CheckCode
{
    /// <summary>The verify page's script does the same; changing this breaks printed certificates.</summary>
    public const int Rounds = 200_000;

    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12, PlaceSize = 16, KeySize = 32, NonceSize = 12, TagSize = 16;

    internal static string Of(byte[] key, string number)
    {
        var bits = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(number));
        var code = string.Concat(Enumerable.Range(0, Length).Select(i => Letters[bits[i] & 31]));
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>A line of <c>input/certificates.txt</c>: place and sealed record (nonce, cipher text, tag), nothing else.</summary>
    public static string Line(string number, string code, string record)
    {
        var derived = Derive(number, code);
        var box = new byte[NonceSize + Encoding.UTF8.GetByteCount(record) + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(derived.AsSpan(PlaceSize, KeySize), TagSize);
        cipher.Encrypt(box.AsSpan(0, NonceSize), Encoding.UTF8.GetBytes(record), box.AsSpan(NonceSize..^TagSize), box.AsSpan(^TagSize..));
        return $"{Convert.ToHexStringLower(derived.AsSpan(0, PlaceSize))} {Convert.ToBase64String(box)}";
    }

    /// <summary>What the verify page would show; null for a wrong number or code.</summary>
    public static string? Read(string number, string code, IEnumerable<string> lines)
    {
        var derived = Derive(number, code);
        var place = Convert.ToHexStringLower(derived.AsSpan(0, PlaceSize));
        if (lines.FirstOrDefault(l => l.StartsWith(place + " ", StringComparison.Ordinal)) is not { } line)
        {
            return null;
        }

        var box = Convert.FromBase64String(line[(place.Length + 1)..]);
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(derived.AsSpan(PlaceSize, KeySize), TagSize);
        cipher.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize..^TagSize), box.AsSpan(^TagSize..), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>As people type it: case, blanks and hyphens do not count, and O, I and L are the digits they look like.</summary>
    public static string Plain(string code) =>
        string.Concat(Words.Narrow(code).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1')
        .Replace('L', '1');

    private static byte[] Derive(string number, string code) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(Plain(code)), Encoding.UTF8.GetBytes("yugong certificate " + number.Trim().ToUpperInvariant()), Rounds,
        HashAlgorithmName.SHA256, PlaceSize + KeySize);
}
