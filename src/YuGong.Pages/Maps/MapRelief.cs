using System.Globalization;
using System.Text;
using YuGong.Content;
using YuGong.Publishing.Motifs;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// The ground of a sketch map: contour lines of ridges that we made up, in folds that run beside each other, with the rivers in their
/// valleys. It is an ornament; nobody may read a height from it.
/// </summary>
/// <param name="width">Of the sheet, px.</param>
/// <param name="rivers">As they run on the sheet, px.</param>
internal sealed class MapRelief(string seed, double width, double height, IReadOnlyList<IReadOnlyList<(double X, double Y)>> rivers)
{
    private const int Columns = 72;

    /// <summary>Heights at which a line runs, in the measure of the field.</summary>
    private static readonly double[] Levels = [-0.1, 0.12, 0.34, 0.56, 0.78];

    private readonly int rows = Math.Max(8, (int)Math.Ceiling(Columns * height / width));

    private double Step => width / Columns;

    /// <summary>One <c>path</c>.</summary>
    public string Draw()
    {
        var field = Field();
        var path = new StringBuilder();
        foreach (var level in Levels)
        {
            foreach (var line in Joined(Segments(field, level)).Where(l => l.Count > 5))
            {
                for (var i = 0; i < line.Count; i++)
                {
                    var (x, y) = At(line[i], field, level);
                    path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "M" : i == 1 ? "L" : " ")}{x:0} {y:0}");
                }
            }
        }

        return $"<path class=\"map-relief\" d=\"{path}\"/>";
    }

    private double[,] Field()
    {
        var noise = new Seed(Fnv(seed));
        var fine = new Seed(Fnv(seed + " fine"));
        var field = new double[Columns + 1, rows + 1];
        for (var column = 0; column <= Columns; column++)
        {
            for (var row = 0; row <= rows; row++)
            {
                var (x, y) = (column * Step, row * Step);
                var (along, across) = ((x * 0.55) + (y * 0.83), (x * 0.83) - (y * 0.55));
                var folds = noise.Noise((across / 74) + (0.8 * noise.Noise((along / 260) + 40)));
                var hills = fine.Noise((x / 63) + 7) + fine.Noise((y / 57) + 91) + fine.Noise(((x - y) / 81) + 300);
                var far = rivers.SelectMany(r => r.Zip(r.Skip(1), (a, b) => Distance((x, y), a, b))).DefaultIfEmpty(1e6).Min();
                field[column, row] = (0.75 * folds) + (0.22 * hills) + 0.1 - (1.5 * Math.Exp(-far * far / 1400));
            }
        }

        return field;
    }

    /// <summary>Each line of a cell, from edge to edge; an edge is the place of its upper or left corner, and its way.</summary>
    private List<(Edge From, Edge To)> Segments(double[,] field, double level)
    {
        var found = new List<(Edge, Edge)>();
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                Edge top = new(column, row, false), left = new(column, row, true), bottom = new(column, row + 1, false),
                    right = new(column + 1, row, true);
                List<Edge> cut = [.. new[] { top, right, bottom, left }.Where(e => IsCut(e, field, level))];
                for (var i = 0; i + 1 < cut.Count; i += 2)
                {
                    found.Add((cut[i], cut[i + 1]));
                }
            }
        }

        return found;
    }

    private static IEnumerable<List<Edge>> Joined(List<(Edge From, Edge To)> segments)
    {
        var ends = segments.SelectMany(s => new[] { (End: s.From, s), (End: s.To, s) }).ToLookup(e => e.End, e => e.s);
        var used = new HashSet<(Edge, Edge)>();
        foreach (var first in segments)
        {
            if (!used.Add(first))
            {
                continue;
            }

            var line = new LinkedList<Edge>([first.From, first.To]);
            while (Next(line.Last!.Value) is { } on)
            {
                line.AddLast(on);
            }

            while (Next(line.First!.Value) is { } on)
            {
                line.AddFirst(on);
            }

            yield return [.. line];
        }

        Edge? Next(Edge end)
        {
            foreach (var segment in ends[end])
            {
                if (used.Add(segment))
                {
                    return segment.From == end ? segment.To : segment.From;
                }
            }

            return null;
        }
    }

    private static bool IsCut(Edge edge, double[,] field, double level) =>
        field[edge.Column, edge.Row] < level != Other(edge, field) < level;

    private static double Other(Edge edge, double[,] field) =>
        edge.Down ? field[edge.Column, edge.Row + 1] : field[edge.Column + 1, edge.Row];

    private (double X, double Y) At(Edge edge, double[,] field, double level)
    {
        var (here, there) = (field[edge.Column, edge.Row], Other(edge, field));
        var part = (level - here) / (there - here) * Step;
        return edge.Down ? (edge.Column * Step, (edge.Row * Step) + part) : ((edge.Column * Step) + part, edge.Row * Step);
    }

    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var t = Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / Math.Max(1e-9, (dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(p.X - a.X - (t * dx), 2) + Math.Pow(p.Y - a.Y - (t * dy), 2));
    }

    private static ulong Fnv(string text) => Fingerprint.Of(text).Value;

    private readonly record struct Edge(int Column, int Row, bool Down);
}
