using System.Runtime.InteropServices;
using System.Text;
using static YuGong.Imaging.HarfBuzz;

namespace YuGong.Imaging;

/// <summary>
/// A TrueType or OpenType font from a file: which characters it has, how it shapes them, and what its glyphs look like. Everything is
/// measured in font units (<see cref="UnitsPerEm"/> to the em), y upwards. Any number of threads may use one font.
/// </summary>
public sealed class HarfBuzzFont : IDisposable
{
    private static readonly uint Han = Tag("Hani"), Latin = Tag("Latn");

    private readonly FontHandle font;

    private HarfBuzzFont(FontHandle font)
    {
        this.font = font;
        UnitsPerEm = (int)hb_face_get_upem(font.Face);
        GlyphCount = (int)hb_face_get_glyph_count(font.Face);
        _ = hb_font_get_h_extents(font, out var line);
        (Ascender, Descender) = (line.Ascender, line.Descender);
    }

    /// <summary>Which HarfBuzz measures and cuts: <c>14.4.0</c>. Another may cut the same font to other bytes.</summary>
    public static unsafe string LibraryVersion => Marshal.PtrToStringUTF8((nint)hb_version_string())!;

    public int UnitsPerEm { get; }

    /// <summary>0 when the file is no font.</summary>
    public int GlyphCount { get; }

    /// <summary>Above the baseline.</summary>
    public int Ascender { get; }

    /// <summary>Below the baseline, hence negative.</summary>
    public int Descender { get; }

    /// <param name="index">The face in a collection (<c>.ttc</c>), otherwise 0.</param>
    /// <exception cref="FileNotFoundException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no font.</exception>
    public static HarfBuzzFont Open(string path, int index = 0)
    {
        var opened = new HarfBuzzFont(FontHandle.Open(path, index));
        if (opened.GlyphCount == 0)
        {
            opened.Dispose();
            throw new InvalidDataException($"{Path.GetFileName(path)} holds no font{(index == 0 ? "" : $" with the number {index}")}");
        }

        return opened;
    }

    /// <summary>Whether the font has a glyph of its own for the character.</summary>
    public bool Has(Rune character) => hb_font_get_nominal_glyph(font, (uint)character.Value, out var glyph) != 0 && glyph != 0;

    /// <summary>
    /// Shapes a stretch of one script. The neighbours in <paramref name="text"/> are seen but not shaped. Top to bottom takes the font's
    /// vertical forms; the vertical advances come out negative, the offsets lead from the pen to the glyph's horizontal origin.
    /// </summary>
    public IReadOnlyList<ShapedGlyph> Shape(string text, int start, int length, ShapeOptions options)
    {
        using var buffer = new BufferHandle();
        unsafe
        {
            fixed (char* characters = text)
            {
                hb_buffer_add_utf16(buffer, characters, text.Length, (uint)start, length);
            }

            hb_buffer_set_direction(buffer, options.Vertical ? TopToBottom : LeftToRight);
            hb_buffer_set_script(buffer, options.Han ? Han : Latin);
            hb_buffer_set_language(buffer, hb_language_from_string(options.Language, -1));
            var features = options.Features.Select(f => new Feature { Tag = Tag(f.Tag), Value = f.On ? 1u : 0u, End = uint.MaxValue })
                .ToArray();
            fixed (Feature* first = features)
            {
                hb_shape(font, buffer, first, (uint)features.Length);
            }

            var infos = hb_buffer_get_glyph_infos(buffer, out var count);
            var places = hb_buffer_get_glyph_positions(buffer, out _);
            var shaped = new ShapedGlyph[count];
            for (var i = 0; i < count; i++)
            {
                shaped[i] = new((int)infos[i].Glyph, (int)infos[i].Cluster, places[i].XAdvance, places[i].YAdvance, places[i].XOffset,
                    places[i].YOffset);
            }

            return shaped;
        }
    }

    /// <summary>The box of a glyph's ink: left and top edge from its origin, then width and height (both positive).</summary>
    public GlyphBox BoxOf(int glyph) =>
        hb_font_get_glyph_extents(font, (uint)glyph, out var e) != 0 ? new(e.XBearing, e.YBearing, e.Width, -e.Height) : default;

    /// <summary>How far the pen moves on behind a glyph, left to right.</summary>
    public int AdvanceOf(int glyph) => hb_font_get_glyph_h_advance(font, (uint)glyph);

    /// <summary>The name that printing programs know the font by (OpenType, name 6); empty when it has none.</summary>
    public unsafe string PostScriptName
    {
        get
        {
            var name = stackalloc byte[128];
            uint length = 128;
            _ = hb_ot_name_get_utf8(font.Face, 6, hb_language_from_string("en", -1), ref length, name);
            return Encoding.ASCII.GetString(name, (int)length);
        }
    }

    /// <summary>The bytes of a table (<c>CFF </c>, <c>name</c>); empty when the font has none of that name.</summary>
    public unsafe byte[] Table(string tag)
    {
        var blob = hb_face_reference_table(font.Face, Tag(tag));
        var data = hb_blob_get_data(blob, out var length);
        var bytes = new ReadOnlySpan<byte>(data, (int)length).ToArray();
        hb_blob_destroy(blob);
        return bytes;
    }

    /// <summary>The outline of a glyph from its horizontal origin.</summary>
    public IReadOnlyList<GlyphStep> OutlineOf(int glyph) => HarfBuzzOutline.Of(font, glyph);

    /// <summary>The font file with nothing but these glyphs, which keep their numbers; for embedding.</summary>
    /// <exception cref="InvalidDataException">A table of the font is damaged.</exception>
    public byte[] Subset(IEnumerable<int> glyphs) => HarfBuzzSubset.OfGlyphs(font, glyphs);

    /// <summary>
    /// A font file with nothing but what these characters need, as they are and by the layout features: those that shapers use unasked
    /// (kerning, ligatures, vertical forms …) and <paramref name="features"/>. A feature that the font does not have changes nothing.
    /// </summary>
    /// <param name="features">Tags of four letters: <c>tnum</c>.</param>
    /// <exception cref="InvalidDataException">The font is damaged, or has none of the characters.</exception>
    public byte[] Subset(string characters, IEnumerable<string> features)
    {
        var runes = characters.EnumerateRunes().ToList();
        return runes.Exists(Has)
            ? HarfBuzzSubset.OfCharacters(font, runes, features)
            : throw new InvalidDataException("it has none of the characters");
    }

    public void Dispose() => font.Dispose();
}

/// <param name="Han">The script is Han, otherwise Latin.</param>
/// <param name="Language">As in BCP 47: <c>zh-Hans</c>.</param>
public sealed record ShapeOptions(bool Vertical, bool Han, string Language, IReadOnlyList<FontFeature> Features);

/// <param name="Tag">Four letters: <c>vert</c>, <c>liga</c>.</param>
public readonly record struct FontFeature(string Tag, bool On);

/// <param name="Cluster">UTF-16 offset of the first character that the glyph stands for.</param>
public readonly record struct ShapedGlyph(int Id, int Cluster, int XAdvance, int YAdvance, int XOffset, int YOffset);

/// <param name="Top">Above the baseline.</param>
public readonly record struct GlyphBox(int Left, int Top, int Width, int Height);

public enum GlyphStepKind
{
    Move,
    Line,

    /// <summary>One control.</summary>
    Quadratic,

    /// <summary>Two controls.</summary>
    Cubic,
    Close,
}

/// <summary>One step of a glyph's outline: the end, and before it the controls.</summary>
public readonly record struct GlyphStep(GlyphStepKind Kind, float X, float Y, float X1 = 0, float Y1 = 0, float X2 = 0, float Y2 = 0);
