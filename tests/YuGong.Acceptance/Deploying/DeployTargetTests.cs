using Xunit;
using YuGong.Deploy;

namespace YuGong.Tests.Deploying;

/// <summary>Each kind of target against a real server: sshd and rsync, s3rver, a bare repository, a folder.</summary>
public sealed class DeployTargetTests
{
    public static TheoryData<string> Kinds => [.. DeployKind.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Only_changes_travel_old_files_go_and_the_previous_release_comes_back(string kind)
    {
        using var trial = new DeployTrial(kind);
        Assert.Null(trial.Look().Online);
        Assert.False(trial.TellsOfSite());
        var first = trial.Put();
        Assert.Equal((60, 0, false), (first.Uploaded, first.Removed, first.IsSame));
        var before = MadeSite.Read(trial.Site.Folder);
        Assert.Equal(before, trial.Kind.Online());

        Assert.True(trial.Put().IsSame);
        Assert.True(trial.TellsOfSite());
        trial.Site.Change(5);
        Assert.False(trial.TellsOfSite());
        var second = trial.Put();
        Assert.Equal((10, 5, 2), (second.Uploaded, second.Removed, second.Online.Number));
        Assert.Equal(MadeSite.Read(trial.Site.Folder), trial.Kind.Online());

        var state = trial.Look();
        Assert.Equal(second.Online.Id, state.Online!.Id);
        Assert.Equal((60, "1f0c2a9b", false), (state.Online.Files, state.Online.Revision, state.IsUnfinished));
        Assert.Equal(new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)), state.Since);
        Assert.Equal(kind is "folder" or "ssh" ? "李工" : null, state.By);

        Assert.Equal(first.Online.Id, trial.Back().Online.Id);
        Assert.Equal(before, trial.Kind.Online());
        Assert.Equal(first.Online.Id, trial.Look().Online!.Id);
        Assert.Equal(second.Online.Id, trial.Back(second.Online.Id).Online.Id);
        Assert.Equal(MadeSite.Read(trial.Site.Folder), trial.Kind.Online());
        Assert.Contains("000099", Assert.Throws<DeployException>(() => trial.Back("000099")).Words.Zh);

        // Somebody was withdrawn: nobody goes back to before, and the next release leaves nothing of it where it can be deleted.
        trial.TakenOff = second.Online.At.AddDays(1);
        Assert.Contains("撤下", Assert.Throws<DeployException>(() => trial.Back(first.Online.Id)).Words.Zh);
        trial.Site.Change(5);
        Assert.Equal(3, trial.Put().Online.Number);
        Assert.Equal(MadeSite.Read(trial.Site.Folder), trial.Kind.Online());
        Assert.Equal(kind == "git" ? 2 : 0, trial.Look().Kept.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Killed_at_any_moment_and_run_again_it_is_right_and_complete(string kind)
    {
        using var trial = new DeployTrial(kind);
        trial.Put();
        var (random, watch) = (new Random(3), System.Diagnostics.Stopwatch.StartNew());
        trial.Site.Change(20);
        trial.Put();
        var whole = (int)watch.ElapsedMilliseconds;
        for (var i = 0; i < 5; i++)
        {
            trial.Site.Change(20);
            using var run = KilledDeploy.Start(trial.Kind, trial.Site);
            run.StandardOutput.ReadLine();
            Thread.Sleep(random.Next(whole));
            run.Kill(); // the process alone: what it has started finds out by itself
            run.WaitForExit();
            Assert.NotNull(trial.Look().Online);
        }

        trial.Put();
        Assert.Equal(MadeSite.Read(trial.Site.Folder), trial.Kind.Online());
        Assert.False(trial.Look().IsUnfinished);
        Assert.True(trial.Put().IsSame);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("ssh")]
    public void Versions_beyond_those_that_stay_are_deleted(string kind)
    {
        using var trial = new DeployTrial(kind);
        for (var i = 0; i < DeployKind.Keep + 2; i++)
        {
            trial.Site.Change(1);
            trial.Put();
        }

        Assert.Equal(DeployKind.Keep, Directory.GetDirectories(trial.At("site/versions")).Length);
        Assert.Equal(DeployKind.Keep - 1, trial.Look().Kept.Count);
        var pages = trial.Look().Kept[0];
        Assert.True(pages.Number < trial.Look().Online!.Number);
    }

    [Fact]
    public void A_bucket_keeps_no_bytes_that_nobody_can_go_back_to()
    {
        using var trial = new DeployTrial("bucket");
        for (var i = 0; i < DeployKind.Keep + 2; i++)
        {
            trial.Site.Change(1);
            trial.Put();
        }

        using var bucket = Bucket.Open(trial.Kind.Bucket(), trial.Kind.KeyFile());
        Assert.Equal(DeployKind.Keep, bucket.List(".yugong/releases/").Count);
        Assert.InRange(bucket.List(".yugong/kept/").Count, 1, 2 * (DeployKind.Keep - 1));
        Assert.Empty(bucket.List(".yugong/locks/"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_others_put_there_is_left_alone(string kind)
    {
        using var trial = new DeployTrial(kind);
        var path = trial.Site.Paths.First();
        switch (kind)
        {
            case "bucket":
                using (var bucket = Bucket.Open(trial.Kind.Bucket(), trial.Kind.KeyFile()))
                {
                    bucket.Put(path, new MemoryStream("foreign"u8.ToArray()));
                }

                break;
            case "git":
                Foreign(trial);
                break;
            default:
                Directory.CreateDirectory(trial.At("site"));
                File.WriteAllText(trial.At("site/foreign.txt"), "foreign");
                break;
        }

        var words = Assert.Throws<DeployException>(() => trial.Put()).Words.Zh;
        Assert.Contains(kind == "git" ? "不是 yugong 的" : "不是 yugong 放的", words);
    }

    [Fact]
    public void A_foreign_commit_stays_in_the_history_when_it_is_adopted()
    {
        using var trial = new DeployTrial("git");
        trial.Put();
        Foreign(trial);
        Assert.Throws<DeployException>(() => trial.Put());
        Assert.Throws<DeployException>(() => trial.Back());
        trial.Site.Change(1);
        trial.Put(adopt: true);
        var log = LoopbackServer.Run("git", "--git-dir", trial.Kind.Repository(), "log", "--format=%s", "pages");
        Assert.Equal(3, log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("by hand", log);
        Assert.Contains("CNAME", LoopbackServer.Run("git", "--git-dir", trial.Kind.Repository(), "ls-tree", "--name-only", "pages"));
    }

    /// <summary>A commit with a file of the service, as GitHub's setting of the domain makes it.</summary>
    private static void Foreign(DeployTrial trial)
    {
        var clone = trial.At("clone");
        string[] who = ["-c", "user.name=x", "-c", "user.email=x@localhost"];
        LoopbackServer.Run("git", "clone", "--quiet", trial.Kind.Repository(), clone);
        var isNew = LoopbackServer.Run("git", "-C", clone, "branch", "-r").Length == 0;
        LoopbackServer.Run("git", ["-C", clone, "checkout", "--quiet", .. isNew ? ["-b"] : Array.Empty<string>(), "pages"]);
        File.WriteAllText(Path.Combine(clone, "CNAME"), "www.example.org\n");
        LoopbackServer.Run("git", "-C", clone, "add", "CNAME");
        LoopbackServer.Run("git", ["-C", clone, .. who, "commit", "--quiet", "-m", "by hand"]);
        LoopbackServer.Run("git", "-C", clone, "push", "--quiet", "origin", "pages");
    }
}
