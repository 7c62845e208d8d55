using System.Runtime.InteropServices;
using static YuGong.Imaging.HarfBuzz;

namespace YuGong.Imaging;

/// <summary>Cuts a font down to glyphs (hb-subset).</summary>
internal static unsafe class HarfBuzzSubset
{
    private const uint NoHinting = 1, RetainGlyphNumbers = 2, Desubroutinize = 4;

    public static byte[] Of(FontHandle font, IEnumerable<int> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            hb_subset_input_set_flags(input, NoHinting | RetainGlyphNumbers | Desubroutinize);
            var set = hb_subset_input_glyph_set(input);
            foreach (var glyph in glyphs)
            {
                hb_set_add(set, (uint)glyph);
            }

            var face = hb_subset_or_fail(font.Face, input);
            if (face == 0)
            {
                throw new InvalidOperationException("HarfBuzz could not cut the font.");
            }

            var blob = hb_face_reference_blob(face);
            var data = hb_blob_get_data(blob, out var length);
            var bytes = new ReadOnlySpan<byte>(data, (int)length).ToArray();
            hb_blob_destroy(blob);
            hb_face_destroy(face);
            return bytes;
        }
        finally
        {
            hb_subset_input_destroy(input);
            GC.KeepAlive(font);
        }
    }
}
