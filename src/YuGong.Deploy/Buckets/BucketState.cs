using System.Text;

namespace YuGong.Deploy;

/// <summary>
/// What a bucket holds of ours, read at once: <c>.yugong/online</c> (who put what online, and its manifest), <c>.yugong/releases/ID</c>,
/// <c>.yugong/kept/SHA</c> (bytes of earlier releases that stand nowhere else), <c>.yugong/owned</c> while something is being changed.
/// </summary>
internal sealed record BucketState
{
    public const string Online = BucketTarget.State + "online", Owned = BucketTarget.State + "owned",
        Releases = BucketTarget.State + "releases/", Kept = BucketTarget.State + "kept/";

    /// <summary>Null when nothing is online.</summary>
    public required ReleaseManifest? Manifest { get; init; }

    public required DateTimeOffset? Since { get; init; }

    /// <summary>Paths that an unfinished run may have written or left; null when there was none.</summary>
    public required IReadOnlySet<string>? Touched { get; init; }

    /// <summary>What stands there, without our own objects, by path.</summary>
    public required IReadOnlyDictionary<string, BucketObject> Objects { get; init; }

    /// <summary>SHA-256 of the bytes that are kept aside.</summary>
    public required IReadOnlySet<string> KeptBytes { get; init; }

    /// <summary>Other releases, the newest first.</summary>
    public required IReadOnlyList<ReleaseManifest> Earlier { get; init; }

    public OnlineState Shown => new(Manifest?.Release, Since, [.. Earlier.Select(m => m.Release)], Touched is not null);

    /// <summary>Whether an object stands as we put it.</summary>
    public bool Holds(ReleaseFile file) => Objects.GetValueOrDefault(file.Path) is { } there && there.Tag == file.Tag;

    public bool IsOurs(string path) => Manifest?.Files.ContainsKey(path) == true || Touched?.Contains(path) == true;

    public static BucketState Read(Bucket bucket)
    {
        var all = bucket.List();
        var online = Text(bucket, Online)?.Split('\n', 2);
        var manifest = online is [_, var rest] ? ReleaseManifest.Parse(rest) : null;
        return new()
        {
            Manifest = manifest,
            Since = online is [var line, _] ? JournalLine.Parse(line)?.At : null,
            Touched = Text(bucket, Owned)?.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            Objects = all.Where(o => !o.Key.StartsWith(BucketTarget.State, StringComparison.Ordinal))
                .ToDictionary(o => o.Key, StringComparer.Ordinal),
            KeptBytes = all.Where(o => o.Key.StartsWith(Kept, StringComparison.Ordinal)).Select(o => o.Key[Kept.Length..])
                .ToHashSet(StringComparer.Ordinal),
            Earlier =
            [
                .. all.Where(o => o.Key.StartsWith(Releases, StringComparison.Ordinal) && o.Key != Releases + manifest?.Release.Id)
                    .Select(o => ReleaseManifest.Parse(Text(bucket, o.Key))).OfType<ReleaseManifest>()
                    .OrderByDescending(m => m.Release.Number),
            ],
        };
    }

    private static string? Text(Bucket bucket, string key) => bucket.Get(key) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
