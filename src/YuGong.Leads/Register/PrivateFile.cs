using YuGong.Text;

namespace YuGong.Leads;

/// <summary>
/// Files and folders that only their owner may read (0600, 0700), from their first moment on: a mode that is set afterwards comes too late.
/// On Windows a file has the rights of its folder.
/// </summary>
public static class PrivateFile
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file whole or not at all, also over one that others might read.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes) => AtomicFile.WritePrivate(path, bytes);

    /// <summary>A new file, open for writing.</summary>
    /// <inheritdoc cref="Write"/>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode600;
        }

        return new(path, options);
    }

    /// <inheritdoc cref="Write"/>
    public static void Copy(string from, string to)
    {
        File.Delete(to);
        using var source = File.OpenRead(from);
        using var copy = Create(to);
        source.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }

    /// <summary>A line more at the end of a file.</summary>
    /// <inheritdoc cref="Write"/>
    public static void AppendLine(string path, string line)
    {
        if (!File.Exists(path))
        {
            Create(path).Dispose();
        }

        File.AppendAllText(path, line + "\n");
    }

    /// <summary>Makes the folder and those above it where they are not there yet.</summary>
    /// <inheritdoc cref="Write"/>
    public static string Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, FileMode600 | UnixFileMode.UserExecute).FullName;
}
