using System.Text;
using static YuGong.Imaging.HarfBuzz;

namespace YuGong.Imaging;

/// <summary>Cuts a font down: to glyphs for a PDF, to characters for a page. Programs for small screens (hinting) are left out.</summary>
internal static unsafe class HarfBuzzSubset
{
    private const uint NoHinting = 1, RetainGlyphNumbers = 2, Desubroutinize = 4;

    /// <summary>HB_SUBSET_SETS_LAYOUT_FEATURE_TAG; it comes filled with the features that HarfBuzz keeps by itself.</summary>
    private const int LayoutFeatures = 6;

    /// <summary>The glyphs keep their numbers.</summary>
    /// <exception cref="InvalidDataException">HarfBuzz does not understand a table of the font.</exception>
    public static byte[] OfGlyphs(FontHandle font, IEnumerable<int> glyphs) => Cut(font, RetainGlyphNumbers, input =>
    {
        var set = hb_subset_input_glyph_set(input);
        foreach (var glyph in glyphs)
        {
            hb_set_add(set, (uint)glyph);
        }
    });

    /// <summary>The glyphs of these characters, and what those turn into by the features that are kept. Axes of variation stay.</summary>
    /// <exception cref="InvalidDataException">The file ends too early, or HarfBuzz does not understand a table of the font.</exception>
    public static byte[] OfCharacters(FontHandle font, IEnumerable<Rune> characters, IEnumerable<string> features)
    {
        CheckTables(font);
        return Cut(font, 0, input =>
        {
            var set = hb_subset_input_unicode_set(input);
            foreach (var character in characters)
            {
                hb_set_add(set, (uint)character.Value);
            }

            var kept = hb_subset_input_set(input, LayoutFeatures);
            foreach (var feature in features)
            {
                hb_set_add(kept, Tag(feature));
            }
        });
    }

    /// <summary>HarfBuzz takes a table that leaves the file for an empty one and cuts blanks from it without a word.</summary>
    private static void CheckTables(FontHandle font)
    {
        var file = hb_face_reference_blob(font.Face);
        var data = hb_blob_get_data(file, out var length);
        try
        {
            var bytes = new ReadOnlySpan<byte>(data, (int)length);
            if (!bytes.StartsWith("ttcf"u8))
            {
                SfntTable.DirectoryOf(bytes);
            }
        }
        finally
        {
            hb_blob_destroy(file);
        }
    }

    private static byte[] Cut(FontHandle font, uint flags, Action<nint> choose)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            hb_subset_input_set_flags(input, NoHinting | Desubroutinize | flags);
            choose(input);
            var face = hb_subset_or_fail(font.Face, input);
            if (face == 0)
            {
                throw new InvalidDataException("HarfBuzz could not cut the font");
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
