using System.Globalization;
using System.Text;
using YuGong.Publishing.Motifs.Night;

namespace YuGong.Pages;

/// <summary>A night's mountain by day: the same skylines as layers of ink, and its river.</summary>
internal static class DayDrawing
{
    private const int Steps = 180;

    public static string Of(NightMountain mountain)
    {
        var shape = mountain.Shape;
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"<svg class=\"ridges\" viewBox=\"0 0 {shape.Width} {shape.Height}\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
            + $"focusable=\"false\">");
        for (var layer = 0; layer < NightMountain.Layers; layer++)
        {
            var before = At(0);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"r{layer}\" d=\"M0 {shape.Shore:0}V{before}l");
            for (var i = 1; i <= Steps; i++)
            {
                var (x, y) = ((shape.Width * i / Steps) - (shape.Width * (i - 1) / Steps), At(i));
                svg.Append(x).Append(y < before ? "" : " ").Append(y - before).Append(i < Steps ? " " : "");
                before = y;
            }

            svg.Append(CultureInfo.InvariantCulture, $"V{shape.Shore:0}z\"/>");

            int At(int i) => (int)Math.Round(mountain.SkylineAt(layer, (double)shape.Width * i / Steps));
        }

        return svg.Append(CultureInfo.InvariantCulture,
            $"<path class=\"water\" d=\"M0 {shape.Shore:0}H{shape.Width}V{shape.Height}H0z\"/></svg>").ToString();
    }
}
