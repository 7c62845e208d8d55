using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Files laid over <c>input/</c> for one load: what a form holds before it is saved. Paths are relative to <c>input/</c>, with <c>/</c>;
/// null stands for a file taken away.
/// </summary>
public sealed class FileOverlay(IReadOnlyDictionary<string, byte[]?> files)
{
    public static FileOverlay None { get; } = new(new Dictionary<string, byte[]?>());

    /// <summary>Holds the pictures and films among them at their paths, for whoever opens a file.</summary>
    private string? Folder { get; init; }

    public IEnumerable<string> Paths => files.Keys;

    public byte[]? Of(string path) => files.GetValueOrDefault(path);

    /// <summary>The same files; those that are no texts lie in this folder, at their paths, too.</summary>
    public FileOverlay In(string folder) => new(files) { Folder = folder };

    /// <summary>Where the files of an entry's folder lie, by name; null when none of them is laid anywhere.</summary>
    /// <param name="entry">Such as <c>stories/x</c>.</param>
    internal IReadOnlyDictionary<string, string>? Beside(string entry)
    {
        if (Folder is null)
        {
            return null;
        }

        var own = files.Where(f => f.Value is not null && f.Key.StartsWith(entry + "/", StringComparison.Ordinal))
            .Select(f => (Name: f.Key[(entry.Length + 1)..], Path: Path.Combine(Folder, f.Key)))
            .Where(f => File.Exists(f.Path)).ToDictionary(f => f.Name, f => f.Path, StringComparer.Ordinal);
        return own.Count == 0 ? null : own;
    }

    /// <summary>The folder as it would be listed; a version that only these bytes have keeps earlier readings apart.</summary>
    internal IReadOnlyList<InputFile> Over(IReadOnlyList<InputFile> standing)
    {
        if (files.Count == 0)
        {
            return standing;
        }

        var all = standing.Where(f => !files.ContainsKey(f.Path)).ToList();
        all.AddRange(files.Where(f => f.Value is not null)
            .Select(f => new InputFile(f.Key, f.Value!.Length, Fingerprint.Of(f.Value))));
        all.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return all;
    }
}
