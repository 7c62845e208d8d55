using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Publishing.Motifs;

namespace YuGong.Media.Originals;

/// <summary>
/// A drawing without its words, callouts and frame, for places where they could not be read: a part of it in the shape of a card, or all
/// of it on a sheet. It stays a drawing; what lies outside is left out, so that it weighs a fraction of the whole.
/// </summary>
internal static class CardDrawing
{
    /// <summary>px; the shape of a card.</summary>
    public const int Width = 400;

    public const int Height = 500;

    /// <summary>px; the shape of a sheet.</summary>
    public const int SheetWidth = 800;

    public const int SheetHeight = 600;

    /// <summary>A part of the drawing: SVG in UTF-8, the same for the same drawing and region.</summary>
    /// <param name="chosen">By an editor, or the first stop of a tour; null for the place where most is drawn.</param>
    /// <param name="isStop">A stop is widened to the shape of a card.</param>
    public static byte[] Card(DrawingFile drawing, Region? chosen, bool isStop)
    {
        var root = Bare(drawing);
        var whole = Box(root, "viewBox") ?? new(0, 0, drawing.Width, drawing.Height);
        var area = chosen is null ? Densest(root, whole) : Around(chosen, whole, isStop);
        Cull(root, area);
        return Bytes(root, area, Width, Height, "xMidYMid slice");
    }

    /// <summary>All of the drawing that is not its frame.</summary>
    public static byte[] Sheet(DrawingFile drawing)
    {
        var root = Bare(drawing);
        var area = root.Elements().Select(e => Box(e, "data-box")).FirstOrDefault(b => b is not null) ?? Box(root, "viewBox")
            ?? new(0, 0, drawing.Width, drawing.Height);
        var margin = area.Width / 40;
        var roomy = new Area(area.X - margin, area.Y - margin, area.Width + (2 * margin), area.Height + (2 * margin));
        return Bytes(root, roomy, SheetWidth, SheetHeight, "xMidYMid meet");
    }

    private static XElement Bare(DrawingFile drawing)
    {
        var root = XDocument.Load(new MemoryStream(drawing.Svg)).Root!;
        foreach (var word in root.Descendants().Where(DrawingParts.IsDetail).ToList())
        {
            word.Remove();
        }

        if (root.Elements().FirstOrDefault(e => (string?)e.Attribute("id") == DrawingParts.View) is { } view)
        {
            root.Elements().Where(e => e != view && e.Name.LocalName is not ("defs" or "style")).Remove();
        }

        return root;
    }

    private static byte[] Bytes(XElement root, Area area, int width, int height, string fit)
    {
        var shown = new XElement(root.Name,
            root.Attributes().Where(a => a.IsNamespaceDeclaration || a.Name.LocalName is "fill" or "stroke"),
            new XAttribute("viewBox", Words(area)), new XAttribute("width", width), new XAttribute("height", height),
            new XAttribute("preserveAspectRatio", fit), root.Nodes());
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            shown.Save(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>What an editor chose, as it is; about a stop of a tour as much as fills the card.</summary>
    private static Area Around(Region region, Area whole, bool isStop)
    {
        var scale = region.IsPercent ? (whole.Width / 100, whole.Height / 100) : (1.0, 1.0);
        var (x, y) = (whole.X + (region.X * scale.Item1), whole.Y + (region.Y * scale.Item2));
        var (wide, high) = (region.Width * scale.Item1, region.Height * scale.Item2);
        if (!isStop)
        {
            return new(x, y, wide, high);
        }

        var height = Math.Min(whole.Height, Math.Max(high, wide * Height / Width));
        return Inside(x + (wide / 2), y + (high / 2), height, whole);
    }

    private static Area Inside(double centreX, double centreY, double height, Area whole)
    {
        var width = Math.Min(whole.Width, height * Width / Height);
        return new(Math.Clamp(centreX - (width / 2), whole.X, whole.X + whole.Width - width),
            Math.Clamp(centreY - (height / 2), whole.Y, whole.Y + whole.Height - height), width, height);
    }

    /// <summary>Where most segments of paths end: seven tenths of the drawing's height.</summary>
    private static Area Densest(XElement root, Area whole)
    {
        const int Columns = 48;
        const int Rows = 36;
        var sums = new int[Rows + 1, Columns + 1];
        foreach (var path in root.Descendants().Where(e => e.Name.LocalName == "path" && !IsMoved(e)))
        {
            PathExtent.Of((string?)path.Attribute("d") ?? "", (x, y) =>
            {
                var (column, row) = ((int)((x - whole.X) / whole.Width * Columns), (int)((y - whole.Y) / whole.Height * Rows));
                if (column is >= 0 and < Columns && row is >= 0 and < Rows)
                {
                    sums[row + 1, column + 1]++;
                }
            });
        }

        for (var row = 1; row <= Rows; row++)
        {
            for (var column = 1; column <= Columns; column++)
            {
                sums[row, column] += sums[row - 1, column] + sums[row, column - 1] - sums[row - 1, column - 1];
            }
        }

        var high = whole.Height * 0.7;
        var size = Inside(0, 0, high, whole);
        var (wide, tall) = (Math.Max(1, (int)(size.Width / whole.Width * Columns)), Math.Max(1, (int)(high / whole.Height * Rows)));
        var best = (Count: -1, Row: 0, Column: 0);
        for (var row = 0; row + tall <= Rows; row++)
        {
            for (var column = 0; column + wide <= Columns; column++)
            {
                var count = sums[row + tall, column + wide] - sums[row, column + wide] - sums[row + tall, column] + sums[row, column];
                best = count > best.Count ? (count, row, column) : best;
            }
        }

        return Inside(whole.X + ((best.Column + (wide / 2.0)) / Columns * whole.Width),
            whole.Y + ((best.Row + (tall / 2.0)) / Rows * whole.Height), high, whole);
    }

    private static void Cull(XElement root, Area shown)
    {
        foreach (var path in root.Descendants().Where(e => e.Name.LocalName == "path" && !IsMoved(e) && e.Attribute("id") is null).ToList())
        {
            if (PathExtent.Of((string?)path.Attribute("d") ?? "", null) is { } box && !Meets(box, shown))
            {
                path.Remove();
            }
        }
    }

    /// <summary>With a little room for the width of lines.</summary>
    private static bool Meets(Area a, Area b)
    {
        const double Line = 8;
        return a.X - Line < b.X + b.Width && a.X + a.Width + Line > b.X && a.Y - Line < b.Y + b.Height && a.Y + a.Height + Line > b.Y;
    }

    /// <summary>Whether it stands elsewhere than its numbers say, or is shown by what refers to it.</summary>
    private static bool IsMoved(XElement element) => element.AncestorsAndSelf().Any(e =>
        e.Attribute("transform") is not null || e.Name.LocalName is "defs" or "symbol" or "pattern" or "clipPath" or "mask" or "marker");

    private static Area? Box(XElement element, string name) =>
        ((string?)element.Attribute(name))?.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries) is [var x, var y, var w,
            var h]
        && (Value(x), Value(y), Value(w), Value(h)) is ({ } left, { } top, > 0 and var wide, > 0 and var high)
            ? new(left, top, wide, high) : null;

    private static double? Value(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Words(Area area) =>
        string.Create(CultureInfo.InvariantCulture, $"{area.X:0.##} {area.Y:0.##} {area.Width:0.##} {area.Height:0.##}");
}
