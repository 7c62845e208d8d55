using System.Security.Cryptography;
using System.Text;

namespace YuGong.Text;

/// <summary>What in an address lets somebody in who has no account: 32 random bytes in hex, of which only the hash is kept.</summary>
public static class LinkToken
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256, in hex: who reads it cannot open what the token opens.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
