using System.Security.Cryptography;
using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>Versions in a folder of this machine, such as the one that its own web server reads.</summary>
/// <param name="root">Full path.</param>
internal sealed class LocalVersions(string root) : IVersionFiles
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private FileStream? alone;

    public string Place => root;

    public bool Open(bool toChange, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new DeployException(new("文件夹这种目标要 Linux 或 macOS:换上新版本靠符号链接的改名。",
                "A folder as a target needs Linux or macOS: a version is switched by renaming a symbolic link."));
        }

        if (File.Exists(root))
        {
            throw Going.Foreign(root, "a file");
        }

        if (Directory.Exists(root) && !File.Exists(At(VersionedTarget.Marker))
            && Directory.EnumerateFileSystemEntries(root).FirstOrDefault() is { } foreign)
        {
            throw Going.Foreign(root, Path.GetFileName(foreign));
        }

        if (!toChange)
        {
            return File.Exists(At(VersionedTarget.Marker));
        }

        Do(() =>
        {
            Directory.CreateDirectory(root);
            File.WriteAllText(At(VersionedTarget.Marker), "");
            Directory.CreateDirectory(At(VersionedTarget.Versions));
            Directory.CreateDirectory(At(VersionedTarget.Releases));
            alone ??= DeployLock.Take(At(VersionedTarget.Lock), root);
        });
        return true;
    }

    public IReadOnlyList<string> Heads() =>
        [.. List(VersionedTarget.Releases).Select(name => File.ReadLines(At($"{VersionedTarget.Releases}/{name}")).FirstOrDefault() ?? "")];

    public string? Read(string path) => File.Exists(At(path)) ? File.ReadAllText(At(path)) : null;

    public void Write(string path, string text) => Do(() => AtomicFile.Write(At(path), text));

    public void Append(string path, string line) => Do(() => File.AppendAllText(At(path), "\n" + line + "\n"));

    public IReadOnlyList<string> List(string folder) => Directory.Exists(At(folder))
        ? [.. Directory.EnumerateFileSystemEntries(At(folder)).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)] : [];

    public string? Online() => Path.GetFileName(new FileInfo(At(VersionedTarget.Current)).LinkTarget);

    public void Switch(string id) => Do(() =>
    {
        var next = At(VersionedTarget.Current + ".next");
        File.Delete(next);
        File.CreateSymbolicLink(next, $"{VersionedTarget.Versions}/{id}");
        Posix.Sync();
        Posix.Rename(next, At(VersionedTarget.Current));
    });

    public void Move(string from, string to) => Do(() => Directory.Move(At(from), At(to)));

    public void Remove(string path) => Do(() =>
    {
        if (Directory.Exists(At(path)))
        {
            Directory.Delete(At(path), recursive: true);
        }
        else
        {
            File.Delete(At(path));
        }
    });

    public (int Files, long Bytes) Fill(LocalSite site, IReadOnlyList<string> known, Action<int, int> progress, CancellationToken cancel)
    {
        var (files, bytes, done) = (0, 0L, 0);
        Do(() =>
        {
            var incoming = At(VersionedTarget.Incoming);
            var earlier = known.Select(id => (Folder: At($"{VersionedTarget.Versions}/{id}"), Manifest: ManifestOf(id))).ToList();
            var wanted = site.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
            Directory.CreateDirectory(incoming);
            Clear(incoming, wanted);
            foreach (var file in site.Files)
            {
                cancel.ThrowIfCancellationRequested();
                var place = Path.Combine(incoming, file.Path);
                if (!(File.Exists(place) && Sha(place) == file.Sha) && !Linked(file, place, earlier))
                {
                    Copy(file, place);
                    (files, bytes) = (files + 1, bytes + file.Size);
                }

                progress(++done, site.Files.Count);
            }
        });
        return (files, bytes);
    }

    public void Dispose() => alone?.Dispose();

    private string At(string path) => Path.Combine(root, path);

    private ReleaseManifest? ManifestOf(string id) => ReleaseManifest.Parse(Read($"{VersionedTarget.Releases}/{id}"));

    /// <summary>Of an earlier run: what this site does not have, and folders where it has files.</summary>
    private static void Clear(string incoming, HashSet<string> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(incoming, "*", SearchOption.AllDirectories).ToList())
        {
            if (!wanted.Contains(Path.GetRelativePath(incoming, file).Replace('\\', '/')))
            {
                File.Delete(file);
            }
        }

        foreach (var folder in Directory.EnumerateDirectories(incoming, "*", SearchOption.AllDirectories)
            .OrderByDescending(f => f.Length).Where(f => !Directory.EnumerateFileSystemEntries(f).Any()).ToList())
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>A version that somebody changed by hand is not believed: size and bytes are read again.</summary>
    private static bool Linked(LocalFile file, string place, IReadOnlyList<(string Folder, ReleaseManifest? Manifest)> earlier)
    {
        foreach (var (folder, manifest) in earlier)
        {
            var standing = Path.Combine(folder, file.Path);
            if (manifest?.Files.GetValueOrDefault(file.Path)?.Sha == file.Sha && File.Exists(standing)
                && new FileInfo(standing).Length == file.Size && Sha(standing) == file.Sha)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Delete(place);
                return Posix.Link(standing, place);
            }
        }

        return false;
    }

    private static void Copy(LocalFile file, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var part = place + ".part";
        File.Copy(file.Full, part, overwrite: true);
#pragma warning disable CA1416 // Open refuses Windows.
        File.SetUnixFileMode(part, FileMode);
#pragma warning restore CA1416
        File.Move(part, place, overwrite: true);
    }

    private static string Sha(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>What the disk says, as a sentence.</summary>
    private void Do(Action what)
    {
        const int NoSpace = 28, Quota = 122, QuotaOfMac = 69;
        try
        {
            what();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DeployException(new($"没有权限写 {root}。看看它归谁。", $"No permission to write to {root}. See whose it is."), e);
        }
        catch (IOException e) when (e is not DeployException)
        {
            throw e.HResult is NoSpace or Quota or QuotaOfMac ? Failures.NoSpace(root, e) : DeployException.Other(root, e.Message, e);
        }
    }
}
