using System.Text;
using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Whether work goes on in an entry that cannot be read. Its front matter may be broken YAML or in another encoding than UTF-8: then the
/// line <c>status: draft</c>, which is ASCII and stands alone, is looked for. What does not say so is taken for finished.
/// </summary>
internal static class UnfinishedStatus
{
    /// <summary>Of the file, in bytes: front matter is at its head.</summary>
    private const int Head = 64 * 1024;

    private const string Key = "status:";

    /// <summary>Folders of unfinished entries that have a finding; those that were not even taken for entries are looked at too.</summary>
    public static IReadOnlySet<string> Folders(LoadRequest request, ReadEntries read, Diagnostics found)
    {
        var folders = new HashSet<string>(read.Unfinished, StringComparer.Ordinal);
        var known = read.Searched.Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        foreach (var path in found.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Span.File.Path).Distinct())
        {
            var parts = path.StartsWith(request.InputName + "/", StringComparison.Ordinal)
                ? path[(request.InputName.Length + 1)..].Split('/') : [];
            if (parts.Length > 1 && EntryKind.InFolder(parts[0]) is not null && !known.Contains($"{parts[0]}/{parts[1]}")
                && IsIn(request, $"{parts[0]}/{parts[1]}/index.md"))
            {
                folders.Add($"{request.InputName}/{parts[0]}/{parts[1]}");
            }
        }

        return folders;
    }

    /// <param name="path">Relative to <c>input/</c>.</param>
    public static bool IsIn(LoadRequest request, string path)
    {
        try
        {
            return IsIn(request.Unsaved.Of(path) is { } unsaved ? unsaved.AsSpan(0, Math.Min(Head, unsaved.Length))
                : HeadOf(Path.Combine(request.InputFolder, path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }

    private static bool IsIn(ReadOnlySpan<byte> head)
    {
        var words = new List<string>();
        var isOpen = false;
        foreach (var line in Encoding.Latin1.GetString(head).Split('\n').Select(l => l.TrimEnd()))
        {
            if (line is "---" or "\u00ef\u00bb\u00bf---") // with a byte order mark
            {
                if (isOpen)
                {
                    break;
                }

                isOpen = true;
            }
            else if (isOpen && line.StartsWith(Key, StringComparison.Ordinal))
            {
                words.Add(line[Key.Length..].Split('#')[0].Trim().Trim('"', '\''));
            }
        }

        return words.Count > 0 && words.TrueForAll(HeaderKeys.IsUnfinished);
    }

    private static byte[] HeadOf(string path)
    {
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null })
        {
            return [];
        }

        using var stream = PlainFile.Open(path);
        var head = new byte[Math.Min(Head, stream.Length)];
        return head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).ToArray();
    }

    private static string FolderOf(string index) => index[..index.LastIndexOf('/')];
}
