using System.Globalization;
using System.Text;
using YuGong.Imaging.Drawing;

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
                        .Append(path.Outline.EvenOdd ? " evenodd " : " ").Append(path.Outline).Append('\n');
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
                    Add(text, group, indent);
                    break;
                default:
                    throw new InvalidOperationException($"No words for a {mark.GetType().Name}.");
            }
        }
    }

    private static void Add(StringBuilder text, Group group, string indent)
    {
        text.Append("group opacity ").Append(Number(group.Opacity)).Append(group.Clip is { } clip ? " clip " + Of(clip) : "")
            .Append(group.Move is { } move ? $" move {Of(move)}" : "")
            .Append(group.Blend == Blend.Normal ? "" : $" blend {group.Blend}").Append(group.IsIsolated ? " isolated" : "").Append('\n');
        if (group.Mask is { } mask)
        {
            text.Append(indent).Append(mask.ByBrightness ? "  mask by brightness\n" : "  mask by opacity\n");
            Add(text, mask.Marks, indent + "    ");
        }

        Add(text, group.Marks, indent + "  ");
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
            + (g.Radii is { } r ? $"radii {Number(r.Start)} {Number(r.End)} " : "") + (g.Move is { } move ? $"move {Of(move)} " : "")
            + $"{string.Join(' ', g.Stops.Select(s => $"{Number(s.Offset)}:{Of(s.Colour, s.Opacity)}"))})",
        Tile tile => Of(tile),
        _ => throw new InvalidOperationException($"No words for a {paint.GetType().Name}."),
    };

    private static string Of(Colour colour, double opacity) => colour + (opacity == 1 ? "" : "/" + Number(opacity));

    private static string Of(Outline outline) => $"{(outline.EvenOdd ? "evenodd " : "")}{outline}";

    /// <summary>The numbers that scale and turn are exact to a millionth: they are multiplied by hundreds.</summary>
    private static string Of(Matrix m) =>
        string.Create(CultureInfo.InvariantCulture, $"{m.A:0.######} {m.B:0.######} {m.C:0.######} {m.D:0.######} ")
        + $"{Number(m.E)} {Number(m.F)}";

    private static string Of(Tile tile)
    {
        var text = new StringBuilder("tile(").Append(Of(tile.Cell)).Append(" move ").Append(Of(tile.Move)).Append('\n');
        Add(text, tile.Marks, "    ");
        return text.Append(')').ToString();
    }

    private static string Of(Stroke stroke)
    {
        var style = stroke.Style;
        var ends = style == LineStyle.Round ? " round" : style == LineStyle.Plain ? ""
            : $" {style.Cap} {style.Join} {Number(style.MiterLimit ?? LineStyle.UsualMiterLimit)} from {Number(style.DashOffset)}";
        return $"{Of(stroke.Paint)} {Number(stroke.Width)}{ends}"
            + $"{(stroke.Dashes.Count == 0 ? "" : " dashes " + string.Join(',', stroke.Dashes.Select(Number)))}";
    }
}
