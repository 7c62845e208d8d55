using YuGong.Posters.Pressing;

namespace YuGong.Build.Stores;

/// <summary>
/// Where finished posters are kept: a folder, which several machines may share, or a bucket behind this machine's own folder.
/// </summary>
public static class PosterStores
{
    /// <exception cref="BucketException">The bucket cannot be used.</exception>
    public static IPosterStore Open(string? wanted, string usual) => BucketAddress.Parse(wanted) is { } bucket
        ? BucketStore.Open(bucket, new FolderStore(Path.GetFullPath(usual)))
        : new FolderStore(Path.GetFullPath(wanted ?? usual));
}
