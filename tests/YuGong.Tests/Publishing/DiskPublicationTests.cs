using System.Text;
using Xunit;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

public sealed class DiskPublicationTests : IDisposable
{
    private static readonly Dictionary<string, string> Site = new()
    {
        ["index.html"] = "home",
        ["people/a/index.html"] = "A",
        ["people/b/index.html"] = "B",
        ["assets/site.css"] = "body{}",
    };

    private readonly OutputSandbox yard = new();

    public void Dispose() => yard.Dispose();

    [Fact]
    public void A_first_build_writes_everything()
    {
        var report = yard.Publish(Site)!;
        yard.Shows(Site);
        Assert.Equal(Site.Keys.Order(StringComparer.Ordinal), report.Written);
        Assert.Equal(12, report.Bytes);
    }

    [Fact]
    public void A_build_without_changes_renders_nothing_and_touches_nothing()
    {
        yard.Publish(Site);
        var before = Site.Keys.Select(yard.Stamp).ToList();
        var folder = FileStat.At(yard.Output);
        var record = FileStat.At(Path.Combine(yard.Build, "manifest"));
        var report = yard.Publish(PlanOf(Site, _ => throw new InvalidOperationException("rendered")), yard.Publication())!;
        Assert.Equal((0, 4, 0), (report.Written.Count, report.Kept, report.Rendered));
        Assert.Equal(before, Site.Keys.Select(yard.Stamp));
        Assert.Equal(folder, FileStat.At(yard.Output));
        Assert.Equal(record, FileStat.At(Path.Combine(yard.Build, "manifest")));
    }

    [Fact]
    public void One_change_rewrites_one_file()
    {
        yard.Publish(Site);
        for (var generation = 0; generation < 4; generation++) // both trees have been the output twice
        {
            var before = Site.Keys.ToDictionary(path => path, yard.Stamp);
            var site = With("people/a/index.html", $"A{generation}");
            var report = yard.Publish(site)!;
            yard.Shows(site);
            Assert.Equal(["people/a/index.html"], report.Written);
            Assert.NotEqual(before["people/a/index.html"].Modified, yard.Stamp("people/a/index.html").Modified);
            Assert.All(Site.Keys.Where(path => path != "people/a/index.html"), path => Assert.Equal(before[path], yard.Stamp(path)));
        }
    }

    [Fact]
    public void A_new_key_with_the_same_bytes_writes_no_file()
    {
        yard.Publish(Site);
        var before = Site.Keys.Select(yard.Stamp).ToList();
        PublicationPlan Moved() => PublicationPlan.Check(
            Site.Select(file => new OutputFile(OutputPath.Of(file.Key), Fingerprint.Of(file.Key),
                () => Encoding.UTF8.GetBytes(file.Value))), new())!;
        Assert.Equal((4, 0), Counts(yard.Publish(Moved(), yard.Publication())!));
        Assert.Equal((0, 0), Counts(yard.Publish(Moved(), yard.Publication())!));
        Assert.Equal(before, Site.Keys.Select(yard.Stamp));

        static (int, int) Counts(PublicationReport report) => (report.Rendered, report.Written.Count);
    }

    [Fact]
    public void What_is_stale_goes_with_its_empty_folders()
    {
        yard.Publish(Site);
        var site = Without("people/a/index.html", "people/b/index.html");
        var report = yard.Publish(site)!;
        yard.Shows(site);
        Assert.Equal(["people/a/index.html", "people/b/index.html"], report.Removed);
        Assert.False(Directory.Exists(yard.At("people")));
    }

    [Fact]
    public void A_file_may_become_a_folder_and_a_folder_a_file()
    {
        yard.Publish(Site);
        Dictionary<string, string> other = new() { ["index.html/x.txt"] = "x", ["people"] = "p" };
        yard.Publish(other);
        yard.Shows(other);
        yard.Publish(Site);
        yard.Shows(Site);
        yard.Publish(other);
        yard.Shows(other);
    }

    [Fact]
    public void Foreign_files_links_and_empty_folders_stay()
    {
        yard.Publish(Site);
        yard.Put("CNAME", "example.org");
        yard.Put("people/a/notes.txt", "mine");
        Directory.CreateDirectory(yard.At("uploads/2026"));
        Directory.CreateSymbolicLink(yard.At("latest"), "people/b");
        File.CreateSymbolicLink(yard.At("nowhere"), "/does/not/exist");
        var stamp = yard.Stamp("CNAME");
        for (var generation = 0; generation < 3; generation++)
        {
            var site = With("index.html", $"home {generation}");
            site.Remove("people/a/index.html");
            var report = yard.Publish(site)!;
            Assert.Equal(4, report.Foreign);
            Assert.Equal(stamp, yard.Stamp("CNAME"));
            yard.Shows(
            [
                .. site, new("CNAME", "example.org"), new("people/a/notes.txt", "mine"), new("uploads/2026/", ""),
                new("latest", "-> people/b"), new("nowhere", "-> /does/not/exist"),
            ]);
        }
    }

    [Fact]
    public void A_foreign_file_that_its_owner_replaced_comes_along_in_its_newest_state()
    {
        yard.Publish(Site);
        yard.Put("CNAME", "one");
        yard.Publish(With("index.html", "1"));
        File.Delete(yard.At("CNAME"));
        yard.Put("CNAME", "two");
        yard.Publish(With("index.html", "2"));
        Assert.Equal("two", File.ReadAllText(yard.At("CNAME")));
    }

    [Fact]
    public void With_force_foreign_files_go()
    {
        yard.Publish(Site);
        yard.Put("CNAME", "example.org");
        Directory.CreateDirectory(yard.At("uploads/2026"));
        var outside = Path.Combine(yard.Folder, "outside");
        Directory.CreateDirectory(outside);
        File.WriteAllText(Path.Combine(outside, "precious"), "!");
        Directory.CreateSymbolicLink(yard.At("link"), outside);
        var report = yard.Publish(Site, force: true)!;
        yard.Shows(Site);
        Assert.Equal(["CNAME", "link"], report.Removed);
        yard.Publish(With("index.html", "again")); // and the spare tree is cleared without following the link
        Assert.True(File.Exists(Path.Combine(outside, "precious")));
    }

    [Fact]
    public void A_foreign_file_in_the_way_is_refused_unless_it_says_the_same_or_force_is_given()
    {
        yard.Publish(Site);
        yard.Put("robots.txt", "mine");
        var site = With("robots.txt", "ours");
        Assert.Null(yard.Publish(site));
        Assert.Equal(["YG205"], yard.Codes);
        Assert.Equal("output/robots.txt", yard.Findings.Sorted()[0].Span.File.Path);
        yard.Shows([.. Site, new("robots.txt", "mine")]);

        Assert.NotNull(yard.Publish(With("robots.txt", "mine")));
        Assert.NotNull(yard.Publish(site));
        yard.Shows(site);
        yard.Publish(Site);
        yard.Put("robots.txt", "mine again");
        Assert.NotNull(yard.Publish(site, force: true));
        yard.Shows(site);
    }

    [Fact]
    public void Foreign_files_of_the_other_kind_are_in_the_way_too()
    {
        yard.Publish(Site);
        yard.Put("events", "a file where a folder must be");
        yard.Put("feed.xml/readme", "a folder where a file must be");
        Directory.CreateSymbolicLink(yard.At("objects"), "people");
        var site = With("events/index.html", "e");
        site["feed.xml"] = "f";
        site["objects/x/index.html"] = "x";
        Assert.Null(yard.Publish(site));
        Assert.Equal(["output/events", "output/feed.xml", "output/objects"], yard.Findings.Sorted().Select(d => d.Span.File.Path));
        Assert.False(File.Exists(yard.At("people/x/index.html")));
        Assert.NotNull(yard.Publish(site, force: true));
        yard.Shows(site);
    }

    [Fact]
    public void A_file_of_ours_edited_by_hand_is_rewritten()
    {
        yard.Publish(Site);
        File.WriteAllText(yard.At("index.html"), "hand");
        File.Delete(yard.At("people/a/index.html"));
        Assert.Equal(["index.html", "people/a/index.html"], yard.Publish(Site)!.Written);
        yard.Shows(Site);
        Assert.Empty(yard.Publish(Site)!.Written);
    }

    [Fact]
    public void A_touched_file_is_still_right()
    {
        yard.Publish(Site);
        File.SetLastWriteTimeUtc(yard.At("index.html"), DateTime.UnixEpoch);
        var report = yard.Publish(Site)!;
        Assert.Equal((0, 0), (report.Written.Count, report.Rendered));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(yard.At("index.html")));
    }

    [Fact]
    public void Setting_all_times_to_one_moment_brings_no_old_page_back()
    {
        Dictionary<string, string> site = new(Site);
        foreach (var text in new[] { "one", "two", "six", "ten", "one" })
        {
            foreach (var path in new[] { "index.html", "assets/site.css" })
            {
                site[path] = text;
                yard.Publish(site);
                yard.Shows(site);
                Assert.All(site.Keys, file => File.SetLastWriteTimeUtc(yard.At(file), DateTime.UnixEpoch));
            }
        }
    }

    [Fact]
    public void A_stale_file_edited_by_hand_stays_and_is_told_once()
    {
        yard.Publish(Site);
        File.WriteAllText(yard.At("people/a/index.html"), "hand");
        var site = Without("people/a/index.html");
        Assert.NotNull(yard.Publish(site));
        Assert.Equal(["YG209"], yard.Codes);
        yard.Shows([.. site, new("people/a/index.html", "hand")]);
        Assert.Null(yard.Publish(With("index.html", "2"))); // the page comes back, and now a foreign file is in its way
        Assert.Equal(["YG205"], yard.Codes);
        yard.Publish(site);
        Assert.Empty(yard.Codes);
    }

    [Fact]
    public void Deleting_the_build_folder_costs_time_and_nothing_else()
    {
        yard.Publish(Site);
        yard.Put("CNAME", "example.org");
        var before = Site.Keys.Select(yard.Stamp).ToList();
        Directory.Delete(yard.Build, recursive: true);
        Assert.Empty(yard.Publish(Site)!.Written);
        Assert.Equal(before, Site.Keys.Select(yard.Stamp));

        // What is new is written, what is stale goes, what was edited is written again, what is foreign stays: as if nothing had been
        // deleted.
        Directory.Delete(yard.Build, recursive: true);
        File.WriteAllText(yard.At("assets/site.css"), "hand");
        var site = With("index.html", "new");
        site.Remove("people/a/index.html");
        var report = yard.Publish(site)!;
        Assert.Equal(["assets/site.css", "index.html"], report.Written);
        Assert.Equal(["people/a/index.html"], report.Removed);
        yard.Shows([.. site, new("CNAME", "example.org")]);

        // Edited by hand and stale: told, and kept.
        Directory.Delete(yard.Build, recursive: true);
        File.WriteAllText(yard.At("people/b/index.html"), "hand");
        site.Remove("people/b/index.html");
        Assert.NotNull(yard.Publish(site));
        Assert.Equal(["YG209"], yard.Codes);
        yard.Shows([.. site, new("CNAME", "example.org"), new("people/b/index.html", "hand")]);
    }

    [Fact]
    public void An_output_brought_back_by_copying_proves_by_its_marker_whose_it_is()
    {
        yard.Publish(Site);
        var copy = Path.Combine(yard.Folder, "restored");
        foreach (var file in Directory.EnumerateFiles(yard.Output, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(yard.Output, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        Directory.Delete(yard.Output, recursive: true);
        Directory.Delete(yard.Build, recursive: true);
        Directory.Move(copy, yard.Output);
        var site = With("index.html", "new");
        Assert.Equal(["index.html"], yard.Publish(site)!.Written);
        yard.Shows(site);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_that_we_did_not_make_is_never_emptied(bool force)
    {
        yard.Put("notes.txt", "mine");
        Assert.Null(yard.Publish(Site, force));
        Assert.Equal(["YG207"], yard.Codes);
        yard.Shows([new("notes.txt", "mine")]);
        Assert.False(Directory.Exists(yard.Build), "nothing was begun");
        File.Delete(yard.At("notes.txt"));
        Directory.CreateDirectory(yard.At("empty"));
        Assert.Null(yard.Publish(Site, force));
        Directory.Delete(yard.At("empty"));
        Assert.NotNull(yard.Publish(Site, force));
        yard.Shows(Site);
    }

    [Fact]
    public void An_output_of_an_older_version_is_known_by_its_record_and_gets_a_marker()
    {
        yard.Publish(Site);
        File.Delete(yard.At(FolderKind.Marker));
        Assert.False(PublishedTree.IsWhole(yard.Output, 1));
        Assert.Empty(yard.Publish(Site)!.Written);
        Assert.True(FolderKind.Site.IsMarked(yard.Output));
        File.Delete(yard.At(FolderKind.Marker));
        Assert.NotNull(yard.Publish(With("index.html", "2")));
        Assert.True(FolderKind.Site.IsMarked(yard.Output));
        Assert.True(PublishedTree.IsWhole(yard.Output, 1));
    }

    [Fact]
    public void The_marker_is_the_same_for_the_same_site_and_names_nothing()
    {
        yard.Publish(Site);
        using var other = new OutputSandbox();
        other.Publish(With("index.html", "2"));
        other.Publish(Site);
        var marker = File.ReadAllText(yard.At(FolderKind.Marker));
        Assert.Equal(marker, File.ReadAllText(other.At(FolderKind.Marker)));
        Assert.DoesNotContain("people", marker);
        // No digits, in which somebody's number could be found
        Assert.All(marker.Split('\n').Skip(3), line => Assert.Matches("^([a-p]{32})?$", line));
    }

    [Fact]
    public void A_site_without_entries_replaces_one_with_entries_only_when_that_is_meant()
    {
        DiskPublication Showing(int entries, bool allowed = false) =>
            new(yard.Output, yard.Folder) { Entries = entries, AllowEmpty = allowed,
            IsEntry = path => path.StartsWith("people/", StringComparison.Ordinal) };
        var empty = Without("people/a/index.html", "people/b/index.html");
        Assert.NotNull(yard.Publish(OutputSandbox.Plan(empty), Showing(0))); // there was nothing
        Assert.NotNull(yard.Publish(OutputSandbox.Plan(new Dictionary<string, string>(empty) { ["index.html"] = "2" }), Showing(0)));
        Assert.NotNull(yard.Publish(OutputSandbox.Plan(Site), Showing(2)));
        foreach (var lost in new[] { "", yard.Build, yard.At(FolderKind.Marker) }) // an older version left no marker
        {
            if (File.Exists(lost))
            {
                Assert.NotNull(yard.Publish(OutputSandbox.Plan(Site), Showing(2)));
                File.Delete(lost);
            }
            else if (lost.Length > 0)
            {
                Directory.Delete(lost, recursive: true);
            }

            Assert.Null(yard.Publish(OutputSandbox.Plan(empty), Showing(0)));
            Assert.Equal(["YG217"], yard.Codes);
            Assert.Equal("2", yard.Findings.Sorted()[0].Details[0].Zh);
            yard.Shows(Site);
        }

        Assert.NotNull(yard.Publish(OutputSandbox.Plan(empty), Showing(0, allowed: true)));
        yard.Shows(empty);
    }

    [Fact]
    public void With_force_a_history_of_git_in_the_output_stays()
    {
        yard.Publish(Site);
        yard.Put(".git/HEAD", "ref: refs/heads/gh-pages");
        Assert.Null(yard.Publish(Site, force: true));
        Assert.Equal(["YG212"], yard.Codes);
        Assert.NotNull(yard.Publish(With("index.html", "2")));
        Assert.True(File.Exists(yard.At(".git/HEAD")));
    }

    [Fact]
    public void A_new_folder_under_the_old_name_is_not_taken_for_ours()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there a folder has an identity that we can ask for");
        yard.Publish(Site);
        Directory.Move(yard.Output, Path.Combine(yard.Folder, "elsewhere"));
        yard.Put("index.html", "a homepage made by hand");
        Assert.Null(yard.Publish(Site));
        Assert.Equal(["YG207"], yard.Codes);
        yard.Shows([new("index.html", "a homepage made by hand")]);
    }

    [Fact]
    public void An_output_brought_back_by_copying_is_known_by_its_bytes()
    {
        yard.Publish(Site);
        var site = With("index.html", "2");
        yard.Publish(site);
        Directory.Move(yard.Output, Path.Combine(yard.Folder, "elsewhere"));
        foreach (var (path, text) in site)
        {
            yard.Put(path, text);
        }

        Assert.Empty(yard.Publish(site)!.Written);
        var third = With("index.html", "3");
        Assert.Equal(["index.html"], yard.Publish(third)!.Written);
        yard.Shows(third);
    }

    [Fact]
    public void A_removed_output_is_written_anew()
    {
        yard.Publish(Site);
        yard.Publish(With("index.html", "2"));
        Directory.Delete(yard.Output, recursive: true);
        yard.Publish(Site);
        yard.Shows(Site);
    }

    [Fact]
    public void Whatever_lies_in_the_spare_tree_does_no_harm()
    {
        yard.Publish(Site);
        yard.Publish(With("index.html", "2"));
        var next = Path.Combine(yard.Build, "next");
        File.Delete(Path.Combine(next, "assets/site.css"));
        Directory.CreateDirectory(Path.Combine(next, "assets/site.css/deeper"));
        File.WriteAllText(Path.Combine(next, "assets/site.css/deeper/x"), "rubbish");
        Directory.Delete(Path.Combine(next, "people"), recursive: true);
        File.WriteAllText(Path.Combine(next, "people"), "rubbish");
        File.WriteAllText(Path.Combine(next, "junk.tmp"), "rubbish");
        File.Delete(Path.Combine(next, "index.html"));
        File.CreateSymbolicLink(Path.Combine(next, "index.html"), yard.At("index.html"));
        var site = With("index.html", "3");
        yard.Publish(site);
        yard.Shows(site);
    }

    [Fact]
    public void A_second_name_outside_keeps_its_bytes()
    {
        // cp -al output backup: a change must not write through the shared file.
        yard.Publish(Site);
        var backup = Path.Combine(yard.Folder, "backup.html");
        Assert.SkipUnless(Unix.Link(yard.At("index.html"), backup), "this disk has no hard links");
        for (var generation = 0; generation < 3; generation++)
        {
            yard.Publish(With("index.html", $"{generation}"));
        }

        Assert.Equal("home", File.ReadAllText(backup));
    }

    [Fact]
    public void A_file_that_comes_while_we_render_is_carried_along_or_refused()
    {
        yard.Publish(Site);
        Assert.NotNull(yard.Publish(PlanOf(With("index.html", "2"), _ => yard.Put("late.txt", "mine")), yard.Publication()));
        yard.Shows([.. With("index.html", "2"), new("late.txt", "mine")]);

        var site = With("robots.txt", "ours");
        Assert.Null(yard.Publish(PlanOf(site, _ => yard.Put("robots.txt", "mine")), yard.Publication()));
        Assert.Equal(["YG205"], yard.Codes);
        yard.Shows([.. With("index.html", "2"), new("late.txt", "mine"), new("robots.txt", "mine")]);
    }

    [Fact]
    public void An_output_that_comes_while_the_first_build_renders_is_not_lost()
    {
        Assert.Null(yard.Publish(PlanOf(Site, _ => yard.Put("late.txt", "mine")), yard.Publication()));
        Assert.Equal(["YG207"], yard.Codes);
        yard.Shows([new("late.txt", "mine")]);
    }

    [Fact]
    public void A_rendering_that_fails_leaves_the_output()
    {
        yard.Publish(Site);
        var plan = PlanOf(With("index.html", "2"), path => throw new IOException(path));
        var thrown = Assert.Throws<InvalidOperationException>(() => yard.Publish(plan, yard.Publication()));
        Assert.IsType<IOException>(thrown.InnerException);
        yard.Shows(Site);
        yard.Publish(With("index.html", "2"));
        yard.Shows(With("index.html", "2"));
    }

    [Fact]
    public void A_cancelled_build_leaves_the_output()
    {
        yard.Publish(Site);
        foreach (var at in new[] { PublicationStep.Look, PublicationStep.Render, PublicationStep.Stage, PublicationStep.Record })
        {
            using var cancel = new CancellationTokenSource();
            var publication = new DiskPublication(yard.Output,
                yard.Folder) { Progress = (step, _, _) => { if (step == at) { cancel.Cancel(); } } };
            Assert.ThrowsAny<OperationCanceledException>(() =>
                publication.Publish(OutputSandbox.Plan(With("index.html", "2")), new(), cancel.Token));
            yard.Shows(Site);
        }

        yard.Publish(With("index.html", "2"));
        yard.Shows(With("index.html", "2"));
    }

    [Fact]
    public async Task The_second_build_waits_for_the_first()
    {
        yard.Publish(Site);
        using var started = new ManualResetEventSlim();
        using var busy = new ManualResetEventSlim();
        var token = TestContext.Current.CancellationToken;
        int? holder = null;
        var first = Task.Run(
            () => yard.Publication().Publish(
                PlanOf(
                    With("index.html", "first"),
                    _ =>
                    {
                        started.Set();
                        busy.Wait(token);
                    }),
                new(),
                token),
            token);
        started.Wait(token);
        var second = new DiskPublication(yard.Output, yard.Folder)
        {
            WhenBusy = process =>
            {
                holder = process;
                busy.Set();
            },
        };
        Assert.NotNull(second.Publish(OutputSandbox.Plan(With("index.html", "second")), new(), token));
        Assert.NotNull(await first);
        Assert.Equal(Environment.ProcessId, holder);
        yard.Shows(With("index.html", "second"));
    }

    [Fact]
    public void A_build_that_will_not_end_is_a_finding()
    {
        yard.Publish(Site);
        Diagnostics findings = new();
        yard.Publish(
            PlanOf(
                With("index.html", "2"),
                _ => Assert.Null(new DiskPublication(yard.Output,
                    yard.Folder) { Patience = TimeSpan.Zero }.Publish(OutputSandbox.Plan(Site),
                    findings, TestContext.Current.CancellationToken))),
            yard.Publication());
        Assert.Equal("YG203", Assert.Single(findings.Sorted()).Rule.Code);
        yard.Shows(With("index.html", "2"));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var site = Enumerable.Range(0, 200).ToDictionary(i => $"p/{i}/index.html", i => $"page {i}");
        for (var jobs = 1; jobs <= 16; jobs *= 4)
        {
            using var own = new OutputSandbox();
            Assert.NotNull(own.Publish(OutputSandbox.Plan(site), new DiskPublication(own.Output, own.Folder) { Jobs = jobs }));
            own.Shows(site);
        }
    }

    [Fact]
    public void An_output_that_is_a_link_stays_a_link()
    {
        var real = Path.Combine(yard.Folder, "www");
        Directory.CreateDirectory(real);
        Directory.CreateSymbolicLink(yard.Output, real);
        yard.Publish(Site);
        yard.Publish(With("index.html", "2"));
        Assert.Equal(real, new DirectoryInfo(yard.Output).LinkTarget);
        Assert.Equal("2", File.ReadAllText(Path.Combine(real, "index.html")));
    }

    [Fact]
    public void The_project_a_file_and_the_root_are_no_output()
    {
        File.WriteAllText(yard.Output, "a file");
        foreach (var output in new[] { yard.Output, yard.Folder, Path.GetDirectoryName(yard.Folder)!, "/" })
        {
            Diagnostics findings = new();
            Assert.Null(new DiskPublication(output, yard.Folder) { Force = true }.Publish(OutputSandbox.Plan(Site), findings,
                TestContext.Current.CancellationToken));
            Assert.Equal("YG212", Assert.Single(findings.Sorted()).Rule.Code);
        }

        Assert.Equal("a file", File.ReadAllText(yard.Output));
    }

    [Fact]
    public void The_output_keeps_its_permissions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions");
        yard.Publish(Site);
        const UnixFileMode mode =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
#pragma warning disable CA1416 // skipped on Windows above
        File.SetUnixFileMode(yard.Output, mode);
        yard.Publish(With("index.html", "2"));
        Assert.Equal(mode, File.GetUnixFileMode(yard.Output));
#pragma warning restore CA1416
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_finding()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        var publication = new DiskPublication("/proc/yugong/output", yard.Folder);
        Assert.Null(yard.Publish(OutputSandbox.Plan(Site), publication));
        Assert.Equal(["YG206"], yard.Codes);
    }

    private static Dictionary<string, string> With(string path, string text) => new(Site) { [path] = text };

    private static Dictionary<string, string> Without(params string[] paths) =>
        Site.Where(file => !paths.Contains(file.Key)).ToDictionary();

    /// <summary>A plan that does something each time it renders.</summary>
    private static PublicationPlan PlanOf(Dictionary<string, string> site, Action<string> rendering) =>
        PublicationPlan.Check(
            site.Select(file =>
            {
                var bytes = Encoding.UTF8.GetBytes(file.Value);
                return new OutputFile(OutputPath.Of(file.Key), Fingerprint.Of(bytes), () =>
                {
                    rendering(file.Key);
                    return bytes;
                });
            }),
            new())!;
}
