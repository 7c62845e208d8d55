namespace YuGong.Text;

/// <summary>What stands at a path.</summary>
public enum FileType
{
    File,
    Folder,

    /// <summary>A symbolic link. It is looked at, never through.</summary>
    Link,

    /// <summary>A socket, a pipe, a device.</summary>
    Other,
}

/// <summary>What the system says of a file without opening it.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">In 100 ns since 1970; compared only with itself. Anybody may set it back.</param>
/// <param name="Changed">Like <paramref name="Modified"/>, but kept by the system alone: nobody sets it back (POSIX ctime, ChangeTime of
/// NTFS). Where the system does not tell, when the file was made.</param>
/// <param name="Inode">0 where the system does not tell; two entries with one inode are one file.</param>
/// <param name="Links">How many names the file has; 0 where the system does not tell.</param>
/// <param name="Birth">In 100 ns since 1970, 0 where the disk does not keep it.</param>
public sealed record FileStat(FileType Kind, long Size, long Modified, long Changed, ulong Inode, uint Links, long Birth, bool IsMount)
{
    /// <summary>The disk it lies on; 0 where the system does not tell.</summary>
    public ulong Device { get; init; }

    /// <summary>Which folder this is, even under another name: an inode number is used again, but not with the same birth.</summary>
    public ulong Identity => Inode == 0 ? 0 : unchecked((Inode * 0x9E3779B97F4A7C15) ^ (ulong)Birth);

    /// <summary>
    /// Equal for a file only while nobody wrote it, put another in its place or set its times: what git's index compares, too. Size and
    /// time of writing alone would take a changed file whose time was restored for the old one.
    /// </summary>
    public Fingerprint Version
    {
        get
        {
            Span<long> all = [Size, Modified, Changed, unchecked((long)Inode)];
            return Fingerprint.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(all));
        }
    }

    /// <summary>Null when nothing is there.</summary>
    /// <param name="follow">Through a link at the path, to what it leads to; null when that is nothing or the link itself.</param>
    /// <exception cref="IOException">The disk is broken, or the path too long.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder on the way may not be searched.</exception>
    public static FileStat? At(string path, bool follow = false) => SystemStat.At(path, follow);

    /// <summary>The version of what a path leads to; that of nothing when there is nothing, or nothing that can be seen.</summary>
    public static Fingerprint VersionAt(string path)
    {
        try
        {
            return At(path, follow: true)?.Version ?? default;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    public bool IsSameFileAs(FileStat? other) => Inode != 0 && Inode == other?.Inode && Kind == other.Kind;
}
