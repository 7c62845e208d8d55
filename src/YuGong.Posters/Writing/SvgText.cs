using System.Text;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>
/// A run as live text. A new pen position is given where the scene departs from what a program would do by itself: characters of a full
/// em stay together as long as they are spaced alike, words of other scripts stay whole. So a line can still be edited.
/// </summary>
internal sealed class SvgText(StringBuilder svg, string fill)
{
    public void Write(GlyphRun run)
    {
        var vertical = run.Setting == Setting.Vertical;
        svg.Append("<text xml:space=\"preserve\"").Append(fill).Append(" font-family=\"").Append(SvgWriter.Escape($"'{run.Font.Family}'"))
            .Append("\" font-weight=\"").Append(run.Font.Weight)
            .Append("\" font-size=\"").Append(N(run.Size)).Append('"')
                .Append(vertical ? " style=\"writing-mode:vertical-rl;text-orientation:upright\"" : "").Append('>');
        foreach (var part in Parts(run))
        {
            var first = part[0];
            var spacing = part.Count > 1 && IsFull(run, first) ? first.Advance - run.Size : 0;
            svg.Append("<tspan x=\"").Append(N(first.X)).Append("\" y=\"").Append(N(first.Y)).Append('"');
            if (Math.Abs(spacing) > 0.0005)
            {
                svg.Append(" letter-spacing=\"").Append(N(spacing)).Append('"');
            }

            if (run.Setting == Setting.Sideways)
            {
                svg.Append(" rotate=\"90\"");
            }

            svg.Append('>').Append(SvgWriter.Escape(string.Concat(part.Select(c => run.Text.Substring(c.Start, c.Length)))))
                .Append("</tspan>");
        }

        svg.Append("</text>\n");
    }

    private static IEnumerable<List<Cluster>> Parts(GlyphRun run)
    {
        var part = new List<Cluster>();
        foreach (var cluster in run.Clusters)
        {
            if (part.Count > 0 && !Continues(run, part[^1], cluster))
            {
                yield return part;
                part = [];
            }

            part.Add(cluster);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static bool Continues(GlyphRun run, Cluster before, Cluster next) =>
        run.Setting != Setting.Sideways
        && (IsFull(run, before) ? IsFull(run, next) && Math.Abs(before.Advance - next.Advance) < run.Size / 500 : !IsFull(run, next)
            && !IsMark(run, before) && !IsMark(run, next));

    private static bool IsFull(GlyphRun run, Cluster cluster) =>
        cluster.Length == 1 && run.Text[cluster.Start] is >= '\u2e80' and < '\ufe30' && !IsMark(run, cluster);

    private static bool IsMark(GlyphRun run, Cluster cluster) =>
        run.Text[cluster.Start] is (>= '\u2010' and <= '\u206f') or (>= '\u3000' and <= '\u303f') or (>= '\uff00' and <= '\uff65') or '·'
        or ' ';

    private static string N(double value) => SceneText.Number(value);
}
