using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>
/// Libvips, started once in a process: one thread an image, because images are made side by side, and no cache of its own.
/// </summary>
public static class Engine
{
    private static readonly Lazy<bool> Started = new(Initialize);

    /// <summary>Whether this system has a libvips; the package brings one for Linux (glibc), Windows and macOS.</summary>
    public static bool IsAvailable => ModuleInitializer.VipsInitialized;

    /// <summary>The library's version, part of the key of everything encoded with it.</summary>
    public static string Version
    {
        get
        {
            Start();
            return $"libvips {NetVips.NetVips.Version(0)}.{NetVips.NetVips.Version(1)}.{NetVips.NetVips.Version(2)}";
        }
    }

    /// <summary>Work with libvips, whose words about what it cannot do become the one exception that this room throws.</summary>
    /// <exception cref="InvalidDataException">Libvips says what it cannot read or do.</exception>
    internal static T Run<T>(Func<T> work)
    {
        Start();
        try
        {
            return work();
        }
        catch (VipsException e)
        {
            throw new InvalidDataException(WordsOf(e), e);
        }
    }

    /// <exception cref="InvalidOperationException">Libvips does not start.</exception>
    private static void Start()
    {
        if (!Started.Value)
        {
            throw new InvalidOperationException("libvips does not start.", ModuleInitializer.Exception);
        }
    }

    /// <summary>The binding says first what was called; what libvips says of it follows.</summary>
    private static string WordsOf(VipsException e)
    {
        var lines = e.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Length > 1 ? lines[1..] : lines);
    }

    private static bool Initialize()
    {
        if (!IsAvailable)
        {
            return false;
        }

        // What a damaged file made it wonder comes back as an exception; a terminal is no place for it.
        _ = Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;

        // Loaders that libvips holds unfit for files from strangers stay shut.
        NetVips.NetVips.BlockUntrusted = true;

        // Drawings come in as bytes that Media has cleaned: no scripts, no references to files or hosts.
        Operation.Block("VipsForeignLoadSvgBuffer", false);
        return true;
    }
}
