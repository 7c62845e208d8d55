using System.Runtime.InteropServices;

namespace YuGong.Imaging.Cairo;

/// <summary>The calls of cairo 1.16 that the press needs, as its manual names them.</summary>
internal static unsafe partial class CairoLibrary
{
    private const string Lib = NativeLibraries.Cairo;

    /// <summary>
    /// CAIRO_FORMAT_RGB24: 32 bits a pixel in the machine's order, blue first on little-endian machines, the top byte unused.
    /// </summary>
    public const int Rgb24 = 1;

    /// <summary>CAIRO_FORMAT_ARGB32: the same with opacity in the top byte.</summary>
    public const int Argb32 = 0;

    [LibraryImport(Lib, EntryPoint = "cairo_image_surface_create_for_data")]
    public static partial CairoSurface ImageSurface(byte* data, int format, int width, int height, int stride);

    [LibraryImport(Lib, EntryPoint = "cairo_image_surface_create")]
    public static partial CairoSurface ImageSurface(int format, int width, int height);

    [LibraryImport(Lib, EntryPoint = "cairo_image_surface_get_data")]
    public static partial byte* Data(CairoSurface surface);

    [LibraryImport(Lib, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    public static partial CairoSurface PdfSurface(delegate* unmanaged[Cdecl]<void*, byte*, uint, int> write, void* closure, double width,
        double height);

    /// <summary>
    /// 0 is PDF 1.4: no object streams and no stream for the cross references, so that a page can be written anew behind the file.
    /// </summary>
    [LibraryImport(Lib, EntryPoint = "cairo_pdf_surface_restrict_to_version")]
    public static partial void PdfVersion(CairoSurface surface, int version);

    [LibraryImport(Lib, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void PdfMetadata(CairoSurface surface, int which, string value);

    [LibraryImport(Lib, EntryPoint = "cairo_tag_begin", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TagBegin(CairoContext context, string name, string attributes);

    [LibraryImport(Lib, EntryPoint = "cairo_tag_end", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TagEnd(CairoContext context, string name);

    [LibraryImport(Lib, EntryPoint = "cairo_surface_set_mime_data", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetMimeData(CairoSurface surface, string type, byte* data, nuint length, nint destroy, void* closure);

    [LibraryImport(Lib, EntryPoint = "cairo_surface_status")]
    public static partial int SurfaceStatus(CairoSurface surface);

    [LibraryImport(Lib, EntryPoint = "cairo_surface_flush")]
    public static partial void Flush(CairoSurface surface);

    [LibraryImport(Lib, EntryPoint = "cairo_surface_finish")]
    public static partial void Finish(CairoSurface surface);

    [LibraryImport(Lib, EntryPoint = "cairo_surface_destroy")]
    public static partial void DestroySurface(nint surface);

    [LibraryImport(Lib, EntryPoint = "cairo_create")]
    public static partial CairoContext Create(CairoSurface surface);

    [LibraryImport(Lib, EntryPoint = "cairo_destroy")]
    public static partial void Destroy(nint context);

    [LibraryImport(Lib, EntryPoint = "cairo_status")]
    public static partial int Status(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_version_string")]
    public static partial byte* Version();

    [LibraryImport(Lib, EntryPoint = "cairo_status_to_string")]
    public static partial byte* Words(int status);

    [LibraryImport(Lib, EntryPoint = "cairo_save")]
    public static partial void Save(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_restore")]
    public static partial void Restore(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_transform")]
    public static partial void Transform(CairoContext context, CairoMatrix* matrix);

    [LibraryImport(Lib, EntryPoint = "cairo_get_matrix")]
    public static partial void GetMatrix(CairoContext context, CairoMatrix* matrix);

    [LibraryImport(Lib, EntryPoint = "cairo_set_matrix")]
    public static partial void SetMatrix(CairoContext context, CairoMatrix* matrix);

    [LibraryImport(Lib, EntryPoint = "cairo_identity_matrix")]
    public static partial void IdentityMatrix(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_set_source_surface")]
    public static partial void SourceSurface(CairoContext context, CairoSurface surface, double x, double y);

    [LibraryImport(Lib, EntryPoint = "cairo_get_source")]
    public static partial nint BorrowedSource(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_pattern_set_extend")]
    public static partial void Extend(nint pattern, int extend);

    [LibraryImport(Lib, EntryPoint = "cairo_pattern_set_filter")]
    public static partial void Filter(nint pattern, int filter);

    [LibraryImport(Lib, EntryPoint = "cairo_surface_mark_dirty")]
    public static partial void MarkDirty(CairoSurface surface);

    [LibraryImport(Lib, EntryPoint = "cairo_push_group")]
    public static partial void PushGroup(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_pop_group_to_source")]
    public static partial void PopGroupToSource(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_paint_with_alpha")]
    public static partial void PaintWithAlpha(CairoContext context, double alpha);

    [LibraryImport(Lib, EntryPoint = "cairo_set_font_matrix")]
    public static partial void FontMatrix(CairoContext context, CairoMatrix* matrix);

    [LibraryImport(Lib, EntryPoint = "cairo_new_path")]
    public static partial void NewPath(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_move_to")]
    public static partial void MoveTo(CairoContext context, double x, double y);

    [LibraryImport(Lib, EntryPoint = "cairo_line_to")]
    public static partial void LineTo(CairoContext context, double x, double y);

    [LibraryImport(Lib, EntryPoint = "cairo_curve_to")]
    public static partial void CurveTo(CairoContext context, double x1, double y1, double x2, double y2, double x3, double y3);

    [LibraryImport(Lib, EntryPoint = "cairo_close_path")]
    public static partial void ClosePath(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_rectangle")]
    public static partial void Rectangle(CairoContext context, double x, double y, double width, double height);

    [LibraryImport(Lib, EntryPoint = "cairo_clip")]
    public static partial void Clip(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_fill")]
    public static partial void Fill(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_stroke")]
    public static partial void Stroke(CairoContext context);

    [LibraryImport(Lib, EntryPoint = "cairo_set_line_width")]
    public static partial void LineWidth(CairoContext context, double width);

    [LibraryImport(Lib, EntryPoint = "cairo_set_line_cap")]
    public static partial void LineCap(CairoContext context, int cap);

    [LibraryImport(Lib, EntryPoint = "cairo_set_line_join")]
    public static partial void LineJoin(CairoContext context, int join);

    [LibraryImport(Lib, EntryPoint = "cairo_set_dash")]
    public static partial void Dash(CairoContext context, double* dashes, int count, double offset);

    [LibraryImport(Lib, EntryPoint = "cairo_set_source_rgba")]
    public static partial void SourceRgba(CairoContext context, double red, double green, double blue, double alpha);

    [LibraryImport(Lib, EntryPoint = "cairo_set_source")]
    public static partial void Source(CairoContext context, CairoPattern pattern);

    [LibraryImport(Lib, EntryPoint = "cairo_pattern_create_linear")]
    public static partial CairoPattern Linear(double x0, double y0, double x1, double y1);

    [LibraryImport(Lib, EntryPoint = "cairo_pattern_create_for_surface")]
    public static partial CairoPattern PatternOf(CairoSurface surface);

    [LibraryImport(Lib, EntryPoint = "cairo_pattern_add_color_stop_rgba")]
    public static partial void Stop(CairoPattern pattern, double offset, double red, double green, double blue, double alpha);

    [LibraryImport(Lib, EntryPoint = "cairo_pattern_set_filter")]
    public static partial void Filter(CairoPattern pattern, int filter);

    [LibraryImport(Lib, EntryPoint = "cairo_pattern_destroy")]
    public static partial void DestroyPattern(nint pattern);

    [LibraryImport(Lib, EntryPoint = "cairo_set_font_face")]
    public static partial void FontFace(CairoContext context, CairoFontFace face);

    [LibraryImport(Lib, EntryPoint = "cairo_ft_font_face_create_for_ft_face")]
    public static partial CairoFontFace FontFaceOf(nint freeTypeFace, int loadFlags);

    [LibraryImport(Lib, EntryPoint = "cairo_font_face_set_user_data")]
    public static partial int SetUserData(CairoFontFace face, int* key, void* data, delegate* unmanaged[Cdecl]<void*, void> destroy);

    [LibraryImport(Lib, EntryPoint = "cairo_font_face_destroy")]
    public static partial void DestroyFontFace(nint face);

    [LibraryImport(Lib, EntryPoint = "cairo_show_text_glyphs")]
    public static partial void ShowTextGlyphs(
        CairoContext context, byte* utf8, int length, CairoGlyph* glyphs, int glyphCount, CairoCluster* clusters, int clusterCount,
        int flags);

    /// <summary>cairo_glyph_t: unsigned long is 4 bytes on Windows, 8 elsewhere; both leave the coordinates at 8.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 24)]
    public struct CairoGlyph
    {
        [FieldOffset(0)]
        public uint Index;

        [FieldOffset(8)]
        public double X;

        [FieldOffset(16)]
        public double Y;
    }

    public struct CairoCluster
    {
        public int Bytes;
        public int Glyphs;
    }

    /// <summary>cairo_matrix_t: xx, yx, xy, yy, x0, y0, the order of SVG's matrix().</summary>
    public struct CairoMatrix
    {
        public double A, B, C, D, E, F;
    }
}

internal abstract class CairoHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;
}

internal sealed class CairoSurface : CairoHandle
{
    protected override bool ReleaseHandle()
    {
        CairoLibrary.DestroySurface(handle);
        return true;
    }
}

internal sealed class CairoContext : CairoHandle
{
    protected override bool ReleaseHandle()
    {
        CairoLibrary.Destroy(handle);
        return true;
    }
}

internal sealed class CairoPattern : CairoHandle
{
    protected override bool ReleaseHandle()
    {
        CairoLibrary.DestroyPattern(handle);
        return true;
    }
}

internal sealed class CairoFontFace : CairoHandle
{
    protected override bool ReleaseHandle()
    {
        CairoLibrary.DestroyFontFace(handle);
        return true;
    }
}
