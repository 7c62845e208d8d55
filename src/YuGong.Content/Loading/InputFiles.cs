using System.IO.Enumeration;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>A file as the folder lists it. <paramref name="Path"/> is relative to the folder, with <c>/</c>.</summary>
/// <param name="Modified">UTC ticks.</param>
/// <param name="Size">In bytes; <see cref="InputFiles.Unlisted"/> for a folder that could not be listed.</param>
public sealed record InputFile(string Path, long Size, long Modified, bool IsLink);

/// <summary>Everything under a folder, sorted; one scan, no file is opened, and nothing is thrown.</summary>
public static class InputFiles
{
    /// <summary>The size of a folder that could not be listed: what is in it is not known.</summary>
    public const long Unlisted = -1;

    public static IReadOnlyList<InputFile> Scan(string folder)
    {
        var root = System.IO.Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return [];
        }

        InputFile[] files;
        try
        {
            files = [.. List(root, root.Length, recurse: true)];
        }
        catch (Exception e) when (IsUnlisted(e))
        {
            files = [.. ListOneByOne(root, root)];
        }

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

    private static FileSystemEnumerable<InputFile> List(string folder, int rootLength, bool recurse) => new(
        folder,
        (ref FileSystemEntry entry) => new(
            RelativePath(ref entry, rootLength),
            entry.IsDirectory ? 0 : entry.Length,
            entry.LastWriteTimeUtc.UtcTicks,
            (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None),
        new EnumerationOptions { RecurseSubdirectories = recurse, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) =>
            !entry.FileName.StartsWith('.') && (!entry.IsDirectory || IsLink(ref entry)),
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.FileName.StartsWith('.') && !IsLink(ref entry),
    };

    /// <summary>Slower, folder by folder, so that one that cannot be listed is known by its name and hides no other.</summary>
    private static IEnumerable<InputFile> ListOneByOne(string root, string folder)
    {
        var found = new List<InputFile>();
        IEnumerable<string> folders = [];
        try
        {
            found.AddRange(List(folder, root.Length, recurse: false));
            folders = [.. new FileSystemEnumerable<string>(
                folder, (ref FileSystemEntry entry) => entry.ToFullPath(),
                new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                    entry.IsDirectory && !entry.FileName.StartsWith('.') && !IsLink(ref entry),
            }];
        }
        catch (Exception e) when (IsUnlisted(e))
        {
            found.Add(new(folder.Length == root.Length ? "." : folder[(root.Length + 1)..].Replace('\\', '/'), Unlisted, 0, false));
        }

        return found.Concat(folders.SelectMany(f => ListOneByOne(root, f)));
    }

    /// <summary>No permission, gone meanwhile, a broken disk, a path too long.</summary>
    private static bool IsUnlisted(Exception e) => e is IOException or UnauthorizedAccessException;

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;

    private static string RelativePath(ref FileSystemEntry entry, int rootLength)
    {
        var folder = entry.Directory;
        return folder.Length <= rootLength
            ? entry.FileName.ToString()
            : string.Concat(folder[(rootLength + 1)..], "/", entry.FileName).Replace('\\', '/');
    }
}
