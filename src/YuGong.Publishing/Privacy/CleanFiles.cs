using System.Text;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing.Privacy;

/// <summary>Files in which a scanner found nothing private, each by its version and its name: nobody searches them again.</summary>
/// <param name="Scanner">The key of the scanner; another one may find more.</param>
public sealed record CleanFiles(string Scanner, IReadOnlySet<string> Files)
{
    public static CleanFiles None { get; } = new("", new HashSet<string>());

    /// <summary>Whether the file that builds keep does not say so yet.</summary>
    public bool IsNew { get; init; }

    public static CleanFiles Read(string path) => File.Exists(path) && PlainFile.Lines(path) is [var scanner, .. var files]
        ? new(scanner, files.ToHashSet(StringComparer.Ordinal))
        : None;

    public void Write(string path)
    {
        var lines = Files.Order(StringComparer.Ordinal).Prepend(Scanner);
        AtomicFile.WriteCached(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    internal IReadOnlySet<string> Of(PrivacyScanner scanner) => Scanner == scanner.Key.ToString() ? Files : None.Files;
}
