using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <summary>
/// Where finished files wait for the next run: a name and bytes that never change for that name. Several processes, also on several
/// machines, may use one store at once; they would put the same bytes.
/// </summary>
public interface IPosterStore
{
    /// <summary>Null when there is none.</summary>
    ReadOnlyMemory<byte>? Get(string name);

    void Put(string name, ReadOnlyMemory<byte> bytes);
}

/// <summary>A folder, which several machines may share. A file appears whole or not at all.</summary>
public sealed class FolderStore(string folder) : IPosterStore
{
    public ReadOnlyMemory<byte>? Get(string name)
    {
        try
        {
            return File.ReadAllBytes(PathOf(name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Put(string name, ReadOnlyMemory<byte> bytes) => AtomicFile.WriteCached(PathOf(name), bytes.Span);

    private string PathOf(string name) => Path.Combine(folder, name);
}
