using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// A path as it stands on the disk: by name with links followed, and by what the disk calls each folder on the way, which a bind mount or
/// another spelling does not change.
/// </summary>
internal sealed class GuardedPlace
{
    /// <summary>A project travels: what two names are here is one name on the next machine.</summary>
    private const StringComparison Names = StringComparison.OrdinalIgnoreCase;

    /// <summary>From the place itself upwards; null where nothing is, or where the system does not tell.</summary>
    private readonly List<(ulong Device, ulong Inode)?> way = [];

    public GuardedPlace(string path)
    {
        Path = RealPath.Of(path);
        for (var at = Path; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            way.Add(IdentityOf(at));
        }
    }

    public string Path { get; }

    public bool IsAt(GuardedPlace other) => string.Equals(Path, other.Path, Names) || (way[0] is { } here && here == other.way[0]);

    /// <summary>Whether it is the other or lies in it.</summary>
    public bool IsWithin(GuardedPlace other) =>
        IsAt(other) || Path.StartsWith(WithSlash(other.Path), Names) || (other.way[0] is { } outer && way.Contains(outer));

    private static string WithSlash(string path) =>
        System.IO.Path.EndsInDirectorySeparator(path) ? path : path + System.IO.Path.DirectorySeparatorChar;

    private static (ulong, ulong)? IdentityOf(string path)
    {
        try
        {
            return FileStat.At(path) is { Inode: not 0 } stat ? (stat.Device, stat.Inode) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
