using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Reads files that are files. To open a pipe is to wait for somebody who writes into it, and a device has no end; both list no bytes, so
/// only
/// what lists none is looked at twice.
/// </summary>
public static class PlainFile
{
    /// <exception cref="IOException">It is a pipe, a socket or a device; or the disk, the name, another program is at fault.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or may not be read.</exception>
    public static byte[] Bytes(string path)
    {
        Demand(path);
        return File.ReadAllBytes(path);
    }

    /// <inheritdoc cref="Bytes"/>
    public static string Text(string path)
    {
        Demand(path);
        return File.ReadAllText(path);
    }

    /// <inheritdoc cref="Bytes"/>
    public static string[] Lines(string path)
    {
        Demand(path);
        return File.ReadAllLines(path);
    }

    /// <summary>Opened for reading.</summary>
    /// <inheritdoc cref="Bytes"/>
    public static FileStream Open(string path)
    {
        Demand(path);
        return File.OpenRead(path);
    }

    /// <summary>Whether opening it would neither wait nor never end; also true for what is not there.</summary>
    public static bool IsSafe(string path) =>
        new FileInfo(path) is not { Exists: true, Length: 0 } || FileStat.At(path, follow: true)?.Kind != FileType.Other;

    private static void Demand(string path)
    {
        if (!IsSafe(path))
        {
            throw new NotAFileException(path);
        }
    }
}

/// <summary>A pipe, a socket or a device stands where a file should.</summary>
public sealed class NotAFileException(string path) : IOException($"'{path}' is no file.");
