using System.Xml.Linq;
using YuGong.Posters.Scenes;
using YuGong.Posters.Svg;
using YuGong.Posters.Typesetting;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>Rectangles that the press fills in: which box an element is, and what its attributes say.</summary>
internal sealed class BoxReader(SvgDocument document, PageBox page, IReadOnlyCollection<string> stacks, Diagnostics findings)
{
    /// <summary>Text that is ornament – a great faint character – may reach into the bleed; its id begins with this.</summary>
    private const string Decoration = "decor";

    private static readonly Colour Ink = Colour.Parse("#14171A")!.Value, Paper = Colour.Parse("#F5EFE2")!.Value,
        Cinnabar = Colour.Parse("#B3261E")!.Value;

    private readonly DesignFile file = document.File;
    private readonly SvgGeometry geometry = new(document);
    private readonly HashSet<XElement> met = [];

    /// <summary>An attribute that makes a rectangle a box.</summary>
    public static bool IsBox(XAttribute attribute) => attribute.Name.LocalName is "data-text" or "data-picture" or "data-ridges"
        or "data-seal" or "data-sheet" or "data-code" or "data-names" or "data-lights";

    /// <summary>The condition of an element that is no box.</summary>
    public string? WhenOf(XElement element)
    {
        if (KindOf(element) is not null || !element.Attributes().Any(a => a.Name.LocalName.StartsWith("data-", StringComparison.Ordinal)))
        {
            return null;
        }

        var attributes = new BoxAttributes(element, file, Told(element));
        var when = When(attributes);
        attributes.ReportUnknown();
        return when;
    }

    private static string? KindOf(XElement element) =>
        element.Name == DesignFile.Svg + "rect" ? element.Attributes().FirstOrDefault(IsBox)?.Name.LocalName : null;

    /// <summary>What is used twice is told once.</summary>
    private Diagnostics Told(XElement element) => met.Add(element) ? findings : new();

    /// <summary>The condition of an element; a field that does not exist is a finding.</summary>
    internal static string? When(BoxAttributes attributes)
    {
        var when = attributes.Text("when");
        if (when is not null && !Fields.Names.Contains(when.TrimStart('!')))
        {
            attributes.Bad("when", Suggestion.Nearest(when.TrimStart('!'), Fields.Names) ?? string.Join(' ', Fields.Names));
            return null;
        }

        return when;
    }

    /// <summary>Null when the element is no box.</summary>
    public DesignElement? Read(XElement element, Frame frame)
    {
        if (KindOf(element) is not { } kind)
        {
            return null;
        }

        var (place, own, diagnostics) = (frame.Place, geometry.Shapes.RectOf(element, frame.Style, frame.View), Told(element));
        var isTurned = place.B != 0 || place.C != 0;
        var scale = place.Size;
        var upright = isTurned ? Matrix.Scale(scale, scale) : place;
        var bounds = Outline.Of(own).Moved(upright).Bounds;
        var attributes = new BoxAttributes(element, file, diagnostics);
        var when = When(attributes);
        var name = element.Attribute("id")?.Value ?? kind["data-".Length..];
        var span = file.Span(element);
        DesignElement box = kind switch
        {
            "data-text" => Text(attributes, span, when, name, bounds),
            "data-picture" => new PictureBox
            {
                Span = span, When = when, Name = name, Box = bounds,
                What = attributes.Choice("picture", "portrait", ("portrait", "portrait"), ("object", "object"), ("work", "work")),
                Fit = attributes.Choice("fit", Fit.Cover, ("cover", Fit.Cover), ("contain", Fit.Contain)), Focus = Focus(attributes),
                Corner = geometry.Shapes.Length(element, frame.Style, "rx", frame.View.Width) * scale, Part = attributes.Text("part"),
            },
            "data-ridges" => Ridges(attributes, span, when, bounds),
            "data-seal" => new SealBox
            {
                Span = span, When = when, Name = name, Box = bounds, Words = Words(attributes, "seal"),
                Stack = Stack(attributes, "brush"), Ground = new Solid(attributes.Colour("ground", Cinnabar)),
                Fill = new Solid(attributes.Colour("colour", Paper)),
            },
            "data-sheet" => Sheet(attributes, span, when, bounds),
            "data-code" => Code(attributes, span, when, name, bounds),
            "data-lights" => Lights(attributes, span, when, name, bounds),
            _ => Names(attributes, span, when, name, bounds),
        };
        attributes.ReportUnknown();
        var safe = box is TextBox or NamesBox or CodeBox && !name.StartsWith(Decoration, StringComparison.Ordinal);
        var limit = safe ? page.SafeArea : page.Full;
        if (!limit.Holds(Outline.Of(own).Moved(place).Bounds))
        {
            diagnostics.Report(
                safe ? PosterRules.OutsideSafeArea : PosterRules.OutsidePage, span, name,
                $"{SceneText.Number(limit.X)} {SceneText.Number(limit.Y)} – {SceneText.Number(limit.Right)} "
                    + $"{SceneText.Number(limit.Bottom)}");
        }

        return !isTurned ? box : new ElementGroup
        {
            Span = span, When = when, Elements = [box], Move = place.After(Matrix.Scale(1 / scale, 1 / scale)),
        };
    }

    private TextBox Text(BoxAttributes attributes, SourceSpan span, string? when, string name, Rect box)
    {
        var words = Words(attributes, "text");
        var stack = Stack(attributes, "serif");
        if (attributes.Range("size") is not { } sizes)
        {
            sizes = (box.Height / 10, box.Height / 10);
            if (attributes.Text("size") is null && !attributes.HasSlip("size"))
            {
                attributes.Bad("size", "24 | 18..60");
            }
        }

        var style = new TextStyle
        {
            Direction = attributes.Choice("direction", WritingMode.Horizontal, ("horizontal", WritingMode.Horizontal),
                ("vertical", WritingMode.Vertical)),
            Align = attributes.Choice("align", Align.Start, ("start", Align.Start), ("center", Align.Center), ("end", Align.End),
                ("justify", Align.Justify)),
            Place = attributes.Choice("place", Place.Start, ("start", Place.Start), ("center", Place.Center), ("end", Place.End)),
            Leading = attributes.Number("leading", 1.6, 0.8, 4),
            Tracking = attributes.Number("tracking", 0, -0.2, 4),
            Indent = attributes.Number("indent", 0, 0, 8),
            MostLines = attributes.Count("lines"),
            Balanced = attributes.Flag("balance"),
            Hanging = attributes.Flag("hang"),
            UprightDigits = (int)attributes.Number("upright", 2, 0, 4),
        };
        return new()
        {
            Span = span, When = when, Name = name, Box = box, Words = words, Stack = stack, Sizes = new(sizes.Least, sizes.Most),
            Style = style, Fill = new Solid(attributes.Colour("colour", Ink), attributes.Number("opacity", 1, 0, 1)),
        };
    }

    private static Point? Focus(BoxAttributes attributes)
    {
        if (attributes.Text("focus") is null)
        {
            return null;
        }

        if (attributes.Words("focus").Select(w => Lengths.Share(w) ?? -1).ToArray() is [>= 0 and <= 1 and var x, >= 0 and <= 1 and var y])
        {
            return new(x, y);
        }

        attributes.Bad("focus", "0.5 0.3");
        return null;
    }

    private static RidgesBox Ridges(BoxAttributes attributes, SourceSpan span, string? when, Rect box)
    {
        attributes.Choice("ridges", true, ("subject", true));
        var tones = attributes.Words("tones").Select(Colour.Parse).ToList();
        if (tones.Count == 0 || tones.Contains(null))
        {
            attributes.Bad("tones", "#C9D3CF #6F8D8A #1C3D42");
            tones = [Ink];
        }

        var window = Window(attributes);
        var line = attributes.Text("line") is null
            ? null : new Stroke(new Solid(attributes.Colour("line", Ink), attributes.Number("line-opacity", 1, 0, 1)),
            attributes.Number("line-width", 0.2), []);
        return new()
        {
            Span = span, When = when, Box = box, Tones = [.. tones.Select(t => t!.Value)],
            MistColour = attributes.Colour("mist-colour", Paper), Mist = attributes.Number("mist", 0, 0, 1), From = window.Item1,
            To = window.Item2, Line = line,
        };
    }

    /// <summary>Which part of a mountain is shown.</summary>
    private static (double From, double To) Window(BoxAttributes attributes)
    {
        if (attributes.Words("window").Select(w => Lengths.Share(w) ?? -1).ToArray() is [>= 0 and var from, <= 1 and var to] && from < to)
        {
            return (from, to);
        }

        if (attributes.Text("window") is not null)
        {
            attributes.Bad("window", "0.2 0.8");
        }

        return (0, 1);
    }

    private LightsBox Lights(BoxAttributes attributes, SourceSpan span, string? when, string name, Rect box)
    {
        attributes.Choice("lights", true, ("site", true));
        var (from, to) = Window(attributes);
        return new()
        {
            Span = span, When = when, Name = name, Box = box, Shore = attributes.Number("shore", 0.78, 0.3, 1),
            Relief = attributes.Number("relief", 0.4, 0.05, 3), From = from, To = to,
            Margin = attributes.Number("margin", box.Width / 14, 0, box.Width / 3), Stack = Stack(attributes, "serif"),
            Size = attributes.Number("size", box.Width / 40, box.Width / 400, box.Width / 4),
            Fill = new Solid(attributes.Colour("colour", Paper)),
        };
    }

    private static SheetBox Sheet(BoxAttributes attributes, SourceSpan span, string? when, Rect box)
    {
        attributes.Choice("sheet", true, ("subject", true));
        return new()
        {
            Span = span, When = when, Box = box, Line = new Solid(attributes.Colour("colour", Ink)),
            Dimension = attributes.Flag("dimension", otherwise: true),
        };
    }

    private static CodeBox Code(BoxAttributes attributes, SourceSpan span, string? when, string name, Rect box)
    {
        attributes.Choice("code", true, ("address", true));
        return new()
        {
            Span = span, When = when, Name = name, Box = box, Fill = new Solid(attributes.Colour("colour", Ink)),
            Ground = attributes.Text("ground") is null ? null : new Solid(attributes.Colour("ground", Paper)),
        };
    }

    private NamesBox Names(BoxAttributes attributes, SourceSpan span, string? when, string name, Rect box)
    {
        attributes.Choice("names", true, ("all", true));
        var sizes = attributes.Range("size") ?? (box.Height / 20, box.Height / 8);
        return new()
        {
            Span = span, When = when, Name = name, Box = box, Stack = Stack(attributes, "serif"), Sizes = new(sizes.Least, sizes.Most),
            Fill = new Solid(attributes.Colour("colour", Ink)),
        };
    }

    private string Stack(BoxAttributes attributes, string otherwise)
    {
        var stack = attributes.Text("font", otherwise);
        if (stacks.Contains(stack))
        {
            return stack;
        }

        attributes.Bad("font", string.Join(" | ", stacks.Order(StringComparer.Ordinal)));
        return stacks.Contains(otherwise) ? otherwise : stacks.First();
    }

    /// <summary>Text with fields; a field that does not exist is a finding.</summary>
    private static string Words(BoxAttributes attributes, string name)
    {
        var words = attributes.Text(name) ?? "";
        if (Fields.UnknownIn(words).FirstOrDefault() is { } unknown)
        {
            attributes.Bad(name, Suggestion.Nearest(unknown, Fields.Names) is { } near ? $"{{{near}}}" : string.Join(' ',
                Fields.Names.Select(f => $"{{{f}}}")));
        }

        return words;
    }
}
