using YuGong.Posters.Pressing;

namespace YuGong.Cli;

/// <summary>Where finished posters are kept: a folder, which several machines may share, or a bucket behind this machine's own folder.</summary>
internal static class StoreAt
{
    /// <exception cref="BucketException">The bucket cannot be used.</exception>
    public static IPosterStore Place(string? wanted, string usual) => BucketAddress.Parse(wanted) is { } bucket
        ? BucketStore.Open(bucket, new FolderStore(Path.GetFullPath(usual)))
        : new FolderStore(Path.GetFullPath(wanted ?? usual));
}
