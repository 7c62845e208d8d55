using System.Globalization;
using System.Text;

namespace YuGong.Imaging.Pdf;

/// <summary>
/// A font of a PDF: composite, its codes are character identifiers of two bytes (Identity-H, ISO 32000-1 9.7), its file is cut down to the
/// glyphs that were shown, and a table says which characters they stand for (9.10.3).
/// </summary>
/// <param name="number">Of the font's object.</param>
internal sealed class PdfFont(HarfBuzzFont font, int number)
{
    private readonly SortedDictionary<int, string> shown = [];
    private readonly Lazy<int[]?> charset = new(() =>
        font.Table("CFF ") is { Length: > 0 } cff ? CffCharset.Of(cff, font.GlyphCount) : null);

    /// <summary>In the page's resources.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"F{number}");

    public int Number => number;

    /// <summary>A glyph's code, four hexadecimal digits, and whether its table entry is these characters.</summary>
    /// <param name="text">What it stands for here; empty for one of several that stand for something together.</param>
    public (string Code, bool SaysSo) Show(int glyph, string text)
    {
        var known = shown.GetValueOrDefault(glyph, "");
        if (known.Length == 0)
        {
            shown[glyph] = known = text;
        }

        return (CidOf(glyph).ToString("X4", CultureInfo.InvariantCulture), known == text);
    }

    /// <summary>A glyph's width in ems.</summary>
    public double WidthOf(int glyph) => Width(glyph) / 1000.0;

    /// <param name="complete">Whether it says which characters there are, as ISO 19005-1 6.3.5 asks.</param>
    public void Write(PdfFile file, bool complete)
    {
        var subset = font.Subset(shown.Keys);
        var isCff = subset.AsSpan().StartsWith("OTTO"u8);
        var name = NameOf(subset);
        var program = isCff
            ? file.AddStream("/Subtype /CIDFontType0C", SfntTable.DirectoryOf(subset).First(t => t.Tag == "CFF ").In(subset))
            : file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
        var set = complete ? $" /CIDSet {file.AddStream("", CidSet())} 0 R" : "";
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{Box()}] /ItalicAngle 0 /StemV 80 "
            + $"/Ascent {Em(font.Ascender)} /Descent {Em(font.Descender)} /CapHeight {Em(font.Ascender)} "
            + $"/FontFile{(isCff ? 3 : 2)} {program} 0 R{set} >>");
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType{(isCff ? 0 : 2)} /BaseFont /{name} /FontDescriptor {descriptor} 0 R "
            + $"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>{(isCff ? "" : " /CIDToGIDMap /Identity")} "
            + $"/DW 1000 /W [{Widths()}] >>");
        var words = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        file.Set(number, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] "
            + $"/ToUnicode {words} 0 R >>");
    }

    private int CidOf(int glyph) => charset.Value is { } cids ? cids[glyph] : glyph;

    private int Width(int glyph) => (int)Math.Round(font.AdvanceOf(glyph) * 1000.0 / font.UnitsPerEm);

    private string Em(int units) => PdfFile.Number(Math.Round(units * 1000.0 / font.UnitsPerEm));

    private string Box() => $"{Em(-font.UnitsPerEm)} {Em(font.Descender)} {Em(2 * font.UnitsPerEm)} {Em(font.Ascender)}";

    /// <summary>Six letters tell one subset of a font from another (9.6.4).</summary>
    private string NameOf(byte[] subset)
    {
        var digest = System.Security.Cryptography.SHA256.HashData(subset);
        var letters = string.Concat(digest.Take(6).Select(b => (char)('A' + (b % 26))));
        var name = string.Concat(font.PostScriptName.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return $"{letters}+{(name.Length > 0 ? name : "Font")}";
    }

    private string Widths() => string.Join(' ', shown.Keys.OrderBy(CidOf)
        .Select(g => string.Create(CultureInfo.InvariantCulture, $"{CidOf(g)} [{Width(g)}]")));

    /// <summary>A bit for every character that is there; 0 always is.</summary>
    private byte[] CidSet()
    {
        var cids = shown.Keys.Select(CidOf).Append(0).ToList();
        var bits = new byte[(cids.Max() / 8) + 1];
        cids.ForEach(cid => bits[cid / 8] |= (byte)(0x80 >> (cid % 8)));
        return bits;
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in shown.Where(s => s.Value.Length > 0).OrderBy(s => CidOf(s.Key)).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, text) in part)
            {
                var characters = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
                map.Append(CultureInfo.InvariantCulture, $"<{CidOf(glyph):X4}> <{characters}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
