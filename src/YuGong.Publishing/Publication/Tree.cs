using System.IO.Enumeration;

namespace YuGong.Publishing;

internal enum FileKind
{
    File,
    Folder,

    /// <summary>A symbolic link. It is looked at, never through.</summary>
    Link,

    /// <summary>A socket, a pipe, a device.</summary>
    Other,
}

/// <param name="Modified">In 100 ns since 1970; compared only with itself.</param>
/// <param name="Inode">0 where the system does not tell; two entries with one inode are one file.</param>
/// <param name="Links">How many names the file has; 0 where the system does not tell.</param>
/// <param name="Birth">In 100 ns since 1970, 0 where the disk does not keep it.</param>
internal sealed record TreeEntry(FileKind Kind, long Size, long Modified, ulong Inode, uint Links, long Birth, bool IsMount)
{
    private const int FormatMask = 0xF000, Directory = 0x4000, Regular = 0x8000, SymbolicLink = 0xA000;
    private const ulong MountRoot = 0x2000;

    /// <summary>Which folder this is, even under another name: an inode number is used again, but not with the same birth.</summary>
    public ulong Identity => Inode == 0 ? 0 : unchecked((Inode * 0x9E3779B97F4A7C15) ^ (ulong)Birth);

    public bool IsSameFileAs(TreeEntry? other) => Inode != 0 && Inode == other?.Inode && Kind == other.Kind;

    public static TreeEntry? At(string path)
    {
        if (!Unix.TryStat(path, out var found))
        {
            return Portable(path);
        }

        if (found is not { } stat)
        {
            return null;
        }

        var kind = (stat.Mode & FormatMask) switch
        {
            Regular => FileKind.File,
            Directory => FileKind.Folder,
            SymbolicLink => FileKind.Link,
            _ => FileKind.Other,
        };
        return new(
            kind,
            stat.Size,
            (stat.ModifiedSeconds * TimeSpan.TicksPerSecond) + (stat.ModifiedNanoseconds / 100),
            stat.Inode,
            stat.Links,
            (stat.BirthSeconds * TimeSpan.TicksPerSecond) + (stat.BirthNanoseconds / 100),
            kind == FileKind.Folder && (stat.Attributes & MountRoot) != 0);
    }

    private static TreeEntry? Portable(string path)
    {
        FileSystemInfo info = System.IO.Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if ((int)info.Attributes == -1)
        {
            return null;
        }

        var kind = info.LinkTarget is not null ? FileKind.Link
            : info is DirectoryInfo ? FileKind.Folder
            : FileKind.File;
        var size = info is FileInfo file && kind == FileKind.File ? file.Length : 0;
        return new(kind, size, info.LastWriteTimeUtc.Ticks - DateTime.UnixEpoch.Ticks, 0, 0, 0, IsMount: false);
    }
}

/// <summary>
/// All that is in a folder, seen once: names, sizes, times. The walk stays inside; links are entries, not doors.
/// </summary>
internal sealed class Tree(string root, TreeEntry self)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public string Root { get; } = root;

    public TreeEntry Self { get; } = self;

    /// <summary>By path with <c>/</c>: everything that is not a folder.</summary>
    public Dictionary<string, TreeEntry> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TreeEntry> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the marker of an output lies in it. It is none of the files.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>Null when there is no such folder.</summary>
    /// <param name="hands">Threads; a thousand folders are a thousand calls, and this is most of what a build without changes does.</param>
    /// <exception cref="MountPointException">It is a mount point, which cannot be renamed, or one lies inside, which would travel with the
    /// tree.</exception>
    public static Tree? Look(string root, int hands)
    {
        if (TreeEntry.At(root) is not { Kind: FileKind.Folder } self)
        {
            return null;
        }

        if (self.IsMount)
        {
            throw new MountPointException("");
        }

        var tree = new Tree(root, self);
        for (List<string> level = [""]; level.Count > 0;)
        {
            var below = new List<string>();
            ParallelWork.Share(level, hands, folder => tree.See(folder, below), CancellationToken.None);
            level = below;
        }

        return tree;
    }

    /// <summary>
    /// Whether a name came or went since: each changes its folder's time. Rewriting a file in place does not, and need not:
    /// the spare tree holds the same file under a second name.
    /// </summary>
    public bool HasMoved()
    {
        var moved = TreeEntry.At(Root)?.Modified != Self.Modified;
        foreach (var (path, folder) in Folders)
        {
            moved = moved || TreeEntry.At(Path.Join(Root, path))?.Modified != folder.Modified;
        }

        return moved;
    }

    private void See(string folder, List<string> below)
    {
        var names = new FileSystemEnumerable<string>(
            Path.Join(Root, folder), static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything);
        foreach (var name in names)
        {
            var path = folder.Length == 0 ? name : $"{folder}/{name}";
            var entry = TreeEntry.At(Path.Join(Root, path));
            if (entry is null && path.Contains('\uFFFD'))
            {
                // A name that is no UTF-8 cannot be reached from .NET; going on would lose the file in the swap.
                throw new IOException($"The name of {path} is not valid UTF-8.");
            }

            if (entry is { IsMount: true })
            {
                throw new MountPointException(path);
            }

            if (path == FolderKind.Marker && entry?.Kind == FileKind.File)
            {
                IsMarked = true;
            }
            else if (entry is not null) // else it went between the listing and the look
            {
                Add(path, entry, below);
            }
        }
    }

    private void Add(string path, TreeEntry entry, List<string> below)
    {
        lock (below)
        {
            if (entry.Kind == FileKind.Folder)
            {
                Folders.Add(path, entry);
                below.Add(path);
            }
            else
            {
                Files.Add(path, entry);
            }
        }
    }
}

#pragma warning disable RCS1194 // it is thrown at one place, with a path
internal sealed class MountPointException(string path) : Exception(path)
#pragma warning restore RCS1194
{
    public string Path { get; } = path;
}
