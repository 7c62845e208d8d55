using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace YuGong.Imaging;

/// <summary>A native library of this room: what our imports call it, where systems keep it, and what to install.</summary>
/// <param name="Linux">The soname with its major version: what programs are linked against, present without a -dev package.</param>
/// <param name="Package">The Debian package that holds it.</param>
/// <param name="Brew">The Homebrew formula that holds it.</param>
public sealed record NativeLibraryName(string Name, string Linux, string Mac, string Windows, string Package, string Brew);

/// <summary>
/// The native libraries this room calls. They are found by soname on Linux, and by file name on macOS (also in Homebrew's
/// folders) and Windows (beside the program or on PATH). One that is missing is named by <see cref="Missing"/>; calling it
/// all the same ends in a <see cref="DllNotFoundException"/>.
/// </summary>
public static class NativeLibraries
{
    internal const string Vips = "vips", Cairo = "cairo", GObject = "gobject", HarfBuzz = "harfbuzz",
        FreeType = "freetype", ZBar = "zbar";

    private static readonly string[] MacFolders = ["/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib"];

    public static IReadOnlyList<NativeLibraryName> All { get; } =
    [
        new(Vips, "libvips.so.42", "libvips.42.dylib", "libvips-42.dll", "libvips42", "vips"),
        new(Cairo, "libcairo.so.2", "libcairo.2.dylib", "libcairo-2.dll", "libcairo2", "cairo"),
        new(GObject, "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "libglib2.0-0", "glib"),
        new(HarfBuzz, "libHarfBuzzSharp.so", "libHarfBuzzSharp.dylib", "libHarfBuzzSharp.dll", "", ""),
        new(FreeType, "libfreetype.so.6", "libfreetype.6.dylib", "libfreetype-6.dll", "libfreetype6", "freetype"),
        new(ZBar, "libzbar.so.0", "libzbar.0.dylib", "libzbar-0.dll", "libzbar0", "zbar"),
    ];

    /// <summary>The libraries that this machine does not have; empty where posters can be made.</summary>
    public static IReadOnlyList<NativeLibraryName> Missing() => [.. All.Where(library => Load(library) == 0)];

    internal static nint HandleOf(string name) => Load(All.First(library => library.Name == name));

    private static nint Load(NativeLibraryName library)
    {
        var file = OperatingSystem.IsWindows() ? library.Windows : OperatingSystem.IsMacOS() ? library.Mac : library.Linux;
        if (NativeLibrary.TryLoad(file, typeof(NativeLibraries).Assembly,
            DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory, out var handle))
        {
            return handle;
        }

        return OperatingSystem.IsMacOS()
            ? MacFolders.Select(folder => NativeLibrary.TryLoad(Path.Combine(folder, file), out var found) ? found : 0)
                .FirstOrDefault(found => found != 0)
            : 0;
    }

#pragma warning disable CA2255 // A resolver must be known before the first import is bound; no other moment is early enough.
    [ModuleInitializer]
    internal static void Find() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        All.FirstOrDefault(library => library.Name == name) is { } library ? Load(library) : 0;
}
