using System.Collections.Concurrent;
using System.Text.Json;

namespace YuGong.Posters.Pressing;

/// <summary>
/// A folder that finished files are delivered to, one by one and each whole; a file that is there already is left alone. What was
/// delivered is noted in <c>.posters.json</c>, so that a second delivery reads nothing.
/// </summary>
public sealed class ExportFolder
{
    private readonly string folder;
    private readonly ConcurrentDictionary<string, string> delivered;
    private int written;
    private int withdrawn;

    public ExportFolder(string folder)
    {
        this.folder = folder;
        delivered = Read(Notes);
    }

    /// <summary>Files that were written, not those that were there.</summary>
    public int Written => written;

    private string Notes => Path.Combine(folder, ".posters.json");

    /// <param name="name">With <c>/</c>, inside the folder.</param>
    /// <param name="bytes">Asked for only when the file is not there yet.</param>
    public void Deliver(string name, string sha256, long length, Func<ReadOnlyMemory<byte>> bytes)
    {
        var path = Path.Combine(folder, name);
        if (delivered.GetValueOrDefault(name) == sha256 && new FileInfo(path) is { Exists: true } there && there.Length == length)
        {
            return;
        }

        new FolderStore(folder).Put(name, bytes());
        delivered[name] = sha256;
        Interlocked.Increment(ref written);
    }

    /// <summary>Takes away what an earlier run delivered under this name, if it did; nobody else's files.</summary>
    public void Withdraw(string name)
    {
        if (delivered.TryRemove(name, out _))
        {
            File.Delete(Path.Combine(folder, name));
            Interlocked.Increment(ref withdrawn);
        }
    }

    /// <summary>Names that begin so and are noted as delivered.</summary>
    public IReadOnlyList<string> Delivered(string start) =>
        [.. delivered.Keys.Where(k => k.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Notes what is there.</summary>
    public void Close()
    {
        if (written + withdrawn > 0)
        {
            new FolderStore(folder).Put(".posters.json",
                JsonSerializer.SerializeToUtf8Bytes(new(delivered, StringComparer.Ordinal), PressJson.Default.Delivered));
        }
    }

    private static ConcurrentDictionary<string, string> Read(string notes)
    {
        try
        {
            return new(JsonSerializer.Deserialize(File.ReadAllBytes(notes), PressJson.Default.Delivered) ?? [], StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return new(StringComparer.Ordinal);
        }
    }
}
