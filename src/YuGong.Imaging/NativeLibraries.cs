using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SkiaSharp;
using YuGong.Imaging.Vips;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace YuGong.Imaging;

/// <summary>
/// The native libraries of this room. Packages bring them for Linux (glibc), Windows and macOS, so nothing is installed; on any
/// other system they are missing, and calling one all the same ends in a <see cref="DllNotFoundException"/>.
/// </summary>
public static class NativeLibraries
{
    internal const string HarfBuzz = "libHarfBuzzSharp";

    private const DllImportSearchPath Beside = DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory;

    /// <summary>What this system is called by those who make packages: <c>linux-musl-x64</c>.</summary>
    public static string System => RuntimeInformation.RuntimeIdentifier;

    /// <summary>The libraries that there is no build of for this system; empty where posters can be made.</summary>
    public static IReadOnlyList<string> Missing { get; } =
    [
        .. Engine.IsAvailable ? [] : (string[])["libvips"],
        .. IsThere(HarfBuzz, typeof(NativeLibraries)) ? [] : (string[])["HarfBuzz"],
        .. IsThere("libSkiaSharp", typeof(SKCanvas)) ? [] : (string[])["Skia"],
    ];

#pragma warning disable CA2255 // A resolver must be known before the first import is bound; no other moment is early enough.
    [ModuleInitializer]
    internal static void Find() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
#pragma warning restore CA2255

    /// <summary>They lie where the program lies, or where it says that packages put them.</summary>
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        NativeLibrary.TryLoad(name, assembly, Beside, out var handle) ? handle : 0;

    private static bool IsThere(string library, Type user) => NativeLibrary.TryLoad(library, user.Assembly, Beside, out _);
}
