using System.Text;
using YuGong.Text;

namespace YuGong.Cli.Webhooks;

/// <summary>
/// The secret that letters to webhooks are signed with: whoever has it publishes the site, so that an editor's own build tells nobody.
/// It is in the environment or in a file outside the project, never in <c>statiq.json</c>, which everybody may read.
/// </summary>
internal static class WebhookSecret
{
    public const string Variable = "YUGONG_WEBHOOK_SECRET", FileVariable = "YUGONG_WEBHOOK_SECRET_FILE";

    /// <summary>By which the specification marks a secret in base64.</summary>
    private const string Prefix = "whsec_";

    /// <param name="root">Of the project.</param>
    /// <param name="fault">Why what was given cannot be used; null where nothing was given.</param>
    public static byte[]? Read(string root, Func<string, string?> environment, out Phrase? fault)
    {
        fault = null;
        if (environment(Variable)?.Trim() is { Length: > 0 } given)
        {
            return Bytes(given, Variable, out fault);
        }

        if (environment(FileVariable) is not { Length: > 0 } file)
        {
            return null;
        }

        var path = Path.GetFullPath(file);
        if (path.StartsWith(Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal))
        {
            fault = new($"{FileVariable} 指向项目里面的文件;请放到项目外面", $"{FileVariable} names a file inside the project; keep it outside");
            return null;
        }

        try
        {
            return Bytes(File.ReadAllText(path).Trim(), FileVariable, out fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = new($"{FileVariable} 读不了:{e.Message}", $"{FileVariable} cannot be read: {e.Message}");
            return null;
        }
    }

    private static byte[]? Bytes(string secret, string source, out Phrase? fault)
    {
        fault = null;
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            fault = secret.Length == 0 ? new($"{source} 是空的", $"{source} is empty") : null;
            return secret.Length == 0 ? null : Encoding.UTF8.GetBytes(secret);
        }

        var bytes = new byte[secret.Length];
        if (Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length > 0)
        {
            return bytes[..length];
        }

        fault = new($"{source} 以 {Prefix} 开头,后面却不是 base64", $"{source} begins with {Prefix}, but what follows is no base64");
        return null;
    }
}
