using System.Globalization;
using System.Net;
using System.Text;
using YuGong.Content;
using YuGong.Publishing.Motifs.Night;

namespace YuGong.Pages;

/// <summary>
/// Lamps as links over a painted night. Places are parts of the picture's size and names have the size of text, so that one drawing fits
/// a picture at any size.
/// </summary>
internal static class LampDrawing
{
    /// <summary>A lamp's halo, px.</summary>
    private const int Halo = 30;

    public static string Of(IEnumerable<Lamp> lamps, NightShape shape, string id, Func<Story, string> addressOf)
    {
        var svg = new StringBuilder("<svg class=\"lamps\" width=\"100%\" height=\"100%\" focusable=\"false\">")
            .Append(CultureInfo.InvariantCulture,
                $"<defs><radialGradient id=\"{id}\"><stop class=\"lamp-heart\" offset=\"0\"/><stop class=\"lamp-glow\" offset=\".35\"/>"
                + $"<stop class=\"lamp-rim\" offset=\"1\"/></radialGradient></defs>");
        foreach (var lamp in lamps)
        {
            // The slope about it, for when this part of the mountain alone is lit.
            svg.Append(CultureInfo.InvariantCulture,
                $"<ellipse class=\"lit-slope\" cx=\"{lamp.X / shape.Width * 100:0.##}%\" cy=\"{lamp.Y / shape.Height * 100:0.##}%\" "
                    + $"rx=\"9%\" ry=\"24%\" "
                + $"fill=\"url(#{id})\"/>");
            Draw(svg, lamp, shape, id, addressOf(lamp.Person));
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, Lamp lamp, NightShape shape, string id, string address)
    {
        var (x, y) = (lamp.X / shape.Width * 100, lamp.Y / shape.Height * 100);
        var name = WebUtility.HtmlEncode(lamp.Person.Name);
        var rise = string.Create(CultureInfo.InvariantCulture, $"-{lamp.Rise / shape.Height * 100:0.##}%");
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg x=\"{x:0.##}%\" y=\"{y:0.##}%\" overflow=\"visible\"><a class=\"lamp\" href=\"{address}\" aria-label=\"{name}\">"
            + $"<line class=\"lamp-stem\" y1=\"-5\" y2=\"{rise}\"/><circle class=\"lamp-halo\" r=\"{Halo}\" fill=\"url(#{id})\"/>"
            + $"<circle class=\"lamp-light\" r=\"3.2\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<svg y=\"{rise}\" overflow=\"visible\">");
        Name(svg, lamp.Person.Name);
        svg.Append("</svg></a></svg>");
    }

    /// <summary>Upright, a character below the other; what is not Chinese lies along the stem.</summary>
    private static void Name(StringBuilder svg, string name)
    {
        if (!name.All(c => c is >= '\u4E00' and <= '\u9FFF' or '·' or >= '\uD800' and <= '\uDFFF' or >= '\u3400' and <= '\u4DBF'))
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"lamp-name\" text-anchor=\"start\" transform=\"translate(5 -6) rotate(-90)"
                    + $"\">{WebUtility.HtmlEncode(name)}</text>");
            return;
        }

        var characters = new List<string>();
        for (var all = StringInfo.GetTextElementEnumerator(name); all.MoveNext();)
        {
            characters.Add((string)all.Current);
        }

        svg.Append("<text class=\"lamp-name\" text-anchor=\"middle\" y=\"-6\">");
        for (var i = 0; i < characters.Count; i++)
        {
            // The first stands highest; 1.12 em a line.
            var down = i == 0 ? -1.12 * (characters.Count - 1) : 1.12;
            svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"0\" dy=\"{down:0.##}em\">{WebUtility.HtmlEncode(characters[i])}</tspan>");
        }

        svg.Append("</text>");
    }
}
