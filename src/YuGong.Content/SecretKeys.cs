namespace YuGong.Content;

/// <summary>Passwords and keys have no place in a file that git keeps: names that ask for one are refused.</summary>
internal static class SecretKeys
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "pwd", "passphrase", "secret", "secretkey", "secret_key", "secretaccesskey", "aws_secret_access_key",
        "accesskey", "access_key", "accesskeyid", "accesskeysecret", "aws_access_key_id", "token", "apikey", "api_key", "privatekey",
        "private_key", "credentials", "口令", "密码", "密钥", "令牌", "私钥",
    };

    public static bool Contains(string key) => Keys.Contains(key);
}
