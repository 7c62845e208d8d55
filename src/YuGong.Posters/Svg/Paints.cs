using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>What shapes are filled and stroked with: colours, gradients, tiles.</summary>
/// <param name="tile">Draws a pattern: it takes everything that a drawing may hold.</param>
internal sealed class Paints(SvgDocument document, Func<XElement, Frame, Rect, Paint?> tile)
{
    private const string Valid = "#14171A | rgb(20 23 26) | tomato | url(#…)";

    private readonly Gradients gradients = new(document);

    /// <summary>Null where nothing is painted.</summary>
    /// <param name="property">fill or stroke.</param>
    /// <param name="bounds">Of what is painted, in its own units.</param>
    /// <param name="reach">How far paint goes beyond them.</param>
    public Paint? Read(string property, Frame frame, Rect bounds, double reach, double opacity)
    {
        var words = frame.Style[property];
        var seen = opacity * Math.Clamp(Share(property + "-opacity", frame.Style), 0, 1);
        if (words.StartsWith("url(", StringComparison.OrdinalIgnoreCase))
        {
            var end = words.IndexOf(')', StringComparison.Ordinal);
            var (reference, otherwise) = end < 0 ? (words, "") : (words[..(end + 1)], words[(end + 1)..].Trim());
            return Server(reference, otherwise, property, frame, bounds, reach, seen);
        }

        return Plain(words, property, frame, seen);
    }

    private Paint? Server(string reference, string otherwise, string property, Frame frame, Rect bounds, double reach, double opacity)
    {
        var said = frame.Style.Said(property)!;
        if (document.Find(reference, said) is not { } server)
        {
            return otherwise.Length > 0 ? Plain(otherwise, property, frame, opacity) : null;
        }

        switch (server.Name.LocalName)
        {
            case "linearGradient" or "radialGradient":
                return gradients.Read(server, frame, bounds, reach, opacity);
            case "pattern":
                return tile(server, frame, bounds) is Tile made ? made with { Opacity = opacity } : null;
            default:
                document.Report(PosterRules.NotDrawn, said, $"{property}: {reference} → <{server.Name.LocalName}>");
                return null;
        }
    }

    private Paint? Plain(string words, string property, Frame frame, double opacity)
    {
        switch (words.ToLowerInvariant())
        {
            case "none":
                return null;
            case "context-fill":
                return frame.Context.Fill;
            case "context-stroke":
                return frame.Context.Stroke;
            case "currentcolor":
                return Colour(frame.Style["color"], frame.Style.Said("color"), opacity);
            default:
                return Colour(words, frame.Style.Said(property), opacity);
        }
    }

    private Solid? Colour(string words, CssDeclaration? said, double opacity)
    {
        var colour = CssColours.Read(words);
        if (colour is null && said is not null)
        {
            document.ReportValue(said, Valid);
        }

        return colour is null || colour.Opacity * opacity <= 0 ? null : colour with { Opacity = colour.Opacity * opacity };
    }

    private double Share(string property, Style style)
    {
        if (Lengths.Share(style[property]) is { } share)
        {
            return share;
        }

        document.ReportValue(style.Said(property)!, "0.5 | 50%");
        return 1;
    }
}
