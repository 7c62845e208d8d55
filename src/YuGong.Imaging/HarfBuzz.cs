using System.Runtime.InteropServices;

namespace YuGong.Imaging;

/// <summary>The calls of HarfBuzz that this room makes (6.0 and later), as its manual has them.</summary>
internal static unsafe partial class HarfBuzz
{
    private const string Lib = NativeLibraries.HarfBuzz;

    public const int LeftToRight = 4, TopToBottom = 6, ReadOnlyMemory = 1;

    [LibraryImport(Lib)]
    public static partial byte* hb_version_string();

    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint hb_blob_create_from_file_or_fail(string path);

    [LibraryImport(Lib)]
    public static partial void hb_blob_destroy(nint blob);

    [LibraryImport(Lib)]
    public static partial byte* hb_blob_get_data(nint blob, out uint length);

    [LibraryImport(Lib)]
    public static partial nint hb_face_create(nint blob, uint index);

    [LibraryImport(Lib)]
    public static partial void hb_face_destroy(nint face);

    [LibraryImport(Lib)]
    public static partial uint hb_face_get_upem(nint face);

    [LibraryImport(Lib)]
    public static partial uint hb_face_get_glyph_count(nint face);

    [LibraryImport(Lib)]
    public static partial nint hb_font_create(nint face);

    [LibraryImport(Lib)]
    public static partial void hb_font_destroy(nint font);

    [LibraryImport(Lib)]
    public static partial void hb_font_make_immutable(nint font);

    [LibraryImport(Lib)]
    public static partial int hb_font_get_nominal_glyph(FontHandle font, uint unicode, out uint glyph);

    [LibraryImport(Lib)]
    public static partial int hb_font_get_glyph_extents(FontHandle font, uint glyph, out Extents extents);

    [LibraryImport(Lib)]
    public static partial int hb_font_get_h_extents(FontHandle font, out LineExtents extents);

    [LibraryImport(Lib)]
    public static partial int hb_font_get_glyph_h_advance(FontHandle font, uint glyph);

    [LibraryImport(Lib)]
    public static partial uint hb_ot_name_get_utf8(nint face, uint name, nint language, ref uint size, byte* text);

    [LibraryImport(Lib)]
    public static partial nint hb_face_reference_table(nint face, uint tag);

    [LibraryImport(Lib)]
    public static partial void hb_font_get_glyph_shape(FontHandle font, uint glyph, nint functions, nint data);

    [LibraryImport(Lib)]
    public static partial nint hb_buffer_create();

    [LibraryImport(Lib)]
    public static partial void hb_buffer_destroy(nint buffer);

    [LibraryImport(Lib)]
    public static partial void hb_buffer_add_utf16(BufferHandle buffer, char* text, int textLength, uint start, int length);

    [LibraryImport(Lib)]
    public static partial void hb_buffer_set_direction(BufferHandle buffer, int direction);

    [LibraryImport(Lib)]
    public static partial void hb_buffer_set_script(BufferHandle buffer, uint script);

    [LibraryImport(Lib)]
    public static partial void hb_buffer_set_language(BufferHandle buffer, nint language);

    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint hb_language_from_string(string language, int length);

    [LibraryImport(Lib)]
    public static partial GlyphInfo* hb_buffer_get_glyph_infos(BufferHandle buffer, out uint length);

    [LibraryImport(Lib)]
    public static partial GlyphPosition* hb_buffer_get_glyph_positions(BufferHandle buffer, out uint length);

    [LibraryImport(Lib)]
    public static partial void hb_shape(FontHandle font, BufferHandle buffer, Feature* features, uint count);

    [LibraryImport(Lib)]
    public static partial nint hb_draw_funcs_create();

    [LibraryImport(Lib)]
    public static partial void hb_draw_funcs_make_immutable(nint functions);

    [LibraryImport(Lib)]
    public static partial void hb_draw_funcs_set_move_to_func(nint functions,
        delegate* unmanaged<nint, nint, nint, float, float, nint, void> to, nint user, nint destroy);

    [LibraryImport(Lib)]
    public static partial void hb_draw_funcs_set_line_to_func(nint functions,
        delegate* unmanaged<nint, nint, nint, float, float, nint, void> to, nint user, nint destroy);

    [LibraryImport(Lib)]
    public static partial void hb_draw_funcs_set_quadratic_to_func(nint functions,
        delegate* unmanaged<nint, nint, nint, float, float, float, float, nint, void> to, nint user, nint destroy);

    [LibraryImport(Lib)]
    public static partial void hb_draw_funcs_set_cubic_to_func(nint functions,
        delegate* unmanaged<nint, nint, nint, float, float, float, float, float, float, nint, void> to, nint user, nint destroy);

    [LibraryImport(Lib)]
    public static partial void hb_draw_funcs_set_close_path_func(nint functions, delegate* unmanaged<nint, nint, nint, nint, void> close,
        nint user, nint destroy);

    [LibraryImport(Lib)]
    public static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Lib)]
    public static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Lib)]
    public static partial nint hb_subset_input_glyph_set(nint input);

    [LibraryImport(Lib)]
    public static partial nint hb_subset_input_unicode_set(nint input);

    [LibraryImport(Lib)]
    public static partial nint hb_subset_input_set(nint input, int kind);

    [LibraryImport(Lib)]
    public static partial void hb_subset_input_set_flags(nint input, uint flags);

    [LibraryImport(Lib)]
    public static partial nint hb_subset_or_fail(nint face, nint input);

    [LibraryImport(Lib)]
    public static partial void hb_set_add(nint set, uint codepoint);

    [LibraryImport(Lib)]
    public static partial nint hb_face_reference_blob(nint face);

    /// <summary>Four letters as HarfBuzz and OpenType write them in 32 bits.</summary>
    public static uint Tag(string letters) => ((uint)letters[0] << 24) | ((uint)letters[1] << 16) | ((uint)letters[2] << 8) | letters[3];

    [StructLayout(LayoutKind.Sequential)]
    public struct GlyphInfo
    {
        public uint Glyph, Mask, Cluster, Var1, Var2;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct GlyphPosition
    {
        public int XAdvance, YAdvance, XOffset, YOffset;
        public uint Var;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Feature
    {
        public uint Tag, Value, Start, End;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Extents
    {
        public int XBearing, YBearing, Width, Height;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineExtents
    {
        public int Ascender, Descender, LineGap;
        public int R9, R8, R7, R6, R5, R4, R3, R2, R1;
    }

    /// <summary>A font with its face and blob; immutable, so threads may share it.</summary>
    public sealed class FontHandle : SafeHandle
    {
        private readonly nint file;

        private FontHandle(nint blob, nint face, nint font)
            : base(0, ownsHandle: true)
        {
            (file, Face) = (blob, face);
            SetHandle(font);
        }

        public nint Face { get; }

        public override bool IsInvalid => handle == 0;

        public static FontHandle Open(string path, int index)
        {
            var blob = hb_blob_create_from_file_or_fail(path);
            if (blob == 0)
            {
                throw new FileNotFoundException("The font file cannot be read.", path);
            }

            var face = hb_face_create(blob, (uint)index);
            var font = hb_font_create(face);
            hb_font_make_immutable(font);
            return new(blob, face, font);
        }

        protected override bool ReleaseHandle()
        {
            hb_font_destroy(handle);
            hb_face_destroy(Face);
            hb_blob_destroy(file);
            return true;
        }
    }

    public sealed class BufferHandle : SafeHandle
    {
        public BufferHandle()
            : base(0, ownsHandle: true) => SetHandle(hb_buffer_create());

        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            hb_buffer_destroy(handle);
            return true;
        }
    }
}
