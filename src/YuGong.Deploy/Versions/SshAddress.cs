using System.Globalization;

namespace YuGong.Deploy;

/// <summary>A folder on another machine: <c>www@example.org:2222/srv/www/site</c>.</summary>
/// <param name="User">Null for whom ssh would take.</param>
/// <param name="Folder">Full, without a slash at the end, of letters, digits and <c>/._-~+</c>: nothing that a shell would read.</param>
public sealed record SshAddress(string? User, string Host, int Port, string Folder)
{
    private const int Usual = 22;

    /// <summary>Null for what is none.</summary>
    public static SshAddress? Parse(string? text)
    {
        var slash = text?.IndexOf('/') ?? -1;
        if (slash < 1)
        {
            return null;
        }

        var (place, folder) = (text![..slash], text[slash..].TrimEnd('/'));
        var at = place.IndexOf('@');
        var (user, host) = at < 0 ? (null, place) : (place[..at], place[(at + 1)..]);
        var colon = host.LastIndexOf(':');
        var port = Usual;
        if (colon > 0 && !host.EndsWith(']'))
        {
            var number = host[(colon + 1)..];
            host = host[..colon];
            if (number.Length > 0
                && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
            {
                return null;
            }
        }

        host = host.Trim('[', ']');
        return IsName(host, ".-_:") && (user is null || IsName(user, ".-_")) && folder.Length > 1 && IsName(folder[1..], "/._-~+")
            && !folder.Split('/').Contains("..")
            ? new(user, host, port, folder) : null;
    }

    /// <summary>As ssh takes it.</summary>
    public string Login => User is null ? Host : $"{User}@{Host}";

    public override string ToString() => $"{Login}:{(Port == Usual ? "" : $"{Port}")}{Folder}";

    /// <summary>What begins with a hyphen would be an option.</summary>
    private static bool IsName(string word, string marks) =>
        word.Length is > 0 and <= 255 && word[0] != '-' && word.All(c => char.IsAsciiLetterOrDigit(c) || marks.Contains(c));
}
