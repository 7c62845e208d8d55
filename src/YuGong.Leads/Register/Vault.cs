using System.Security.Cryptography;
using System.Text;

namespace YuGong.Leads;

/// <summary>
/// Seals and opens values with the store's key: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce for each value,
/// bound to its place, so that a value moved to another field or lead does not open. From the same key come, by HKDF
/// (RFC 5869), the keys for prints (by which equal values are found without being read) and for the journal's chain.
/// </summary>
internal sealed class Vault : IDisposable
{
    public const int KeySize = 32;
    private const int NonceSize = 12, TagSize = 16, Overhead = NonceSize + TagSize;
    private const int PrintSize = 16;

    private readonly byte[] master;
    private readonly byte[] printKey;
    private readonly byte[] chainKey;
    private readonly AesGcm cipher;

    public Vault(byte[] master)
    {
        this.master = master;
        cipher = new(Derive("seal"), TagSize);
        printKey = Derive("print");
        chainKey = Derive("chain");
    }

    /// <summary>The store's own key: to be sealed with another one, and for nothing else.</summary>
    public ReadOnlySpan<byte> Key => master;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeySize);

    /// <summary>The same keys for another thread: a cipher serves one at a time.</summary>
    public Vault ForThread() => new([.. master]);

    public byte[] Seal(string place, string text) => Seal(cipher, place, Encoding.UTF8.GetBytes(text));

    public byte[] Seal(string place, ReadOnlySpan<byte> bytes) => Seal(cipher, place, bytes);

    /// <exception cref="AuthenticationTagMismatchException">The value was changed, moved, or sealed with another key.</exception>
    public string OpenText(string place, byte[] box) => Encoding.UTF8.GetString(Open(cipher, place, box));

    public byte[] Open(string place, byte[] box) => Open(cipher, place, box);

    /// <summary>Seals with a key of one lead's own: when its salt is erased, nobody can open this again.</summary>
    public byte[] SealFor(byte[] salt, string place, string text)
    {
        using var own = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeySize, salt, "lead"u8.ToArray()), TagSize);
        return Seal(own, place, Encoding.UTF8.GetBytes(text));
    }

    public string OpenFor(byte[] salt, string place, byte[] box)
    {
        using var own = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeySize, salt, "lead"u8.ToArray()), TagSize);
        return Encoding.UTF8.GetString(Open(own, place, box));
    }

    /// <summary>Equal values of one kind have equal prints; without the key a print says nothing (HMAC-SHA-256, 128 bits).</summary>
    public byte[] Print(string kind, ReadOnlySpan<byte> value)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, printKey);
        hash.AppendData(Encoding.UTF8.GetBytes(kind + "\0"));
        hash.AppendData(value);
        return hash.GetHashAndReset()[..PrintSize];
    }

    public byte[] Print(string kind, string value) => Print(kind, Encoding.UTF8.GetBytes(value));

    /// <summary>The next link of the journal's chain.</summary>
    public byte[] Chain(ReadOnlySpan<byte> before, ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, chainKey);
        hash.AppendData(before);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The key by which check codes of certificates are made.</summary>
    public byte[] CertificateKey() => Derive("certificate");

    public byte[] Wrap(byte[] outer)
    {
        using var wrapping = new AesGcm(outer, TagSize);
        return Seal(wrapping, "keyring", master);
    }

    /// <summary>Null when the outer key is not the one that wrapped this.</summary>
    public static Vault? Unwrap(byte[] outer, byte[] box)
    {
        using var wrapping = new AesGcm(outer, TagSize);
        try
        {
            return new(Open(wrapping, "keyring", box));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(master);
        CryptographicOperations.ZeroMemory(printKey);
        CryptographicOperations.ZeroMemory(chainKey);
    }

    private byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeySize, info: Encoding.UTF8.GetBytes(purpose));

    private static byte[] Seal(AesGcm cipher, string place, ReadOnlySpan<byte> plain)
    {
        var box = new byte[Overhead + plain.Length];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, box.AsSpan(Overhead), box.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(place));
        return box;
    }

    private static byte[] Open(AesGcm cipher, string place, byte[] box)
    {
        if (box.Length < Overhead)
        {
            throw new AuthenticationTagMismatchException();
        }

        var plain = new byte[box.Length - Overhead];
        cipher.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(Overhead), box.AsSpan(NonceSize, TagSize), plain,
            Encoding.UTF8.GetBytes(place));
        return plain;
    }
}
