using YuGong.Deploy;
using YuGong.Posters.Pressing;

namespace YuGong.Build.Stores;

/// <summary>
/// A bucket behind a folder of this machine. What the folder lacks is fetched and kept; what is made is kept and sent. Names stand for
/// their bytes, so nothing is ever stale and nobody waits for anybody.
/// </summary>
/// <param name="bucket">It lives as long as the store, which lives as long as the program.</param>
public sealed class BucketStore(Bucket bucket, IPosterStore near) : IPosterStore
{
    public ReadOnlyMemory<byte>? Get(string name)
    {
        if (near.Get(name) is { } known)
        {
            return known;
        }

        if (bucket.Get(name) is not { } fetched)
        {
            return null;
        }

        near.Put(name, fetched);
        return fetched;
    }

    public void Put(string name, ReadOnlyMemory<byte> bytes)
    {
        near.Put(name, bytes);
        using var body = new MemoryStream(bytes.ToArray(), writable: false);
        bucket.Put(name, body);
    }
}
