using System.Text;

namespace YuGong.Deploy;

/// <summary>
/// Keeps other machines out of a bucket, as far as one can: whoever works there renews an object of its own each minute, and nobody begins
/// while somebody else's is younger than five. Two that begin at once see each other, and neither does. The bucket's clock counts.
/// </summary>
internal sealed class BucketLock : IDisposable
{
    public const string Folder = BucketTarget.State + "locks/";

    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(5), Renewal = TimeSpan.FromMinutes(1);

    private readonly Bucket bucket;
    private readonly string key;
    private readonly Timer renewing;

    private BucketLock(Bucket bucket, string key)
    {
        (this.bucket, this.key) = (bucket, key);
        renewing = new(_ => Renew(), null, Renewal, Renewal);
    }

    /// <param name="holder">The same for each run from this place, so that a killed one keeps nobody out.</param>
    /// <exception cref="DeployException">Somebody else is at work.</exception>
    public static BucketLock Take(Bucket bucket, string holder, string place)
    {
        var own = Folder + holder;
        Write(bucket, own);
        var all = bucket.List(Folder);
        var mine = all.FirstOrDefault(o => o.Key == own)?.At ?? DateTimeOffset.MaxValue;
        foreach (var other in all.Where(o => o.Key != own))
        {
            if (mine - other.At < Stale)
            {
                bucket.Delete(own);
                throw Going.Busy(place);
            }

            bucket.Delete(other.Key);
        }

        return new(bucket, own);
    }

    public void Dispose()
    {
        renewing.Dispose();
        try
        {
            bucket.Delete(key);
        }
        catch (BucketException)
        {
            // It grows old by itself.
        }
    }

    private static void Write(Bucket bucket, string key)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("at work\n"), writable: false);
        bucket.Put(key, body, new("text/plain", null, null));
    }

    private void Renew()
    {
        try
        {
            Write(bucket, key);
        }
        catch (BucketException)
        {
            // The work itself will say that the bucket is out of reach.
        }
    }
}
