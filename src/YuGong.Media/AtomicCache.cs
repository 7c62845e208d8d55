namespace YuGong.Media;

/// <summary>
/// The cache: folders named by what they are made of, each there whole or not at all. One is filled beside its place and then renamed,
/// so that whoever is killed half-way leaves nothing that could be taken for finished.
/// </summary>
internal sealed class AtomicCache(string root)
{
    private const string Unfinished = "making-";

    public string PathOf(string key) => Path.Combine(root, key[..2], key);

    public bool Has(string key) => Directory.Exists(PathOf(key));

    public byte[]? Read(string key, string name) =>
        Path.Combine(PathOf(key), name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <param name="fill">Gets the full path of a folder that is not there yet.</param>
    /// <returns>Where it is.</returns>
    public string Make(string key, Action<string> fill)
    {
        var place = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var making = Path.Combine(root, $"{Unfinished}{Environment.ProcessId}-{Path.GetRandomFileName()}");
        try
        {
            fill(making);
            if (!Directory.Exists(place))
            {
                Directory.Move(making, place);
            }
        }
        catch (IOException) when (Directory.Exists(place))
        {
            // Another process made the same, which has the same bytes.
        }
        finally
        {
            if (Directory.Exists(making))
            {
                Directory.Delete(making, recursive: true);
            }
        }

        return place;
    }

    /// <summary>Deletes everything but these.</summary>
    public void Keep(IReadOnlySet<string> keys)
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(root))
        {
            File.Delete(file);
        }

        foreach (var made in Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateDirectories)
            .Where(f => !keys.Contains(Path.GetFileName(f))).ToList())
        {
            Directory.Delete(made, recursive: true);
        }
    }

    /// <summary>What killed processes left.</summary>
    public void Sweep()
    {
        foreach (var left in Directory.Exists(root) ? Directory.EnumerateDirectories(root, Unfinished + "*") : [])
        {
            if (!int.TryParse(Path.GetFileName(left)[Unfinished.Length..].Split('-')[0], out var process) || !IsAlive(process))
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
