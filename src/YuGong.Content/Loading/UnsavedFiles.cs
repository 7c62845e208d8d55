using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Files laid over <c>input/</c> for one load: what a form holds before it is saved. Paths are relative to <c>input/</c>, with <c>/</c>;
/// null stands for a file taken away.
/// </summary>
public sealed class UnsavedFiles(IReadOnlyDictionary<string, byte[]?> files)
{
    public static UnsavedFiles None { get; } = new(new Dictionary<string, byte[]?>());

    public IEnumerable<string> Paths => files.Keys;

    public byte[]? Of(string path) => files.GetValueOrDefault(path);

    /// <summary>The folder as it would be listed; a time that only these bytes have keeps earlier readings apart.</summary>
    internal IReadOnlyList<InputFile> Over(IReadOnlyList<InputFile> standing)
    {
        if (files.Count == 0)
        {
            return standing;
        }

        var all = standing.Where(f => !files.ContainsKey(f.Path)).ToList();
        all.AddRange(files.Where(f => f.Value is not null).Select(f => new InputFile(f.Key, f.Value!.Length, unchecked((long)Fingerprint.Of(f.Value).Value), false)));
        all.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return all;
    }
}
