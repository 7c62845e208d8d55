using Xunit;
using YuGong.Deploy;
using YuGong.Tests.Publishing;

namespace YuGong.Tests.Deploying;

/// <summary>What goes wrong between machines is one clear sentence, and what is online stays.</summary>
public sealed class DeployFailureTests
{
    [Fact]
    public void Wrong_hosts_keys_and_lines_are_told_apart_over_ssh()
    {
        using var trial = new DeployTrial("ssh");
        trial.Put();
        var online = trial.Kind.Online();
        trial.Site.Change(3);
        var (there, keys) = (trial.Kind.Address(), trial.Kind.Keys());
        Assert.Contains("主机密钥", Fails(trial, there, trial.Kind.Keys(known: "known.wrong")));
        Assert.Contains("不认这把钥匙", Fails(trial, there, trial.Kind.Keys(key: "stranger")));
        Assert.Contains("没有这台主机", Fails(trial, there with { Host = "no-such-host.invalid" }, keys));
        Assert.Contains("连不上", Fails(trial, there with { Port = LoopbackServer.FreePort() }, keys));
        Assert.Equal(online, trial.Kind.Online());
    }

    [Fact]
    public void Wrong_keys_and_names_are_told_apart_in_a_bucket()
    {
        using var trial = new DeployTrial("bucket");
        trial.Put();
        var online = trial.Kind.Online();
        trial.Site.Change(3);
        var (there, key) = (trial.Kind.Bucket(), trial.Kind.KeyFile());
        Assert.Contains("没有这个存储桶", Fails(trial, there with { Bucket = "nothing" }, key));
        Assert.Contains("连不上", Fails(trial, there with { Endpoint = $"http://127.0.0.1:{LoopbackServer.FreePort()}" }, key));
        var wrong = trial.At("wrong");
        File.WriteAllText(wrong, "[default]\naws_access_key_id = NOBODY\naws_secret_access_key = wrong\n");
        Assert.Contains("不认这把钥匙", Fails(trial, there, wrong));
        Assert.Equal(online, trial.Kind.Online());
    }

    /// <summary>On a disk of 8 MB: the upload stops, what is online stays, and once there is room it goes on.</summary>
    [Theory]
    [InlineData("folder")]
    [InlineData("ssh")]
    public void A_full_disk_is_told_and_harms_nothing(string kind)
    {
        using var trial = new DeployTrial(kind);
        using var disk = new LoopDisk(megabytes: 8);
        Assert.SkipUnless(disk.IsMounted, "mounting needs rights that we lack");
        var place = Path.Combine(disk.Folder, "site");
        IDeployTarget Target()
        {
            var options = new TargetOptions(kind, trial.At("cache"), 2);
            return kind == "folder" ? DeployTargets.Folder(place, options)
                : DeployTargets.Ssh(trial.Kind.Address() with { Folder = place }, trial.Kind.Keys(), options);
        }

        trial.Put(Target());
        var online = MadeSite.Read(place + "/current/");
        File.WriteAllBytes(Path.Combine(trial.Site.Folder, "large.bin"), new byte[20 << 20]);
        Assert.Contains("没有地方", Assert.Throws<DeployException>(() => trial.Put(Target())).Words.Zh);
        Assert.Equal(online, MadeSite.Read(place + "/current/"));
        File.WriteAllBytes(Path.Combine(trial.Site.Folder, "large.bin"), new byte[1 << 20]);
        trial.Put(Target());
        Assert.Equal(MadeSite.Read(trial.Site.Folder), MadeSite.Read(place + "/current/"));
    }

    [Fact]
    public void A_repository_that_is_not_there_is_told()
    {
        using var trial = new DeployTrial("git");
        var options = new TargetOptions("git", trial.At("cache"), 3);
        var target = DeployTargets.Git(new(trial.At("nothing.git"), "pages", new(null, null)), options);
        Assert.Contains("没有做成", Assert.Throws<DeployException>(() => trial.Put(target)).Words.Zh);
    }

    /// <summary>Whoever holds the lock is at work, on this machine or on another.</summary>
    [Theory]
    [InlineData("folder")]
    [InlineData("ssh")]
    [InlineData("bucket")]
    [InlineData("git")]
    public void Two_at_once_are_one_after_the_other(string kind)
    {
        using var trial = new DeployTrial(kind);
        trial.Put();
        trial.Site.Change(1);
        Directory.CreateDirectory(trial.At("cache"));
        using (new FileStream(trial.At($"cache/{kind}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("另一次上线", Assert.Throws<DeployException>(() => trial.Put()).Words.Zh);
        }

        // Another machine has a cache of its own, and meets the lock at the place itself.
        if (kind is "folder" or "ssh")
        {
            using var held = new FileStream(trial.At("site/lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Assert.Contains("另一次上线", Assert.Throws<DeployException>(() => trial.Put()).Words.Zh);
        }
        else if (kind == "bucket")
        {
            using var bucket = Bucket.Open(trial.Kind.Bucket(), trial.Kind.KeyFile());
            bucket.Put(".yugong/locks/another", new MemoryStream("x"u8.ToArray()));
            Assert.Contains("另一次上线", Assert.Throws<DeployException>(() => trial.Put()).Words.Zh);
            bucket.Delete(".yugong/locks/another");
        }

        Assert.False(trial.Put().IsSame);
    }

    private static string Fails(DeployTrial trial, SshAddress address, SshKeys keys) => Assert.Throws<DeployException>(() =>
        trial.Put(DeployTargets.Ssh(address, keys, new("ssh", trial.At("cache"), 3)))).Words.Zh;

    private static string Fails(DeployTrial trial, BucketAddress address, string key) => Assert.Throws<DeployException>(() =>
        trial.Put(DeployTargets.Bucket(address, key, _ => new("text/plain", null, null), new("bucket", trial.At("cache"), 3)))).Words.Zh;
}
