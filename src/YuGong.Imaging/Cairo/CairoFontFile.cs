using System.Runtime.InteropServices;

namespace YuGong.Imaging.Cairo;

/// <summary>A font of a file, as <see cref="Canvas.Glyphs"/> embeds it. Share it between threads only with a lock.</summary>
public sealed unsafe partial class CairoFontFile : IDisposable
{
    private const string Lib = NativeLibraries.FreeType;

    private static readonly int OwnerKey;

    /// <param name="index">Of the font in a collection (.ttc); 0 in an ordinary file.</param>
    /// <exception cref="InvalidDataException">No font that FreeType can read.</exception>
    public CairoFontFile(string path, int index)
    {
        if (NewLibrary(out var library) != 0)
        {
            throw new InvalidOperationException("FreeType does not start.");
        }

        if (NewFace(library, path, index, out var face) != 0)
        {
            _ = DoneLibrary(library);
            throw new InvalidDataException($"{path} holds no font {index}.");
        }

        // FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP: shapes as designed, whatever the size.
        Face = CairoLibrary.FontFaceOf(face, 2 | 8);

        // Cairo keeps scaled fonts for a while after we let go, so FreeType ends when cairo says so; each font has its own
        // FreeType, because ending one face touches the list of all.
        var done = (delegate* unmanaged[Cdecl]<void*, void>)NativeLibrary.GetExport(Resolved(), "FT_Done_FreeType");
        fixed (int* key = &OwnerKey)
        {
            _ = CairoLibrary.SetUserData(Face, key, (void*)library, done);
        }
    }

    internal CairoFontFace Face { get; }

    public void Dispose() => Face.Dispose();

    private static nint Resolved() => NativeLibraries.HandleOf(Lib);

    [LibraryImport(Lib, EntryPoint = "FT_Init_FreeType")]
    private static partial int NewLibrary(out nint library);

    [LibraryImport(Lib, EntryPoint = "FT_Done_FreeType")]
    private static partial int DoneLibrary(nint library);

    [LibraryImport(Lib, EntryPoint = "FT_New_Face", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NewFace(nint library, string path, CLong index, out nint face);

    private static int NewFace(nint library, string path, int index, out nint face) => NewFace(library, path, new CLong(index), out face);
}
