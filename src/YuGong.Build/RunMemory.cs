using YuGong.Content;
using YuGong.Publishing.Privacy;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>
/// What a run knew that the next need not find out again. A build keeps it in a file, a preview and the desk from one change to the next;
/// losing it costs time and nothing else.
/// </summary>
/// <param name="Stamp">Of everything it read.</param>
/// <param name="Theme">The theme that it found nothing wrong with; default for none.</param>
/// <param name="CleanBodies">The bodies that it found nothing wrong with.</param>
public sealed record RunMemory(Fingerprint Stamp, Fingerprint Theme, IReadOnlySet<Fingerprint> CleanBodies)
{
    /// <summary>That of a run which believes no earlier one.</summary>
    public static RunMemory Nothing { get; } =
        new(default, default, new HashSet<Fingerprint>()) { CleanFiles = Publishing.Privacy.CleanFiles.None };

    public EntryMemo Entries { get; init; } = EntryMemo.None;

    /// <summary>Files of input and theme in which nothing private was found; null to ask the file that builds keep.</summary>
    public CleanFiles? CleanFiles { get; init; }

    /// <summary>What people were told.</summary>
    public Phrase Report { get; init; } = Phrase.Empty;

    /// <summary>Assets of earlier generations that still stand.</summary>
    public RetainedAssets Retained { get; init; } = RetainedAssets.None;
}
