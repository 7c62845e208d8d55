using System.Runtime.InteropServices;
using static YuGong.Imaging.HarfBuzz;

namespace YuGong.Imaging;

/// <summary>Asks HarfBuzz to draw a glyph into a list.</summary>
internal static unsafe class HarfBuzzOutline
{
    /// <summary>Made once for the process and never changed; HarfBuzz keeps no state in it.</summary>
    private static readonly nint Functions = Make();

    public static IReadOnlyList<GlyphStep> Of(FontHandle font, int glyph)
    {
        var steps = new List<GlyphStep>();
        var data = GCHandle.Alloc(steps);
        try
        {
            hb_font_get_glyph_shape(font, (uint)glyph, Functions, GCHandle.ToIntPtr(data));
        }
        finally
        {
            data.Free();
        }

        return steps;
    }

    private static nint Make()
    {
        var functions = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(functions, &Move, 0, 0);
        hb_draw_funcs_set_line_to_func(functions, &Line, 0, 0);
        hb_draw_funcs_set_quadratic_to_func(functions, &Quadratic, 0, 0);
        hb_draw_funcs_set_cubic_to_func(functions, &Cubic, 0, 0);
        hb_draw_funcs_set_close_path_func(functions, &Close, 0, 0);
        hb_draw_funcs_make_immutable(functions);
        return functions;
    }

    [UnmanagedCallersOnly]
    private static void Move(nint functions, nint data, nint state, float x, float y, nint user) =>
        List(data).Add(new(GlyphStepKind.Move, x, y));

    [UnmanagedCallersOnly]
    private static void Line(nint functions, nint data, nint state, float x, float y, nint user) =>
        List(data).Add(new(GlyphStepKind.Line, x, y));

    [UnmanagedCallersOnly]
    private static void Quadratic(nint functions, nint data, nint state, float x1, float y1, float x, float y, nint user) =>
        List(data).Add(new(GlyphStepKind.Quadratic, x, y, x1, y1));

    [UnmanagedCallersOnly]
    private static void Cubic(nint functions, nint data, nint state, float x1, float y1, float x2, float y2, float x, float y, nint user) =>
        List(data).Add(new(GlyphStepKind.Cubic, x, y, x1, y1, x2, y2));

    [UnmanagedCallersOnly]
    private static void Close(nint functions, nint data, nint state, nint user) => List(data).Add(new(GlyphStepKind.Close, 0, 0));

    private static List<GlyphStep> List(nint data) => (List<GlyphStep>)GCHandle.FromIntPtr(data).Target!;
}
