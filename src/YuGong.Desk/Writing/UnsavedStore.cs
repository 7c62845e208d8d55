using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// What was typed and not saved, one private folder an entry: <c>.desk/unsaved/stories/shui-xiheng/</c>. Every write is whole or not there;
/// git knows nothing of it.
/// </summary>
/// <param name="home">Full path of <c>.desk/unsaved</c>.</param>
internal sealed class UnsavedStore(string home)
{
    private const string Name = "entry.json";
    private const string Beside = "files";

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when there is none, or none that can be read: it is put aside then, not thrown away.</summary>
    public UnsavedEntry? Read(string collection, string id)
    {
        var path = Path.Combine(Folder(collection, id), Name);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<UnsavedEntry>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException)
        {
            File.Move(path, path + ".broken", overwrite: true);
            return null;
        }
    }

    public void Write(string collection, string id, UnsavedEntry entry)
    {
        PrivateFolder.Make(Folder(collection, id));
        AtomicFile.WritePrivate(Path.Combine(Folder(collection, id), Name), JsonSerializer.SerializeToUtf8Bytes(entry, Json));
    }

    /// <summary>Takes away what was typed for an entry, with its files.</summary>
    public void Remove(string collection, string id)
    {
        if (Directory.Exists(Folder(collection, id)))
        {
            Directory.Delete(Folder(collection, id), recursive: true);
        }
    }

    /// <summary>Every entry of a kind with something unsaved.</summary>
    public IReadOnlyList<string> Ids(string collection)
    {
        var folder = Path.Combine(home, collection);
        return !Directory.Exists(folder) ? []
            : [.. Directory.GetDirectories(folder).Where(d => File.Exists(Path.Combine(d, Name))).Select(d => Path.GetFileName(d))
                .Order(StringComparer.Ordinal)];
    }

    /// <summary>A file that was put beside the entry and is not saved yet.</summary>
    public void Put(string collection, string id, string name, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.Combine(Folder(collection, id), Beside);
        PrivateFolder.Make(folder);
        AtomicFile.WritePrivate(Path.Combine(folder, name), bytes);
    }

    public byte[]? FileOf(string collection, string id, string name)
    {
        var path = Path.Combine(Folder(collection, id), Beside, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    public void RemoveFiles(string collection, string id)
    {
        if (Directory.Exists(Path.Combine(Folder(collection, id), Beside)))
        {
            Directory.Delete(Path.Combine(Folder(collection, id), Beside), recursive: true);
        }
    }

    public IReadOnlyList<string> Files(string collection, string id)
    {
        var folder = Path.Combine(Folder(collection, id), Beside);
        return !Directory.Exists(folder) ? []
            : [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".draft", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
    }

    private string Folder(string collection, string id) => Path.Combine(home, collection, id);
}
