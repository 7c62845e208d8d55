using System.Text;

namespace YuGong.Publishing;

/// <summary>
/// A small file that is the old one or the new one, whatever happens, a power cut included: written beside, brought to the disk,
/// then renamed. For ledgers and markers; a site has its own way (<see cref="DiskPublication"/>).
/// </summary>
public static class WholeFile
{
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(false).GetBytes(text));

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".draft";
        using (var handle = File.OpenHandle(draft, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(handle, bytes, 0);
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(draft, path, overwrite: true);
    }
}
