using System.Globalization;
using System.Text;

namespace YuGong.Drawings.Drafting;

/// <summary>What the title block says.</summary>
/// <param name="Basis">The figures that the drawing keeps to, and who gives them.</param>
internal sealed record SheetTitle(string Name, string Number, string Views, string Basis);

/// <summary>
/// A drawing sheet of 1600 × 1200 units: frame with zones, the view, numbered notes and a title block. The view is the group <c>view</c>,
/// whose <c>data-box</c> says where it stands: posters show it without the sheet around it.
/// </summary>
internal static class Sheet
{
    public const double Width = 1600, Height = 1200, Left = 44, Top = 44, Right = 1556, Bottom = 1156, BlockTop = 996, BlockLeft = 930;

    public static string Draw(SheetTitle title, IReadOnlyList<string> notes, Lettering letters, Action<Pen> view)
    {
        var pen = new Pen(letters);
        pen.Group("ground", () => pen.Box(0, 0, Width, Height, new(null, 0, Ink.Paper)));
        pen.Group("sheet", () => Frame(pen));
        pen.Group("view", () => view(pen), FormattableString.Invariant($" data-box=\"{Left + 16} {Top + 16} {Right - Left - 32} {BlockTop - Top - 32}\""));
        pen.Group("notes", () => Notes(pen, notes));
        pen.Group("title", () => Block(pen, title));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\">\n");
        svg.Append("  <title>").Append(title.Name).Append("：示意图，非历史照片</title>\n");
        svg.Append("  <desc>").Append(title.Views).Append('。').Append(title.Basis).Append("。由编辑部据文献绘制，yugong drawings 可重画。</desc>\n");
        return svg.Append(pen).Append("</svg>\n").ToString();
    }

    private static void Frame(Pen pen)
    {
        pen.Box(20, 20, Width - 40, Height - 40, new(Ink.Black, .8));
        pen.Box(Left, Top, Right - Left, Bottom - Top, new(Ink.Black, 2.6));
        for (var i = 0; i < 8; i++)
        {
            var (x, middle) = (Left + ((Right - Left) * i / 8), Left + ((Right - Left) * (i + .5) / 8));
            pen.Path(FormattableString.Invariant($"M{x} 20V{Top}M{x} {Bottom}V{Height - 20}"), new(Ink.Black, .8));
            foreach (var y in (double[])[37, Height - 26])
            {
                pen.Words((i + 1).ToString(CultureInfo.InvariantCulture), new(middle, y), 14, Ink.SoftLetter, .5);
            }
        }

        for (var i = 0; i < 6; i++)
        {
            var (y, middle) = (Top + ((Bottom - Top) * i / 6), Top + ((Bottom - Top) * (i + .5) / 6));
            pen.Path(FormattableString.Invariant($"M20 {Math.Round(y, 1)}H{Left}M{Right} {Math.Round(y, 1)}H{Width - 20}"), new(Ink.Black, .8));
            foreach (var x in (double[])[32, Width - 32])
            {
                pen.Words(((char)('A' + i)).ToString(), new(x, middle + 5), 14, Ink.SoftLetter, .5);
            }
        }

        foreach (var (x, y, dx, dy) in ((double, double, double, double)[])[(Width / 2, Top, 0, 14), (Width / 2, Bottom, 0, -14), (Left, Height / 2, 14, 0), (Right, Height / 2, -14, 0)])
        {
            pen.Line(new(x, y), new(x + dx, y + dy), new(Ink.Black, 2.6));
        }
    }

    /// <summary>Up to eight numbered notes in two columns, left of the title block.</summary>
    private static void Notes(Pen pen, IReadOnlyList<string> notes)
    {
        const double Size = 23, Leading = 37;
        var rows = (notes.Count + 1) / 2;
        var top = BlockTop + ((Bottom - BlockTop - (Math.Max(rows, 3) * Leading)) / 2) + 26;
        for (var i = 0; i < notes.Count; i++)
        {
            var (x, y) = (Left + 28 + (i / rows * 430.0), top + (i % rows * Leading));
            pen.Circle(new(x + 11, y - 8), 13, new(Ink.Cinnabar, 1.2));
            pen.Words((i + 1).ToString(CultureInfo.InvariantCulture), new(x + 11, y - 2), 17, Ink.RedLetter, .5);
            pen.Words(notes[i], new(x + 36, y), Size, Ink.Letter);
        }
    }

    private static void Block(Pen pen, SheetTitle title)
    {
        pen.Box(BlockLeft, BlockTop, Right - BlockLeft, Bottom - BlockTop, new(Ink.Black, 2.2, Ink.Paper));
        double first = BlockTop + 58, second = BlockTop + 98, column = BlockLeft + 74;
        pen.Path(FormattableString.Invariant($"M{BlockLeft} {first}H{Right}M{BlockLeft} {second}H{Right}M{column} {BlockTop}V{Bottom}M{Right - 190} {BlockTop}V{second}"), new(Ink.Black, .9));
        foreach (var (label, y) in ((string, double)[])[("图名", BlockTop + 36), ("内容", first + 27), ("依据", second + 38)])
        {
            pen.Words(label, new(BlockLeft + 37, y), 18, Ink.SoftLetter, .5);
        }

        Fitted(pen, title.Name, new(column + 16, BlockTop + 41), 33, Right - 190 - column - 30, Ink.Letter);
        Fitted(pen, title.Number, new(Right - 174, BlockTop + 39), 25, 160, Ink.Letter);
        Fitted(pen, title.Views, new(column + 16, first + 27), 20, Right - 190 - column - 30, Ink.Letter);
        var lines = title.Basis.Split('；', 2);
        for (var i = 0; i < lines.Length; i++)
        {
            Fitted(pen, lines[i], new(column + 16, second + (lines.Length == 1 ? 37 : 25 + (i * 25))), 18, Right - column - 30, Ink.SoftLetter);
        }

        pen.Box(Right - 184, first + 5, 178, second - first - 10, new(Ink.Cinnabar, 1.4));
        pen.Words("示意图 非历史照片", new(Right - 95, first + 26.5), 18, Ink.RedLetter, .5);
    }

    private static void Fitted(Pen pen, string text, Spot at, double size, double width, Ink ink)
    {
        var wide = pen.WidthOf(text, size);
        pen.Words(text, at, wide > width ? size * width / wide : size, ink);
    }
}
