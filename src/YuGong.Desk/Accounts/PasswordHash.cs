using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Desk;

/// <summary>
/// A password as it is kept: PBKDF2 with HMAC-SHA-512 (RFC 8018), 210,000 rounds as OWASP's Password Storage Cheat Sheet advises, and a
/// salt of 16 random bytes. Written <c>pbkdf2-sha512$210000$salt$hash</c>, both in Base64.
/// </summary>
public sealed record PasswordHash
{
    public const int Rounds = 210_000;

    /// <summary>Characters; NIST SP 800-63B asks for no mixture of kinds, but for length.</summary>
    public const int Shortest = 12;

    /// <summary>Characters; a longer one only costs time.</summary>
    public const int Longest = 256;

    private const string Kind = "pbkdf2-sha512";
    private const int SaltSize = 16;
    private const int HashSize = 64;

    /// <summary>More would let a file that somebody wrote stop the desk at every login.</summary>
    private const int MostRounds = 10_000_000;

    private readonly byte[] salt;
    private readonly byte[] hash;
    private readonly int rounds;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) => (this.rounds, this.salt, this.hash) = (rounds, salt, hash);

    /// <summary>Stands in for an account that does not exist, so that asking for one takes as long as asking for another.</summary>
    public static PasswordHash OfNobody { get; } = new(Rounds, new byte[SaltSize], new byte[HashSize]);

    /// <summary>Made by other means than today's: to be made anew when the password is next known.</summary>
    public bool IsOld => rounds != Rounds;

    public static PasswordHash Of(string password)
    {
        var fresh = RandomNumberGenerator.GetBytes(SaltSize);
        return new(Rounds, fresh, Derive(password, fresh, Rounds));
    }

    public static PasswordHash? Parse(string text)
    {
        if (text.Split('$') is not [Kind, var count, var salted, var hashed]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) || rounds is < 1000 or > MostRounds)
        {
            return null;
        }

        var (bySalt, byHash) = (new byte[SaltSize], new byte[HashSize]);
        return Convert.TryFromBase64String(salted, bySalt, out var s) && s == SaltSize
            && Convert.TryFromBase64String(hashed, byHash, out var h) && h == HashSize ? new(rounds, bySalt, byHash) : null;
    }

    /// <summary>Takes as long for a wrong password as for the right one.</summary>
    public bool Is(string password) =>
        CryptographicOperations.FixedTimeEquals(Derive(password.Length > Longest ? "" : password, salt, rounds), hash)
        && password.Length is > 0 and <= Longest;

    /// <summary>Why nobody should have this password; null when it will do.</summary>
    public static Phrase? Weakness(string password, string name) =>
        password.Length < Shortest ? new($"只有 {password.Length} 个字符,至少要 {Shortest} 个",
            $"{password.Length} characters only; it needs at least {Shortest}")
        : password.Length > Longest ? new($"超过 {Longest} 个字符", $"more than {Longest} characters")
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) ? new("里面有账户名", "it holds the account's name")
        : password.Distinct().Count() < 5 ? new("只有几个不同的字符", "only a few different characters")
        : null;

    public override string ToString() =>
        $"{Kind}${rounds.ToString(CultureInfo.InvariantCulture)}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";

    /// <summary>The same words typed on another keyboard are the same password (RFC 8265 asks for NFC).</summary>
    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Composed.Of(password)), salt, rounds,
            HashAlgorithmName.SHA512, HashSize);
}
