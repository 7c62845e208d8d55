using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using YuGong.Posters.Pressing;
using YuGong.Text;

namespace YuGong.Build.Stores;

/// <summary>What a bucket said when it could not be used.</summary>
public sealed class BucketException(BucketAddress address, string why, Exception inner)
    : IOException($"{address}: {why}", inner)
{
    public Phrase Words { get; } = new(
        $"存储桶 {address} 用不了({why})。检查地址、网络和 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_REGION、AWS_ENDPOINT_URL_S3;"
        + "做好的文件都在本机,再运行一次会接着做。",
        $"Bucket {address} cannot be used ({why}). Check the address, the network and AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, "
        + "AWS_ENDPOINT_URL_S3. What is finished lies on this machine; run it again and it goes on from there.");

    /// <summary>The one in what several threads threw, or null.</summary>
    public static BucketException? In(Exception thrown) =>
        thrown as BucketException ?? (thrown as AggregateException)?.Flatten().InnerExceptions.OfType<BucketException>().FirstOrDefault();
}

/// <summary>
/// A bucket behind a folder of this machine. What the folder lacks is fetched and kept; what is made is kept and sent. Names stand for
/// their bytes, so nothing is ever stale and nobody waits for anybody.
/// </summary>
public sealed class BucketStore : IPosterStore
{
    private readonly BucketAddress address;
    private readonly AmazonS3Client client;
    private readonly IPosterStore near;

    private BucketStore(BucketAddress address, AmazonS3Client client, IPosterStore near) =>
        (this.address, this.client, this.near) = (address, client, near);

    /// <exception cref="BucketException">It is not there, or does not let us in: better said before an hour of work than after.</exception>
    public static BucketStore Open(BucketAddress address, IPosterStore near)
    {
        // Checksums and chunks of Amazon's own kind are refused by other makers' servers.
        var config = new AmazonS3Config
        {
            ForcePathStyle = address.PathStyle, MaxErrorRetry = 3, Timeout = TimeSpan.FromMinutes(2),
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (address.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = address.Region ?? "us-east-1";
        }
        else if (address.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

#pragma warning disable CA2000 // It lives as long as the store, which lives as long as the program.
        var store = new BucketStore(address, new(config), near);
#pragma warning restore CA2000
        store.Ask(c => c.ListObjectsV2Async(new() { BucketName = address.Bucket, Prefix = address.Prefix, MaxKeys = 1 }));
        return store;
    }

    public ReadOnlyMemory<byte>? Get(string name)
    {
        if (near.Get(name) is { } known)
        {
            return known;
        }

        if (Ask(c => Fetch(c, name)) is not { } fetched)
        {
            return null;
        }

        near.Put(name, fetched);
        return fetched;
    }

    public void Put(string name, ReadOnlyMemory<byte> bytes)
    {
        near.Put(name, bytes);
        Ask(async c =>
        {
            using var body = new MemoryStream(bytes.ToArray(), writable: false);
            return await c.PutObjectAsync(new()
            {
                BucketName = address.Bucket, Key = address.Prefix + name, InputStream = body, UseChunkEncoding = false,
            });
        });
    }

    private async Task<byte[]?> Fetch(AmazonS3Client from, string name)
    {
        try
        {
            using var answer = await from.GetObjectAsync(new GetObjectRequest { BucketName = address.Bucket, Key = address.Prefix + name });
            using var bytes = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode is not "NoSuchBucket")
        {
            return null;
        }
    }

    /// <summary>The press asks from its own threads and has nothing else to do meanwhile.</summary>
    private T Ask<T>(Func<AmazonS3Client, Task<T>> ask)
    {
        try
        {
            return Task.Run(() => ask(client)).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException
            or TaskCanceledException or UriFormatException)
        {
            var why = e is AmazonS3Exception { ErrorCode: { Length: > 0 } code } ? code : (e.InnerException ?? e).Message.TrimEnd('.');
            throw new BucketException(address, why, e);
        }
    }
}
