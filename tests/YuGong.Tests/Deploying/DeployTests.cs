using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Deploy;

namespace YuGong.Tests.Deploying;

/// <summary>Addresses, manifests and headers; what goes online and what never does.</summary>
public sealed class DeployTests : IDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string folder = Directory.CreateTempSubdirectory("yugong-deploy-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("www@example.org/srv/www", "www", "example.org", 22, "/srv/www")]
    [InlineData("www@example.org:2222/srv/www/", "www", "example.org", 2222, "/srv/www")]
    [InlineData("example.org:/srv/www", null, "example.org", 22, "/srv/www")]
    [InlineData("[::1]:2222/srv/www", null, "::1", 2222, "/srv/www")]
    public void A_place_over_ssh_is_read(string text, string? user, string host, int port, string there) =>
        Assert.Equal(new(user, host, port, there), SshAddress.Parse(text));

    [Theory]
    [InlineData("example.org")]
    [InlineData("-oProxyCommand=x/srv")]
    [InlineData("www@example.org/")]
    [InlineData("www@example.org/srv/$(id)")]
    [InlineData("www@example.org/srv/a b")]
    [InlineData("www@example.org/srv/../etc")]
    [InlineData("www@example.org:99999/srv")]
    [InlineData("a b@example.org/srv")]
    public void What_a_shell_would_read_is_no_place(string text) => Assert.Null(SshAddress.Parse(text));

    [Fact]
    public void A_manifest_is_read_as_it_was_written_and_half_of_one_is_none()
    {
        var release = new Release(12, new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)), new('a', 64), "1f0c+", 2, 30) { By = "李工" };
        var manifest = ReleaseManifest.Of(release,
            [new("展厅 1/index.html", "s1", 10) { Tag = "t", Headers = "h" }, new("a b.css", "s2", 20)]);
        var read = ReleaseManifest.Parse(manifest.ToString())!;
        Assert.Equal(release, read.Release);
        Assert.Equal(manifest.Files.OrderBy(f => f.Key, StringComparer.Ordinal), read.Files.OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.Equal("000012-aaaaaaaa", read.Release.Id);
        Assert.Null(ReleaseManifest.Parse(manifest.ToString()[..^12]));
        Assert.Null(ReleaseManifest.Parse(""));
        Assert.Null(ReleaseManifest.Parse(null));
    }

    [Fact]
    public void A_bucket_is_told_type_time_and_where_an_address_moved()
    {
        Assert.Equal(new("text/css; charset=utf-8", "public, max-age=31536000, immutable", null), HeadersOf("assets/site.css", "a{}"));
        Assert.Equal(new("text/html; charset=utf-8", "public, max-age=300, must-revalidate", null), HeadersOf("index.html", "<p>"));
        Assert.Equal("/people/new/", HeadersOf("people/old/index.html",
            "<meta http-equiv=\"refresh\" content=\"0; url=/people/new/\">").Redirect);
    }

    [Fact]
    public void A_preview_and_an_empty_folder_never_go_online()
    {
        var project = ProjectFolder.At(folder);
        Assert.Contains("没有建好的网站", Assert.Throws<DeployException>(() => BuiltRelease.Read(project, Stop)).Words.Zh);
        using var yard = new Publishing.OutputSandbox();
        yard.Publish(new Dictionary<string, string> { ["robots.txt"] = "User-agent: *\nDisallow: /\n", ["index.html"] = "x" });
        var preview = ProjectFolder.At(yard.Folder, output: yard.Output);
        Assert.Contains("预览版", Assert.Throws<DeployException>(() => BuiltRelease.Read(preview, Stop)).Words.Zh);
        yard.Publish(new Dictionary<string, string> { ["robots.txt"] = "User-agent: *\nAllow: /\n", ["index.html"] = "x" });
        yard.Put("foreign.txt", "foreign");
        Assert.Equal(["index.html", "robots.txt"], BuiltRelease.Read(preview, Stop).Files.Select(f => f.Path));
    }

    [Fact]
    public void What_was_changed_since_it_was_read_is_noticed()
    {
        File.WriteAllText(Path.Combine(folder, "a"), "one");
        var site = LocalSite.Read(folder, ["a"], 1, Stop);
        site.EnsureUnchanged();
        File.WriteAllText(Path.Combine(folder, "a"), "two");
        Assert.Throws<DeployException>(site.EnsureUnchanged);
    }

    [Fact]
    public void A_withdrawal_an_expiry_and_a_consent_that_ran_out_close_the_way_back()
    {
        using var site = Sites.Project.OfRealSite();
        var project = ProjectFolder.At(site.Root);
        var today = new DateOnly(2027, 2, 1);
        Assert.Null(TakenOff.LastDay(project, today));
        site.Write("input/withdrawn.txt", "2026-12-05 /people/x/\n2026-12-01 /people/y/\n");
        Assert.Equal(new(2026, 12, 5), TakenOff.LastDay(project, today));
        site.Edit("input/stories/shui-xiheng/index.md", "\nid: shui-xiheng\n", "\nid: shui-xiheng\nexpire_at: 2027-01-01\n");
        Assert.Equal(new(2026, 12, 31), TakenOff.LastDay(project, today));
        Assert.Equal(new(2026, 12, 5), TakenOff.LastDay(project, new(2026, 12, 31)));
        site.Edit("input/stories/lan-tian/index.md", "\nconsent:\n", "\nconsent:\n  until: 2027-01-15\n");
        Assert.Equal(new(2027, 1, 15), TakenOff.LastDay(project, today));
        Assert.Equal(new(2026, 12, 31), TakenOff.LastDay(project, new(2027, 1, 15)));
    }

    /// <summary>One source: what people copy from <c>deploy/</c> and what the program prints is the same unit.</summary>
    [Fact]
    public void The_unit_of_the_desk_is_printed_for_this_folder_and_account()
    {
        var example = File.ReadAllText(Support.Repository.At("deploy", "systemd", "yugong-desk.service"));
        Assert.Equal(example, DeskUnit.For("/srv/yugong/site", "yugong", "/srv/yugong/site/.dist/yugong", []));
        string[] given = ["desk", "--service", "--port", "5090", "--public-host", "desk.example.org"];
        var unit = DeskUnit.For("/home/li/my site", "li", "/opt/yugong", CommandTree.Root(given).Parse(given).Tokens);
        Assert.Contains("\nUser=li\n", unit);
        Assert.Contains("\nWorkingDirectory=/home/li/my site\n", unit);
        Assert.Contains("\nExecStart=/opt/yugong desk --no-open --port 5090 --public-host desk.example.org\n", unit);
        Assert.DoesNotContain("/srv/yugong", unit);
    }

    private BucketHeaders HeadersOf(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return ReaderHeaders.Of(LocalSite.Read(folder, [path], 1).Files[0]);
    }

    [Fact]
    public void What_would_change_is_listed_up_to_forty_files()
    {
        var online = new Dictionary<string, string> { ["a.html"] = "1", ["b.html"] = "1", ["old.html"] = "1" };
        var site = new Dictionary<string, string> { ["b.html"] = "2", ["a.html"] = "1", ["new.html"] = "1" };
        var found = OnlineDifference.Of(site, online);
        Assert.Equal("会加 1 个、改 1 个、去掉 1 个文件:\n  加 new.html\n  改 b.html\n  去 old.html", found.Told(all: false).Zh);
        Assert.Equal("It is what is online already: no file would change.", OnlineDifference.Of(site, site).Told(all: true).En);

        var many = OnlineDifference.Of(Enumerable.Range(0, 50).ToDictionary(i => $"{i:D2}.html", _ => "1"), online);
        Assert.Equal(OnlineDifference.Most + 2, many.Told(all: false).Zh.Split('\n').Length);
        Assert.EndsWith("\n  … and 13 more (--verbose lists all)", many.Told(all: false).En, StringComparison.Ordinal);
        Assert.Equal(54, many.Told(all: true).Zh.Split('\n').Length);
    }
}
