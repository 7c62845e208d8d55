using YuGong.Imaging;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Text.Segmentation;

namespace YuGong.Posters.Typesetting;

/// <summary>Cuts a text into cells and shapes each from the first font of the stack that has it.</summary>
internal static class Cells
{
    /// <summary>The middle of capitals and digits above the baseline: where sideways words and upright numbers are centred.</summary>
    private const double Middle = 0.37;

    public static IReadOnlyList<Cell> Shape(string text, FontStack stack, TextStyle style, ICollection<string> missing) =>
        Shape(new(text, stack), style, missing);

    public static IReadOnlyList<Cell> Shape(RichText rich, TextStyle style, ICollection<string> missing)
    {
        var text = rich.Text;
        var units = LineBreaks.Units(text);
        var may = LineBreaks.Of(text);
        rich.OpenAddresses(may);
        var joints = style.Phrases?.Joints(text);
        var cells = new List<Cell>(units.Count);
        for (var i = 0; i < units.Count;)
        {
            var end = i + 1;
            var span = rich.SpanAt(units[i].Start);
            while (end < units.Count && rich.SpanAt(units[end].Start) == span
                && (span.IsNote || BelongTogether(units, may, i, end)))
            {
                end++;
            }

            var start = units[i].Start;
            var piece = text[start..(units[end - 1].Start + units[end - 1].Length)];
            var stack = span.Stack ?? rich.Stack;
            var cell = Shape(piece, start, units[i].Kind, units[end - 1].Kind, may[start] || start == 0, stack, style, missing);
            cells.Add((cell with { Joint = joints?[start] ?? PhraseJoint.Open }).As(span, style.Direction));
            i = end;
        }

        return cells;
    }

    /// <summary>
    /// Words and numbers are one cell as far as no line may break in them; so are —— and ……; everything else stands alone.
    /// </summary>
    private static bool BelongTogether(IReadOnlyList<LineBreaks.Unit> units, bool[] may, int first, int at)
    {
        var (a, b) = (units[at - 1], units[at]);
        if (may[b.Start] || a.Kind is Kind.Space or Kind.NewLine or Kind.NoBreakSpace || b.Kind is Kind.Space or Kind.NewLine)
        {
            return false;
        }

        return (IsWord(a) && IsWord(b)) || (a.Kind == b.Kind && a.Kind is Kind.Dash or Kind.Ellipsis && at - first < 2);
    }

    private static bool IsWord(LineBreaks.Unit unit) =>
        (Kinds.IsWestern(unit.Kind) || (unit.Kind is Kind.Opening or Kind.Closing or Kind.Exclamation && unit.Rune.Value < 0x80))
            && !Kinds.IsWide(unit.Rune.Value);

    private static Cell Shape(
        string text, int start, Kind first, Kind last, bool mayBegin, FontStack stack, TextStyle style, ICollection<string> missing)
    {
        var font = stack.For(text);
        if (font is null)
        {
            foreach (var rune in text.EnumerateRunes().Where(r => stack.For(r.ToString()) is null))
            {
                missing.Add(rune.ToString());
            }

            font = stack.Fonts[0];
        }

        if (first == Kind.NewLine)
        {
            return new()
            {
                Start = start, Text = text, First = first, Last = last, Font = font, Setting = Setting.Horizontal, Glyphs = [],
                Advance = 0, Before = 0, After = 0, MayBegin = true,
            };
        }

        var western = IsWesternText(text, first);
        if (style.Direction == WritingMode.Horizontal)
        {
            return Horizontal(text, start, first, last, mayBegin, font, !western, style.Compression);
        }

        return !western ? Upright(text, start, first, last, mayBegin, style.CornerQuotes ? InCorners(text, stack, font) : (text, font))
            : text.Length <= style.UprightDigits && text.All(char.IsAsciiDigit) ? Together(text, start, first, last, mayBegin, font)
            : text.Length == 1 && char.IsAsciiLetterUpper(text[0]) ? Together(text, start, first, last, mayBegin, font)
            : Horizontal(text, start, first, last, mayBegin, font, han: false) is var word
                ? Sideways(word) : throw new InvalidOperationException();
    }

    private static bool IsWesternText(string text, Kind first) =>
        Kinds.IsWestern(first) && text[0] is not ('％' or '￥' or '℃' or '／')
            ? !Kinds.IsWide(char.ConvertToUtf32(text, 0)) : first is Kind.Opening or Kind.Closing or Kind.Exclamation or Kind.Space
            && text[0] < 0x80;

    private static Cell Horizontal(string text, int start, Kind first, Kind last, bool mayBegin, PosterFont font, bool han,
        bool squares = true)
    {
        double em = font.File.UnitsPerEm;
        var shaped = font.Shape(text, Setting.Horizontal, han);
        var glyphs = new List<CellGlyph>(shaped.Count);
        var pen = 0.0;
        foreach (var glyph in shaped)
        {
            glyphs.Add(new(glyph.Id, glyph.Cluster, pen + (glyph.XOffset / em), -glyph.YOffset / em, pen, glyph.XAdvance / em));
            pen += glyph.XAdvance / em;
        }

        var cell = new Cell
        {
            Start = start, Text = text, First = first, Last = last, Font = font, Setting = Setting.Horizontal, Glyphs = glyphs,
            Advance = pen, Before = 0, After = 0, MayBegin = mayBegin,
        };
        if (!han || glyphs.Count != 1)
        {
            return cell;
        }

        var narrow = first switch
        {
            // Fonts made after Western habits have narrow quotation marks; in Chinese text they stand in a square like other marks.
            Kind.Opening when pen < 0.75 => 1 - pen,
            Kind.Closing when pen < 0.75 => 0,
            Kind.Middle when pen < 0.5 && squares => (0.5 - pen) / 2,
            _ => -1,
        };
        if (narrow >= 0)
        {
            var width = first == Kind.Middle ? 0.5 : 1;
            cell = cell with { Advance = width, Glyphs = [glyphs[0] with { X = glyphs[0].X + narrow, Width = width }] };
        }

        var box = font.File.BoxOf(glyphs[0].Id);
        var left = cell.Glyphs[0].X + (box.Left / em);
        return Trimmed(cell, left, cell.Advance - left - (box.Width / em));
    }

    /// <param name="drawn">What it is drawn as: mostly itself.</param>
    private static Cell Upright(string text, int start, Kind first, Kind last, bool mayBegin, (string Text, PosterFont Font) drawn)
    {
        var font = drawn.Font;
        double em = font.File.UnitsPerEm;
        var shaped = font.Shape(drawn.Text, Setting.Vertical, han: true);
        var glyphs = new List<CellGlyph>(shaped.Count);
        var pen = 0.0;
        foreach (var glyph in shaped)
        {
            var advance = -glyph.YAdvance / em;
            glyphs.Add(new(glyph.Id, glyph.Cluster, glyph.XOffset / em, pen - (glyph.YOffset / em), pen, advance));
            pen += advance;
        }

        var cell = new Cell
        {
            Start = start, Text = text, First = first, Last = last, Font = font, Setting = Setting.Vertical, Glyphs = glyphs,
            Advance = pen, Before = 0, After = 0, MayBegin = mayBegin,
        };
        if (glyphs.Count != 1)
        {
            return cell;
        }

        var box = font.File.BoxOf(glyphs[0].Id);
        var top = glyphs[0].Y - (box.Top / em);
        return Trimmed(cell, top, cell.Advance - top - (box.Height / em));
    }

    private static (string Text, PosterFont Font) InCorners(string text, FontStack stack, PosterFont font)
    {
        var corner = text switch { "“" => "『", "”" => "』", "‘" => "「", "’" => "」", _ => text };
        return stack.For(corner) is { } own ? (corner, own) : (text, font);
    }

    /// <summary>Marks may lose the blank that is really there, up to half an em: on one side, or on both for the middle dot.</summary>
    private static Cell Trimmed(Cell cell, double before, double after)
    {
        const double Air = 0.04;
        double Blank(double room) => Math.Clamp(Math.Floor((room - Air) * 20) / 20, 0, 0.5);
        return cell.First switch
        {
            Kind.Opening => cell with { Before = Blank(before) },
            Kind.Closing or Kind.NonStarter or Kind.Exclamation => cell with { After = Blank(after) },
            Kind.Middle => cell with { Before = Math.Min(0.25, Blank(before)), After = Math.Min(0.25, Blank(after)) },
            _ => cell,
        };
    }

    /// <summary>Digits side by side in one cell of a column, narrowed when they need more than the em.</summary>
    private static Cell Together(string text, int start, Kind first, Kind last, bool mayBegin, PosterFont font)
    {
        var flat = Horizontal(text, start, first, last, mayBegin, font, han: false);
        var stretch = Math.Min(1, 0.98 / flat.Advance);
        var left = -flat.Advance * stretch / 2;
        return flat with
        {
            Glyphs = [.. flat.Glyphs.Select(g =>
                g with { X = left + (g.X * stretch), Y = 0.5 + Middle, Along = 0, Width = 1, Stretch = stretch })],
            Advance = 1,
        };
    }

    /// <summary>A word lying in a column: along becomes down, the baseline stands left of the middle.</summary>
    private static Cell Sideways(Cell flat) => flat with
    {
        Setting = Setting.Sideways,
        Glyphs = [.. flat.Glyphs.Select(g => g with { X = -Middle - g.Y, Y = g.X })],
    };
}
