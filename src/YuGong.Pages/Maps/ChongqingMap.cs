using System.Globalization;
using System.Text;

namespace YuGong.Pages;

/// <param name="Latitude">Decimal degrees.</param>
internal sealed record MapMark(int Number, string Name, double Latitude, double Longitude);

/// <summary>
/// A sketch map: two rivers as lines through places that any public map gives, and numbered marks. Drawn by us, to no survey; degrees of
/// longitude are narrowed by the cosine of 29.6°.
/// </summary>
/// <param name="Name">For class names and the picture's title.</param>
/// <param name="West">Decimal degrees, like the others.</param>
/// <param name="Words">River and town names: where, what, how it is turned (degrees).</param>
internal sealed record ChongqingMap(
    string Name, string Title, double West, double East, double South, double North, double Width, double River,
    IReadOnlyList<(double Longitude, double Latitude, string Text, double Turn, string Class)> Words)
{
    private static readonly (double, double)[] Yangtze =
    [
        (104.9, 28.79), (105.25, 28.83), (105.44, 28.89), (105.62, 28.78), (105.83, 28.80), (105.90, 29.05), (106.00, 29.04),
        (106.10, 29.20), (106.25, 29.29), (106.33, 29.24), (106.42, 29.30), (106.47, 29.37), (106.525, 29.385),
        (106.545, 29.43), (106.522, 29.475), (106.522, 29.512), (106.538, 29.536), (106.56, 29.5425), (106.578, 29.549), (106.588, 29.558),
        (106.592, 29.569), (106.612, 29.588), (106.640, 29.612), (106.672, 29.606), (106.70, 29.575),
        (106.76, 29.56), (106.84, 29.58), (106.88, 29.65), (106.96, 29.70), (107.02, 29.78), (107.075, 29.822), (107.13, 29.80),
        (107.20, 29.73), (107.30, 29.74), (107.386, 29.713), (107.43, 29.77), (107.47, 29.86), (107.60, 29.83), (107.73, 29.865),
        (107.85, 30.02), (108.04, 30.30), (108.17, 30.42), (108.27, 30.63), (108.40, 30.80), (108.55, 30.86), (108.69, 30.93),
        (108.95, 30.94), (109.20, 30.99), (109.47, 31.02), (109.70, 31.04), (109.88, 31.07), (110.2, 31.04),
    ];

    private static readonly (double, double)[] Jialing =
    [
        (105.98, 30.55), (106.10, 30.30), (106.27, 29.985), (106.36, 29.93), (106.44, 29.832), (106.49, 29.79), (106.53, 29.73),
        (106.565, 29.70), (106.545, 29.655), (106.490, 29.648), (106.462, 29.618), (106.449, 29.588), (106.462, 29.574),
        (106.488, 29.574), (106.505, 29.561), (106.522, 29.556), (106.537, 29.567), (106.552, 29.572), (106.568, 29.570), (106.580, 29.570),
        (106.592, 29.569),
    ];

    public static ChongqingMap Whole { get; } = new(
        "whole", "重庆与长江、嘉陵江示意图", 105.05, 110.1, 28.5, 31.45, 1000, 7,
        [(108.30, 30.35, "长江", 52, "map-river"), (105.93, 30.32, "嘉陵江", 64, "map-river"), (106.60, 29.78, "重庆城区", 0, "map-town"),
            (108.60, 30.70, "万州", 0, "map-town"), (109.42, 31.18, "奉节", 0, "map-town"), (106.02, 30.06, "合川", 0, "map-town")]);

    public static ChongqingMap City { get; } = new(
        "city", "两江之间的老城示意图", 106.43, 106.625, 29.50, 29.62, 1000, 20,
        [(106.5555, 29.5285, "长江", -20, "map-river"), (106.470, 29.596, "嘉陵江", 42, "map-river"),
            (106.603, 29.5615, "两江汇合", 0, "map-town")]);

    private double Height => Width * (North - South) / ((East - West) * Math.Cos(29.6 * Math.PI / 180));

    public bool Holds(double latitude, double longitude) => latitude > South && latitude < North && longitude > West && longitude < East;

    /// <summary>
    /// As SVG for a page: its words are text in the page's font. Marks that stand close together are listed in the same place once.
    /// </summary>
    public string Draw(IReadOnlyList<MapMark> marks)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"map map-{Name}\" viewBox=\"0 0 {Width:0} {Height:0}\" role=\"img\" aria-label=\"{Title}\"><rect "
            + $"class=\"map-land\" width=\"{Width:0}\" height=\"{Height:0}\"/>");
        Grid(svg);
        svg.Append(CultureInfo.InvariantCulture,
            $"<g class=\"map-water\" stroke-width=\"{River:0.#}\"><path d=\"{Path(Jialing)}\" "
            + $"stroke-width=\"{River * .72:0.#}\"/><path d=\"{Path(Yangtze)}\"/></g>");
        foreach (var (longitude, latitude, text, turn, kind) in Words)
        {
            var (x, y) = At(latitude, longitude);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"{kind}\" x=\"{x:0}\" y=\"{y:0}\" transform=\"rotate({-turn:0} {x:0} {y:0})\">{text}</text>");
        }

        var shown = marks.Where(m => Holds(m.Latitude, m.Longitude) && !(this == Whole && City.Holds(m.Latitude, m.Longitude))).ToList();
        var taken = shown.Select(m => Around(At(m.Latitude, m.Longitude)))
            .Concat(Words.Select(w => Around(At(w.Latitude, w.Longitude), w.Text.Length * 11))).ToList();
        foreach (var mark in shown)
        {
            Mark(svg, mark, taken);
        }

        if (this == Whole)
        {
            var (left, top) = At(City.North, City.West);
            var (right, bottom) = At(City.South, City.East);
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

    /// <summary>The name stands right, left, below or above its mark: at the first of them where nothing stands yet.</summary>
    private void Mark(StringBuilder svg, MapMark mark, List<(double Left, double Top, double Right, double Bottom)> taken)
    {
        const double Em = 22;
        var (x, y) = At(mark.Latitude, mark.Longitude);
        var wide = mark.Name.Length * Em;
        (string Anchor, double X, double Y, double Left)[] choices =
            [("start", x + 22, y + 8, x + 22), ("end", x - 22, y + 8, x - 22 - wide), ("middle", x, y + 40, x - (wide / 2)),
                ("middle", x, y - 24, x - (wide / 2))];
        (double Left, double Top, double Right, double Bottom) Box(double left, double baseline) =>
            (left, baseline - Em, left + wide, baseline + 5);
        var free = choices.Where(c => Box(c.Left, c.Y) is var b && b.Left > 0 && b.Right < Width
            && !taken.Any(t => t.Left < b.Right && t.Right > b.Left && t.Top < b.Bottom && t.Bottom > b.Top));
        var best = free.FirstOrDefault(choices[0]);
        taken.Add(Box(best.Left, best.Y));
        svg.Append(CultureInfo.InvariantCulture,
            $"<g class=\"map-mark\"><circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"15\"/><text class=\"map-number\" x=\"{x:0}\" "
            + $"y=\"{y + 6:0}\">{mark.Number}</text>")
            .Append(CultureInfo.InvariantCulture,
                $"<text class=\"map-name map-halo map-name-{best.Anchor}\" x=\"{best.X:0}\" "
                + $"y=\"{best.Y:0}\">{System.Net.WebUtility.HtmlEncode(mark.Name)}</text>")
            .Append(CultureInfo.InvariantCulture,
                $"<text class=\"map-name map-name-{best.Anchor}\" x=\"{best.X:0}\" "
                + $"y=\"{best.Y:0}\">{System.Net.WebUtility.HtmlEncode(mark.Name)}</text></g>");
    }

    private static (double Left, double Top, double Right, double Bottom) Around((double X, double Y) at, double half = 17) =>
        (at.X - half, at.Y - 17, at.X + half, at.Y + 17);

    private static void Compass(StringBuilder svg) =>
        svg.Append(CultureInfo.InvariantCulture,
        $"<g class=\"map-north\"><path d=\"M50 30l12 44l-12 -9l-12 9z\"/><text x=\"50\" y=\"98\">北</text></g>");

    private (double X, double Y) At(double latitude, double longitude) =>
        ((longitude - West) / (East - West) * Width, (North - latitude) / (North - South) * Height);

    /// <summary>Smooth through the points: each bend is a curve with its ends half-way.</summary>
    private string Path((double Longitude, double Latitude)[] line)
    {
        var path = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var (x, y) = At(line[i].Latitude, line[i].Longitude);
            if (i == 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}");
                continue;
            }

            if (i + 1 == line.Length)
            {
                path.Append(CultureInfo.InvariantCulture, $"L{x:0.#} {y:0.#}");
                continue;
            }

            var (nx, ny) = At(line[i + 1].Latitude, line[i + 1].Longitude);
            path.Append(CultureInfo.InvariantCulture, $"Q{x:0.#} {y:0.#} {(x + nx) / 2:0.#} {(y + ny) / 2:0.#}");
        }

        return path.ToString();
    }
}
