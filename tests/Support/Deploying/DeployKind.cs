using YuGong.Deploy;

namespace YuGong.Tests.Deploying;

/// <summary>A target of each kind, on servers of its own, and what it shows to readers.</summary>
/// <param name="Name">folder, ssh, bucket or git.</param>
/// <param name="Folder">Of everything that it needs.</param>
/// <param name="Port">Of its server; 0 without one.</param>
internal sealed record DeployKind(string Name, string Folder, int Port)
{
    public const int Keep = 3;

    public static string[] Names { get; } = ["folder", "ssh", "bucket", "git"];

    private string Site => Path.Combine(Folder, "site");

    private string Work => Path.Combine(Folder, "work");

    private TargetOptions Options => new(Name, Path.Combine(Folder, "cache"), Keep);

    /// <summary>Any number of these may be opened, one after another.</summary>
    public IDeployTarget Open() => Name switch
    {
        "folder" => DeployTargets.Folder(Site, Options),
        "ssh" => DeployTargets.Ssh(Address(), Keys(), Options),
        "bucket" => DeployTargets.Bucket(Bucket(), KeyFile(), HeadersOf, Options),
        _ => DeployTargets.Git(new(Repository(), "pages", new(null, null)), Options),
    };

    public SshAddress Address() => SshAddress.Parse($"{Environment.UserName}@127.0.0.1:{Port}{Site}")!;

    public SshKeys Keys(string key = "key", string known = "known") =>
        new(Path.Combine(Folder, "ssh", key), Path.Combine(Folder, "ssh", known));

    public BucketAddress Bucket() => BucketAddress.Parse($"s3://site/www?endpoint=http://127.0.0.1:{Port}&region=cn")!;

    public string KeyFile()
    {
        var file = Path.Combine(Folder, "credentials");
        File.WriteAllText(file, "[default]\naws_access_key_id = S3RVER\naws_secret_access_key = S3RVER\n");
        return file;
    }

    /// <summary>A bare repository, made when it is first asked for.</summary>
    public string Repository()
    {
        var bare = Path.Combine(Folder, "bare.git");
        if (!Directory.Exists(bare))
        {
            LoopbackServer.Run("git", "init", "--quiet", "--bare", bare);
        }

        return bare;
    }

    /// <summary>What readers get: path and SHA-256.</summary>
    public Dictionary<string, string> Online() => Name switch
    {
        "folder" or "ssh" => MadeSite.Read(Path.Combine(Site, "current") + "/"),
        "bucket" => InBucket(),
        _ => InBranch(),
    };

    private static BucketHeaders HeadersOf(LocalFile file) => new(
        file.Path.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : "application/octet-stream", "max-age=300", null);

    private Dictionary<string, string> InBucket()
    {
        // As readers ask, without a key: s3rver keeps the tag of what stood there when it copies over it, and Amazon's library minds.
        using var bucket = Deploy.Bucket.Open(Bucket(), KeyFile());
        using var reader = new HttpClient { BaseAddress = new($"http://127.0.0.1:{Port}/site/www/") };
        return bucket.List().Where(o => !o.Key.StartsWith(".yugong/", StringComparison.Ordinal)).ToDictionary(o => o.Key,
            o => MadeSite.Sha(reader.GetByteArrayAsync(new Uri(Uri.EscapeDataString(o.Key).Replace("%2F", "/", StringComparison.Ordinal),
                UriKind.Relative)).GetAwaiter().GetResult()), StringComparer.Ordinal);
    }

    private Dictionary<string, string> InBranch()
    {
        if (Directory.Exists(Work))
        {
            Directory.Delete(Work, recursive: true);
        }

        Directory.CreateDirectory(Work);
        File.Delete(Path.Combine(Repository(), "index"));
        LoopbackServer.Run("git", "--git-dir", Repository(), "--work-tree", Work, "checkout", "--quiet", "-f", "pages", "--", ".");
        var online = MadeSite.Read(Work);
        online.Remove(".nojekyll");
        return online;
    }
}
