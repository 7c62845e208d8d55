using System.Text;

namespace YuGong.Text;

/// <summary>
/// A file that is the old one or the new one, whoever is killed meanwhile: written beside its place, then renamed; where a link stands,
/// beside what it leads to, and the link stays. A site has its own way, and so has a save into a work tree, where git must not see what is
/// half-way.
/// </summary>
public static class AtomicFile
{
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(false).GetBytes(text));

    /// <summary>For ledgers and markers: a power cut leaves one of the two as well.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes) =>
        WriteDurable(RealPath.Of(path), bytes, new() { Mode = FileMode.Create });

    /// <summary>The same for a file that only its owner may read (0600), from its first moment on.</summary>
    public static void WritePrivate(string path, ReadOnlySpan<byte> bytes)
    {
        File.Delete(DraftOf(path)); // one that others might read would keep its rights
        var options = new FileStreamOptions { Mode = FileMode.CreateNew };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        WriteDurable(path, bytes, options);
    }

    /// <summary>For caches, which are named by what they hold or can be made again: several processes may write the same one.</summary>
    public static void WriteCached(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = DraftOf($"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        using (var file = File.OpenHandle(draft, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, bytes, 0);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static string DraftOf(string path) => path + ".draft";

    private static void WriteDurable(string path, ReadOnlySpan<byte> bytes, FileStreamOptions options)
    {
        options.Access = FileAccess.Write;
        var draft = DraftOf(path);
        using (var file = new FileStream(draft, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
