using System.Security.Cryptography;
using System.Text;

namespace YuGong.Deploy;

/// <summary>
/// A site in a bucket. A bucket cannot switch many objects at once, so they change one after another: what pages need first, then pages,
/// then what went is deleted; between, some pages are new and some are old, and each is whole. A run that was killed is taken up again, and
/// what it may have touched is in <c>.yugong/owned</c>. The manifest says what stands there, so only changes travel; bytes that a release
/// loses are kept aside within the bucket, to go back to.
/// </summary>
/// <param name="open">Asked when it is first needed.</param>
/// <param name="keep">How many releases one can go back to, the one that is online among them.</param>
/// <param name="headersOf">How a file is given to readers.</param>
/// <param name="lockFile">On this machine.</param>
internal sealed class BucketTarget(
    BucketAddress address, Func<Bucket> open, int keep, Func<LocalFile, BucketHeaders> headersOf, string lockFile) : IDeployTarget
{
    public const string State = ".yugong/";

    private const int Lines = 8;

    private Bucket? opened;

    public string Place => $"{address}";

    private Bucket Bucket => opened ??= open();

    public OnlineState Look(CancellationToken cancel) => Do(() => BucketState.Read(Bucket).Shown);

    public IReadOnlyDictionary<string, string> Files(CancellationToken cancel) =>
        Do(() => Going.Prints(BucketState.Read(Bucket).Manifest?.Files));

    public DeployReport Put(LocalSite site, DeployOrder order, CancellationToken cancel) => Alone(() =>
    {
        var state = BucketState.Read(Bucket);
        var release = Going.Next(state.Shown, site, order, namesPeople: false);
        var wanted = site.Files.Select(f => new Wanted(new(f.Path, f.Sha, f.Size) { Headers = Text(headersOf(f)) }, f)).ToList();
        if (state is { Touched: null, Manifest.Release: { } online } && online.Digest == site.Digest && wanted.All(w => Stands(w, state)))
        {
            return new(online, 0, 0, 0, IsSame: true);
        }

        if (wanted.Select(w => w.File.Path).FirstOrDefault(p => state.Objects.ContainsKey(p) && !state.IsOurs(p)) is { } foreign)
        {
            throw Going.Foreign(Place, foreign);
        }

        return Change(state, release, wanted, order, isBack: false, site, cancel);
    });

    public DeployReport Back(string? id, DeployOrder order, CancellationToken cancel) => Alone(() =>
    {
        var state = BucketState.Read(Bucket);
        var release = Going.Back(state.Shown, id, order, Place);
        var manifest = state.Earlier.First(m => m.Release.Id == release.Id);
        return Change(state, release, [.. manifest.Files.Values.Select(f => new Wanted(f, null))], order, isBack: true, null, cancel);
    });

    public void Dispose() => opened?.Dispose();

    private DeployReport Change(BucketState state, Release release, IReadOnlyList<Wanted> wanted, DeployOrder order, bool isBack,
        LocalSite? site, CancellationToken cancel)
    {
        var paths = wanted.Select(w => w.File.Path).ToHashSet(StringComparer.Ordinal);
        var going = state.Objects.Keys.Where(p => state.IsOurs(p) && !paths.Contains(p)).ToList();
        var changing = wanted.Where(w => !Stands(w, state)).ToList();
        var kept = KeepAside(state, changing.Select(w => w.File.Path).Concat(going), paths, cancel);
        var sent = new Sent(wanted.Count - changing.Count, wanted.Count, order.Progress);
        var tags = wanted.Except(changing).ToDictionary(w => w.File.Path, w => state.Objects[w.File.Path].Tag, StringComparer.Ordinal);
        foreach (var batch in new[] { changing.Where(w => !IsPage(w)), changing.Where(IsPage) })
        {
            InParallel(batch.ToList(), wants =>
            {
                var tag = Send(wants, state, kept, changing, sent);
                lock (tags)
                {
                    tags[wants.File.Path] = tag;
                }
            }, cancel);
        }

        site?.EnsureUnchanged();
        var manifest = ReleaseManifest.Of(release, wanted.Select(w => w.File with { Tag = tags[w.File.Path] }));
        Write(BucketState.Releases + release.Id, manifest.ToString());
        Write(BucketState.Online, $"{new JournalLine(release.Id, order.At, null, isBack)}\n{manifest}");
        InParallel(going, Bucket.Delete, cancel);
        Bucket.Delete(BucketState.Owned);
        Prune(state, manifest, kept, order, cancel);
        return new(release, sent.Files, sent.Bytes, going.Count, IsSame: false);
    }

    /// <summary>
    /// First of all it is written down what is about to be touched. Then what will be overwritten or deleted gets a copy, unless there is
    /// one.
    /// </summary>
    private HashSet<string> KeepAside(BucketState state, IEnumerable<string> losing, HashSet<string> paths, CancellationToken cancel)
    {
        var touched = paths.Concat(state.Manifest?.Files.Keys ?? []).Concat(state.Touched ?? (IEnumerable<string>)[])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Write(BucketState.Owned, string.Concat(touched.Select(p => p + "\n")));
        var kept = state.KeptBytes.ToHashSet(StringComparer.Ordinal);
        var lost = losing.Select(p => state.Manifest?.Files.GetValueOrDefault(p)).OfType<ReleaseFile>()
            .Where(f => keep > 1 && state.Holds(f) && !kept.Contains(f.Sha)).DistinctBy(f => f.Sha).ToList();
        InParallel(lost, file => Bucket.Copy(file.Path, BucketState.Kept + file.Sha), cancel);
        kept.UnionWith(lost.Select(f => f.Sha));
        return kept;
    }

    /// <summary>From what is kept aside, from a place that stays as it is, or from this machine.</summary>
    private string Send(Wanted wanted, BucketState state, HashSet<string> kept, List<Wanted> changing, Sent sent)
    {
        var (file, headers) = (wanted.File, Headers(wanted.File.Headers));
        if (kept.Contains(file.Sha))
        {
            sent.Done(0);
            return Bucket.Copy(BucketState.Kept + file.Sha, file.Path, headers);
        }

        if (wanted.Local is { } local)
        {
            using var body = File.OpenRead(local.Full);
            var tag = Bucket.Put(file.Path, body, headers);
            sent.Done(file.Size, isUpload: true);
            return tag;
        }

        var twin = state.Manifest?.Files.Values.FirstOrDefault(f =>
            f.Sha == file.Sha && state.Holds(f) && !changing.Exists(w => w.File.Path == f.Path));
        sent.Done(0);
        return twin is not null ? Bucket.Copy(twin.Path, file.Path, headers) : throw new DeployException(new(
            $"{Place} 里那个版本已经不完整(少 {file.Path}),没有退回。", $"That release is no longer whole in {Place} ({file.Path} is missing)."));
    }

    /// <summary>
    /// By the manifest, where nobody touched the object since; after an unfinished run also by the MD5 that most buckets call their tag.
    /// </summary>
    private static bool Stands(Wanted wanted, BucketState state)
    {
        var file = wanted.File;
        var known = state.Manifest?.Files.GetValueOrDefault(file.Path);
        return known is not null && known.Sha == file.Sha
            ? known.Headers == file.Headers && state.Holds(known)
            : state.Touched is not null && wanted.Local is { } local && state.Objects.GetValueOrDefault(file.Path) is { } there
                && there.Size == file.Size && there.Tag == Md5(local.Full);
    }

    /// <summary>Releases beyond those that stay, and the bytes that nobody needs any more.</summary>
    private void Prune(
        BucketState state, ReleaseManifest online, HashSet<string> kept, DeployOrder order, CancellationToken cancel)
    {
        var before = state.Manifest is { } old && old.Release.Id != online.Release.Id ? [old] : Array.Empty<ReleaseManifest>();
        var others = state.Earlier.Where(m => m.Release.Id != online.Release.Id).Concat(before)
            .OrderByDescending(m => m.Release.Number).ToList();
        var staying = others.Where(m => order.MayStay(m.Release)).Take(keep - 1).ToList();
        InParallel(others.Except(staying).ToList(), m => Bucket.Delete(BucketState.Releases + m.Release.Id), cancel);
        var needed = staying.SelectMany(m => m.Files.Values).Select(f => f.Sha).ToHashSet(StringComparer.Ordinal);
        InParallel(kept.Where(sha => !needed.Contains(sha)).ToList(), sha => Bucket.Delete(BucketState.Kept + sha), cancel);
    }

    private void Write(string key, string text)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
        Bucket.Put(key, body, new("text/plain; charset=utf-8", "no-store", null));
    }

    private static void InParallel<T>(IReadOnlyList<T> items, Action<T> each, CancellationToken cancel) =>
        Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = Lines, CancellationToken = cancel }, each);

    private static bool IsPage(Wanted wanted) => wanted.File.Path.EndsWith(".html", StringComparison.Ordinal);

    private static string Text(BucketHeaders headers) => string.Join('|',
        new[] { headers.Type, headers.Cache ?? "", headers.Redirect ?? "" }.Select(Uri.EscapeDataString));

    private static BucketHeaders? Headers(string text) => text.Split('|').Select(Uri.UnescapeDataString).ToArray() is
        [var type, var cache, var redirect] ? new(type, cache.Length > 0 ? cache : null, redirect.Length > 0 ? redirect : null) : null;

#pragma warning disable CA5351 // It is what buckets call an object's tag, and guards nothing.
    private static string Md5(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }
#pragma warning restore CA5351

    /// <summary>One run at a time, of this machine and of others.</summary>
    private DeployReport Alone(Func<DeployReport> work)
    {
        using var here = DeployLock.Take(lockFile, Place);
        return Do(() =>
        {
            using var there = BucketLock.Take(Bucket, Holder(), Place);
            return work();
        });
    }

    /// <summary>The same for each run from this place; it names nobody.</summary>
    private string Holder() => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName} {lockFile}")))[..16];

    private T Do<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (BucketException.In(e) is { } bucket)
        {
            throw bucket.Code switch
            {
                "NoSuchBucket" => new DeployException(new($"没有这个存储桶:{Place}。", $"There is no such bucket: {Place}."), bucket),
                "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "AccessDenied" or "InvalidToken" or "NoKeyFile" => Failures.Key(Place),
                "QuotaExceeded" or "XMinioStorageFull" or "UserDisable" => Failures.NoSpace(Place, bucket, Failures.Between),
                "" => Failures.Network(Place, bucket.Why, bucket, Failures.Between),
                _ => DeployException.Other(Place, bucket.Why, bucket, Failures.Between),
            };
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<DeployException>().FirstOrDefault() is { } ours)
        {
            throw new DeployException(ours.Words, e); // of one of several threads
        }
    }

    private sealed record Wanted(ReleaseFile File, LocalFile? Local);

    private sealed class Sent(int standing, int all, Action<int, int> progress)
    {
        private readonly Lock counting = new();
        private int done = standing;

        public int Files { get; private set; }

        public long Bytes { get; private set; }

        public void Done(long bytes, bool isUpload = false)
        {
            lock (counting)
            {
                (Files, Bytes) = (Files + (isUpload ? 1 : 0), Bytes + bytes);
                progress(++done, all);
            }
        }
    }
}
