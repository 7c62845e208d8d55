using System.Net;
using System.Text.RegularExpressions;
using YuGong.Deploy;
using YuGong.Pages;

namespace YuGong.Cli;

/// <summary>
/// What a bucket sends with a file, as far as a bucket can: its type, how long it may be kept, and for an address that moved the new one
/// (301, where the bucket serves a website). It knows no 410: who was withdrawn is a page of 200 that says so.
/// </summary>
internal static partial class ReaderHeaders
{
    /// <summary>A page that only leads on is smaller.</summary>
    private const int MostBytes = 4096;

    public static BucketHeaders Of(LocalFile file) => new(
        MediaTypes.Of(file.Path),
        file.Path.StartsWith("assets/", StringComparison.Ordinal) ? SiteHeaders.Forever : SiteHeaders.Soon,
        RedirectOf(file));

    private static string? RedirectOf(LocalFile file) =>
        file.Size <= MostBytes && file.Path.EndsWith(".html", StringComparison.Ordinal)
        && LeadsOn().Match(File.ReadAllText(file.Full)) is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<meta http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex LeadsOn();
}
