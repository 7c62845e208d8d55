using System.Runtime.InteropServices;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace YuGong.Content;

/// <summary>
/// Reads files that are files. To open a pipe is to wait for somebody who writes into it, and a device has no end; both list no bytes, so
/// only
/// what lists none is looked at twice.
/// </summary>
public static partial class PlainFile
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
    public static bool IsSafe(string path) => new FileInfo(path) is not { Exists: true, Length: 0 } || !IsSpecial(path);

    private static void Demand(string path)
    {
        if (!IsSafe(path))
        {
            throw new NotAFileException(path);
        }
    }

    private static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        const int Here = -100, Regular = 0x8000, Folder = 0x4000, Kind = 0xF000;
        const uint Type = 1;
        try
        {
            return Stat(Here, path, 0, Type, out var found) == 0 && (found.Mode & Kind) is not (Regular or Folder);
        }
        catch (EntryPointNotFoundException)
        {
            return false; // an old C library
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(int folder, string path, int flags, uint mask, out FileStatx found);

    /// <summary>struct statx of Linux: 256 bytes, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatx
    {
        [FieldOffset(28)]
        public ushort Mode;
    }
}

/// <summary>A pipe, a socket or a device stands where a file should.</summary>
public sealed class NotAFileException(string path) : IOException($"'{path}' is no file.");
