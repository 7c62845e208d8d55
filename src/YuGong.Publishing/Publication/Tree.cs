using System.IO.Enumeration;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// All that is in a folder, seen once: names, sizes, times. The walk stays inside; links are entries, not doors.
/// </summary>
internal sealed class Tree(string root, FileStat self)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public string Root { get; } = root;

    public FileStat Self { get; } = self;

    /// <summary>By path with <c>/</c>: everything that is not a folder.</summary>
    public Dictionary<string, FileStat> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FileStat> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the marker of an output lies in it. It is none of the files.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>Null when there is no such folder.</summary>
    /// <param name="hands">Threads; a thousand folders are a thousand calls, and this is most of what a build without changes does.</param>
    /// <exception cref="MountPointException">It is a mount point, which cannot be renamed, or one lies inside, which would travel with the
    /// tree.</exception>
    public static Tree? Look(string root, int hands)
    {
        if (FileStat.At(root) is not { Kind: FileType.Folder } self)
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
        var moved = FileStat.At(Root)?.Modified != Self.Modified;
        foreach (var (path, folder) in Folders)
        {
            moved = moved || FileStat.At(Path.Join(Root, path))?.Modified != folder.Modified;
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
            var entry = FileStat.At(Path.Join(Root, path));
            if (entry is null && path.Contains('\uFFFD'))
            {
                // A name that is no UTF-8 cannot be reached from .NET; going on would lose the file in the swap.
                throw new IOException($"The name of {path} is not valid UTF-8.");
            }

            if (entry is { IsMount: true })
            {
                throw new MountPointException(path);
            }

            if (path == FolderKind.Marker && entry?.Kind == FileType.File)
            {
                IsMarked = true;
            }
            else if (entry is not null) // else it went between the listing and the look
            {
                Add(path, entry, below);
            }
        }
    }

    private void Add(string path, FileStat entry, List<string> below)
    {
        lock (below)
        {
            if (entry.Kind == FileType.Folder)
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
