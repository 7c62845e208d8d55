using YuGong.Content;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>Finished files in the cache, by what they are made of; of an earlier state of one nothing stays.</summary>
/// <param name="kind">A folder of the cache.</param>
internal sealed class MadeFiles(ProjectFolder project, string kind, Fingerprint key)
{
    private string Folder => Path.Combine(project.Cache, kind);

    /// <returns>The file, and whether it had to be made; null when it could not be.</returns>
    public (byte[]? Bytes, bool IsMade) Get(string name, Func<byte[]?> make)
    {
        var path = Path.Combine(Folder, $"{key}-{name}");
        if (File.Exists(path))
        {
            return (File.ReadAllBytes(path), false);
        }

        if (make() is not { } bytes)
        {
            return (null, true);
        }

        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder, $"*-{name}").Where(f => IsOf(Path.GetFileName(f), name)).ToList())
        {
            File.Delete(old);
        }

        AtomicFile.WriteCached(path, bytes);
        return (bytes, true);
    }

    /// <summary>Another file's name may end alike.</summary>
    private bool IsOf(string file, string name) => file.Length == key.ToString().Length + 1 + name.Length;
}
