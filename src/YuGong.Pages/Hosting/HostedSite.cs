using YuGong.Content;

namespace YuGong.Pages;

/// <summary>An old address and where its page is now: <c>/people/old-id/</c>, <c>/people/new-id/</c>.</summary>
public sealed record MovedAddress(string From, string To);

/// <summary>
/// What somebody else's server must know of a site. Not who was withdrawn: a list of them must lie nowhere; a file <c>gone</c> beside each
/// page says it.
/// </summary>
/// <param name="Settings">Host, scheme and path in front of every address.</param>
/// <param name="Folder">Full path of the published files on the server.</param>
/// <param name="Moved">Old addresses and printed codes; a page there leads on where the server does not.</param>
public sealed record HostedSite(Settings Settings, string Folder, IReadOnlyList<MovedAddress> Moved)
{
    /// <summary>The first line of every file written for a server; by it we know our own.</summary>
    public const string FirstLine = "# 由 yugong hosting 写出,不要手改";

    /// <summary>The first folders of all pages, for hosts that are told folder by folder.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Path in front of every address, empty or <c>/sub</c>.</summary>
    internal string Root => Settings.LinkRoot;

    /// <summary>The path as a part of a pattern: of what it may hold only the dot means something there.</summary>
    internal string RootPattern => Root.Replace(".", @"\.", StringComparison.Ordinal);

    /// <summary>Those that every server reads the same without escaping; at others the page leads on.</summary>
    internal IEnumerable<MovedAddress> PlainlyMoved => Moved.Where(m => IsPlain(m.From) && IsPlain(m.To));

    /// <summary>A part of the text for each item, one a line, so that what is written reads like what somebody would write.</summary>
    internal static string Lines<T>(IEnumerable<T> items, int indent, Func<T, string> line) =>
        string.Join('\n', items.Select((item, i) => (i == 0 ? "" : new string(' ', indent)) + line(item)));

    private static bool IsPlain(string address) =>
        address.StartsWith('/') && address.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '~');
}
