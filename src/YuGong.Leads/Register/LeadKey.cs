using System.Security.Cryptography;
using System.Text;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>What opens the register: words that people remember, or a file that they keep.</summary>
public abstract class LeadKey
{
    /// <summary>What a store needs that was made with this: <c>passphrase</c> or <c>file</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The 32 bytes that wrap the store's own key.</summary>
    internal abstract byte[] Derive(byte[] salt, int iterations);
}

/// <summary>PBKDF2 with HMAC-SHA-256 (RFC 8018), 600,000 rounds as OWASP advises since 2023.</summary>
public sealed class Passphrase(string words) : LeadKey
{
    /// <summary>Shorter ones are refused when a register is made.</summary>
    public const int Shortest = 12;

    /// <summary>
    /// Why these words are refused when a register gets them, with what would do; null when they are not. What opens an older register
    /// opens it.
    /// </summary>
    /// <param name="known">Names that whoever guesses knows: of the site, of who runs it.</param>
    public static Phrase? WhyWeak(string words, IEnumerable<string> known) =>
        words.Trim().Length < Shortest ? new($"口令太短:至少 {Shortest} 个字符。", $"The passphrase is too short: at least {Shortest} characters.")
        : PassphraseStrength.Of(words, known) < PassphraseStrength.Enough
            ? new("口令太容易猜。请写四个以上互不相关的词(拼成十二个字以上),不用名言、口号、单位和活动的名称、日期、号码、键盘上的顺序和重复;或者用 --key-file 写一个钥匙文件。",
                "The passphrase is too easy to guess. Take four or more words that have nothing to do with one another, no "
                + "sayings, slogans, "
                + "names of the organisation or campaign, dates, numbers, rows of keys or repetitions; or write a key file with "
                + "--key-file.")
        : null;

    internal const int Rounds = 600_000;

    public override string Kind => "passphrase";

    /// <summary>Typed on another keyboard, the same words must be the same key: blanks around them do not count.</summary>
    internal override byte[] Derive(byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(words.Trim()), salt, iterations, HashAlgorithmName.SHA256, Vault.KeySize);
}

/// <summary>32 random bytes in a text file that only its owner may read; keep it on another disk than the register.</summary>
public sealed class KeyFile : LeadKey
{
    private const string Head = "YuGong leads key 1";
    private readonly byte[] secret;

    private KeyFile(byte[] secret) => this.secret = secret;

    public override string Kind => "file";

    internal override byte[] Derive(byte[] salt, int iterations) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Vault.KeySize, salt, "wrap"u8.ToArray());

    /// <summary>Writes a new key; never over an old one.</summary>
    /// <exception cref="IOException">There is a file of this name, or it cannot be written.</exception>
    public static KeyFile Create(string path)
    {
        var text = NewText();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(text));
        return Parse(text)!;
    }

    /// <summary>What a new key file holds: a key that nobody else knows.</summary>
    public static string NewText() => $"{Head}\n{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Vault.KeySize))}\n";

    /// <summary>Null when the file is no key of ours.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KeyFile? Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Null when the text is no key of ours.</summary>
    public static KeyFile? Parse(string file)
    {
        if (file.ReplaceLineEndings("\n").Split('\n') is not [Head, var text, ..])
        {
            return null;
        }

        var read = new byte[Vault.KeySize];
        return Convert.TryFromBase64String(text, read, out var length) && length == Vault.KeySize ? new(read) : null;
    }
}
