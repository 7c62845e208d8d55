using System.Globalization;
using System.Text;
using YuGong.Content;

namespace YuGong.Pages;

/// <param name="Latitude">Decimal degrees.</param>
internal sealed record MapMark(int Number, string Name, double Latitude, double Longitude);

/// <summary>A sketch map: rivers as lines, numbered marks. Drawn by us, to no survey.</summary>
internal sealed class MapDrawing(SketchMap map, MapSheet sheet)
{
    /// <summary>Of a sheet, px.</summary>
    private const double Width = 1000;

    private readonly MapSheet? part = map.Sheets.FirstOrDefault(s => s.Id == sheet.Part);

    private double Height => Width * (sheet.North - sheet.South)
        / ((sheet.East - sheet.West) * Math.Cos(map.StandardParallel * Math.PI / 180));

    /// <summary>
    /// As SVG for a page: its words are text in the page's font. Marks that stand close together are listed in the same place once.
    /// </summary>
    public string Draw(IReadOnlyList<MapMark> marks)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"map map-{sheet.Id}\" viewBox=\"0 0 {Width:0} {Height:0}\" role=\"img\" "
                + $"aria-label=\"{Escape(sheet.Title)}\"><rect "
            + $"class=\"map-land\" width=\"{Width:0}\" height=\"{Height:0}\"/>");
        var courses = map.Rivers.Select(r => r.Line.Select(p => At(p.Latitude, p.Longitude)).ToList());
        svg.Append(new MapRelief(sheet.Id, Width, Height, [.. courses]).Draw());
        Grid(svg);
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"map-water\" stroke-width=\"{sheet.River:0.#}\">");
        foreach (var river in map.Rivers)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path(river.Line)}\"");
            if (river.Width != 1)
            {
                svg.Append(CultureInfo.InvariantCulture, $" stroke-width=\"{sheet.River * river.Width:0.#}\"");
            }

            svg.Append("/>");
        }

        svg.Append("</g>");
        foreach (var word in sheet.Words)
        {
            var (x, y) = At(word.At.Latitude, word.At.Longitude);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"map-{word.Kind}\" x=\"{x:0}\" y=\"{y:0}\" transform=\"rotate({-word.Turn:0} {x:0} {y:0})\">"
                + $"{Escape(word.Text)}</text>");
        }

        var shown = marks.Where(m => sheet.Holds(m.Latitude, m.Longitude) && part?.Holds(m.Latitude, m.Longitude) != true).ToList();
        var labels = new MapLabels(Width, Height);
        foreach (var (x, y) in shown.Select(m => At(m.Latitude, m.Longitude)))
        {
            labels.Take(new(x - 17, y - 17, x + 17, y + 17));
        }

        foreach (var word in sheet.Words)
        {
            var (x, y) = At(word.At.Latitude, word.At.Longitude);
            labels.Take(x, y, word.Text.Length, word.Kind == "river" ? 36 : 18, word.Turn);
        }

        labels.Take(new(20, 20, 80, 106));
        TakePart(labels);
        foreach (var mark in shown)
        {
            Mark(svg, mark, labels);
        }

        if (part is not null)
        {
            var (left, top) = At(part.North, part.West);
            var (right, bottom) = At(part.South, part.East);
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"map-part\" x=\"{left - 5:0}\" y=\"{top - 5:0}\" width=\"{right - left + 10:0}\" "
                + $"height=\"{bottom - top + 10:0}\"/>");
        }

        Compass(svg);
        return svg.Append("</svg>").ToString();
    }

    private void Grid(StringBuilder svg)
    {
        svg.Append("<path class=\"map-grid\" d=\"");
        for (var x = Width / 10; x < Width; x += Width / 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{x:0} 0V{Height:0}");
        }

        for (var y = Width / 10; y < Height; y += Width / 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M0 {y:0}H{Width:0}");
        }

        svg.Append("\"/>");
    }

    /// <summary>The edges of the part that another sheet enlarges.</summary>
    private void TakePart(MapLabels labels)
    {
        if (part is null)
        {
            return;
        }

        var ((left, top), (right, bottom)) = (At(part.North, part.West), At(part.South, part.East));
        labels.Take(new(left - 8, top - 8, right + 8, top + 2));
        labels.Take(new(left - 8, bottom - 2, right + 8, bottom + 8));
        labels.Take(new(left - 8, top, left + 2, bottom));
        labels.Take(new(right - 2, top, right + 8, bottom));
    }

    private void Mark(StringBuilder svg, MapMark mark, MapLabels labels)
    {
        var (x, y) = At(mark.Latitude, mark.Longitude);
        svg.Append(CultureInfo.InvariantCulture,
            $"<g class=\"map-mark\"><title>{Escape(mark.Name)}</title><circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"15\"/>"
            + $"<text class=\"map-number\" x=\"{x:0}\" y=\"{y + 6:0}\">{mark.Number}</text>");
        if (labels.Place(x, y, mark.Name) is { } place)
        {
            foreach (var halo in (ReadOnlySpan<string>)["map-halo ", ""])
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"map-name {halo}map-name-{place.Anchor}\" x=\"{place.X:0}\" "
                    + $"y=\"{place.Y:0}\">{Escape(mark.Name)}</text>");
            }
        }

        svg.Append("</g>");
    }

    private void Compass(StringBuilder svg) =>
        svg.Append(CultureInfo.InvariantCulture,
        $"<g class=\"map-north\"><path d=\"M50 30l12 44l-12 -9l-12 9z\"/><text x=\"50\" y=\"98\">{Escape(map.North)}</text></g>");

    private (double X, double Y) At(double latitude, double longitude) =>
        ((longitude - sheet.West) / (sheet.East - sheet.West) * Width, (sheet.North - latitude) / (sheet.North - sheet.South) * Height);

    /// <summary>Smooth through the points: each bend is a curve with its ends half-way.</summary>
    private string Path(IReadOnlyList<GeoPoint> line)
    {
        var path = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            var (x, y) = At(line[i].Latitude, line[i].Longitude);
            if (i == 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}");
                continue;
            }

            if (i + 1 == line.Count)
            {
                path.Append(CultureInfo.InvariantCulture, $"L{x:0.#} {y:0.#}");
                continue;
            }

            var (nx, ny) = At(line[i + 1].Latitude, line[i + 1].Longitude);
            path.Append(CultureInfo.InvariantCulture, $"Q{x:0.#} {y:0.#} {(x + nx) / 2:0.#} {(y + ny) / 2:0.#}");
        }

        return path.ToString();
    }

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(text);
}
