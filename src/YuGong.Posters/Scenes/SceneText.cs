using System.Globalization;
using System.Text;

namespace YuGong.Posters.Scenes;

/// <summary>
/// A scene as text: one mark a line, indented by layer and group; numbers to a thousandth of the unit. Tests compare it, caches hash it,
/// people read it. Two scenes with the same text are drawn alike.
/// </summary>
public static class SceneText
{
    public static string Of(Scene scene)
    {
        var text = new StringBuilder();
        var p = scene.Page;
        text.Append("scene ").Append(scene.Id).Append(" “").Append(scene.Title).Append("” ").Append(scene.Author)
            .Append(scene.Sample ? " sample" : "").Append('\n');
        text.Append("page ").Append(Number(p.Width)).Append(" × ").Append(Number(p.Height))
            .Append(p.Unit == Unit.Millimetre ? " mm" : " px")
            .Append(" bleed ").Append(Number(p.Bleed)).Append(" safe ").Append(Number(p.Safe)).Append('\n');
        foreach (var font in scene.Fonts)
        {
            text.Append("font ").Append(font.Key).Append(" “").Append(font.Family).Append("” ").Append(font.Weight).Append(' ')
                .Append(font.Content).Append('\n');
        }

        foreach (var layer in scene.Layers)
        {
            text.Append("layer ").Append(layer.Id).Append(" “").Append(layer.Name).Append("”\n");
            Add(text, layer.Marks, "  ");
        }

        return text.ToString();
    }

    /// <summary>A number to a thousandth, without needless zeros: <c>12.5</c>.</summary>
    public static string Number(double value)
    {
        var rounded = Math.Round(value, 3, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.###", CultureInfo.InvariantCulture);
    }

    private static void Add(StringBuilder text, IEnumerable<Mark> marks, string indent)
    {
        foreach (var mark in marks)
        {
            text.Append(indent);
            switch (mark)
            {
                case GlyphRun run:
                    Add(text, run, indent);
                    break;
                case PathMark path:
                    text.Append("path").Append(path.Fill is { } fill ? " fill " + Of(fill) : "")
                        .Append(path.Stroke is { } stroke ? " stroke " + Of(stroke) : "")
                        .Append(' ').Append(path.Outline).Append('\n');
                    break;
                case PictureMark picture:
                    text.Append("picture ").Append(picture.Box).Append(' ').Append(picture.Source.Name).Append(' ')
                        .Append(picture.Source.Content)
                        .Append(" at ").Append(Of(picture.Place)).Append(" crop ").Append(Of(picture.Crop)).Append(" “").Append(picture.Alt)
                            .Append("”\n");
                    break;
                case CodeMark code:
                    text.Append("code ").Append(code.Box).Append(" “").Append(code.Text).Append("” at ").Append(Of(code.Place))
                        .Append(" fill ").Append(Of(code.Fill))
                        .Append(' ').Append(code.Modules).Append('\n');
                    break;
                case Group group:
                    text.Append("group opacity ").Append(Number(group.Opacity)).Append(group.Clip is { } clip ? " clip " + clip : "")
                        .Append(group.Move is { } m
                            ? $" move {Number(m.A)} {Number(m.B)} {Number(m.C)} {Number(m.D)} {Number(m.E)} {Number(m.F)}"
                            : "").Append('\n');
                    Add(text, group.Marks, indent + "  ");
                    break;
                default:
                    throw new InvalidOperationException($"No words for a {mark.GetType().Name}.");
            }
        }
    }

    private static void Add(StringBuilder text, GlyphRun run, string indent)
    {
        text.Append("glyphs ").Append(run.Box).Append(' ').Append(run.Font.Key).Append(' ').Append(Number(run.Size)).Append(' ')
            .Append(run.Setting switch { Setting.Horizontal => "→", Setting.Vertical => "↓", _ => "↷" })
            .Append(" fill ").Append(Of(run.Fill)).Append(" “").Append(run.Text).Append("”\n").Append(indent).Append(' ');
        foreach (var cluster in run.Clusters)
        {
            text.Append(' ').Append(run.Text, cluster.Start, cluster.Length).Append('[').Append(Number(cluster.Advance));
            foreach (var glyph in run.Glyphs.Skip(cluster.FirstGlyph).Take(cluster.GlyphCount))
            {
                text.Append(' ').Append(glyph.Id).Append('@').Append(Number(glyph.X)).Append(',').Append(Number(glyph.Y))
                    .Append(glyph.Stretch == 1 ? "" : "×" + Number(glyph.Stretch));
            }

            text.Append(']');
        }

        text.Append('\n');
    }

    private static string Of(Rect r) => $"{Number(r.X)},{Number(r.Y)} {Number(r.Width)}×{Number(r.Height)}";

    private static string Of(Paint paint) => paint switch
    {
        Solid solid => Of(solid.Colour, solid.Opacity),
        Gradient g =>
            $"gradient({Number(g.From.X)},{Number(g.From.Y)}→{Number(g.To.X)},{Number(g.To.Y)} "
            + $"{string.Join(' ', g.Stops.Select(s => $"{Number(s.Offset)}:{Of(s.Colour, s.Opacity)}"))})",
        _ => throw new InvalidOperationException($"No words for a {paint.GetType().Name}."),
    };

    private static string Of(Colour colour, double opacity) => colour + (opacity == 1 ? "" : "/" + Number(opacity));

    private static string Of(Stroke stroke) =>
        $"{Of(stroke.Paint)} {Number(stroke.Width)}{(stroke.RoundCaps ? " round" : "")}"
            + $"{(stroke.Dashes.Count == 0 ? "" : " dashes " + string.Join(',', stroke.Dashes.Select(Number)))}";
}
