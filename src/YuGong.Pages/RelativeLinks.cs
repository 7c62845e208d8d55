using System.Text;
using System.Text.RegularExpressions;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// A page whose links begin where it is instead of at the root of a host, so that it opens from a folder on a disk too.
/// </summary>
public static partial class RelativeLinks
{
    /// <summary>The same page with relative addresses; other files as they are.</summary>
    /// <param name="linkRoot">Path in front of every address, empty or <c>/sub</c>.</param>
    public static OutputFile Of(OutputFile page, string linkRoot) =>
        !page.Path.Value.EndsWith(".html", StringComparison.Ordinal) ? page : page.Through(
        Fingerprint.Of("relative " + linkRoot),
        bytes =>
        {
            var up = string.Concat(Enumerable.Repeat("../", page.Path.Value.Count(c => c == '/')));
            return Encoding.UTF8.GetBytes(RootAddress().Replace(Encoding.UTF8.GetString(bytes.Span), match =>
                match.Groups["path"].Value.StartsWith(linkRoot, StringComparison.Ordinal)
                    ? $"{match.Groups["name"].Value}=\"{Below(up, match.Groups["path"].Value[(linkRoot.Length + 1)..])}\""
                    : match.Value));
        });

    private static string Below(string up, string path) => up.Length + path.Length == 0 ? "./" : up + path;

    [GeneratedRegex("(?<name>\\s(?:href|src|poster))=\"(?<path>/(?!/)[^\"]*)\"", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex RootAddress();
}
