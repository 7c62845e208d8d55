using System.IO.Enumeration;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>A file as the folder lists it. <paramref name="Path"/> is relative to the folder, with <c>/</c>.</summary>
/// <param name="Modified">UTC ticks.</param>
public sealed record InputFile(string Path, long Size, long Modified, bool IsLink);

/// <summary>Everything under a folder, sorted; one scan, no file is opened.</summary>
public static class InputFiles
{
    public static IReadOnlyList<InputFile> Scan(string folder)
    {
        var root = System.IO.Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return [];
        }

        var files = new FileSystemEnumerable<InputFile>(
            root,
            (ref FileSystemEntry entry) => new(
                RelativePath(ref entry, root.Length),
                entry.IsDirectory ? 0 : entry.Length,
                entry.LastWriteTimeUtc.UtcTicks,
                (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.FileName.StartsWith('.') && (!entry.IsDirectory || IsLink(ref entry)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.FileName.StartsWith('.') && !IsLink(ref entry),
        }.ToArray();
        Array.Sort(files, (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>A fingerprint of names, sizes and times: equal means that nothing was touched.</summary>
    public static Fingerprint Stamp(IReadOnlyList<InputFile> files)
    {
        var names = new System.Text.StringBuilder();
        foreach (var file in files)
        {
            names.Append(file.Path).Append('|').Append(file.Size).Append('|').Append(file.Modified).Append('\n');
        }

        return Fingerprint.Of(names.ToString());
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;

    private static string RelativePath(ref FileSystemEntry entry, int rootLength)
    {
        var folder = entry.Directory;
        return folder.Length <= rootLength
            ? entry.FileName.ToString()
            : string.Concat(folder[(rootLength + 1)..], "/", entry.FileName).Replace('\\', '/');
    }
}
