namespace YuGong.Deploy;

/// <summary>What every target needs to know besides where it is.</summary>
/// <param name="Name">Of the target; part of names of files.</param>
/// <param name="Cache">Full path of a folder on this machine that may be deleted.</param>
/// <param name="Keep">How many releases stay to go back to, at least 1, the one that is online among them.</param>
public sealed record TargetOptions(string Name, string Cache, int Keep)
{
    internal string Lock => Path.Combine(Cache, Name + ".lock");
}

#pragma warning disable CA2000 // A target owns what it is given, and whoever opened it gives it back.
/// <summary>The places where a site can go online. None is asked anything before it is used.</summary>
public static class DeployTargets
{
    /// <param name="folder">Full path; the web server is pointed at <c>current</c> in it.</param>
    public static IDeployTarget Folder(string folder, TargetOptions options) =>
        new VersionedTarget(new LocalVersions(folder), options.Keep, options.Lock);

    /// <summary>A folder of another machine, by rsync over ssh; its web server is pointed at <c>current</c> in it.</summary>
    public static IDeployTarget Ssh(SshAddress address, SshKeys keys, TargetOptions options) =>
        new VersionedTarget(new SshVersions(address, keys), options.Keep, options.Lock);

    /// <param name="keyFile">See <see cref="Deploy.Bucket.Open"/>.</param>
    /// <param name="headersOf">How a file is given to readers.</param>
    public static IDeployTarget Bucket(
        BucketAddress address, string? keyFile, Func<LocalFile, BucketHeaders> headersOf, TargetOptions options) =>
        new BucketTarget(address, () => Deploy.Bucket.Open(address, keyFile), options.Keep, headersOf, options.Lock);

    public static IDeployTarget Git(GitPlace place, TargetOptions options) =>
        new GitTarget(place, Path.Combine(options.Cache, options.Name + ".git"), options.Lock);
}
