using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>How to push: by ssh with its keys, or by https with a token from the environment (<see cref="TokenVariable"/>).</summary>
/// <param name="Remote">As git takes it: an address, or a folder of this machine.</param>
public sealed record GitPlace(string Remote, string Branch, SshKeys Keys)
{
    /// <summary>The name of the user that goes with the token may stand in <c>YUGONG_DEPLOY_USER</c>.</summary>
    public const string TokenVariable = "YUGONG_DEPLOY_TOKEN";

    public override string ToString() => $"{Remote} {Branch}";
}

/// <summary>
/// A branch of a git repository, as Pages services serve it: one commit a publication, pushed without force, so the branch moves in one
/// step or not at all, and whatever others pushed stays. Going back is one more commit, with the files of an earlier one.
/// </summary>
/// <param name="folder">A bare repository of our own, where commits are made; it may be deleted.</param>
internal sealed class GitTarget(GitPlace place, string folder, string lockFile) : IDeployTarget
{
    private const string Tip = "refs/yugong/online", Head = "Yugong-Release: ", Action = "Yugong-Back: ";
    private const char Record = '\x1e', Unit = '\x1f';

    /// <summary>Of the service, not of the site: GitHub's own setting of the domain writes it.</summary>
    private const string Domain = "CNAME";

    /// <summary>Without it GitHub would leave out what begins with an underscore.</summary>
    private const string NoJekyll = ".nojekyll";

    private CancellationToken stop;

    public string Place => $"{place}";

    public OnlineState Look(CancellationToken cancel)
    {
        using var alone = DeployLock.Take(lockFile, Place);
        stop = cancel;
        return Read().State;
    }

    public IReadOnlyDictionary<string, string> Files(CancellationToken cancel)
    {
        using var alone = DeployLock.Take(lockFile, Place);
        stop = cancel;
        if (Read().Commits is not [var online, ..])
        {
            return new Dictionary<string, string>();
        }

        return Git("ls-tree", "-r", "-z", online.Hash).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (Path: line[(line.IndexOf('\t') + 1)..], Blob: line.Split([' ', '\t'])[2]))
            .Where(f => f.Path is not (Domain or NoJekyll)).ToDictionary(f => f.Path, f => f.Blob, StringComparer.Ordinal);
    }

#pragma warning disable CA5350 // It is what git calls a file, and guards nothing.
    /// <summary>As git calls a file: SHA-1 over a head and the bytes.</summary>
    public string PrintOf(ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {bytes.Length}\0"));
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
#pragma warning restore CA5350

    public DeployReport Put(LocalSite site, DeployOrder order, CancellationToken cancel)
    {
        using var alone = DeployLock.Take(lockFile, Place);
        stop = cancel;
        var (state, commits, tip) = Read();
        Refuse(tip, commits, order);
        if (state.Online?.Digest == site.Digest && commits[0].Hash == tip)
        {
            return new(state.Online, 0, 0, 0, IsSame: true);
        }

        var release = Going.Next(state, site, order, namesPeople: false);
        var tree = TreeOf(site, tip, order);
        site.EnsureUnchanged();
        var (sent, removed) = Differences(tip, tree, site);
        Push(Commit(tree, tip, $"{release.Id}\n\n{Head}{release}\n", order));
        return new(release, sent.Count, sent.Sum(f => f.Size), removed, IsSame: false);
    }

    public DeployReport Back(string? id, DeployOrder order, CancellationToken cancel)
    {
        using var alone = DeployLock.Take(lockFile, Place);
        stop = cancel;
        var (state, commits, tip) = Read();
        Refuse(tip, commits, order);
        var release = Going.Back(state, id, order, Place);
        var earlier = commits.First(c => c.Release.Id == release.Id);
        var message = $"Back to {release.Id}\n\n{Head}{release}\n{Action}{release.Id}\n";
        Push(Commit(Git("rev-parse", $"{earlier.Hash}^{{tree}}"), tip, message, order));
        return new(release, 0, 0, 0, IsSame: false);
    }

    public void Dispose()
    {
    }

    /// <summary>A commit that is not ours on top is somebody's work: it is published over only when that is wanted.</summary>
    private void Refuse(string? tip, List<Published> commits, DeployOrder order)
    {
        if (tip is null || order.Adopt || (commits.Count > 0 && commits[0].Hash == tip))
        {
            return;
        }

        var said = Git("log", "-1", "--format=%h %an: %s", tip);
        throw new DeployException(new(
            $"{Place} 上最新的提交不是 yugong 的({said}),没有动它。要在它上面发布(它留在历史里,它的文件换成网站的):--adopt。",
            $"The newest commit of {Place} is not by yugong ({said}), and was left alone. To publish on top of it (it stays in the "
            + "history, its files give way to the site's): --adopt."));
    }

    private (OnlineState State, List<Published> Commits, string? Tip) Read()
    {
        if (!File.Exists(Path.Combine(folder, "HEAD")))
        {
            Directory.CreateDirectory(folder);
            Git("init", "--quiet", "--bare");
        }

        // Nobody else works in this repository: what a killed run locked is nobody's.
        foreach (var stale in Directory.EnumerateFiles(folder, "*.lock", SearchOption.AllDirectories).ToList())
        {
            File.Delete(stale);
        }

        var branch = $"refs/heads/{place.Branch}";
        if (Ask("", "ls-remote", place.Remote, branch) is not { Code: 0 } listed)
        {
            throw Failures.Of(Place, Ask("", "ls-remote", place.Remote, branch).Err);
        }

        if (listed.Out.Length == 0)
        {
            return (new(null, null, [], IsUnfinished: false), [], null);
        }

        Git("fetch", "--quiet", "--no-tags", place.Remote, $"+{branch}:{Tip}");
        var log = Git("log", "-n", "200", $"--format={Record}%H{Unit}%cI{Unit}%B", Tip);
        var commits = log.Split(Record, StringSplitOptions.RemoveEmptyEntries).Select(Published.Parse).OfType<Published>().ToList();
        var now = commits.FirstOrDefault();
        var kept = commits.Select(c => c.Release).Where(r => r.Id != now?.Release.Id).DistinctBy(r => r.Id)
            .OrderByDescending(r => r.Number).ToList();
        return (new(now?.Release, now?.At, kept, IsUnfinished: false), commits, Git("rev-parse", Tip));
    }

    private string TreeOf(LocalSite site, string? tip, DeployOrder order)
    {
        var paths = string.Concat(site.Files.Select(f => f.Full + "\n"));
        var blobs = GitWith(paths, "hash-object", "-w", "--no-filters", "--stdin-paths").Split('\n');
        order.Progress(site.Files.Count, site.Files.Count);
        var lines = new StringBuilder();
        foreach (var (file, blob) in site.Files.Zip(blobs))
        {
            lines.Append(CultureInfo.InvariantCulture, $"100644 {blob}\t{file.Path}\0");
        }

        var wanted = site.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        if (!wanted.Contains(NoJekyll))
        {
            lines.Append(CultureInfo.InvariantCulture, $"100644 {GitWith("", "hash-object", "-w", "--stdin")}\t{NoJekyll}\0");
        }

        if (tip is not null && !wanted.Contains(Domain) && Ask("", "rev-parse", "-q", "--verify", $"{tip}:{Domain}") is
            { Code: 0 } domain)
        {
            lines.Append(CultureInfo.InvariantCulture, $"100644 {domain.Out.Trim()}\t{Domain}\0");
        }

        File.Delete(Path.Combine(folder, "index"));
        GitWith(lines.ToString(), "update-index", "-z", "--index-info");
        return Git("write-tree");
    }

    private (List<LocalFile> Sent, int Removed) Differences(string? tip, string tree, LocalSite site)
    {
        if (tip is null)
        {
            return ([.. site.Files], 0);
        }

        var parts = Git("diff-tree", "-r", "-z", "--no-renames", "--name-status", tip, tree)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var changed = Enumerable.Range(0, parts.Length / 2).Select(i => (State: parts[2 * i], Path: parts[(2 * i) + 1])).ToList();
        var files = site.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var sent = changed.Where(c => c.State != "D").Select(c => files.GetValueOrDefault(c.Path)).OfType<LocalFile>();
        return ([.. sent], changed.Count(c => c.State == "D"));
    }

    /// <summary>It names the program: the branch is public.</summary>
    private string Commit(string tree, string? parent, string message, DeployOrder order)
    {
        var start = Start(["commit-tree", tree, .. parent is null ? Array.Empty<string>() : ["-p", parent]]);
        foreach (var role in new[] { "AUTHOR", "COMMITTER" })
        {
            start.Environment[$"GIT_{role}_NAME"] = "yugong";
            start.Environment[$"GIT_{role}_EMAIL"] = "yugong@localhost";
            start.Environment[$"GIT_{role}_DATE"] = order.At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        }

        return Said(OutsideProgram.Run(start, message, CancellationToken.None));
    }

    private void Push(string commit)
    {
        var answer = Ask("", "push", "--quiet", place.Remote, $"{commit}:refs/heads/{place.Branch}");
        if (answer.Code == 0)
        {
            return;
        }

        string[] overtaken = ["fetch first", "non-fast-forward", "cannot lock ref"];
        throw overtaken.Any(words => answer.Err.Contains(words, StringComparison.Ordinal))
            ? new DeployException(new(
                $"有人刚刚也推到了 {Place},没有覆盖他的。再运行一次。", $"Somebody else has just pushed to {Place}, and was not overwritten. Run it again."))
            : Failures.Of(Place, answer.Err);
    }

    private string Git(params IReadOnlyList<string> arguments) => Said(Ask("", arguments));

    private string GitWith(string input, params IReadOnlyList<string> arguments) => Said(Ask(input, arguments));

    private ProgramAnswer Ask(string input, params IReadOnlyList<string> arguments) =>
        OutsideProgram.Run(Start(arguments), input, stop);

    private System.Diagnostics.ProcessStartInfo Start(IReadOnlyList<string> arguments)
    {
        // The helper is a line of shell, so the token itself stands in no list of processes.
        const string Helper = "!f() { test \"$1\" = get && printf 'username=%s\\npassword=%s\\n' \"${YUGONG_DEPLOY_USER:-yugong}\" "
            + "\"$" + GitPlace.TokenVariable + "\"; }; f";
        string[] token = Environment.GetEnvironmentVariable(GitPlace.TokenVariable) is { Length: > 0 }
            ? ["-c", "credential.helper=", "-c", $"credential.helper={Helper}"] : [];
        string[] settings = ["-C", folder, "-c", "core.quotepath=off", "-c", "gc.autoDetach=false"];
        var start = OutsideProgram.Start("git", [.. settings, .. token, .. arguments]);
        start.Environment["GIT_SSH_COMMAND"] = place.Keys.Command(port: null);
        start.Environment["GIT_DIR"] = folder;
        return start;
    }

    private string Said(ProgramAnswer answer) => answer.Code == 0 ? answer.Out.TrimEnd('\n') : throw Failures.Of(Place, answer.Err);

    /// <summary>A commit that we made.</summary>
    private sealed record Published(string Hash, DateTimeOffset At, Release Release)
    {
        public static Published? Parse(string record) => record.Split(Unit) is [var hash, var at, var message]
            && message.Split('\n').FirstOrDefault(l => l.StartsWith(Head, StringComparison.Ordinal)) is { } line
            && Release.Parse(line[Head.Length..]) is { } release
            ? new(hash, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), release) : null;
    }
}
