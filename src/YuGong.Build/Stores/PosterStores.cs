using YuGong.Deploy;
using YuGong.Posters.Pressing;

namespace YuGong.Build.Stores;

/// <summary>
/// Where finished posters are kept: a folder, which several machines may share, or a bucket behind this machine's own folder.
/// </summary>
public static class PosterStores
{
    /// <exception cref="BucketException">The bucket cannot be used.</exception>
#pragma warning disable CA2000 // A store lives as long as the program.
    public static IPosterStore Open(string? wanted, string usual) => BucketAddress.Parse(wanted) is { } bucket
        ? new BucketStore(Bucket.Open(bucket), new FolderStore(Path.GetFullPath(usual)))
        : new FolderStore(Path.GetFullPath(wanted ?? usual));
#pragma warning restore CA2000
}
