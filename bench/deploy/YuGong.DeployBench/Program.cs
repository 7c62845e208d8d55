using System.Diagnostics;
using System.Globalization;
using YuGong.Deploy;
using YuGong.Tests.Deploying;

// One deployment, to be killed: put KIND FOLDER PORT SITE
if (args is ["put", var name, var at, var port, var from])
{
    using var target = new DeployKind(name, at, int.Parse(port, CultureInfo.InvariantCulture)).Open();
    Report(target, new MadeSite(from, 0));
    return 0;
}

var (root, kinds) = (args[0], args.Length > 1 && args[1][0] != '-' ? args[1].Split(',') : DeployKind.Names);
int Number(string option, int usual) =>
    Array.IndexOf(args, option) is > 0 and var i ? int.Parse(args[i + 1], CultureInfo.InvariantCulture) : usual;
var (files, megabytes, kills) = (Number("--files", 2631), Number("--mb", 440), Number("--kills", 20));
var scratch = Directory.CreateTempSubdirectory("yugong-deploy-bench-").FullName;
var failed = 0;
try
{
    Console.WriteLine($"{files} files, {megabytes} MB, {kills} kills, {Environment.ProcessorCount} cores");
    Console.WriteLine("| target | first | again | uploaded | after kills | kills that hit | finishing run | back |");
    Console.WriteLine("|---|---|---|---|---|---|---|---|");
    foreach (var kind in kinds)
    {
        failed += Measure(kind) ? 0 : 1;
    }
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

return failed;

bool Measure(string kindName)
{
    var folder = Path.Combine(scratch, kindName);
    Directory.CreateDirectory(folder);
    var site = new MadeSite(Path.Combine(folder, "made"), 7).Fill(files, megabytes * 1048576L);
    using var server = kindName switch
    {
        "ssh" => LoopbackServer.Ssh("/usr/sbin/sshd", "/usr/bin/ssh-keygen", Path.Combine(folder, "ssh")),
        "bucket" => LoopbackServer.Bucket("/usr/bin/node", Path.Combine(root, "tests/judges/node_modules/s3rver/bin/s3rver.js"),
            Path.Combine(folder, "objects")),
        _ => null,
    };
    var kind = new DeployKind(kindName, folder, server?.Port ?? 0);
    var (first, all) = Timed(kind, site);
    var isRight = Same(kind, site) && all.Uploaded == files;
    site.Change(20);
    var (again, changed) = Timed(kind, site);
    isRight &= Same(kind, site) && changed.Uploaded is 40 && changed.Removed is 20;

    // Each kill in the middle of another change, at a moment of the time that a whole run takes.
    var (random, hit) = (new Random(11), 0);
    for (var i = 0; i < kills; i++)
    {
        site.Change(20 + (files / 10));
        string[] one = [typeof(MadeSite).Assembly.Location, "put", kindName, folder, $"{kind.Port}", site.Folder];
        var start = new ProcessStartInfo("dotnet", one)
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        };
        using var run = Process.Start(start)!;
        Thread.Sleep(random.Next(200, Math.Max(400, (int)first.TotalMilliseconds)));
        hit += run.HasExited ? 0 : 1;
        run.Kill(); // the process alone: what it has started finds out by itself
        run.WaitForExit();
    }

    var (finishing, _) = Timed(kind, site);
    var whole = Same(kind, site);
    using var target = kind.Open();
    var watch = Stopwatch.StartNew();
    var before = target.Look(default).Online!;
    var back = target.Back(null, new("bench", DateTimeOffset.UnixEpoch, ""), default).Online;
    isRight &= whole && back.Number < before.Number;
    Console.WriteLine($"| {kindName} | {first.TotalSeconds:0.0} s | {again.TotalSeconds:0.0} s | {changed.Uploaded} files, "
        + $"{LocalSite.Megabytes(changed.UploadedBytes)} | {(whole ? "right and complete" : "WRONG")} | {hit} of {kills} | "
        + $"{finishing.TotalSeconds:0.0} s | {watch.Elapsed.TotalSeconds:0.0} s{(isRight ? "" : " WRONG")} |");
    return isRight;
}

static (TimeSpan Took, DeployReport Report) Timed(DeployKind kind, MadeSite site)
{
    using var target = kind.Open();
    var watch = Stopwatch.StartNew();
    var report = Report(target, site);
    return (watch.Elapsed, report);
}

static DeployReport Report(IDeployTarget target, MadeSite site) => target.Put(
    LocalSite.Read(site.Folder, site.Paths, Environment.ProcessorCount), new("bench", DateTimeOffset.UnixEpoch, "bench"), default);

static bool Same(DeployKind kind, MadeSite site)
{
    var (online, here) = (kind.Online(), MadeSite.Read(site.Folder));
    var wrong = here.Where(f => online.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key)
        .Concat(online.Keys.Except(here.Keys)).Order(StringComparer.Ordinal).ToList();
    foreach (var path in wrong.Take(5))
    {
        Console.Error.WriteLine($"{kind.Name}: {path} is not online as it should be ({wrong.Count} such)");
    }

    return wrong.Count == 0;
}
