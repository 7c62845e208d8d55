using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.S3.Model;
using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>What a bucket said when it could not be used.</summary>
/// <param name="code">The protocol's own word, such as <c>NoSuchBucket</c>; empty where the network said it.</param>
public sealed class BucketException(BucketAddress address, string code, string why, Exception inner)
    : IOException($"{address}: {why}", inner)
{
    public string Code { get; } = code;

    public string Why { get; } = why;

    public Phrase Words { get; } = new(
        $"存储桶 {address} 用不了({why})。检查地址、网络和 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_REGION、AWS_ENDPOINT_URL_S3;"
        + "做好的文件都在本机,再运行一次会接着做。",
        $"Bucket {address} cannot be used ({why}). Check the address, the network and AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, "
        + "AWS_REGION, "
        + "AWS_ENDPOINT_URL_S3. What is finished lies on this machine; run it again and it goes on from there.");

    /// <summary>The one in what several threads threw, or null.</summary>
    public static BucketException? In(Exception thrown) =>
        thrown as BucketException ?? (thrown as AggregateException)?.Flatten().InnerExceptions.OfType<BucketException>().FirstOrDefault();
}

/// <summary>An object as a bucket lists it.</summary>
/// <param name="Key">Without the bucket's prefix.</param>
/// <param name="Tag">The ETag without its quotation marks: for most buckets the MD5 of the bytes, in hexadecimal digits.</param>
public sealed record BucketObject(string Key, string Tag, long Size, DateTimeOffset At);

/// <summary>How an object is given to whoever asks for it.</summary>
/// <param name="Redirect">The address that a website of the bucket answers with instead (301), or null.</param>
public sealed record BucketHeaders(string Type, string? Cache, string? Redirect);

/// <summary>A folder in a bucket that speaks the S3 protocol: Amazon's, Alibaba's OSS, Tencent's COS, MinIO … Any thread may ask.</summary>
public sealed class Bucket : IDisposable
{
    private readonly AmazonS3Client client;

    private Bucket(BucketAddress address, AmazonS3Client client)
    {
        (Address, this.client) = (address, client);
        client.BeforeRequestEvent += SpellSourcePlainly;
    }

    public BucketAddress Address { get; }

    /// <param name="keyFile">In the form of ~/.aws/credentials, profile <c>default</c>; null for where AWS's own tools look.</param>
    /// <exception cref="BucketException">It is not there, or does not let us in: better said before an hour of work than after.</exception>
    public static Bucket Open(BucketAddress address, string? keyFile = null)
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

#pragma warning disable CA2000 // It lives as long as the bucket.
        var bucket = new Bucket(address, KeysIn(keyFile, address) is { } keys ? new(keys, config) : new(config));
#pragma warning restore CA2000
        bucket.Ask(c => c.ListObjectsV2Async(new() { BucketName = address.Bucket, Prefix = address.Prefix, MaxKeys = 1 }));
        return bucket;
    }

    /// <summary>Null when there is none.</summary>
    public byte[]? Get(string key) => Ask(async c =>
    {
        try
        {
            using var answer = await c.GetObjectAsync(new GetObjectRequest { BucketName = Address.Bucket, Key = Address.Prefix + key });
            using var bytes = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode is not "NoSuchBucket")
        {
            return null;
        }
    });

    /// <returns>The ETag without its quotation marks.</returns>
    public string Put(string key, Stream body, BucketHeaders? headers = null) => Ask(async c =>
    {
        var request = new PutObjectRequest
        {
            BucketName = Address.Bucket, Key = Address.Prefix + key, InputStream = body, UseChunkEncoding = false, AutoCloseStream = false,
        };
        if (headers is not null)
        {
            request.ContentType = headers.Type;
            request.Headers.CacheControl = headers.Cache;
            request.WebsiteRedirectLocation = headers.Redirect;
        }

        return Bare((await c.PutObjectAsync(request)).ETag);
    });

    /// <summary>All objects whose keys begin so, sorted by key.</summary>
    public IReadOnlyList<BucketObject> List(string prefix = "") => Ask(async c =>
    {
        var (all, next) = (new List<BucketObject>(), (string?)null);
        do
        {
            var page = await c.ListObjectsV2Async(new()
            {
                BucketName = Address.Bucket, Prefix = Address.Prefix + prefix, ContinuationToken = next,
            });
            all.AddRange((page.S3Objects ?? []).Select(o => new BucketObject(
                o.Key[Address.Prefix.Length..], Bare(o.ETag), o.Size ?? 0, o.LastModified?.ToUniversalTime() ?? DateTimeOffset.UnixEpoch)));
            next = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next is not null);
        return (IReadOnlyList<BucketObject>)[.. all.OrderBy(o => o.Key, StringComparer.Ordinal)];
    });

    /// <summary>Within the bucket, without the bytes travelling; headers go along.</summary>
    /// <returns>The ETag of the copy, without its quotation marks.</returns>
    public string Copy(string from, string to, BucketHeaders? headers = null) => Ask(async c =>
    {
        var request = new CopyObjectRequest
        {
            SourceBucket = Address.Bucket, SourceKey = Address.Prefix + from, DestinationBucket = Address.Bucket,
            DestinationKey = Address.Prefix + to,
        };
        if (headers is not null)
        {
            request.MetadataDirective = S3MetadataDirective.REPLACE;
            request.ContentType = headers.Type;
            request.Headers.CacheControl = headers.Cache;
            request.WebsiteRedirectLocation = headers.Redirect;
        }

        return Bare((await c.CopyObjectAsync(request)).ETag);
    });

    /// <summary>What is not there is deleted already.</summary>
    public void Delete(string key) => Ask(async c => await c.DeleteObjectAsync(Address.Bucket, Address.Prefix + key));

    public void Dispose() => client.Dispose();

    private static AWSCredentials? KeysIn(string? file, BucketAddress address)
    {
        if (file is null)
        {
            return null;
        }

        var shared = new SharedCredentialsFile(file);
        return shared.TryGetProfile("default", out var profile) ? AWSCredentialsFactory.GetAWSCredentials(profile, shared)
            : throw new BucketException(address, "NoKeyFile", $"{file}: no profile [default]", new FileNotFoundException(file));
    }

    /// <summary>Amazon's library writes the slashes of what is copied as %2F, which other makers' servers take for letters.</summary>
    private static void SpellSourcePlainly(object sender, RequestEventArgs asked)
    {
        const string Source = "x-amz-copy-source";
        if (asked is WebServiceRequestEventArgs { Headers: { } headers } && headers.TryGetValue(Source, out var place))
        {
            headers[Source] = place.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Bare(string? tag) => (tag ?? "").Trim('"');

    /// <summary>Whoever asks does so from a thread of its own and has nothing else to do meanwhile.</summary>
    private T Ask<T>(Func<AmazonS3Client, Task<T>> ask)
    {
        try
        {
            return Task.Run(() => ask(client)).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException
            or TaskCanceledException or UriFormatException)
        {
            var code = (e as AmazonS3Exception)?.ErrorCode ?? "";
            throw new BucketException(Address, code, code.Length > 0 ? code : (e.InnerException ?? e).Message.TrimEnd('.'), e);
        }
    }
}
