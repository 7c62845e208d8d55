using System.Globalization;
using System.Text;
using YuGong.Imaging.Drawing;
using YuGong.Imaging.Vips;

namespace YuGong.Imaging.Pdf;

/// <summary>What the streams of a page name (ISO 32000-1 7.8.3): one dictionary for all of them, each thing in it once.</summary>
internal sealed class PdfResources(PdfFile file)
{
    private readonly Dictionary<HarfBuzzFont, PdfFont> fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, string> names = [];
    private readonly SortedDictionary<string, List<string>> entries = new(StringComparer.Ordinal);

    /// <summary>The number of the dictionary's object, written last.</summary>
    public int Number { get; } = file.Reserve();

    public IReadOnlyCollection<PdfFont> Fonts => fonts.Values;

    public PdfFont Font(HarfBuzzFont font)
    {
        if (!fonts.TryGetValue(font, out var known))
        {
            fonts.Add(font, known = new(font, file.Reserve()));
            Enter("Font", known.Name, known.Number);
        }

        return known;
    }

    /// <summary>The state in which what is painted has this opacity.</summary>
    public string Opacity(double opacity) => Named(opacity, "ExtGState", "G", () =>
        file.Add($"<< /Type /ExtGState /ca {PdfFile.Number(opacity)} /CA {PdfFile.Number(opacity)} >>"));

    /// <param name="mask">A form whose brightness, or own opacity, is the opacity (11.6.5.2).</param>
    public string Mask(int mask, bool byBrightness = true) => Named(("mask", mask), "ExtGState", "G", () =>
        file.Add($"<< /Type /ExtGState /SMask << /Type /Mask /S /{(byBrightness ? "Luminosity" : "Alpha")} /G {mask} 0 R >> >>"));

    public string Blend(Blend blend) => Named(blend, "ExtGState", "G", () => file.Add($"<< /Type /ExtGState /BM /{blend} >>"));

    public string Pattern(int pattern) => Named(("pattern", pattern), "Pattern", "P", () => pattern);

    public string Form(int form) => Named(("form", form), "XObject", "X", () => form);

    /// <summary>Known by its file: the pixels need not be kept for it.</summary>
    /// <param name="inks">Null for sRGB.</param>
    public string Picture(Photo photo, CmykInks? inks) => Named(photo.Jpeg, "XObject", "X", () =>
    {
        var size = string.Create(CultureInfo.InvariantCulture,
            $"/Type /XObject /Subtype /Image /Width {photo.Width} /Height {photo.Height} ");
        if (photo.Png is null && inks is not null)
        {
            return file.AddStream($"{size}/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0] /Filter /DCTDecode",
                inks.Jpeg(photo), pack: false);
        }

        if (photo.Png is null)
        {
            var space = ComponentsOf(photo.Jpeg) == 1 ? "DeviceGray" : "DeviceRGB";
            return file.AddStream($"{size}/ColorSpace /{space} /BitsPerComponent 8 /Filter /DCTDecode", photo.Jpeg, pack: false);
        }

        var (colours, opacities) = photo.Planes();
        var mask = photo.IsClear
            ? $" /SMask {file.AddStream($"{size}/ColorSpace /DeviceGray /BitsPerComponent 8", opacities)} 0 R" : "";
        return file.AddStream($"{size}/ColorSpace /{(inks is null ? "DeviceRGB" : "DeviceCMYK")} /BitsPerComponent 8{mask}",
            inks is null ? colours : inks.Pixels(photo));
    });

    public void Write()
    {
        var all = new StringBuilder("<< /ProcSet [/PDF /Text /ImageB /ImageC]");
        foreach (var (kind, named) in entries)
        {
            all.Append(CultureInfo.InvariantCulture, $" /{kind} << {string.Join(' ', named)} >>");
        }

        file.Set(Number, all.Append(" >>").ToString());
    }

    private string Named(object key, string kind, string letter, Func<int> make)
    {
        if (!names.TryGetValue(key, out var name))
        {
            var number = make();
            names.Add(key, name = string.Create(CultureInfo.InvariantCulture, $"{letter}{number}"));
            Enter(kind, name, number);
        }

        return name;
    }

    private void Enter(string kind, string name, int number)
    {
        if (!entries.TryGetValue(kind, out var named))
        {
            entries.Add(kind, named = []);
        }

        named.Add(string.Create(CultureInfo.InvariantCulture, $"/{name} {number} 0 R"));
    }

    /// <summary>As the frame header says (ITU-T T.81, B.2.2).</summary>
    private static int ComponentsOf(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length; at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]))
        {
            if (jpeg[at + 1] is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return jpeg[at + 9];
            }
        }

        throw new InvalidDataException("a JPEG without a frame");
    }
}
