using System.Diagnostics;
using System.Security.Cryptography;
using YuGong.Tests.Publishing;

namespace YuGong.Attack;

/// <summary>
/// The real site is built twenty times on a disk whose device can be looked at without the memory above it: right after each build, and
/// once the system has written the names of what it has not written yet.
/// </summary>
internal static class PowerCuts
{
    private const int Builds = 20, DiskMegabytes = 1024;

    public static Verdict Run(AttackRun attack)
    {
        using var disk = new LoopDisk(DiskMegabytes);
        if (!disk.IsMounted)
        {
            return new(0, []) { Figures = ["skipped: mounting a loop disk needs root"] };
        }

        var project = Path.Combine(disk.Folder, "project");
        Lay(attack.Root, project);
        var (faults, tried, stood) = (new List<string>(), 0, (Old: 0, New: 0));
        var before = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var build = 0; build <= attack.Some(Builds); build++)
        {
            File.AppendAllText(Path.Combine(project, "input", "pages", "about", "index.md"), $"\n这是第 {build} 次构建。\n");
            if (Build(attack.Root, project) is { } why)
            {
                faults.Add($"build {build}: {why}");
                break;
            }

            var after = Files(Path.Combine(project, "output"));
            foreach (var moment in build == 0 ? [] : new[] { "right after the build", "after the names were written" })
            {
                tried++;
                disk.AfterPowerCut(found =>
                {
                    var seen = Files(Path.Combine(found, "project", "output"));
                    var (isOld, isNew) = (seen.SequenceEqual(before), seen.SequenceEqual(after));
                    stood = (stood.Old + (isOld ? 1 : 0), stood.New + (isNew ? 1 : 0));
                    if (!isOld && !isNew)
                    {
                        faults.Add(
                            $"build {build}, {moment}: neither site, such as "
                            + $"{seen.Except(after).Select(f => f.Key).FirstOrDefault() ?? "(files missing)"}");
                    }
                });
                disk.CommitNames();
            }

            before = after;
        }

        return new(tried,
            faults) { Figures = [$"the old site stood {stood.Old} times, the new one {stood.New} times; {before.Count} files"] };
    }

    /// <summary>Null when the site was built.</summary>
    private static string? Build(string root, string project)
    {
        var start = new ProcessStartInfo(Path.Combine(root, "yugong"),
            ["build", "--root", project, "--no-posters", "--quiet", "--date", "2026-12-01"]) { RedirectStandardError = true,
            UseShellExecute = false };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : said;
    }

    private static void Lay(string root, string project)
    {
        Directory.CreateDirectory(project);
        foreach (var folder in new[] { "input", "themes" })
        {
            using var copy = Process.Start("cp", ["-a", Path.Combine(root, folder), project]);
            copy.WaitForExit();
        }

        File.Copy(Path.Combine(root, "statiq.json"), Path.Combine(project, "statiq.json"));
    }

    private static SortedDictionary<string, string> Files(string folder) => !Directory.Exists(folder) ? [] : new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
