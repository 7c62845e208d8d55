using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace YuGong.Text;

/// <summary>
/// The call that tells of a file: statx on Linux. .NET has no word for ctime and inode. Where the call is missing (another system, an old
/// musl), .NET's own words are taken, and for the time of change the system's: lstat of macOS, ChangeTime of NTFS.
/// </summary>
internal static partial class SystemStat
{
    private const int Enoent = 2, Enotdir = 20, Eacces = 13, Enosys = 38, Eperm = 1, Eloop = 40;
    private const int AtHere = -100, AtNoFollow = 0x100;
    private const uint BasicAndBirth = 0xfff;
    private const int FormatMask = 0xF000, Directory = 0x4000, Regular = 0x8000, SymbolicLink = 0xA000;
    private const ulong MountRoot = 0x2000;

    /// <summary>YUGONG_PORTABLE=1 does without, as other systems must: so that their way is tried here.</summary>
    private static bool hasStatx = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("YUGONG_PORTABLE") != "1";

    public static FileStat? At(string path, bool follow)
    {
        if (!hasStatx)
        {
            return Portable(path, follow);
        }

        Statx stat;
        try
        {
            if (Stat(AtHere, path, follow ? 0 : AtNoFollow, BasicAndBirth, out stat) == 0)
            {
                return Of(stat);
            }
        }
        catch (EntryPointNotFoundException)
        {
            hasStatx = false;
            return Portable(path, follow);
        }

        var errno = Marshal.GetLastPInvokeError();
        return errno switch
        {
            Enoent or Enotdir => null,
            Eloop when follow => null,
            Enosys or Eperm => Without(path, follow),
            Eacces => throw new UnauthorizedAccessException($"{Marshal.GetPInvokeErrorMessage(errno)}: {path}"),
            _ => throw new IOException($"{Marshal.GetPInvokeErrorMessage(errno)}: {path}", errno),
        };
    }

    private static FileStat? Without(string path, bool follow)
    {
        hasStatx = false;
        return Portable(path, follow);
    }

    private static FileStat Of(Statx stat)
    {
        var kind = (stat.Mode & FormatMask) switch
        {
            Regular => FileType.File,
            Directory => FileType.Folder,
            SymbolicLink => FileType.Link,
            _ => FileType.Other,
        };
        return new(
            kind, stat.Size, Ticks(stat.ModifiedSeconds, stat.ModifiedNanoseconds), Ticks(stat.ChangedSeconds, stat.ChangedNanoseconds),
            stat.Inode, stat.Links, Ticks(stat.BirthSeconds, stat.BirthNanoseconds),
            kind == FileType.Folder && (stat.Attributes & MountRoot) != 0)
        {
            Device = ((ulong)stat.DeviceMajor << 32) | stat.DeviceMinor,
        };
    }

    private static long Ticks(long seconds, long nanoseconds) => (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / 100);

    private static FileStat? Portable(string path, bool follow)
    {
        FileSystemInfo info = System.IO.Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if ((int)info.Attributes == -1)
        {
            return null;
        }

        if (info.LinkTarget is not null)
        {
            if (follow)
            {
                return Target(path) is { } target ? Portable(target, follow: false) : null;
            }

            return new(FileType.Link, 0, Unix(info.LastWriteTimeUtc), Unix(info.CreationTimeUtc), 0, 0, 0, IsMount: false);
        }

        var kind = info is DirectoryInfo ? FileType.Folder : FileType.File;
        var size = info is FileInfo file ? file.Length : 0;
        return new(kind, size, Unix(info.LastWriteTimeUtc), ChangeTime(path) ?? Unix(info.CreationTimeUtc), 0, 0, 0, IsMount: false);
    }

    private static string? Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null; // a ring
        }
    }

    private static long Unix(DateTime time) => time.Ticks - DateTime.UnixEpoch.Ticks;

    /// <summary>Only compared with itself; null where it cannot be had.</summary>
    private static long? ChangeTime(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? WindowsChangeTime(path) : OperatingSystem.IsMacOS() ? MacChangeTime(path) : null;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    private static long? WindowsChangeTime(string path)
    {
        const uint ReadAttributes = 0x80, ShareAll = 7, OpenExisting = 3, AlsoFolders = 0x02000000;
        using var handle = CreateFile(path, ReadAttributes, ShareAll, 0, OpenExisting, AlsoFolders, 0);
        return !handle.IsInvalid && GetFileInformation(handle, 0, out var basic, 40) != 0 ? basic.ChangeTime : null;
    }

    private static long? MacChangeTime(string path)
    {
        MacStat stat;
        var answer = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? MacLStat(path, out stat) : MacLStat64(path, out stat);
        return answer == 0 ? Ticks(stat.ChangedSeconds, stat.ChangedNanoseconds) : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(int folder, string path, int flags, uint mask, out Statx found);

    [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MacLStat(string path, out MacStat found);

    [LibraryImport("libc", EntryPoint = "lstat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MacLStat64(string path, out MacStat found);

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial SafeFileHandle CreateFile(
        string path, uint access, uint share, nint security, uint creation, uint flags, nint template);

    [LibraryImport("kernel32", EntryPoint = "GetFileInformationByHandleEx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetFileInformation(SafeFileHandle file, int kind, out BasicInfo found, uint size);

    /// <summary>struct statx of Linux: 256 bytes, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statx
    {
        [FieldOffset(8)]
        public ulong Attributes;

        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public long Size;

        [FieldOffset(80)]
        public long BirthSeconds;

        [FieldOffset(88)]
        public uint BirthNanoseconds;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    /// <summary>struct stat of macOS with inodes of 64 bits: 144 bytes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct MacStat
    {
        [FieldOffset(64)]
        public long ChangedSeconds;

        [FieldOffset(72)]
        public long ChangedNanoseconds;
    }

    /// <summary>FILE_BASIC_INFO of Windows: 40 bytes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 40)]
    private struct BasicInfo
    {
        [FieldOffset(24)]
        public long ChangeTime;
    }
}
