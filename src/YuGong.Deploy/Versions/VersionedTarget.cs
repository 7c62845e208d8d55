namespace YuGong.Deploy;

/// <summary>
/// A folder of whole versions and a link to one of them, as servers of applications have done for long: what is uploaded is nobody's site
/// before it is there whole, switching is one renaming, and going back is the same renaming. The web server is pointed at
/// <c>current</c>. Here on a disk of this machine or over ssh (<see cref="LocalVersions"/>, <see cref="SshVersions"/>).
/// </summary>
/// <param name="keep">How many versions stay, the one that is online among them.</param>
/// <param name="lockFile">On this machine.</param>
internal sealed class VersionedTarget(IVersionFiles files, int keep, string lockFile) : IDeployTarget
{
    public const string Marker = ".yugong-deploy", Versions = "versions", Releases = "releases", Incoming = "incoming", Current = "current",
        Journal = "journal", Lock = "lock";

    public string Place => files.Place;

    public OnlineState Look(CancellationToken cancel) =>
        files.Open(toChange: false, cancel) ? Read() : new(null, null, [], IsUnfinished: false);

    public IReadOnlyDictionary<string, string> Files(CancellationToken cancel) =>
        Going.Prints(Look(cancel).Online is { } online ? FilesOf(online) : null);

    public DeployReport Put(LocalSite site, DeployOrder order, CancellationToken cancel)
    {
        using var alone = DeployLock.Take(lockFile, Place);
        files.Open(toChange: true, cancel);
        var state = Tidy();
        if (state.Online is { } same && same.Digest == site.Digest)
        {
            files.Remove(Incoming);
            return new(same, 0, 0, 0, IsSame: true);
        }

        // Uploaded whole by a run that was killed before it could switch, or taken back since.
        if (state.Kept.FirstOrDefault(r => r.Digest == site.Digest && r.Number > (state.Online?.Number ?? 0)) is { } ready)
        {
            files.Remove(Incoming);
            return Switch(ready, order, isBack: false, state, new(ready, 0, 0, 0, IsSame: false));
        }

        var release = Going.Next(state, site, order, namesPeople: true);
        var known = state.Kept.Select(r => r.Id).Take(keep).Prepend(state.Online?.Id).OfType<string>();
        var (sent, bytes) = files.Fill(site, [.. known], order.Progress, cancel);
        site.EnsureUnchanged();
        cancel.ThrowIfCancellationRequested();
        files.Write($"{Releases}/{release.Id}", Manifest(site, release));
        files.Move(Incoming, $"{Versions}/{release.Id}");
        return Switch(release, order, isBack: false, state, new(release, sent, bytes, 0, IsSame: false));
    }

    public DeployReport Back(string? id, DeployOrder order, CancellationToken cancel)
    {
        using var alone = DeployLock.Take(lockFile, Place);
        files.Open(toChange: true, cancel);
        var state = Tidy();
        var release = Going.Back(state, id, order, Place);
        return Switch(release, order, isBack: true, state, new(release, 0, 0, 0, IsSame: false));
    }

    public void Dispose() => files.Dispose();

    private static string Manifest(LocalSite site, Release release) =>
        ReleaseManifest.Of(release, site.Files.Select(f => new ReleaseFile(f.Path, f.Sha, f.Size))).ToString();

    /// <summary>
    /// The journal first: of a run that is killed between the two it holds a line too many, which <see cref="Read"/> passes over.
    /// </summary>
    private DeployReport Switch(Release to, DeployOrder order, bool isBack, OnlineState before, DeployReport report)
    {
        files.Append(Journal, new JournalLine(to.Id, order.At, order.By, isBack).ToString());
        files.Switch(to.Id);
        var removed = before.Online is { } old ? Removed(old, to) : 0;
        var others = before.Kept.Append(before.Online).OfType<Release>().Where(r => r.Id != to.Id)
            .OrderByDescending(r => r.Number).ToList();
        foreach (var outdated in others.Except(others.Where(order.MayStay).Take(keep - 1)))
        {
            files.Remove($"{Releases}/{outdated.Id}"); // first: nobody shall go back to half a version
            files.Remove($"{Versions}/{outdated.Id}");
        }

        return report with { Removed = removed };
    }

    private int Removed(Release old, Release now)
    {
        var (before, after) = (FilesOf(old), FilesOf(now));
        return before?.Keys.Count(path => after?.ContainsKey(path) == false) ?? 0;
    }

    private IReadOnlyDictionary<string, ReleaseFile>? FilesOf(Release release) =>
        ReleaseManifest.Parse(files.Read($"{Releases}/{release.Id}"))?.Files;

    private OnlineState Read()
    {
        var there = files.List(Versions).ToHashSet(StringComparer.Ordinal);
        var releases = files.Heads().Select(Release.Parse).OfType<Release>().Where(r => there.Contains(r.Id))
            .OrderByDescending(r => r.Number).ToList();
        var id = files.Online();
        var said = (files.Read(Journal) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JournalLine.Parse)
            .LastOrDefault(line => line is not null && line.Id == id);
        var online = releases.Find(r => r.Id == id);
        return new(online, said?.At ?? online?.At, [.. releases.Where(r => r.Id != id)], files.List("").Contains(Incoming))
        {
            By = said?.By ?? online?.By,
        };
    }

    /// <summary>Clears away what a killed run left of versions that went or never came.</summary>
    private OnlineState Tidy()
    {
        var state = Read();
        var whole = state.Kept.Select(r => r.Id).Append(state.Online?.Id).ToHashSet(StringComparer.Ordinal);
        var online = files.Online();
        foreach (var folder in new[] { Versions, Releases })
        {
            foreach (var name in files.List(folder).Where(n => !whole.Contains(n) && n != online))
            {
                files.Remove($"{folder}/{name}");
            }
        }

        return state;
    }
}
