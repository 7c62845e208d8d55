using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>A file that goes online.</summary>
/// <param name="Path">In the site, with <c>/</c>.</param>
/// <param name="Full">On this machine.</param>
/// <param name="Sha">SHA-256 of its bytes, in hexadecimal digits.</param>
public sealed record LocalFile(string Path, string Full, long Size, string Sha)
{
    internal Fingerprint Version { get; init; }
}

/// <summary>A built site as it lies on this machine: what goes online, and nothing else.</summary>
public sealed class LocalSite
{
    private LocalSite(string folder, IReadOnlyList<LocalFile> files) => (Folder, Files) = (folder, files);

    public string Folder { get; }

    /// <summary>Sorted by path.</summary>
    public IReadOnlyList<LocalFile> Files { get; }

    /// <summary>See <see cref="Release.Digest"/>.</summary>
    public string Digest => field ??= Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(Files.Select(f => $"{f.Sha} {f.Path}\n")))));

    public long Bytes => Files.Sum(f => f.Size);

    /// <summary>What lies in the folder and does not go online.</summary>
    public IEnumerable<string> Others()
    {
        var ours = Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Where(p => !ours.Contains(p))
            .Order(StringComparer.Ordinal);
    }

    /// <param name="paths">What goes online, in any order.</param>
    public static LocalSite Read(string folder, IEnumerable<string> paths, int jobs, CancellationToken cancel = default)
    {
        var files = new ConcurrentBag<LocalFile>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        Parallel.ForEach(paths, options, path =>
        {
            var full = Path.Combine(folder, path);
            var version = FileStat.VersionAt(full);
            using var stream = File.OpenRead(full);
            files.Add(new(path, full, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream))) { Version = version });
        });
        return new(folder, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Asked before anything is switched: what travelled is what was read.</summary>
    /// <exception cref="DeployException">A build wrote into the folder meanwhile.</exception>
    public void EnsureUnchanged()
    {
        if (Files.FirstOrDefault(f => FileStat.VersionAt(f.Full) != f.Version) is { } changed)
        {
            throw new DeployException(new(
                $"上传当中 {changed.Path} 被改动(另一次构建?),没有换上;线上的没有动,再运行一次。",
                $"{changed.Path} was changed during the upload (another build?), so nothing was switched; run it again."));
        }
    }

    /// <summary>Bytes for people: <c>12.3 MB</c>.</summary>
    public static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
