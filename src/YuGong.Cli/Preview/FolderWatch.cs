using YuGong.Content;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// Calls back once for a burst of changes: editors write a file in several steps. A folder may go and come back, be exchanged for another,
/// or
/// be beyond what the system watches; then it is looked at every second until it can be watched again.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(30), Look = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly List<WatchedPlace> places;
    private readonly Timer burst;
    private readonly Timer look;
    private bool closed;

    /// <param name="folders">Watched with everything in them.</param>
    /// <param name="file">The settings, beside which nothing is watched but the folders themselves.</param>
    public FolderWatch(IReadOnlyList<string> folders, string file, Action changed)
    {
        burst = new(_ => Guard.Run("watch", changed), null, Timeout.Infinite, Timeout.Infinite);
        look = new(_ => Guard.Run("watch", LookAgain), null, Look, Look);
        var parents = folders.Append(file).Select(f => Path.GetDirectoryName(f)!).Distinct(StringComparer.Ordinal);
        HashSet<string> whole = [.. folders];
        places = [.. folders.Select(f => new WatchedPlace(f, Recursive: true, Touches)),
            .. parents.Select(p => new WatchedPlace(p, Recursive: false, path => path == file || whole.Contains(path)))];
        places.ForEach(Watch);
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            places.ForEach(p => p.Watcher?.Dispose());
        }

        look.Dispose();
        burst.Dispose();
    }

    private static bool Touches(string path) =>
        !path.Contains("node_modules", StringComparison.Ordinal) && !path.EndsWith("urls.txt", StringComparison.Ordinal)
            && !path.EndsWith("codes.txt", StringComparison.Ordinal);

    /// <summary>From now on; in place of whatever watched it before.</summary>
    private void Watch(WatchedPlace place)
    {
        lock (gate)
        {
            place.Watcher?.Dispose();
            place.Watcher = null;
            if (closed)
            {
                return;
            }

            place.Stamp = place.StampNow();
            if (Directory.Exists(place.Folder))
            {
                try
                {
                    place.Watcher = Open(place);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
                {
                    // Gone in this moment, or too much is watched already (fs.inotify.max_user_instances): it is looked at instead.
                }
            }
        }
    }

    private FileSystemWatcher Open(WatchedPlace place)
    {
        var watcher = new FileSystemWatcher(place.Folder) { IncludeSubdirectories = place.Recursive, InternalBufferSize = 64 * 1024 };
        watcher.Changed += (_, e) => Touch(place, e.FullPath, false);
        watcher.Created += (_, e) => Touch(place, e.FullPath, true);
        watcher.Deleted += (_, e) => Touch(place, e.FullPath, true);
        watcher.Renamed += (_, e) =>
        {
            Touch(place, e.OldFullPath, true);
            Touch(place, e.FullPath, true);
        };
        watcher.Error += (_, _) => Guard.Run("watch", () =>
        {
            Watch(place); // more happened than could be told, or the folder is no more
            Touch();
        });
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    /// <param name="moved">Whether something came, went or got another name: a folder of that name is another folder now.</param>
    private void Touch(WatchedPlace place, string path, bool moved) => Guard.Run("watch", () =>
    {
        if (!place.Matters(path))
        {
            return;
        }

        if (moved && !place.Recursive)
        {
            places.Where(p => p.Recursive && p.Folder == path).ToList().ForEach(Watch);
        }

        Touch();
    });

    private void Touch()
    {
        lock (gate)
        {
            if (!closed)
            {
                burst.Change(Burst, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>At folders that nobody watches, and at those with links: a watcher does not look behind them.</summary>
    private void LookAgain()
    {
        foreach (var place in places.Where(p => p.Watcher is null || p.HasLinks || !Directory.Exists(p.Folder)))
        {
            var before = place.Stamp;
            Watch(place);
            if (place.Stamp != before)
            {
                Touch();
            }
        }
    }

    private sealed record WatchedPlace(string Folder, bool Recursive, Func<string, bool> Matters)
    {
        public FileSystemWatcher? Watcher { get; set; }

        /// <summary>What it looked like when it was last looked at.</summary>
        public Fingerprint Stamp { get; set; }

        public bool HasLinks { get; private set; }

        public Fingerprint StampNow()
        {
            if (!Recursive)
            {
                return Fingerprint.Of(Directory.Exists(Folder).ToString());
            }

            var files = InputFiles.Scan(Folder, Path.GetDirectoryName(Folder));
            HasLinks = files.Any(f => f.Link == LinkState.Followed);
            return InputFiles.Stamp(files);
        }
    }
}
