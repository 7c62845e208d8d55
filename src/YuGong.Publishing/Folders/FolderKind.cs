using System.Text;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// A kind of folder that we fill. The file <c>.yugong</c> in it says in its first line which kind it is, so that a site is never
/// built into somebody's exported data and no export goes into a site.
/// </summary>
public sealed class FolderKind
{
    /// <summary>The marker's file name.</summary>
    public const string Marker = ".yugong";

    /// <summary>What the marker says to whoever opens it.</summary>
    internal const string Words = "# 这个文件夹由 yugong 写。有这个文件,yugong 才会再写进来;请不要复制到别的文件夹。\n";

    private readonly Func<string, bool> isOlder;

    /// <param name="name">In the marker's first line.</param>
    /// <param name="isOlder">Whether a folder without marker is one that an older version made.</param>
    private FolderKind(string name, Func<string, bool> isOlder) => (Head, this.isOlder) = ($"YuGong {name} 1\n", isOlder);

    public static FolderKind Site { get; } = new("site", folder => new BuildFolder(folder).HasRecord);

    public static FolderKind Posters { get; } = new("posters", folder => File.Exists(Path.Combine(folder, ".posters.json")));

    /// <summary>Articles and manuscripts for others.</summary>
    public static FolderKind Articles { get; } = new("articles", _ => false);

    /// <summary>Books for the printer.</summary>
    public static FolderKind Books { get; } = new("books", _ => false);

    /// <summary>What leaves the private register for one reader.</summary>
    public static FolderKind Private { get; } = new("private", _ => false);

    /// <summary>The marker's first line.</summary>
    internal string Head { get; }

    /// <summary>Makes the folder where it is missing, and says whose it is.</summary>
    /// <param name="folder">One that <see cref="OutputGuard.MayFill"/> let through.</param>
    public void Open(string folder, UnixFileMode? mode = null)
    {
        Make(folder, mode);
        if (!IsMarked(folder))
        {
            AtomicFile.Write(Path.Combine(folder, Marker), Head + Words);
        }
    }

    /// <param name="mode">For a folder that is not there yet; null for the usual one.</param>
    public static void Make(string folder, UnixFileMode? mode)
    {
        if (mode is { } only && !OperatingSystem.IsWindows() && !Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, only);
        }
        else
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Whether the folder says that it is of this kind.</summary>
    internal bool IsMarked(string folder)
    {
        var path = Path.Combine(folder, Marker);
        if (!File.Exists(path))
        {
            return false; // by far the most often, and an exception costs a cold process milliseconds
        }

        try
        {
            using var file = File.OpenHandle(path);
            Span<byte> first = stackalloc byte[64];
            return first[..RandomAccess.Read(file, first, 0)].StartsWith(Encoding.UTF8.GetBytes(Head));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether we made it.</summary>
    public bool IsOurs(string folder) => IsMarked(folder) || isOlder(folder);

    /// <summary>Something in a folder that is not of this kind; null when it is, or is empty, or not there.</summary>
    internal string? FirstForeign(string folder) => !Directory.Exists(folder) || IsOurs(folder) ? null
        : Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();
}
