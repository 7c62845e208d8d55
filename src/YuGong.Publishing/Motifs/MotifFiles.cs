using System.Globalization;
using System.Text.RegularExpressions;

namespace YuGong.Publishing.Motifs;

/// <summary>
/// Motifs as files of their own, for pages and programs that are not ours: the same drawings, with colours that need no style sheet. The
/// classes stay, and a style sheet wins over these colours (SVG 2, 6.6: presentation attributes weigh nothing).
/// </summary>
public static partial class MotifFiles
{
    /// <summary>Layers of ink, the farthest the thinnest.</summary>
    private const string Ink = "#16302f";

    /// <summary>The colour of seals.</summary>
    private const string Cinnabar = "#b3261e", Paper = "#fbf3e4";

    /// <summary>Faces that have Chinese characters on the systems of readers.</summary>
    private const string Faces = "'Kaiti SC', KaiTi, STKaiti, 'Noto Serif CJK SC', serif";

    /// <summary>120 × 120 px.</summary>
    public static string Seal(string id, string surname) => Alone(Seals.Draw(id, surname), 120, 120)
        .Replace(" class=\"seal-ground\"", $" class=\"seal-ground\" fill=\"{Cinnabar}\"", StringComparison.Ordinal)
        .Replace("<text class=\"seal-char two\"", Characters("seal-char two", 52), StringComparison.Ordinal)
        .Replace("<text class=\"seal-char\"", Characters("seal-char", 88), StringComparison.Ordinal);

    /// <summary>A person's mountain, 1600 × 420 px, its sky clear.</summary>
    public static string Ridge(string id) => LayerClass().Replace(
        Alone(Ridges.Plain(id), 1600, 420),
        m => $"{m.Value} fill=\"{Ink}\" fill-opacity=\"{Opacity(m.Groups["layer"].ValueSpan)}\"");

    private static string Characters(string cssClass, int size) =>
        $"<text class=\"{cssClass}\" fill=\"{Paper}\" font-family=\"{Faces}\" font-size=\"{size}\" text-anchor=\"middle\" "
        + "dominant-baseline=\"central\"";

    private static string Opacity(ReadOnlySpan<char> layer) =>
        (0.16 + (0.2 * int.Parse(layer, CultureInfo.InvariantCulture))).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Alone(string svg, int width, int height) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"{svg.AsSpan("<svg".Length)}\n";

    [GeneratedRegex("class=\"r(?<layer>[0-9])\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LayerClass();
}
