using System.Globalization;
using System.Text;
using YuGong.Text;

namespace YuGong.Publishing.Motifs;

/// <summary>
/// Survey lines for an object that has no picture: a drawing sheet with grid (class <c>s0</c>), contour lines (<c>s1</c>) and a
/// dimension line (<c>s2</c>), 400 × 300 px, drawn from the id. It depicts nothing and says nothing about the object.
/// </summary>
public static class Sheets
{
    public static string Draw(string id)
    {
        var seed = new Seed(Fingerprint.Of("sheet:" + id).Value);
        var svg =
            new StringBuilder(
            "<svg class=\"sheet\" viewBox=\"0 0 400 300\" aria-hidden=\"true\" focusable=\"false\"><path class=\"s0\" d=\"");
        for (var x = 40; x < 400; x += 40)
        {
            svg.Append('M').Append(x).Append(" 10V290");
        }

        for (var y = 30; y < 300; y += 40)
        {
            svg.Append("M10 ").Append(y).Append("H390");
        }

        svg.Append("\"/>");
        var (cx, cy) = (seed.Between(150, 250), seed.Between(110, 160));
        for (var ring = 0; ring < 7; ring++)
        {
            Contour(svg, seed, cx, cy, 20 + (ring * 19));
        }

        var (left, right) = (60 + seed.Below(40), 300 + seed.Below(50));
        svg.Append(CultureInfo.InvariantCulture,
            $"<path class=\"s2\" d=\"M{left} 262H{right}M{left} 252V272M{right} 252V272M{left} 262l9 -4M{left} 262l9 4M{right} 262l-9 "
            + $"-4M{right} 262l-9 4M{left + ((right - left) / 2)} 256v12\"/>");
        return svg.Append("</svg>").ToString();
    }

    private static void Contour(StringBuilder svg, Seed seed, double cx, double cy, double radius)
    {
        svg.Append("<path class=\"s1\" d=\"");
        const int Points = 28;
        for (var i = 0; i < Points; i++)
        {
            var angle = i * Math.Tau / Points;
            var r = radius * (1 + (seed.Noise((Math.Cos(angle) * 1.3) + 7 + (radius / 400)) * 0.22)
                + (seed.Noise((Math.Sin(angle) * 1.7) + 31) * 0.18));
            svg.Append(i == 0 ? 'M' : 'L')
                .Append(CultureInfo.InvariantCulture, $"{cx + (Math.Cos(angle) * r * 1.35):0} {cy + (Math.Sin(angle) * r * 0.8):0}");
        }

        svg.Append("z\"/>");
    }
}
