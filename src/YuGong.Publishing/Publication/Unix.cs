using System.Runtime.InteropServices;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace YuGong.Publishing;

/// <summary>
/// The few calls of the C library that .NET has no word for. Where one is missing (another system, an old musl) the
/// answer is "cannot", and the caller does the slower thing.
/// </summary>
internal static partial class Unix
{
    /// <summary>Old containers answer EPERM for a call they do not know.</summary>
    private const int Enosys = 38, Einval = 22, Enotsup = 95, Eperm = 1;
    private const int AtHere = -100;
    private const uint RenameExchange = 2;

    /// <summary>YUGONG_PORTABLE=1 does without any of these calls, as other systems must: so that their way is tried here.</summary>
    private static readonly bool IsUnix =
        !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("YUGONG_PORTABLE") != "1";
    private static readonly bool IsLinux = OperatingSystem.IsLinux() && IsUnix;
    private static bool hasExchange = IsLinux, hasSyncfs = IsLinux;

    /// <summary>Gives a file a second name on the same disk. False where that is impossible: another disk, a FAT stick, not ours.</summary>
    public static bool Link(string existing, string name) =>
        IsUnix && LinkFile(existing, name) == 0;

    /// <summary>Exchanges two folders in one step, so that at no moment either is missing (renameat2, Linux 3.15).</summary>
    /// <exception cref="IOException">The system knows the call and refuses it here.</exception>
    public static bool Exchange(string one, string other)
    {
        if (!hasExchange)
        {
            return false;
        }

        try
        {
            if (RenameAt2(AtHere, one, AtHere, other, RenameExchange) == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return hasExchange = false;
        }

        var errno = Marshal.GetLastPInvokeError();
        return errno is Enosys or Einval or Enotsup or Eperm
            ? false
            : throw new IOException($"{Marshal.GetPInvokeErrorMessage(errno)}: {other}", errno);
    }

    /// <summary>
    /// Brings to the disk all that was written to the disk that holds a folder (syncfs, Linux 2.6.39). False where the call is missing.
    /// </summary>
    /// <exception cref="IOException">The disk is full or broken: something may not have arrived.</exception>
    public static bool SyncDisk(string folder)
    {
        try
        {
            return hasSyncfs && OnFolder(folder, SyncFs, "syncfs");
        }
        catch (EntryPointNotFoundException)
        {
            return hasSyncfs = false;
        }
    }

    /// <summary>Brings the names in a folder to the disk, the folder's own move with them. Windows has no word for it.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void SyncFolder(string folder)
    {
        if (IsUnix)
        {
            OnFolder(folder, FSync, "fsync");
        }
    }

    /// <summary>Network disks and FUSE may know neither call: there is nothing better to be had then.</summary>
    private static bool OnFolder(string folder, Func<int, int> call, string name)
    {
        var handle = OpenFolder(folder, 0);
        if (handle < 0)
        {
            throw Failure(folder, "open");
        }

        try
        {
            return call(handle) == 0 || (Marshal.GetLastPInvokeError() is Enosys or Einval or Enotsup or Eperm
                ? false : throw Failure(folder, name));
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string path, string call)
    {
        var errno = Marshal.GetLastPInvokeError();
        return new($"{call}: {Marshal.GetPInvokeErrorMessage(errno)}: {path}", errno);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFs(int handle);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LinkFile(string existing, string name);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int fromFolder, string from, int toFolder, string to, uint flags);
}
