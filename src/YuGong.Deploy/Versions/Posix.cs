using System.Runtime.InteropServices;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace YuGong.Deploy;

/// <summary>Three calls of POSIX that .NET has no word for.</summary>
internal static partial class Posix
{
    /// <summary>Gives a file a second name. False where the disk knows no such thing.</summary>
    public static bool Link(string existing, string name) => LinkFile(existing, name) == 0;

    /// <summary>Puts a link in the place of another in one step; <c>File.Move</c> refuses links to folders.</summary>
    /// <exception cref="IOException">Why not.</exception>
    public static void Rename(string from, string to)
    {
        if (RenameFile(from, to) != 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            throw new IOException($"{to}: {Marshal.GetPInvokeErrorMessage(errno)}", errno);
        }
    }

    /// <summary>Brings to the disks what was written.</summary>
    public static void Sync() => SyncAll();

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LinkFile(string existing, string name);

    [LibraryImport("libc", EntryPoint = "rename", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameFile(string from, string to);

    [LibraryImport("libc", EntryPoint = "sync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SyncAll();
}
