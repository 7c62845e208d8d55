using System.Runtime.InteropServices;

namespace YuGong.Imaging.Vips;

/// <summary>
/// Libvips, started once in a process: one thread an image, because images are made side by side, and no cache of its own.
/// </summary>
public static unsafe class Engine
{
    private static readonly Lazy<bool> Started = new(Initialize);

    /// <summary>The library's version, part of the key of everything encoded with it.</summary>
    public static string Version
    {
        get
        {
            Start();
            return "libvips " + Marshal.PtrToStringUTF8((nint)VipsLibrary.Version());
        }
    }

    /// <exception cref="InvalidOperationException">Libvips does not start.</exception>
    internal static void Start()
    {
        if (!Started.Value)
        {
            throw new InvalidOperationException("libvips does not start.");
        }
    }

    [UnmanagedCallersOnly]
    private static void Nothing(byte* domain, int level, byte* words, void* data)
    {
    }

    private static bool Initialize()
    {
        if (VipsLibrary.Init("yugong") != 0)
        {
            return false;
        }

        // What a damaged file made it wonder comes back as an exception; a terminal is no place for it.
        _ = VipsLibrary.SetLogHandler("VIPS", VipsLibrary.Warnings, &Nothing, 0);
        VipsLibrary.Concurrency(1);
        VipsLibrary.CacheMax(0);

        // Loaders that libvips holds unfit for files from strangers stay shut.
        VipsLibrary.BlockUntrusted(1);

        // Drawings come in as bytes that Media has cleaned: no scripts, no references to files or hosts.
        VipsLibrary.Block("VipsForeignLoadSvgBuffer", 0);
        return true;
    }
}
