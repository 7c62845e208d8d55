namespace YuGong.Cli;

/// <summary>Calls back once for a burst of changes: editors write a file in several steps.</summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(30);

    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Timer timer;

    public FolderWatch(IEnumerable<string> folders, string file, Action changed)
    {
        timer = new(_ => changed(), null, Timeout.Infinite, Timeout.Infinite);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            Watch(new FileSystemWatcher(folder) { IncludeSubdirectories = true });
        }

        Watch(new FileSystemWatcher(Path.GetDirectoryName(file)!, Path.GetFileName(file)));
    }

    public void Dispose()
    {
        watchers.ForEach(w => w.Dispose());
        timer.Dispose();
    }

    private void Watch(FileSystemWatcher watcher)
    {
        watcher.InternalBufferSize = 64 * 1024;
        watcher.Changed += Touch;
        watcher.Created += Touch;
        watcher.Deleted += Touch;
        watcher.Renamed += Touch;
        watcher.Error += (_, _) => timer.Change(Burst, Timeout.InfiniteTimeSpan);
        watcher.EnableRaisingEvents = true;
        watchers.Add(watcher);
    }

    private void Touch(object sender, FileSystemEventArgs e)
    {
        if (!e.FullPath.Contains("node_modules", StringComparison.Ordinal) && !e.FullPath.EndsWith("urls.txt", StringComparison.Ordinal) && !e.FullPath.EndsWith("codes.txt", StringComparison.Ordinal))
        {
            timer.Change(Burst, Timeout.InfiniteTimeSpan);
        }
    }
}
