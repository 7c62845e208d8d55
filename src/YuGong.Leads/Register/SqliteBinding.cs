using System.Runtime.InteropServices;

namespace YuGong.Leads;

/// <summary>
/// SQLite's library, bound to itself. An image engine may have brought the system's SQLite into the process for everybody
/// to see (libvips loads its slide reader so); ours would then call half of the other one and end the process.
/// </summary>
internal static partial class SqliteBinding
{
    private const int Now = 0x2;
    private const int DeepBind = 0x8;

    private static readonly nint Handle = Load();

    /// <summary>Before the first connection. Where the loader binds otherwise, nothing is to be done.</summary>
    public static bool IsBound => Handle != 0;

    private static nint Load()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        var platform = $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        string[] places = [AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "runtimes", platform, "native")];
        var file = places.Select(p => Path.Combine(p, "libe_sqlite3.so")).FirstOrDefault(File.Exists);
        try
        {
            return file is null ? 0 : Open(file, Now | DeepBind);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Open(string file, int flags);
}
